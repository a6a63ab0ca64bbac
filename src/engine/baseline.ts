import type { Baseline, BaselineFinding, BaselineGap, BaselineStatement } from "../model/baseline.js";
import type { Gap, GapKind, ReportFinding } from "../model/report.js";
import type { FindingCode } from "../model/scan.js";
import type { Found } from "./waivers.js";

/** The baseline of who has none yet. */
export const emptyBaseline: Baseline = { schema: "baseline/1", gaps: [], findings: [] };

/**
 * What no baseline takes in: information about a child is never something to live with, and a waiver that has expired
 * is to be decided on again.
 */
export const neverKnown: ReadonlySet<string> = new Set<GapKind | FindingCode>([
  "waiver-expired",
  "case-data",
  "evidence-case-data",
]);

/** What was found; documents are null where none were asked for, and statements null or not given. */
export interface LookedAt extends Pick<Found, "gaps"> {
  readonly documents: Found["documents"] | null;
  readonly statements?: Found["statements"];
}

type Entry = BaselineGap | BaselineFinding | BaselineStatement;

export interface Known extends Found {
  /** How many are marked. */
  readonly known: number;
  /** What the baseline has of the files that were looked at and is no longer there, each in a few words. */
  readonly gone: readonly string[];
}

/**
 * Marks the gaps and findings that the baseline knows: of each kind at each place as many as it counts, the first ones.
 * `audit` is the audit's path as the baseline writes it; null: no audit was looked at. Of documents that are not among
 * the changed ones only a part is told, so that nothing of them has gone; null: all are told.
 */
export function markKnown(
  found: Found,
  baseline: Baseline,
  audit: string | null,
  changed: ReadonlySet<string> | null,
): Known {
  const left = new Map([
    ...[...baseline.gaps, ...baseline.findings].map((entry) => [keyOf(entry), entry.count] as const),
    ...(baseline.statements ?? []).map((entry) => [keyOf(entry), 1] as const),
  ]);
  const leftOf = (key: string): number => left.get(key) ?? 0;
  /** A waived one is still there: it leaves the baseline without having gone. */
  const waived: string[] = [];
  let known = 0;
  const take = (key: string | null, isWaived: boolean): boolean => {
    if (key === null || leftOf(key) === 0) return false;
    if (isWaived) {
      waived.push(key);
      return false;
    }
    left.set(key, leftOf(key) - 1);
    known += 1;
    return true;
  };
  const gaps = found.gaps.map((gap) => ({ ...gap, known: take(keyOfGap(gap, audit), gap.waived) }));
  const documents = found.documents.map((document) => ({
    ...document,
    findings: document.findings.map((finding) => ({
      ...finding,
      known: take(keyOfFinding(finding, document.file), finding.waived),
    })),
  }));
  const statements =
    found.statements?.map((statement) => ({ ...statement, known: take(keyOf(statement), statement.waived) })) ?? null;
  for (const key of waived) left.set(key, Math.max(0, leftOf(key) - 1));
  const seen = seenIn(baseline, { ...found, documents: wholly(found.documents, changed) }, audit);
  const gone = [...seen.gaps, ...seen.findings, ...seen.statements].flatMap((entry) =>
    describeGone(entry, leftOf(keyOf(entry))),
  );
  return { gaps, documents, statements, known, gone };
}

/**
 * The baseline with what is there today. Entries of audits and documents that were not looked at stay as they are;
 * what is waived is no part of it.
 */
export function updateBaseline(old: Baseline, found: LookedAt, audit: string | null): Baseline {
  const seen = seenIn(old, found, audit);
  const replaced = new Set<Entry>([...seen.gaps, ...seen.findings, ...seen.statements]);
  const gaps = found.gaps.flatMap((gap) =>
    gap.waived || audit === null || neverKnown.has(gap.kind) ? [] : [entryOfGap(gap, audit)],
  );
  const findings = (found.documents ?? []).flatMap(({ file, findings: all }) =>
    all.flatMap((finding) => (finding.waived || neverKnown.has(finding.code) ? [] : [entryOfFinding(finding, file)])),
  );
  const statements = (found.statements ?? []).flatMap(({ requirement, result, waived }) =>
    waived ? [] : [{ requirement, result }],
  );
  return orderBaseline({
    schema: "baseline/1",
    gaps: [...old.gaps.filter((entry) => !replaced.has(entry)), ...gaps],
    findings: [...old.findings.filter((entry) => !replaced.has(entry)), ...findings],
    statements: [...(old.statements ?? []).filter((entry) => !replaced.has(entry)), ...statements],
  });
}

/** Each kind at each place once, in an order that does not depend on how it came about. */
export function orderBaseline({ schema, gaps, findings, statements = [] }: Baseline): Baseline {
  const missing = inOrder(new Map(statements.map((entry) => [keyOf(entry), entry] as const)));
  const rest = missing.length === 0 ? {} : { statements: missing };
  return { schema, gaps: counted(gaps), findings: counted(findings), ...rest };
}

function counted<Counted extends BaselineGap | BaselineFinding>(entries: readonly Counted[]): readonly Counted[] {
  const byKey = new Map<string, Counted>();
  for (const entry of entries) {
    const key = keyOf(entry);
    byKey.set(key, { ...entry, count: entry.count + (byKey.get(key)?.count ?? 0) });
  }
  return inOrder(byKey);
}

function inOrder<Kept>(byKey: ReadonlyMap<string, Kept>): readonly Kept[] {
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** One entry a line, so that a change of one is a change of one line. */
export function renderBaseline(baseline: Baseline): string {
  const list = (entries: readonly string[]): string =>
    entries.length === 0 ? "[]" : `[\n${entries.map((entry) => `    ${entry}`).join(",\n")}\n  ]`;
  const gaps = baseline.gaps.map(({ audit, requirement, gap, about, count }) =>
    renderEntry({ audit, requirement, gap, about, count }),
  );
  const findings = baseline.findings.map(({ file, finding, about, count }) =>
    renderEntry({ file, finding, about, count }),
  );
  const statements = (baseline.statements ?? []).map(({ requirement, result }) => renderEntry({ requirement, result }));
  const rest = statements.length === 0 ? "" : `,\n  "statements": ${list(statements)}`;
  return `{\n  "schema": "baseline/1",\n  "gaps": ${list(gaps)},\n  "findings": ${list(findings)}${rest}\n}\n`;
}

function renderEntry(entry: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(entry).flatMap(([key, value]) =>
    value === undefined ? [] : [`${JSON.stringify(key)}: ${JSON.stringify(value)}`],
  );
  return `{ ${pairs.join(", ")} }`;
}

/** The documents of which all is told. */
export function wholly(documents: Found["documents"], changed: ReadonlySet<string> | null): Found["documents"] {
  return documents.filter(({ file }) => changed === null || changed.has(file));
}

/** The entries of what was looked at. */
function seenIn({ gaps, findings, statements = [] }: Baseline, found: LookedAt, audit: string | null) {
  const files = new Set((found.documents ?? []).map(({ file }) => file));
  return {
    gaps: gaps.filter((entry) => entry.audit === audit),
    findings: findings.filter((entry) => files.has(entry.file)),
    statements: found.statements == null ? [] : statements,
  };
}

function describeGone(entry: Entry, count: number): readonly string[] {
  if (count === 0) return [];
  const what = describeEntry(entry);
  return [count === 1 ? what : `${what} (${count})`];
}

function describeEntry(entry: Entry): string {
  if ("result" in entry) return `${entry.result} for ${entry.requirement}`;
  const about = entry.about === undefined ? "" : `: ${entry.about}`;
  return "audit" in entry
    ? `${entry.gap} for ${entry.requirement}${about}`
    : `${entry.finding} in ${entry.file}${about}`;
}

/** The same for what is the same kind at the same place and about the same. */
export function keyOf(entry: Entry): string {
  if ("result" in entry) return JSON.stringify([entry.requirement, entry.result]);
  const about = entry.about ?? null;
  if ("audit" in entry) return JSON.stringify([entry.audit, entry.requirement, entry.gap, about]);
  return JSON.stringify([entry.file, entry.finding, about]);
}

function entryOfGap(
  { requirement, kind, about }: Pick<Gap, "requirement" | "kind" | "about">,
  audit: string,
): BaselineGap {
  return { audit, requirement, gap: kind, ...aboutOf(about), count: 1 };
}

function entryOfFinding({ code, about }: Pick<ReportFinding, "code" | "about">, file: string): BaselineFinding {
  return { file, finding: code, ...aboutOf(about), count: 1 };
}

/** The key is left out where there is nothing to say, blanks being nothing. */
function aboutOf(about: string | null): { readonly about?: string } {
  return about === null || about.trim() === "" ? {} : { about };
}

/** Null: it is not for a baseline. */
function keyOfGap(gap: Pick<Gap, "requirement" | "kind" | "about">, audit: string | null): string | null {
  return audit === null || neverKnown.has(gap.kind) ? null : keyOf(entryOfGap(gap, audit));
}

function keyOfFinding(finding: Pick<ReportFinding, "code" | "about">, file: string): string | null {
  return neverKnown.has(finding.code) ? null : keyOf(entryOfFinding(finding, file));
}
