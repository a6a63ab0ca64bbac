import type { Checklist } from "../model/checklist.js";
import type { Link, Located } from "../model/lineage.js";
import type { Profile } from "../model/profile.js";
import type { Change, ChangeKind, Diff, DiffSide } from "../schema/diff.gen.js";
import { detailChanges } from "./diff-details.js";
import { describeGap, noteOf, type Way } from "./diff-notes.js";
import { relate } from "./relate.js";

/** What changed on the way from one checklist to another. `editions` are all that are known; the profile gives the words for who is asked. */
export function diff(from: Checklist, to: Checklist, editions: readonly Checklist[], profile: Profile): Diff {
  const links = relate(from, to, editions);
  const ends = endsOf(links);
  const way: Way = { from, to, editions, isBackward: to.published < from.published };
  return {
    schema: "diff/1",
    from: sideOf(from),
    to: sideOf(to),
    shared: sharedRequirements(links).length,
    changes: [
      ...[...ends.into].flatMap(([after, group]) => changesOf(after, group, ends, way, profile)),
      ...links.flatMap(({ before, after, note }) => (before !== null && after === null ? [left(before, note)] : [])),
    ],
  };
}

function sideOf({ id, title, published, overlays }: Checklist): DiffSide {
  return { id, title, published, overlays: overlays.map((overlay) => overlay.id) };
}

export interface SharedRequirement {
  readonly before: Located;
  readonly after: Located;
}

/** What both ask, each the same arrangement: one to one, of the same width, and never left out in between. Scores compare over these. */
export function sharedRequirements(links: readonly Link[]): readonly SharedRequirement[] {
  const { into, outOf } = endsOf(links);
  return links.flatMap(({ before, after, steps, gap }) => {
    const isOneToOne = linksAt(outOf, before).length === 1 && linksAt(into, after).length === 1;
    if (before === null || after === null || !isOneToOne || gap.length > 0) return [];
    return steps.some((step) => isOther[step.change]) ? [] : [{ before, after }];
  });
}

/** Whether a requirement that went through this is no longer the same arrangement. */
const isOther = {
  renamed: false,
  reworded: false,
  moved: false,
  widened: true,
  narrowed: true,
  split: true,
  merged: true,
  returned: true,
} as const satisfies Record<Link["steps"][number]["change"], boolean>;

/** Links by the requirement that they lead to, and by the one that they come from, each in the order of the list. */
interface Ends {
  readonly into: ReadonlyMap<Located, readonly Link[]>;
  readonly outOf: ReadonlyMap<Located, readonly Link[]>;
}

function endsOf(links: readonly Link[]): Ends {
  const into = new Map<Located, Link[]>();
  const outOf = new Map<Located, Link[]>();
  const add = (to: Map<Located, Link[]>, end: Located | null, link: Link): void => {
    const present = end === null ? undefined : to.get(end);
    if (present !== undefined) present.push(link);
    else if (end !== null) to.set(end, [link]);
  };
  for (const link of links) {
    add(into, link.after, link);
    add(outOf, link.before, link);
  }
  return { into, outOf };
}

function linksAt(links: Ends["into"], end: Located | null): readonly Link[] {
  return (end === null ? undefined : links.get(end)) ?? [];
}

/** More are not named: no guidance splits a requirement so, and a list of all beside each of them would fill the memory. */
const mostNamed = 20;

function idsOf(located: readonly Located[]): string {
  const ids = located.slice(0, mostNamed).map(({ requirement }) => requirement.id);
  const more = located.length - ids.length;
  return `${ids.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
}

/** The changes of one requirement, from all that lead to it; one that says so when there are none. */
function changesOf(
  after: Located,
  group: readonly Link[],
  { outOf }: Ends,
  way: Way,
  profile: Profile,
): readonly Change[] {
  const origins = group.flatMap(({ before }) => before ?? []);
  const main = origins.find(({ requirement }) => requirement.id === after.requirement.id) ?? origins[0];
  if (main === undefined) return arrived(group, after, way);
  const parts = linksAt(outOf, main)
    .map((link) => link.after)
    .filter((part) => part !== null);
  const isOneToOne = origins.length === 1 && parts.length === 1;
  const pair = { main, after, isSame: isOneToOne || main.requirement.id === after.requirement.id };
  const found = [
    ...declaredChanges(group, pair, way),
    ...renamed(group, pair, way),
    ...fanned("split", parts.length > 1, idsOf([main]), idsOf(parts), { group, after, way }),
    ...fanned("merged", origins.length > 1, idsOf(origins), idsOf([after]), { group, after, way }),
    ...detailChanges(pair, noteOf(group, "reworded", way), way, profile),
  ];
  return found.length > 0 ? found : [change("unchanged", after)];
}

function change(kind: ChangeKind, { requirement }: Located, over: Partial<Change> = {}): Change {
  const { id, title } = requirement;
  return { kind, requirement: id, title, part: null, before: null, after: null, note: null, ...over };
}

function left(before: Located, note: string | null): Change {
  return change("retired", before, { before: before.requirement.question, note });
}

/** What the other checklist did not ask: new, or back again. */
function arrived(group: readonly Link[], after: Located, way: Way): readonly Change[] {
  const isBack = group.some(({ steps }) => steps.some((step) => step.change === "returned"));
  const note = isBack ? describeGap(group, way) : (group[0]?.note ?? null);
  return [change(isBack ? "returned" : "added", after, { after: after.requirement.question, note })];
}

/** What the lineage says of a requirement that is asked on both sides, where no text can show it. */
function declaredChanges(group: readonly Link[], { main, after }: Pair, way: Way): readonly Change[] {
  const says = (kind: ChangeKind) => group.some(({ steps }) => steps.some((step) => step.change === kind));
  const ids = { before: main.requirement.id, after: after.requirement.id };
  const width = (["widened", "narrowed"] as const).filter(says);
  const isMoved = main.standard.id !== after.standard.id || says("moved");
  const standards = { before: main.standard.title, after: after.standard.title };
  const questions = { before: main.requirement.question, after: after.requirement.question };
  return [
    ...(group.some(({ gap }) => gap.length > 0)
      ? [change("returned", after, { ...questions, note: describeGap(group, way) })]
      : []),
    ...width.map((kind) => change(kind, after, { ...ids, note: noteOf(group, kind, way) })),
    ...(isMoved ? [change("moved", after, { ...standards, note: noteOf(group, "moved", way) })] : []),
  ];
}

interface Pair {
  readonly main: Located;
  readonly after: Located;
  /** Whether one is the other, and not a part of it alone. */
  readonly isSame: boolean;
}

/** Under another id, or another title. The title before is in the note where the ids are told. */
function renamed(group: readonly Link[], { main, after, isSame }: Pair, way: Way): readonly Change[] {
  const note = noteOf(group, "renamed", way);
  const [was, is] = [main.requirement, after.requirement];
  if (was.id !== is.id) {
    if (!isSame && note === null) return [];
    const called = was.title === is.title ? [] : [`It was called "${was.title}".`];
    const notes = [...called, ...(note === null ? [] : [note])];
    return [
      change("renamed", after, { before: was.id, after: is.id, note: notes.length === 0 ? null : notes.join(" ") }),
    ];
  }
  return was.title === is.title ? [] : [change("renamed", after, { before: was.title, after: is.title, note })];
}

/** Split or merged: the links show it, or the lineage says so where the other part is not asked on both sides. */
function fanned(
  kind: "split" | "merged",
  isShown: boolean,
  before: string,
  afterIds: string,
  { group, after, way }: { readonly group: readonly Link[]; readonly after: Located; readonly way: Way },
): readonly Change[] {
  const isSaid = group.some(({ steps }) => steps.some((step) => step.change === kind));
  if (!isShown && !isSaid) return [];
  return [change(kind, after, { before, after: afterIds, note: noteOf(group, kind, way) })];
}
