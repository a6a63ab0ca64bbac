import { dirname, join } from "node:path";
import { UserError } from "../errors.js";
import type { Host } from "../host.js";
import { isThere } from "./place.js";
import { findTop } from "./repository-top.js";

/** The name under which a config is found by itself. */
export const configName = ".wt-audit.yaml";

/**
 * The absolute path of the config: in the current folder or, where `above` is asked for, in the nearest folder above it
 * within the repository; null when there is none. Throws UserError for a name that is nearly right.
 */
export async function findConfig(
  { cwd, files }: Pick<Host, "cwd" | "files">,
  { above }: { readonly above: boolean },
): Promise<string | null> {
  const here = join(cwd, configName);
  if (await isThere(here, files)) return here;
  if (await isThere(join(cwd, ".wt-audit.yml"), files)) {
    throw new UserError("the config is named .wt-audit.yml", [], `Rename it to ${configName}: no other name is read.`);
  }
  if (!above) return null;
  // A config is taken from above only in a repository: what lies in a home folder was not meant for this one.
  const top = await findTop(cwd, files);
  if (top === null) return null;
  for (let folder = cwd; folder !== top;) {
    folder = dirname(folder);
    const path = join(folder, configName);
    if (await isThere(path, files)) return path;
  }
  return null;
}
