import { UserError } from "../errors.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { diagnose } from "./diagnostics.js";
import { describeFileError } from "./file-problem.js";
import type { FileSystem } from "./file-system.js";
import { fileLimit } from "./read-text.js";

/** Writes a file whole or not at all. `shownAs` is the path as it was given. Throws UserError when it cannot be written. */
export async function saveFile(
  path: string,
  shownAs: string,
  content: string | Uint8Array,
  files: FileSystem,
  isPrivate = false,
): Promise<void> {
  try {
    await files.writeAtomic(path, content, isPrivate);
  } catch (error) {
    throw notSaved(error, shownAs, "write");
  }
}

/** Writes a file that must not be there yet. Throws UserError when it is, or cannot be written. */
export async function saveNewFile(path: string, shownAs: string, content: string, files: FileSystem): Promise<void> {
  checkSize(content, shownAs);
  await files.alone(path, async () => {
    if ((await readPresent(path, shownAs, files)) !== null) {
      const hint = "Choose another folder, or go on with the file that is there.";
      const message = "A file is there already, and it is not overwritten.";
      throw unsaved(diagnose("file-exists", shownAs, null, message, hint));
    }
    await saveFile(path, shownAs, content, files);
  });
}

/**
 * Saves an audit unless someone else has changed the file since it held `expected`. Throws UserError; the file is then
 * as it was.
 */
export async function saveAudit(
  path: string,
  shownAs: string,
  content: string,
  expected: string,
  files: FileSystem,
): Promise<void> {
  checkSize(content, shownAs);
  await files.alone(path, async () => {
    const found = await readPresent(path, shownAs, files);
    if (found === null || !isSame(found, expected)) {
      const what = found === null ? "removed" : "changed by someone else";
      throw unsaved(diagnose("file-changed", shownAs, null, `The file was ${what} while you worked on it.`));
    }
    await saveFile(path, shownAs, content, files);
  });
}

/** What is larger than we read would be lost once it is written. */
function checkSize(content: string, shownAs: string): void {
  if (Buffer.byteLength(content) <= fileLimit) return;
  const message = `The file would be larger than ${fileLimit / 1024 / 1024} MiB, and could not be read again.`;
  throw unsaved(diagnose("too-large", shownAs, null, message, "Shorten what was written last, or start another file."));
}

async function readPresent(path: string, shownAs: string, files: FileSystem): Promise<Uint8Array | null> {
  try {
    return await files.read(path, fileLimit + 8);
  } catch (error) {
    if (describeFileError(error, shownAs, "read")?.code === "file-missing") return null;
    throw notSaved(error, shownAs, "read");
  }
}

/** The error to throw for one of the system's; a bug of ours is thrown as it is. */
function notSaved(error: unknown, shownAs: string, task: "read" | "write"): unknown {
  const problem = describeFileError(error, shownAs, task);
  return problem === null ? error : unsaved(problem);
}

function unsaved(problem: Diagnostic): UserError {
  return new UserError(`${problem.file} was not written`, [problem]);
}

/** A byte order mark is dropped when a file is read, so that it is no change. */
function isSame(found: Uint8Array, expected: string): boolean {
  const wanted = Buffer.from(expected);
  return wanted.equals(found) || Buffer.concat([Buffer.from("\ufeff"), wanted]).equals(found);
}
