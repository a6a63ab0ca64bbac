import { basename, dirname, resolve } from "node:path";
import { readShippedChecklist, readShippedProfile } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Composed } from "../model/overlay.js";

export interface OpenedChecklist extends Composed {
  /** Absolute paths of the overlays that it was made from; none for an edition. */
  readonly inputs: readonly string[];
}

/**
 * The checklist that a name on the command line stands for, and the facts that it asks of: the id of a shipped edition,
 * or the path of an overlay. Throws UserError for one that there is not.
 */
export async function openChecklist(name: string, host: Host): Promise<OpenedChecklist> {
  if (isPath(name)) return openOverlaid(name, host);
  const [checklist, profile] = await Promise.all([readShippedChecklist(name), readShippedProfile()]);
  return { checklist, profile, inputs: [] };
}

/** No edition has an id like the path of a file. */
function isPath(name: string): boolean {
  return /[/\\]|\.ya?ml$/u.test(name);
}

async function openOverlaid(file: string, host: Host): Promise<OpenedChecklist> {
  const { openOverlays } = await import("./open-overlays.js");
  const path = resolve(host.cwd, file);
  const shownIn = file.slice(0, file.length - basename(file).length);
  const { composed, paths } = await openOverlays([basename(path)], null, { folder: dirname(path), shownIn }, host);
  return { ...composed, inputs: paths };
}
