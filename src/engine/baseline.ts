import type { Baseline, BaselineFinding, BaselineGap } from "../model/baseline.js";
import type { GapKind } from "../model/report.js";
import type { FindingCode } from "../model/scan.js";
import type { Found } from "./waivers.js";

/** The baseline of who has none yet. */
export const emptyBaseline: Baseline = { schema: "baseline/1", gaps: [], findings: [] };

/**
 * What no baseline takes in: information about a child is never something to live with, and a waiver that has expired
 * is to be decided on again.
 */
export const neverKnown: ReadonlySet<string> = new Set<GapKind | FindingCode>(["waiver-expired", "case-data"]);

/** What was found; documents are null where none were asked for. */
export interface LookedAt extends Pick<Found, "gaps"> {
  readonly documents: Found["documents"] | null;
}

export interface Known extends Found {
  /** How many are marked. */
  readonly known: number;
  /** What the baseline has of the files that were looked at and is no longer there, each in a few words. */
  readonly gone: readonly string[];
}

/**
 * Marks the gaps and findings that the baseline knows: of each kind at each place as many as it counts, the first ones.
 * `audit` is the audit's path as the baseline writes it; null: no audit was looked at.
 */
export function markKnown(found: Found, baseline: Baseline, audit: string | null): Known {
  const left = new Map([
    ...baseline.gaps.map((entry) => [keyOf(entry), entry.count] as const),
    ...baseline.findings.map((entry) => [keyOf(entry), entry.count] as const),
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
  for (const key of waived) left.set(key, Math.max(0, leftOf(key) - 1));
  const goneOf = (entry: BaselineGap | BaselineFinding) => describeGone(entry, leftOf(keyOf(entry)));
  const [seenGaps, seenFindings] = seenIn(baseline, found, audit);
  return { gaps, documents, known, gone: [...seenGaps, ...seenFindings].flatMap(goneOf) };
}

/**
 * The baseline with what is there today. Entries of audits and documents that were not looked at stay as they are;
 * what is waived is no part of it.
 */
export function updateBaseline(old: Baseline, found: LookedAt, audit: string | null): Baseline {
  const [seenGaps, seenFindings] = seenIn(old, found, audit);
  const seen = new Set<BaselineGap | BaselineFinding>([...seenGaps, ...seenFindings]);
  const gaps = found.gaps.flatMap((gap) =>
    gap.waived || audit === null || neverKnown.has(gap.kind)
      ? []
      : [{ audit, requirement: gap.requirement, gap: gap.kind, count: 1 }],
  );
  const findings = (found.documents ?? []).flatMap(({ file, findings: all }) =>
    all.flatMap(({ code, waived }) => (waived || neverKnown.has(code) ? [] : [{ file, finding: code, count: 1 }])),
  );
  return orderBaseline({
    schema: "baseline/1",
    gaps: [...old.gaps.filter((entry) => !seen.has(entry)), ...gaps],
    findings: [...old.findings.filter((entry) => !seen.has(entry)), ...findings],
  });
}

/** Each kind at each place once, in an order that does not depend on how it came about. */
export function orderBaseline({ schema, gaps, findings }: Baseline): Baseline {
  return { schema, gaps: counted(gaps), findings: counted(findings) };
}

function counted<Entry extends BaselineGap | BaselineFinding>(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    byKey.set(key, { ...entry, count: entry.count + (byKey.get(key)?.count ?? 0) });
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** One entry a line, so that a change of one is a change of one line. */
export function renderBaseline(baseline: Baseline): string {
  const list = (entries: readonly string[]): string =>
    entries.length === 0 ? "[]" : `[\n${entries.map((entry) => `    ${entry}`).join(",\n")}\n  ]`;
  const gaps = baseline.gaps.map(({ audit, requirement, gap, count }) =>
    renderEntry({ audit, requirement, gap, count }),
  );
  const findings = baseline.findings.map(({ file, finding, count }) => renderEntry({ file, finding, count }));
  return `{\n  "schema": "baseline/1",\n  "gaps": ${list(gaps)},\n  "findings": ${list(findings)}\n}\n`;
}

function renderEntry(entry: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(entry).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${pairs.join(", ")} }`;
}

/** The entries of what was looked at. */
function seenIn(
  { gaps, findings }: Baseline,
  { documents }: LookedAt,
  audit: string | null,
): readonly [readonly BaselineGap[], readonly BaselineFinding[]] {
  const files = new Set((documents ?? []).map(({ file }) => file));
  return [gaps.filter((entry) => entry.audit === audit), findings.filter((entry) => files.has(entry.file))];
}

function describeGone(entry: BaselineGap | BaselineFinding, count: number): readonly string[] {
  if (count === 0) return [];
  const what = "audit" in entry ? `${entry.gap} for ${entry.requirement}` : `${entry.finding} in ${entry.file}`;
  return [count === 1 ? what : `${what} (${count})`];
}

/** The same for what is the same kind at the same place. */
export function keyOf(entry: BaselineGap | BaselineFinding): string {
  return JSON.stringify("audit" in entry ? [entry.audit, entry.requirement, entry.gap] : [entry.file, entry.finding]);
}

/** Null: it is not for a baseline. */
function keyOfGap(
  { requirement, kind }: { readonly requirement: string; readonly kind: GapKind },
  audit: string | null,
): string | null {
  return audit === null || neverKnown.has(kind) ? null : keyOf({ audit, requirement, gap: kind, count: 1 });
}

function keyOfFinding({ code }: { readonly code: string }, file: string): string | null {
  return neverKnown.has(code) ? null : keyOf({ file, finding: code, count: 1 });
}
