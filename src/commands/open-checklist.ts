import { UserError } from "../errors.js";
import { readShippedChecklist, readShippedProfile } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Composed } from "../model/overlay.js";

/**
 * The checklist that a name on the command line stands for, and the facts that it asks of: the id of a shipped edition,
 * or the path of an overlay. Throws UserError for one that there is not.
 */
export async function openChecklist(name: string, _host: Host): Promise<Composed> {
  if (/\.ya?ml$/iu.test(name))
    throw new UserError(
      `${JSON.stringify(name)} is a file, and overlays cannot be opened here yet`,
      [],
      "Name a shipped edition: wt-audit checklist list shows them.",
    );
  const [checklist, profile] = await Promise.all([readShippedChecklist(name), readShippedProfile()]);
  return { checklist, profile };
}
