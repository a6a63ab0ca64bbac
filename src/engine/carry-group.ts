import { type Checklist, type Requirement, requirementsOf } from "../model/checklist.js";
import type { Link } from "../model/lineage.js";
import { relate } from "./relate.js";

/** Requirements of two checklists that hang together by their links: usually one of each. */
export interface Group {
  /** In the order of their checklist; empty: added. */
  readonly before: readonly Requirement[];
  /** In the order of their checklist; empty: retired. */
  readonly after: readonly Requirement[];
  readonly links: readonly Link[];
}

/** What a relation leads to, ready to be looked up. */
export interface Groups {
  readonly all: readonly Group[];
  /** By the id of a requirement in the checklist that is left. */
  readonly before: ReadonlyMap<string, Group>;
  /** By the id of a requirement in the checklist that is gone to. */
  readonly after: ReadonlyMap<string, Group>;
}

/** What became of the requirements of one checklist in another, by all the editions that are known. */
export function groupsOf(from: Checklist, to: Checklist, editions: readonly Checklist[]): Groups {
  const links = relate(from, to, editions);
  const byBefore = collect(links, ({ before }) => before?.requirement.id);
  const byAfter = collect(links, ({ after }) => after?.requirement.id);
  const places = { from: orderOf(from), to: orderOf(to) };
  const seen = new Set<Link>();
  const all: Group[] = [];
  for (const link of links) {
    if (seen.has(link)) continue;
    const together: Link[] = [];
    const waiting = [link];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      together.push(next);
      waiting.push(...linksOf(byBefore, next.before?.requirement), ...linksOf(byAfter, next.after?.requirement));
    }
    all.push(createGroup(together, places.from, places.to));
  }
  return { all, before: indexBy(all, (group) => group.before), after: indexBy(all, (group) => group.after) };
}

/** The group as it looks when the way is gone back. */
export function reverse({ before, after, links }: Group): Group {
  return {
    before: after,
    after: before,
    links: links.map((link) => ({ ...link, before: link.after, after: link.before })),
  };
}

/** Whether one requirement became one. */
export function isPlain({ before, after }: Group): boolean {
  return before.length === 1 && after.length === 1;
}

/** What the requirement was before, in the order of its checklist. */
export function sourcesOf({ before, links }: Group, after: Requirement): readonly Requirement[] {
  return before.filter(({ id }) =>
    links.some((link) => link.after?.requirement.id === after.id && link.before?.requirement.id === id),
  );
}

/** What became of the requirement, in the order of its checklist. */
export function targetsOf(group: Group, before: Requirement): readonly Requirement[] {
  return sourcesOf(reverse(group), before);
}

function collect(
  links: readonly Link[],
  key: (link: Link) => string | undefined,
): ReadonlyMap<string, readonly Link[]> {
  const collected = new Map<string, Link[]>();
  for (const link of links) {
    const id = key(link);
    if (id === undefined) continue;
    const present = collected.get(id);
    if (present === undefined) collected.set(id, [link]);
    else present.push(link);
  }
  return collected;
}

function linksOf(links: ReadonlyMap<string, readonly Link[]>, end: Requirement | undefined): readonly Link[] {
  return (end === undefined ? undefined : links.get(end.id)) ?? [];
}

/** The place of every requirement in its checklist. */
function orderOf(checklist: Checklist): ReadonlyMap<string, number> {
  return new Map(requirementsOf(checklist).map(({ id }, index) => [id, index]));
}

function createGroup(
  links: readonly Link[],
  from: ReadonlyMap<string, number>,
  to: ReadonlyMap<string, number>,
): Group {
  return {
    before: inOrder(
      links.flatMap(({ before }) => before?.requirement ?? []),
      from,
    ),
    after: inOrder(
      links.flatMap(({ after }) => after?.requirement ?? []),
      to,
    ),
    links,
  };
}

/** Each once, in the order of its checklist. */
function inOrder(requirements: readonly Requirement[], order: ReadonlyMap<string, number>): readonly Requirement[] {
  const each = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const placeOf = ({ id }: Requirement): number => Number(order.get(id));
  return [...each.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}

function indexBy(groups: readonly Group[], ends: (group: Group) => readonly Requirement[]): ReadonlyMap<string, Group> {
  return new Map(groups.flatMap((group) => ends(group).map(({ id }) => [id, group] as const)));
}
