import { join } from "node:path";
import type { FileStatus, FileSystem } from "../files/file-system.js";
import { wayInto } from "../files/folder-tree.js";
import type { DiagnosticCode } from "../model/diagnostic.js";
import type { EvidenceReading } from "../model/evidence.js";
import { type EvidenceDocument, type FactsReader, openDocument } from "./document.js";
import { textKindOf } from "./text-kind.js";

/** Bytes of one evidence document that are read at most. */
export const evidenceLimit = 64 * 1024 * 1024;
/** Bytes of all documents together that one reader reads at most. */
export const evidenceTotal = 256 * 1024 * 1024;

/** A document that could not be looked at, which is no gap: the job could not be done. */
export interface EvidenceProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

/** Reads the documents of one command, each file once, however often and under whatever name it is cited. */
export interface EvidenceReader {
  /** What stands at a path of the audit file, such as `policies/safeguarding.md#accountability`. */
  read(path: string): Promise<EvidenceReading | EvidenceProblem>;
}

/** A reader of the folder tree of an audit. It sees no change of what it has read: make one for each command. */
export function createEvidenceReader(
  folder: string,
  files: FileSystem,
  readFacts: FactsReader | null = null,
): EvidenceReader {
  const documents = new Map<string, Promise<EvidenceDocument | EvidenceProblem>>();
  let root: Promise<string> | undefined;
  let left = evidenceTotal;

  async function open(full: string, file: string, size: number): Promise<EvidenceDocument | EvidenceProblem> {
    left -= size;
    const bytes = await files.read(full, evidenceLimit + 1);
    left -= bytes.length - size;
    // The file may have grown since it was measured, or never have told its size.
    if (bytes.length > evidenceLimit) return tooLarge(file);
    const document = await openDocument(bytes, file, readFacts);
    return typeof document === "string" ? unreadable(file, document) : document;
  }

  async function read(file: string, anchor: string | undefined): Promise<EvidenceReading | EvidenceProblem> {
    const full = join(folder, ...file.split("/"));
    root ??= files.realPath(folder);
    const real = await files.realPath(full);
    if (!isInside(real, await root)) return outside(file);
    const { kind, size } = await files.status(full);
    if (kind !== "file") return notADocument(file, kind);
    if (size > evidenceLimit) return tooLarge(file);
    const key = `${textKindOf(file)} ${real}`;
    const known = documents.get(key);
    if (known === undefined && size > left) return tooMuch(file);
    const document = known ?? open(full, file, size);
    documents.set(key, document);
    const opened = await document;
    return "reading" in opened ? opened.reading(anchor) : opened;
  }

  return {
    read: async (path) => {
      const [file = "", anchor] = (await isFileName(path, folder, files)) ? [path] : path.split("#", 2);
      try {
        return await read(file, anchor);
      } catch (error) {
        return whyNot(error, file);
      }
    },
  };
}

/** Whether a `#` in the path is a part of the file's name: "Policy #2.md". */
async function isFileName(path: string, folder: string, files: FileSystem): Promise<boolean> {
  if (!path.includes("#")) return true;
  try {
    return (await files.status(join(folder, ...path.split("/")))).kind === "file";
  } catch {
    return false;
  }
}

/** Whether a path, links followed, stays in the folder tree. */
function isInside(real: string, root: string): boolean {
  const way = wayInto(root, real);
  return way !== null && way !== "";
}

function outside(file: string): EvidenceProblem {
  return {
    code: "path-outside",
    message: `"${file}" leads out of the folder of the audit.`,
    hint: "Copy the document into the folder of the audit, or give its location instead of a path.",
  };
}

function notADocument(file: string, kind: FileStatus["kind"]): EvidenceProblem {
  const what = kind === "folder" ? "a folder" : "a pipe, a socket or a device";
  return {
    code: "not-a-file",
    message: `"${file}" is ${what}, not a document.`,
    hint: "Cite the document itself.",
  };
}

function unreadable(file: string, why: string): EvidenceProblem {
  return {
    code: "unreadable-document",
    message: `"${file}" could not be read. ${why}`,
    hint: "Put a sound copy in its place, or give its location instead of a path.",
  };
}

function tooLarge(file: string): EvidenceProblem {
  return {
    code: "too-large",
    message: `"${file}" is larger than 64 MiB.`,
    hint: "Cite a smaller document, or give its location instead of a path.",
  };
}

function tooMuch(file: string): EvidenceProblem {
  return {
    code: "too-large",
    message: `With "${file}", the documents cited are larger than 256 MiB together.`,
    hint: "Cite smaller documents, or give the location of some instead of a path.",
  };
}

/** What the system's refusal means. Throws on what is no refusal of the system. */
function whyNot(error: unknown, file: string): EvidenceReading | EvidenceProblem {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG")
    return { kind: "missing", what: "there is no such document" };
  if (code === "EACCES" || code === "EPERM")
    return {
      code: "no-permission",
      message: `"${file}" may not be read.`,
      hint: "Ask for permission to read it.",
    };
  if (typeof code === "string")
    return {
      code: "not-readable",
      message: `"${file}" could not be read (${code}).`,
      hint: "Try again, or cite a copy of it.",
    };
  throw error;
}
