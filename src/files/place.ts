import { refusal } from "./diagnostics.js";
import { describeFileError } from "./file-problem.js";
import type { FileSystem } from "./file-system.js";

/** Whether anything stands at the path; what cannot be looked at counts as there. */
export async function isThere(path: string, files: FileSystem): Promise<boolean> {
  try {
    await files.status(path);
    return true;
  } catch (error) {
    return describeFileError(error, path, "read")?.code !== "file-missing";
  }
}

/** Makes a folder and those above it. Throws UserError when it cannot be made. */
export async function makeFolder(path: string, shownAs: string, files: FileSystem): Promise<void> {
  try {
    await files.makeFolder(path);
  } catch (error) {
    const problem = describeFileError(error, shownAs, "write");
    throw problem === null ? error : refusal(shownAs, [problem]);
  }
}
