import { basename, dirname, join, relative, resolve } from "node:path";
import { carryOver } from "../engine/carry.js";
import { type EvidenceLook, lookAgain, type Review, startReview } from "../engine/review.js";
import { ExitCode, UserError } from "../errors.js";
import { arrange } from "../files/diagnostics.js";
import { readFileDigest } from "../files/file-digest.js";
import { nextAuditText } from "../files/next-audit-text.js";
import { saveNewFile } from "../files/save-file.js";
import { editionInForce, readShippedChecklist, shippedIds, shippedIndex } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Audit } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import { type Day, describeDay } from "../model/day.js";
import { nextPeriod, type Period } from "../model/period.js";
import { carryFormats } from "../reporters/carry.js";
import { renderReview } from "../reporters/review.js";
import { readTarget, type Target } from "./migrate-target.js";
import { type OutputOptions, protect, wantedFormats, writeWanted } from "./output.js";
import { withoutProgress } from "./progress.js";
import { findAudits } from "./read-audits.js";
import { openAudit, readEvidenceOf } from "./read-report.js";
import { type Before, checkAsked, findStarted, type Place } from "./started-review.js";

export interface ReviewOptions extends OutputOptions {
  /** Absent: the audit that the config names, or audit.yaml. */
  readonly file?: string;
  /** The new file; absent: audit-YEAR.yaml beside the audit. */
  readonly output?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly checklist?: string;
  /** Paths of the forms for the edition. */
  readonly overlay?: readonly string[];
  /** False with --no-overlays. */
  readonly overlays?: boolean;
  readonly dryRun?: boolean;
  readonly today?: Day;
}

/** Starts the audit of the next period: every answer comes forward to be confirmed, its evidence read again. */
export async function review(options: ReviewOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, carryFormats);
  checkOptions(options);
  const today = options.today ?? host.today();
  const before = await readBefore(options.file ?? (await findUsual(today, host)), host);
  const period = periodFor(options, before);
  const place = placeFor(options, period, before, host);
  const present = await findStarted(place, before, host);
  if (present !== null) checkAsked(present, place.shown, options);
  const prepared = await prepare(
    before,
    { options, period: present?.period ?? period, present, today },
    withoutProgress(options, host),
  );
  await protect(wanted, [...inputsOf(before, prepared.target), place.path], host);
  const write = present === null && options.dryRun !== true;
  const isWritten = write && (await save(prepared.text, place, before, host));
  const isStarted = !isWritten && (present !== null || write);
  const view = { ...prepared, before: before.opened };
  await writeWanted(wanted, async (format, render) => renderReview(format, view, render), options, host);
  if (options.quiet !== true)
    await host.stderr.write([...warnings(before, today), whatNext(place, before, isWritten, isStarted)].join(""));
  return ExitCode.passed;
}

function inputsOf({ opened, path }: Before, { overlays }: Target): readonly string[] {
  return [...opened.inputs, ...overlays.map((name) => resolve(dirname(path), name))];
}

function checkOptions({ file, overlay, overlays }: ReviewOptions): void {
  if (file === "-")
    throw new UserError(
      "standard input lies in no folder, where its evidence could be looked at and the new audit put",
      [],
      "Name the file: wt-audit review audit.yaml",
    );
  if (overlay !== undefined && overlays === false)
    throw new UserError("--overlay and --no-overlays exclude each other", [], "Leave one of them out.");
}

/** The audit that the config names, or audit.yaml; from the current folder. */
async function findUsual(today: Day, host: Host): Promise<string> {
  const [named] = await findAudits([], today, host);
  return named === undefined ? "audit.yaml" : relative(host.cwd, resolve(named.host.cwd, named.file));
}

/** Reads the audit, and the digest of just what was read. */
async function readBefore(file: string, host: Host): Promise<Before> {
  const path = resolve(host.cwd, file);
  const sha256 = await readFileDigest(path, file, host.files);
  const opened = await openAudit(file, host);
  if (sha256 !== (await readFileDigest(path, file, host.files)))
    throw new UserError(`${file} was changed by someone else while it was read`, [], "Type the same command again.");
  return { path, shown: file, opened, sha256 };
}

function periodFor({ from, to }: ReviewOptions, { opened }: Before): Period {
  const { period } = opened.audit;
  const next = nextPeriod(period, ...(from === undefined ? [] : [from]));
  const wanted = { from: next.from, to: to ?? next.to };
  if (wanted.from <= period.to)
    throw new UserError(
      `the new period would begin on ${describeDay(wanted.from)}, before the one of the audit ends, on ${describeDay(period.to)}`,
      [],
      "Give a later day with --from.",
    );
  if (wanted.to < wanted.from)
    throw new UserError(
      `the new period would end on ${describeDay(wanted.to)}, before it begins, on ${describeDay(wanted.from)}`,
      [],
      "Give --from and --to in order.",
    );
  return wanted;
}

/** The new file: paths of evidence and overlays count from its folder, so that it must be the one of the audit. */
function placeFor({ output }: ReviewOptions, { from }: Period, before: Before, host: Host): Place {
  const shown = output ?? join(dirname(before.shown), `audit-${from.slice(0, 4)}.yaml`);
  const path = resolve(host.cwd, shown);
  if (path === before.path)
    throw new UserError(
      `${shown} is the audit itself, which stays as it is`,
      [],
      "Name the new file with -o, beside the audit.",
    );
  if (dirname(path) === dirname(before.path)) return { path, shown };
  throw new UserError(
    `${shown} lies in another folder than the audit, whose paths of evidence would lead elsewhere from there`,
    [],
    `Write it beside the audit: -o ${basename(shown)} in the folder of the audit.`,
  );
}

interface Wish {
  readonly options: ReviewOptions;
  readonly period: Period;
  /** The audit that was started already; null: none was. */
  readonly present: Audit | null;
  readonly today: Day;
}

interface Prepared {
  readonly review: Review;
  readonly looks: readonly EvidenceLook[];
  readonly target: Target;
  readonly text: string;
}

/** The new audit and its text; nothing is written yet. */
async function prepare(before: Before, wish: Wish, host: Host): Promise<Prepared> {
  const { opened, path, sha256, shown } = before;
  const target = await targetFor(before, wish, host);
  const { audit } = opened;
  const editions = await editionsFor(audit, target);
  const carried = carryOver({
    audit,
    from: opened,
    to: target,
    editions,
    overlays: target.overlays,
    today: wish.today,
  });
  const started = startReview({ before: audit, carried, to: target, period: wish.period, sha256 });
  // What came out of the archive cites documents that no answer of the audit does.
  const all = { ...audit, responses: { ...started.audit.responses, ...audit.responses } };
  const cited = await readEvidenceOf(all, opened.source, path, host);
  if (cited.diagnostics.length > 0)
    throw new UserError("the evidence could not be looked at", arrange(cited.diagnostics));
  const text = await nextAuditText({ before: opened, after: started.audit, renamed: carried.renamed }, shown);
  return { review: started, looks: lookAgain(started, target.checklist, cited.readings, wish.today), target, text };
}

/** Those that the lineage is followed through; none where every answer was given for the edition that it stays with. */
async function editionsFor(
  { checklist, archive = [], responses }: Audit,
  target: Target,
): Promise<readonly Checklist[]> {
  const isOfOne =
    checklist === target.checklist.id &&
    archive.length === 0 &&
    Object.values(responses).every((response) => response["carried-from"] === undefined);
  return isOfOne ? [target.checklist] : Promise.all((await shippedIds()).map(readShippedChecklist));
}

async function targetFor(before: Before, { options, period, present, today }: Wish, host: Host): Promise<Target> {
  const folder = dirname(before.path);
  if (present !== null) {
    const overlay = (present.overlays ?? []).map((name) => join(folder, name));
    return readTarget(
      { to: present.checklist, overlay: overlay.length === 0 ? false : overlay },
      before.opened,
      folder,
      host,
    );
  }
  const day = period.from > today ? period.from : today;
  const to = options.checklist ?? editionInForce(await shippedIndex(), day);
  const overlay = options.overlays === false ? false : options.overlay;
  return readTarget({ to, ...(overlay === undefined ? {} : { overlay }) }, before.opened, folder, host);
}

/** False when somebody else has started the same meanwhile. Throws UserError when anything else is there by now. */
async function save(text: string, place: Place, before: Before, host: Host): Promise<boolean> {
  try {
    await saveNewFile(place.path, place.shown, text, host.files);
    return true;
  } catch (error) {
    const isThere = error instanceof UserError && error.diagnostics.some(({ code }) => code === "file-exists");
    if (!isThere || (await findStarted(place, before, host)) === null) throw error;
    return false;
  }
}

/** What speaks for waiting, though nobody has to. */
function warnings({ opened, shown }: Before, today: Day): readonly string[] {
  const { period } = opened.audit;
  return period.to < today ? [] : [`The period of ${shown} runs until ${describeDay(period.to)}, and is not over.\n`];
}

function whatNext({ shown }: Place, before: Before, isWritten: boolean, isStarted: boolean): string {
  const next = `Next: wt-audit audit ${shown}\nFrom now on, name it in every command, and in .wt-audit.yaml where there is one.\n`;
  if (isStarted)
    return `The review was started already: ${shown} comes from ${before.shown} as it is now. Nothing was written.\n${next}`;
  return isWritten
    ? `Wrote ${shown}. ${before.shown} is as it was.\n${next}`
    : "Nothing was written: this was a dry run.\n";
}
