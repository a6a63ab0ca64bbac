import { diagnose, refusal } from "./diagnostics.js";
import { describeFileError } from "./file-problem.js";
import type { FileSystem } from "./file-system.js";
import { fileLimit } from "./read-text.js";

/** Writes a file whole or not at all. `shownAs` is the path as it was given. Throws UserError when it cannot be written. */
export async function saveFile(
  path: string,
  shownAs: string,
  content: string | Uint8Array,
  files: FileSystem,
): Promise<void> {
  try {
    await files.writeAtomic(path, content);
  } catch (error) {
    const problem = describeFileError(error, shownAs, "write");
    throw problem === null ? error : refusal(shownAs, [problem]);
  }
}

/** Writes a file that must not be there yet. Throws UserError when it is, or cannot be written. */
export async function saveNewFile(path: string, shownAs: string, content: string, files: FileSystem): Promise<void> {
  if ((await readPresent(path, shownAs, files)) !== null) {
    const hint = "Choose another folder, or go on with the file that is there.";
    throw refusal(shownAs, [
      diagnose("file-exists", shownAs, null, "A file is there already, and it is not overwritten.", hint),
    ]);
  }
  await saveFile(path, shownAs, content, files);
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
  const found = await readPresent(path, shownAs, files);
  if (found === null || !isSame(found, expected)) {
    const message =
      found === null
        ? "The file was removed while you worked on it."
        : "The file was changed by someone else while you worked on it.";
    const hint = "Nothing was written. Start again: what was saved before is kept.";
    throw refusal(shownAs, [diagnose("file-changed", shownAs, null, message, hint)]);
  }
  await saveFile(path, shownAs, content, files);
}

async function readPresent(path: string, shownAs: string, files: FileSystem): Promise<Uint8Array | null> {
  try {
    return await files.read(path, fileLimit + 8);
  } catch (error) {
    const problem = describeFileError(error, shownAs, "read");
    if (problem?.code === "file-missing") return null;
    throw problem === null ? error : refusal(shownAs, [problem]);
  }
}

/** A byte order mark is dropped when a file is read, so that it is no change. */
function isSame(found: Uint8Array, expected: string): boolean {
  const wanted = Buffer.from(expected);
  return wanted.equals(found) || Buffer.concat([Buffer.from("\ufeff"), wanted]).equals(found);
}
