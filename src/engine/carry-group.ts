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
  /** The links by the id of the requirement that they lead to. */
  readonly into: LinksById;
  /** The links by the id of the requirement that they come from. */
  readonly outOf: LinksById;
}

type LinksById = ReadonlyMap<string, readonly Link[]>;

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
  const places = { from: orderOf(from), to: orderOf(to) };
  const all = hangTogether(relate(from, to, editions)).map((links) =>
    createGroup(
      inOrder(
        links.flatMap(({ before }) => before?.requirement ?? []),
        places.from,
      ),
      inOrder(
        links.flatMap(({ after }) => after?.requirement ?? []),
        places.to,
      ),
      links,
    ),
  );
  return { all, before: indexBy(all, (group) => group.before), after: indexBy(all, (group) => group.after) };
}

/** The links in sets that share no requirement, each in the order of the list. */
function hangTogether(links: readonly Link[]): readonly (readonly Link[])[] {
  const byBefore = new Map(collect(links, idBefore));
  const byAfter = new Map(collect(links, idAfter));
  const sets = new Map<Link, Link[]>();
  for (const link of links) {
    const set = sets.get(link) ?? [];
    const waiting = sets.has(link) ? [] : [link];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      sets.set(next, set);
      waiting.push(...takeFrom(byBefore, idBefore(next)), ...takeFrom(byAfter, idAfter(next)));
    }
    set.push(link);
  }
  return [...new Set(sets.values())];
}

/** The links of a requirement, the first time that they are asked for: each leads to the same others. */
function takeFrom(links: Map<string, readonly Link[]>, id: string | undefined): readonly Link[] {
  const found = linksOf(links, id);
  if (id !== undefined) links.delete(id);
  return found;
}

/** The links of a requirement by its id; none where it is not among them. */
export function linksOf(links: LinksById, id: string | undefined): readonly Link[] {
  return (id === undefined ? undefined : links.get(id)) ?? [];
}

/** A group of these requirements; the links in the order of `after`, then of `before`. */
export function createGroup(
  before: readonly Requirement[],
  after: readonly Requirement[],
  links: readonly Link[],
): Group {
  return { before, after, links, into: collect(links, idAfter), outOf: collect(links, idBefore) };
}

/** The group as it looks when the way is gone back. */
export function reverse({ before, after, links }: Group): Group {
  return createGroup(
    after,
    before,
    links.map((link) => ({ ...link, before: link.after, after: link.before })),
  );
}

/** Whether one requirement became one. */
export function isPlain({ before, after }: Group): boolean {
  return before.length === 1 && after.length === 1;
}

/** What the requirement was before, in the order of its checklist. */
export function sourcesOf({ into }: Group, after: Requirement): readonly Requirement[] {
  return linksOf(into, after.id).flatMap(({ before }) => before?.requirement ?? []);
}

/** How many requirements it became. */
export function partsOf({ outOf }: Group, before: Requirement): number {
  return linksOf(outOf, before.id).length;
}

/** Whether of those that it became this is the first, in the order of their checklist. */
export function isFirstPart({ outOf }: Group, before: Requirement, after: Requirement): boolean {
  return linksOf(outOf, before.id)[0]?.after?.requirement.id === after.id;
}

function collect(links: readonly Link[], key: (link: Link) => string | undefined): LinksById {
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

function idBefore({ before }: Link): string | undefined {
  return before?.requirement.id;
}

function idAfter({ after }: Link): string | undefined {
  return after?.requirement.id;
}

/** The place of every requirement in its checklist. */
function orderOf(checklist: Checklist): ReadonlyMap<string, number> {
  return new Map(requirementsOf(checklist).map(({ id }, index) => [id, index]));
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
