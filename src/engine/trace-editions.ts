import { type Checklist, type Lineage, type Requirement, requirementsOf } from "../model/checklist.js";
import type { LineageStep } from "../model/lineage.js";

/** The way of a requirement of one checklist to one of a later one; null: it begins, or ends, on the way. */
export interface Trace {
  readonly before: string | null;
  readonly after: string | null;
  readonly steps: readonly LineageStep[];
  readonly gap: readonly string[];
  readonly notes: readonly string[];
}

/** An edition on the way, and the ways that lead to each of its requirements. */
interface Stage {
  readonly checklist: Checklist;
  readonly traces: ReadonlyMap<string, readonly Trace[]>;
}

/**
 * How the requirements of the editions hang together, from an older checklist to a newer one, through all published
 * between. Every one of them stands in at least one trace; those of overlays in none.
 */
export function traceEditions(older: Checklist, newer: Checklist, editions: readonly Checklist[]): readonly Trace[] {
  const known = editions.toSorted((a, b) => (a.published < b.published ? -1 : 1));
  const between = known.filter(({ published }) => older.published < published && published < newer.published);
  const start = nationalOf(older).map(({ id }): [string, readonly Trace[]] => [id, [{ ...nothing, before: id }]]);
  const stages: Stage[] = [{ checklist: older, traces: new Map(start) }];
  for (const checklist of [...between, newer]) stages.push(nextStage(checklist, stages, known));
  const arrived = stages
    .slice(-1)
    .flatMap(({ traces }) => [...traces])
    .flatMap(([after, traces]) => traces.map((trace) => ({ ...trace, after })));
  const goers = new Set(arrived.map(({ before }) => before));
  const left = nationalOf(older).filter(({ id }) => !goers.has(id));
  return [...arrived, ...left.map(({ id }) => ({ ...nothing, before: id, notes: lossesOf(id, stages) }))];
}

const nothing: Trace = { before: null, after: null, steps: [], gap: [], notes: [] };

function nationalOf(checklist: Checklist): readonly Requirement[] {
  return requirementsOf(checklist).filter(({ overlay }) => overlay === null);
}

function nextStage(checklist: Checklist, stages: readonly Stage[], known: readonly Checklist[]): Stage {
  const traces = nationalOf(checklist).map((requirement): [string, readonly Trace[]] => {
    const ways = requirement.from.flatMap((item) =>
      item.change === "returned"
        ? returning(item, checklist, stages, known)
        : (stages.at(-1)?.traces.get(item.requirement) ?? []).map((trace) => extended(trace, item, checklist)),
    );
    const carried = ways.filter(({ before }) => before !== null);
    const met = joined(carried.length > 0 ? carried : ways);
    return [requirement.id, met.length > 0 ? met : [nothing]];
  });
  return { checklist, traces: new Map(traces) };
}

function extended(trace: Trace, item: Lineage, { id }: Checklist): Trace {
  if (item.change === "unchanged") return trace;
  return { ...trace, steps: [...trace.steps, { checklist: id, change: item.change, note: item.note }] };
}

/** The ways to a requirement that comes back over editions that did not ask it. */
function returning(
  item: Lineage,
  checklist: Checklist,
  stages: readonly Stage[],
  known: readonly Checklist[],
): readonly Trace[] {
  const at = stages.findIndex((stage) => stage.checklist.id === item.edition);
  const last = stages[at]?.checklist ?? known.find(({ id }) => id === item.edition);
  if (last === undefined) return [extended(nothing, item, checklist)];
  const gap = known
    .filter(({ published }) => last.published < published && published < checklist.published)
    .map(({ id }) => id);
  if (at === -1) return [extended({ ...nothing, gap, notes: [`It stood in ${last.title}.`] }, item, checklist)];
  const notes = stages.slice(at + 1, at + 2).flatMap((stage) => lossIn(stage, item.requirement));
  const ways = stages[at]?.traces.get(item.requirement) ?? [];
  return ways.map((trace) =>
    extended({ ...trace, gap: [...trace.gap, ...gap], notes: [...trace.notes, ...notes] }, item, checklist),
  );
}

/** What the editions on the way say of all that became of a requirement and was left out. */
function lossesOf(id: string, stages: readonly Stage[]): readonly string[] {
  const notes = stages.flatMap((stage, s) => {
    const earlier = [...(stages[s - 1]?.traces ?? [])].filter(([, traces]) =>
      traces.some(({ before }) => before === id),
    );
    return earlier.flatMap(([current]) => lossIn(stage, current));
  });
  return [...new Set(notes)];
}

/** What an edition says of a requirement that it retires, with the year in which it does. */
function lossIn({ checklist }: Stage, id: string): readonly string[] {
  const year = checklist.published.slice(0, 4);
  return checklist.retired
    .filter(({ requirement }) => requirement === id)
    .map(({ note, into }) => {
      const heir = requirementsOf(checklist).find((requirement) => requirement.id === into);
      return `${year}: ${note}${heir === undefined ? "" : ` A part of it went to "${heir.title}".`}`;
    });
}

/** Of traces that all end in the same place, one for each beginning, with all that happened on its ways. */
export function joined(traces: readonly Trace[]): readonly Trace[] {
  const found = new Map<string | null, Trace>();
  for (const trace of traces) {
    const other = found.get(trace.before);
    found.set(trace.before, other === undefined ? trace : together(other, trace));
  }
  return [...found.values()];
}

function together(a: Trace, b: Trace): Trace {
  const isNew = (step: LineageStep) => !a.steps.some((other) => isSameStep(step, other));
  return {
    ...a,
    steps: [...a.steps, ...b.steps.filter(isNew)],
    gap: [...new Set([...a.gap, ...b.gap])],
    notes: [...new Set([...a.notes, ...b.notes])],
  };
}

function isSameStep(a: LineageStep, b: LineageStep): boolean {
  return a.checklist === b.checklist && a.change === b.change && a.note === b.note;
}
