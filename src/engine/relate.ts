import type { Checklist } from "../model/checklist.js";
import type { LineageStep, Link, Located } from "../model/lineage.js";
import { joined, type Trace, traceEditions } from "./trace-editions.js";

/**
 * What every requirement of `from` is in `to`, by what the editions between them say; `editions` are all that are known.
 * Requirements of overlays are linked by id, or to those that their own `from` names, and never to one that the editions
 * carry on themselves. In the order of `to`; what has no place there last, in the order of `from`.
 */
export function relate(from: Checklist, to: Checklist, editions: readonly Checklist[]): readonly Link[] {
  const isBackward = to.published < from.published;
  const older = locate(isBackward ? to : from);
  const newer = locate(isBackward ? from : to);
  const national = nationalTraces(older, newer, editions);
  const traces = [...national, ...localTraces(older, newer, followedIn(national))];
  const links = traces.map((trace): Link => {
    const before = find(older, trace.before);
    const after = find(newer, trace.after);
    const { gap, notes } = trace;
    const note = notes.length === 0 ? null : notes.join(" ");
    return isBackward
      ? { before: after, after: before, steps: trace.steps.map(inverse).toReversed(), gap, note }
      : { before, after, steps: trace.steps, gap, note };
  });
  return inOrder(complete(links, from, to), from, to);
}

interface Side {
  readonly checklist: Checklist;
  readonly located: ReadonlyMap<string, Located>;
}

function locate(checklist: Checklist): Side {
  const located = checklist.standards.flatMap((standard) =>
    standard.requirements.map((requirement): [string, Located] => [requirement.id, { requirement, standard }]),
  );
  return { checklist, located: new Map(located) };
}

function find(side: Side, id: string | null): Located | null {
  return (id === null ? undefined : side.located.get(id)) ?? null;
}

/** How those of the editions hang together; an edition and itself by id. */
function nationalTraces(older: Side, newer: Side, editions: readonly Checklist[]): readonly Trace[] {
  if (older.checklist.id === newer.checklist.id) return sameIds(older, newer, isNational);
  return traceEditions(older.checklist, newer.checklist, editions);
}

/** Whether a trace begins or ends at what the editions carry on: no overlay splits, merges or widens that. */
function followedIn(national: readonly Trace[]): (trace: Trace) => boolean {
  const whole = national.filter(({ before, after }) => before !== null && after !== null);
  const [befores, afters] = [new Set(whole.map(({ before }) => before)), new Set(whole.map(({ after }) => after))];
  return ({ before, after }) => befores.has(before) || afters.has(after);
}

/**
 * How those of overlays hang together. What names others is linked to them; where neither side does, or both say the
 * same because they hold the same overlay, the id counts. Overlays bear no date: between two versions over one edition
 * the side that names the other is the newer one.
 */
function localTraces(older: Side, newer: Side, isFollowed: (trace: Trace) => boolean): readonly Trace[] {
  const alike = sameIds(older, newer, isLocal).filter((trace) => !isFollowed(trace));
  const kept = alike.filter(({ before, after }) => isSameLineage(find(older, before), find(newer, after)));
  const settled = new Set(kept.map(({ after }) => after));
  const named = namedTraces(newer, older).filter((trace) => !settled.has(trace.after) && !isFollowed(trace));
  const linked = new Set([...kept, ...named].map(({ before }) => before));
  const back = older.checklist.id === newer.checklist.id ? namedTraces(older, newer) : [];
  const inverted = back
    .map((trace): Trace => ({ ...trace, before: trace.after, after: trace.before, steps: trace.steps.map(inverse) }))
    .filter((trace) => !linked.has(trace.before) && !isFollowed(trace));
  const all = [...kept, ...named, ...inverted];
  const [befores, afters] = [new Set(all.map(({ before }) => before)), new Set(all.map(({ after }) => after))];
  const rest = alike.filter(({ before, after }) => !befores.has(before) && !afters.has(after));
  return [...all, ...rest];
}

/** The links that the local requirements of one side name to those of the other. */
function namedTraces(side: Side, other: Side): readonly Trace[] {
  return [...side.located.values()].flatMap(({ requirement }) => {
    const { overlay } = requirement;
    if (overlay === null) return [];
    const found = requirement.from.filter((item) => other.located.has(item.requirement));
    const traces = found.map((item): Trace => {
      const steps: readonly LineageStep[] =
        item.change === "unchanged" ? [] : [{ checklist: overlay.id, change: item.change, note: item.note }];
      return { before: item.requirement, after: requirement.id, steps, gap: [], notes: [] };
    });
    return joined(traces);
  });
}

/** Those that bear the same id on both sides, where `counts` says so of one of them at least. */
function sameIds(older: Side, newer: Side, counts: (a: Located, b: Located) => boolean): readonly Trace[] {
  return [...newer.located].flatMap(([id, after]): readonly Trace[] => {
    const before = older.located.get(id);
    return before !== undefined && counts(before, after)
      ? [{ before: id, after: id, steps: [], gap: [], notes: [] }]
      : [];
  });
}

function isLocal(a: Located, b: Located): boolean {
  return a.requirement.overlay !== null || b.requirement.overlay !== null;
}

function isNational(a: Located, b: Located): boolean {
  return !isLocal(a, b);
}

/** Whether both name the same: two copies of one requirement of one overlay do. */
function isSameLineage(a: Located | null, b: Located | null): boolean {
  return JSON.stringify(a?.requirement.from) === JSON.stringify(b?.requirement.from);
}

const inverses = {
  renamed: "renamed",
  reworded: "reworded",
  widened: "narrowed",
  narrowed: "widened",
  split: "merged",
  merged: "split",
  moved: "moved",
  returned: "returned",
} as const satisfies Record<LineageStep["change"], LineageStep["change"]>;

function inverse(step: LineageStep): LineageStep {
  return { ...step, change: inverses[step.change] };
}

/** With a link for each requirement that has none yet. */
function complete(links: readonly Link[], from: Checklist, to: Checklist): readonly Link[] {
  const told = (side: "before" | "after") => new Set(links.map((link) => link[side]?.requirement.id));
  const without = (checklist: Checklist, side: "before" | "after") => {
    const known = told(side);
    return [...locate(checklist).located.values()].filter(({ requirement }) => !known.has(requirement.id));
  };
  const none = { before: null, after: null, steps: [], gap: [], note: null };
  return [
    ...unsettled(links),
    ...without(to, "after").map((after): Link => ({ ...none, after })),
    ...without(from, "before").map((before): Link => ({ ...none, before })),
  ];
}

/** Without what the editions leave with no counterpart, where an overlay gives it one. */
function unsettled(links: readonly Link[]): readonly Link[] {
  const isWhole = ({ before, after }: Link) => before !== null && after !== null;
  const settled = new Set(links.filter(isWhole).flatMap(({ before, after }) => [before, after]));
  return links.filter((link) => isWhole(link) || (!settled.has(link.before) && !settled.has(link.after)));
}

function inOrder(links: readonly Link[], from: Checklist, to: Checklist): readonly Link[] {
  const places = (checklist: Checklist) => new Map([...locate(checklist).located.keys()].map((id, at) => [id, at]));
  const [befores, afters] = [places(from), places(to)];
  const at = (found: ReadonlyMap<string, number>, located: Located | null) =>
    (located === null ? undefined : found.get(located.requirement.id)) ?? found.size;
  return links.toSorted(
    (a, b) => at(afters, a.after) - at(afters, b.after) || at(befores, a.before) - at(befores, b.before),
  );
}
