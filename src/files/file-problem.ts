import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.js";
import { diagnose } from "./diagnostics.js";

interface Explanation {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string | null;
}

const notAFile = {
  code: "not-a-file",
  message: "This is not an ordinary file.",
  hint: "Give the path of a file, or - for standard input.",
} as const satisfies Explanation;

const isFolder = {
  code: "not-a-file",
  message: "This is a folder, not a file.",
  hint: "Give the path of a file inside it.",
} as const satisfies Explanation;

const isMissing = {
  code: "file-missing",
  message: "The file is not there.",
  hint: "Check the path; it counts from the folder you are in.",
} as const satisfies Explanation;

const notAPath = {
  code: "path-form",
  message: "This cannot be the path of a file.",
  hint: "Check the path for odd characters, and for its length.",
} as const satisfies Explanation;

/** What the system's error codes mean for a file that is read. */
const readProblems = new Map<string, Explanation>([
  ["ENOENT", isMissing],
  ["ENOTDIR", { ...isMissing, hint: "A part of its path is a file, not a folder." }],
  ["EISDIR", isFolder],
  ["ENOTSUP", notAFile],
  ["ENXIO", notAFile],
  ["EAGAIN", notAFile],
  [
    "EACCES",
    {
      code: "no-permission",
      message: "You may not read this file.",
      hint: "Ask whoever owns it for permission to read it.",
    },
  ],
  [
    "EPERM",
    {
      code: "no-permission",
      message: "You may not read this file.",
      hint: "Ask whoever owns it for permission to read it.",
    },
  ],
  [
    "ELOOP",
    {
      code: "not-readable",
      message: "The links that lead to this file go round in a circle.",
      hint: "Give the path of the file itself.",
    },
  ],
  [
    "EMFILE",
    {
      code: "not-readable",
      message: "The system has too many files open.",
      hint: "Close other programs and try again.",
    },
  ],
  [
    "EIO",
    {
      code: "not-readable",
      message: "The disk could not be read.",
      hint: "Check the disk or the network drive, then try again.",
    },
  ],
  ["ENAMETOOLONG", notAPath],
  ["ERR_INVALID_ARG_VALUE", notAPath],
]);

const diskFull = "Make room on the disk, then try again.";
const choosePlace = "Choose another folder, or ask whoever owns it for permission to write.";

/** And for a file that is written. */
const writeProblems = new Map<string, Explanation>([
  ["ENOENT", { code: "not-written", message: "The folder to write in is not there.", hint: "Make the folder first." }],
  ["ENOTDIR", { code: "not-written", message: "A part of the path is a file, not a folder.", hint: "Check the path." }],
  ["EISDIR", isFolder],
  ["ENOTSUP", { ...notAFile, hint: "Give the path of a file." }],
  ["EACCES", { code: "no-permission", message: "You may not write this file.", hint: choosePlace }],
  ["EPERM", { code: "no-permission", message: "You may not write this file.", hint: choosePlace }],
  [
    "EROFS",
    {
      code: "not-written",
      message: "The disk can be read but not written.",
      hint: "Copy the audit to a disk that can be written.",
    },
  ],
  ["ENOSPC", { code: "not-written", message: "The disk is full.", hint: diskFull }],
  ["EDQUOT", { code: "not-written", message: "You have used all the disk space you are allowed.", hint: diskFull }],
  [
    "EBUSY",
    { code: "not-written", message: "Another program holds the file open.", hint: "Close it there, then try again." },
  ],
  [
    "EIO",
    {
      code: "not-written",
      message: "The disk could not be written.",
      hint: "Check the disk or the network drive, then try again.",
    },
  ],
  ["ENAMETOOLONG", notAPath],
  ["ERR_INVALID_ARG_VALUE", notAPath],
]);

/** The system's error in plain words. Null when it is no error of the system, but a bug of ours. */
export function describeFileError(error: unknown, shownAs: string, task: "read" | "write"): Diagnostic | null {
  const code = errorCode(error);
  if (code === null) return null;
  const known = (task === "read" ? readProblems : writeProblems).get(code);
  if (known !== undefined) return diagnose(known.code, shownAs, null, known.message, known.hint);
  if (!/^E[A-Z0-9]+$/.test(code)) return null;
  const [kind, verb] = task === "read" ? (["not-readable", "read"] as const) : (["not-written", "write"] as const);
  return diagnose(kind, shownAs, null, `The system could not ${verb} the file (${code}).`);
}

function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
