import { dirname, join, resolve } from "node:path";
import { ExitCode, UserError } from "../errors.js";
import { chainOf } from "../engine/layer-order.js";
import { diagnose, refusal } from "../files/diagnostics.js";
import { readOverlays } from "../files/read-overlays.js";
import { saveNewFile } from "../files/save-file.js";
import { editionInForce, readShippedChecklist, shippedIds, shippedIndex } from "../files/shipped.js";
import { didYouMean } from "../files/suggest.js";
import type { Host } from "../host.js";
import { type Checklist, requirementsOf } from "../model/checklist.js";
import { addDuration, type Day } from "../model/day.js";
import type { Diagnostic } from "../model/diagnostic.js";
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

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

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
  if (!idPattern.test(id) || id.length > 60)
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
  if (editions.includes(base)) return { edition: base, overlays: [] };
  const overlays = await readOverlaysUnder(base, folder, editions, host);
  const edition = overlays[0]?.extends ?? "";
  if (!editions.includes(edition))
    throw new UserError(`"${base}" leads to no edition`, [], "See what it extends: an edition must come at the end.");
  return { edition, overlays };
}

async function readOverlaysUnder(base: string, folder: string, editions: readonly string[], host: Host) {
  const written = `${base}.yaml`;
  const say = (code: Diagnostic["code"], message: string, hint: string | null) =>
    diagnose(code, written, null, message, hint);
  const where = { folder, shownIn: "", files: host.files };
  const isThere = idPattern.test(base) && (await host.files.status(join(folder, written)).catch(() => null)) !== null;
  if (!isThere) {
    const among = `one of ${editions.join(", ")}`;
    const otherwise = idPattern.test(base) ? `Put ${written} into the folder, or extend ${among}.` : `Extend ${among}.`;
    const message = `there is no edition and no overlay ${JSON.stringify(base)}`;
    throw new UserError(message, [], didYouMean(base, editions, otherwise));
  }
  const { files, problems } = await readOverlays([{ written, say }], editions, where);
  if (problems.length > 0) throw refusal(written, problems);
  const overlays = files.map(({ overlay }) => overlay);
  if (!overlays.some(({ id }) => id === base))
    throw new UserError(`${written} does not hold the overlay "${base}"`, [], "See its id:.");
  return chainOf(base, overlays);
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
    baseTitle: overlays.at(-1)?.title ?? edition.title,
    standard,
    strengthened: { id, title, review: isLong && !touched.has(id) ? halfYear : null },
    shown: general.slice(0, 3),
  };
}

const halfYear = "P6M";
