import { dirname, join, resolve } from "node:path";
import { ExitCode, UserError } from "../errors.js";
import { readData } from "../files/data-file.js";
import { refusal } from "../files/diagnostics.js";
import { saveNewFile } from "../files/save-file.js";
import { editionInForce, readShippedChecklist, shippedIds, shippedIndex } from "../files/shipped.js";
import { didYouMean } from "../files/suggest.js";
import type { Host } from "../host.js";
import { type Checklist, requirementsOf } from "../model/checklist.js";
import { addDuration, type Day } from "../model/day.js";
import type { OverlayFile } from "../model/overlay.js";
import { type OverlayStart, renderNewOverlay } from "../reporters/checklist-start.js";

export interface ChecklistNewOptions {
  readonly id: string;
  /** An edition, or an overlay in the folder of the new one; the edition in force unless given. */
  readonly extends?: string;
  readonly title?: string;
  readonly output?: string;
  readonly today?: Day;
  readonly quiet?: boolean;
}

/** How many overlays may stand on one another. */
const deepestChain = 20;

/** Starts an overlay that already passes the linter, never over a file that is there. */
export async function checklistNew(options: ChecklistNewOptions, host: Host): Promise<ExitCode> {
  const { id } = options;
  const editions = await shippedIds();
  checkId(id, editions);
  const shown = options.output ?? `${id}.yaml`;
  const path = resolve(host.cwd, shown);
  const base = options.extends ?? editionInForce(await shippedIndex(), options.today ?? host.today());
  if (base === id) throw new UserError("an overlay cannot extend itself", [], "Choose another id.");
  const chain = await readChain(base, dirname(path), editions, host);
  const edition = await readShippedChecklist(chain.edition);
  const title = options.title?.trim() ?? "";
  const start = startFrom(edition, chain.overlays, base);
  const named = { ...start, id, title: title === "" ? titleOf(id) : title };
  await saveNewFile(path, shown, renderNewOverlay(named), host.files);
  if (options.quiet !== true)
    await host.stderr.write(`Wrote ${shown}, which extends ${base}.\nNext: wt-audit checklist lint ${shown}\n`);
  return ExitCode.passed;
}

function checkId(id: string, editions: readonly string[]): void {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id) || id.length > 60)
    throw new UserError(
      `${JSON.stringify(id)} cannot be an id`,
      [],
      "Use small letters, digits and single hyphens, such as anytown-2026; 60 of them at most.",
    );
  if (editions.includes(id))
    throw new UserError(`"${id}" is the id of an edition`, [], "Choose an id of your own, such as anytown-2026.");
}

/** "Anytown 2026". */
function titleOf(id: string): string {
  return id
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

/** The overlays from the base down to an edition, each looked for as ID.yaml in the folder. */
async function readChain(base: string, folder: string, editions: readonly string[], host: Host) {
  const overlays: OverlayFile[] = [];
  let next = base;
  while (!editions.includes(next)) {
    if (overlays.some(({ id }) => id === next) || overlays.length === deepestChain)
      throw new UserError(`"${base}" leads to no edition`, [], "See what it extends: an edition must come at the end.");
    const overlay = await readOverlayNamed(next, folder, editions, host);
    overlays.push(overlay);
    next = overlay.extends;
  }
  return { edition: next, overlays };
}

async function readOverlayNamed(id: string, folder: string, editions: readonly string[], host: Host) {
  const isId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id);
  const path = join(folder, `${id}.yaml`);
  if (!isId || (await host.files.status(path).catch(() => null)) === null) {
    const hint = `Put ${id}.yaml into the same folder, or extend one of ${editions.join(", ")}.`;
    const otherwise = isId ? hint : `Shipped: ${editions.join(", ")}.`;
    throw new UserError(
      `there is no edition and no overlay ${JSON.stringify(id)}`,
      [],
      didYouMean(id, editions, otherwise),
    );
  }
  const { data, problems } = await readData(path, host);
  if (data === null) throw refusal(`${id}.yaml`, problems);
  if (data.schema !== "overlay/1" || data.id !== id)
    throw new UserError(`${id}.yaml does not hold the overlay "${id}"`, [], "See its schema: and its id:.");
  return data;
}

/** Parts of the base that an author can start from. Throws RangeError for an edition that asks nothing of everyone. */
function startFrom(
  edition: Checklist,
  overlays: readonly OverlayFile[],
  base: string,
): Omit<OverlayStart, "id" | "title"> {
  const touched = new Set(overlays.flatMap(({ strengthens = {} }) => Object.keys(strengthens)));
  const general = requirementsOf(edition).filter(({ appliesWhen }) => appliesWhen === null);
  const strengthened = general.find(({ id }) => !touched.has(id)) ?? general[0];
  const [standard] = edition.standards;
  if (strengthened === undefined || standard === undefined)
    throw new RangeError(`${edition.id} asks nothing of everyone`);
  const { id, title, practice } = strengthened;
  const isLong = addDuration(edition.published, practice.review) > addDuration(edition.published, halfYear);
  return {
    base,
    baseTitle: overlays[0]?.title ?? edition.title,
    standard,
    strengthened: { id, title, review: isLong && !touched.has(id) ? halfYear : null },
    shown: general.slice(0, 3),
  };
}

const halfYear = "P6M";
