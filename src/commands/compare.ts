import { compare as compareAudits, type ToCompare } from "../engine/compare.js";
import { dayToShow } from "../engine/compare-day.js";
import { ExitCode, UserError } from "../errors.js";
import { readShippedChecklist, shippedIds } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Audit } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import { describeDay } from "../model/day.js";
import { comparisonFormats, renderComparison } from "../reporters/comparison-reporters.js";
import { escapeTerminal } from "../reporters/escape.js";
import { judgeOptions } from "./judge.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";
import { withoutProgress } from "./progress.js";
import { inspect, type Judged, judgeInspected } from "./read-report.js";

export interface CompareOptions extends OutputOptions {
  /** Two or more. */
  readonly files: readonly string[];
  readonly maxAge?: string;
  readonly today?: string;
  /** Whether audits of different organisations may be compared. */
  readonly anyOrganisation?: boolean;
}

/** What changed from the oldest to the newest of the audits. Passes whatever changed. */
export async function compare(options: CompareOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, comparisonFormats);
  const audits = await readAudits(options, host);
  const inOrder = audits.toSorted(byPeriod);
  refuseTwice(inOrder);
  if (options.anyOrganisation !== true) refuseOthers(inOrder);
  const comparison = compareAudits(
    inOrder.map(toCompare),
    await editionsOf(inOrder),
    judgeOptions(options, host).today,
  );
  if (options.quiet !== true) await tellOrder(audits, inOrder, host);
  const inputs = inOrder.flatMap((audit) => audit.inputs);
  await writeWanted(
    wanted,
    (format, render) => renderComparison(format, comparison, render),
    { ...options, inputs },
    host,
  );
  return ExitCode.passed;
}

interface ReadAudit extends Judged {
  readonly file: string;
}

/**
 * Every audit as it stood: the newest today, the others as they stood at the end of their period. Throws UserError with all that
 * is wrong with any.
 */
async function readAudits({ files, ...options }: CompareOptions, host: Host): Promise<readonly ReadAudit[]> {
  if (files.filter((file) => file === "-").length > 1)
    throw new UserError("standard input holds one audit, and is named more than once", [], "Give the others as files.");
  const { today, ...judging } = judgeOptions(options, host);
  const opened = await attemptAll(files, async (file) => ({ file, inspected: await inspect(file, host) }));
  const newest = opened.done
    .flatMap(({ inspected }) => inspected.audit ?? [])
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .at(-1);
  const judged = await attemptAll(opened.done, async ({ file, inspected }) => {
    const { audit } = inspected;
    const day = audit === null || audit === newest ? today : dayToShow(audit, today);
    return {
      file,
      ...(await judgeInspected(inspected, file, { ...judging, today: day }, withoutProgress(options, host))),
    };
  });
  const failures = [...opened.failures, ...judged.failures];
  if (failures.length > 0) throw allOf(failures);
  return judged.done;
}

type Period = Audit["period"];

interface Attempts<Result> {
  readonly done: readonly Result[];
  readonly failures: readonly UserError[];
}

/** Does it for each, whatever goes wrong with others; what is no mistake of the user is thrown on. */
async function attemptAll<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Attempts<Result>> {
  const done: Result[] = [];
  const failures: UserError[] = [];
  for (const item of items) {
    try {
      done.push(await work(item));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
  }
  return { done, failures };
}

function allOf(failures: readonly UserError[]): UserError {
  const [only, ...more] = failures;
  if (only !== undefined && more.length === 0) return only;
  const hints = new Set(failures.flatMap(({ hint }) => hint ?? []));
  return new UserError(
    failures.map(({ message }) => message).join("; "),
    failures.flatMap(({ diagnostics }) => diagnostics),
    hints.size === 0 ? null : [...hints].join("\n"),
  );
}

function byPeriod(a: ReadAudit, b: ReadAudit): number {
  return comparePeriods(a.opened.audit.period, b.opened.audit.period);
}

function comparePeriods(a: Period, b: Period): number {
  const [one, other] = [`${a.from} ${a.to}`, `${b.from} ${b.to}`];
  return one === other ? 0 : one < other ? -1 : 1;
}

function pairs(audits: readonly ReadAudit[]): readonly (readonly [ReadAudit, ReadAudit])[] {
  return audits.slice(1).flatMap((audit, index) => {
    const before = audits[index];
    return before === undefined ? [] : [[before, audit] as const];
  });
}

/** Two audits of one period are two versions of one: neither is before the other. */
function refuseTwice(inOrder: readonly ReadAudit[]): void {
  const twice = pairs(inOrder).find(([a, b]) => byPeriod(a, b) === 0);
  if (twice === undefined) return;
  const [a, b] = twice;
  throw new UserError(
    `${a.file} and ${b.file} are both of ${describePeriod(a)}, so neither is older`,
    [],
    "Compare audits of different periods: each says its own in the key period.",
  );
}

function describePeriod({ opened }: ReadAudit): string {
  const { from, to } = opened.audit.period;
  return `${describeDay(from)} to ${describeDay(to)}`;
}

/** Every audit must be of the organisation that the newest is of. */
function refuseOthers(inOrder: readonly ReadAudit[]): void {
  const newest = inOrder.at(-1);
  const others = inOrder.filter((audit) => newest !== undefined && !isSameOrganisation(audit, newest));
  if (newest === undefined || others.length === 0) return;
  const named = [...others, newest].map((audit) => `${audit.file} of ${describeOrganisation(audit)}`);
  throw new UserError(
    `these are audits of different organisations: ${named.join(", ")}`,
    [],
    "Where it is one organisation under two names, say so: --any-organisation.",
  );
}

/** By their references where both give one, whatever they are called; else by name. */
function isSameOrganisation(a: ReadAudit, b: ReadAudit): boolean {
  const [one, other] = [a.opened.audit.organisation, b.opened.audit.organisation];
  if (one.reference !== undefined && other.reference !== undefined) return one.reference === other.reference;
  return plainName(one.name) === plainName(other.name);
}

function plainName(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s+/gu, " ").trim().toLowerCase();
}

function describeOrganisation({ opened }: ReadAudit): string {
  const { name, reference } = opened.audit.organisation;
  return reference === undefined ? name : `${name} (${reference})`;
}

/** What the reader must know of the order, on standard error. */
async function tellOrder(given: readonly ReadAudit[], inOrder: readonly ReadAudit[], host: Host): Promise<void> {
  const files = inOrder.map(({ file }) => file).join(", ");
  const isMoved = given.some((audit, index) => audit !== inOrder[index]);
  const overlapping = pairs(inOrder).filter(([a, b]) => a.opened.audit.period.to >= b.opened.audit.period.from);
  const sentences = [
    ...(isMoved ? [`The audits were put in the order of their periods, oldest first: ${files}.`] : []),
    ...overlapping.map(([a, b]) => `The periods of ${a.file} and ${b.file} overlap.`),
  ];
  for (const sentence of sentences) await host.stderr.write(`${escapeTerminal(sentence)}\n`);
}

/** Those that the lineage is followed through; one is enough where all audits are against it. */
async function editionsOf(audits: readonly ReadAudit[]): Promise<readonly Checklist[]> {
  const ids = new Set(audits.map(({ opened }) => opened.checklist.id));
  return ids.size === 1
    ? audits.slice(0, 1).map(({ opened }) => opened.checklist)
    : Promise.all((await shippedIds()).map(readShippedChecklist));
}

function toCompare({ file, report, opened: { audit, checklist } }: ReadAudit): ToCompare {
  return { file: file === "-" ? "standard input" : file, report, audit, checklist };
}
