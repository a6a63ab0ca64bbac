import { dirname, join } from "node:path";
import type { FileSystem } from "./file-system.js";
import { isThere } from "./place.js";

/** The folder itself or the nearest above it that holds `.git`; null: it lies in no repository. Absolute. */
export async function findTop(folder: string, files: FileSystem): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    if (await isThere(join(at, ".git"), files)) return at;
    if (dirname(at) === at) return null;
  }
}
