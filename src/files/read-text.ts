import type { Diagnostic } from "../model/diagnostic.js";
import { diagnose, refusal } from "./diagnostics.js";
import { describeFileError } from "./file-problem.js";
import type { FileSystem } from "./file-system.js";

/** The most bytes that are read of a file that people write: some fifty times the largest audit we have seen. */
export const fileLimit = 2 * 1024 * 1024;

/**
 * The text of a file, without its byte order mark. `shownAs` is the path as it was given.
 * Throws UserError when the file cannot be read or is no text.
 */
export async function readText(path: string, shownAs: string, files: FileSystem, limit: number): Promise<string> {
  return decodeText(await readBytes(path, shownAs, files, limit), shownAs, limit);
}

async function readBytes(path: string, shownAs: string, files: FileSystem, limit: number): Promise<Uint8Array> {
  try {
    const { kind, size } = await files.status(path);
    if (kind === "folder") throw refusal(shownAs, [folderProblem(shownAs)]);
    if (kind === "other") throw refusal(shownAs, [specialProblem(shownAs)]);
    if (size > limit) throw refusal(shownAs, [sizeProblem(shownAs, limit)]);
    return await files.read(path, limit + 1);
  } catch (error) {
    const problem = describeFileError(error, shownAs, "read");
    throw problem === null ? error : refusal(shownAs, [problem]);
  }
}

/** Text from bytes that were read already, from standard input for instance. Throws UserError as `readText` does. */
export function decodeText(bytes: Uint8Array, shownAs: string, limit: number): string {
  if (bytes.length > limit) throw refusal(shownAs, [sizeProblem(shownAs, limit)]);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) throw refusal(shownAs, [encodingProblem(shownAs, "The file is UTF-16 text, not UTF-8.")]);
  if (bytes.includes(0))
    throw refusal(shownAs, [encodingProblem(shownAs, "The file is not text: it holds a NUL byte.")]);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refusal(shownAs, [encodingProblem(shownAs, "The file is not UTF-8 text.")]);
  }
}

function folderProblem(shownAs: string): Diagnostic {
  return diagnose("not-a-file", shownAs, null, "This is a folder, not a file.", "Give the path of a file inside it.");
}

function specialProblem(shownAs: string): Diagnostic {
  const hint = "Give the path of a file, or - for standard input.";
  return diagnose("not-a-file", shownAs, null, "This is a pipe, a socket or a device, not a file.", hint);
}

function sizeProblem(shownAs: string, limit: number): Diagnostic {
  const size = limit >= 1024 * 1024 ? `${limit / 1024 / 1024} MiB` : `${limit} bytes`;
  return diagnose(
    "too-large",
    shownAs,
    null,
    `The file is larger than ${size}.`,
    "Check that it is the file you mean.",
  );
}

function encodingProblem(shownAs: string, message: string): Diagnostic {
  return diagnose("not-text", shownAs, null, message, "Save it as UTF-8 text in your editor.");
}
