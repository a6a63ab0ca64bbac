import { createHash } from "node:crypto";
import { refusal } from "./diagnostics.js";
import { describeFileError } from "./file-problem.js";
import type { FileSystem } from "./file-system.js";
import { fileLimit } from "./read-text.js";

/** The SHA-256 of a file's bytes, in hexadecimal. Throws UserError when it cannot be read. */
export async function readFileDigest(path: string, shownAs: string, files: FileSystem): Promise<string> {
  try {
    return createHash("sha256")
      .update(await files.read(path, fileLimit + 8))
      .digest("hex");
  } catch (error) {
    const problem = describeFileError(error, shownAs, "read");
    throw problem === null ? error : refusal(shownAs, [problem]);
  }
}
