import { type Checklist, requirementsOf } from "../model/checklist.js";
import { describeDay } from "../model/day.js";
import type { Change, ChangeKind, Diff } from "../schema/diff.gen.js";
import { compareWords, type Piece } from "./diff-words.js";
import { countOf } from "./wording.js";

/** A diff, and the two checklists that it is of. */
export interface Comparison {
  readonly diff: Diff;
  readonly from: Checklist;
  readonly to: Checklist;
  /** Whether what did not change is listed too. */
  readonly all: boolean;
}

/** A diff as it is read; all texts are raw. */
export interface DiffSections {
  readonly title: string;
  readonly entries: readonly { readonly term: string; readonly text: string }[];
  readonly notices: readonly { readonly title: string; readonly text: string }[];
  /** What it comes to, a sentence each. */
  readonly summary: readonly string[];
  readonly groups: readonly DiffGroup[];
}

export interface DiffGroup {
  readonly kind: ChangeKind;
  readonly title: string;
  readonly meaning: string;
  readonly items: readonly DiffItem[];
}

export interface DiffItem {
  readonly title: string;
  /** Null where several requirements changed in the same way. */
  readonly id: string | null;
  readonly entries: readonly { readonly term: string; readonly pieces: readonly Piece[] }[];
  readonly notes: readonly string[];
}

export function diffSections(comparison: Comparison): DiffSections {
  const { diff, from, to, all } = comparison;
  const groups = order.flatMap((kind) => groupOf(kind, diff));
  return {
    title: `What changed from ${titleOf(from)} to ${titleOf(to)}`,
    entries: [
      { term: "From", text: describeSide(from) },
      { term: "To", text: describeSide(to) },
    ],
    notices: [...new Map([from, to].map((side) => [side.id, side])).values()].flatMap(({ title, notice }) =>
      notice === null ? [] : [{ title: `About ${title}`, text: notice }],
    ),
    summary: [...summaryOf(diff), describeVerified(to)],
    groups: groups.filter(({ kind }) => all || kind !== "unchanged"),
  };
}

/** "Working Together to Safeguard Children 2026 with Anytown return 2026". */
function titleOf({ title, overlays }: Checklist): string {
  return overlays.length === 0 ? title : `${title} with ${overlays.map((overlay) => overlay.title).join(" and ")}`;
}

function describeSide({ id, published, overlays }: Checklist): string {
  return `${[id, ...overlays.map((overlay) => overlay.id)].join(" with ")}, published ${describeDay(published)}`;
}

function summaryOf({ changes, shared }: Diff): readonly string[] {
  const count = (kind: ChangeKind) =>
    new Set(changes.filter((change) => change.kind === kind).map(({ requirement }) => requirement)).size;
  const counts = order.flatMap((kind) => (count(kind) === 0 ? [] : [`${count(kind)} ${kindInfo[kind].few}`]));
  return [
    counts.length === 0 ? "Neither asks anything." : `Requirements: ${counts.join(", ")}.`,
    shared === 0
      ? "No requirement is the same arrangement on both sides, so no scores compare."
      : `${countOf(shared, "requirement")} ${shared === 1 ? "is" : "are"} the same arrangement on both sides: scores compare over ${shared === 1 ? "that one" : "those"} only.`,
  ];
}

function describeVerified(to: Checklist): string {
  const requirements = requirementsOf(to);
  const verified = requirements.filter(({ reference }) => reference.verified).length;
  return `Of the references of ${to.title}, ${verified} of ${requirements.length} were checked in the document itself.`;
}

/** What a reader has to act on first. */
const order = [
  "added",
  "returned",
  "retired",
  "widened",
  "narrowed",
  "split",
  "merged",
  "force",
  "applicability",
  "reworded",
  "renamed",
  "moved",
  "reference",
  "unchanged",
] as const satisfies readonly ChangeKind[];

const kindInfo = {
  added: { few: "new", title: "New", meaning: "Asked now, and not before." },
  returned: { few: "returned", title: "Returned", meaning: "Asked once, left out since, and asked again." },
  retired: {
    few: "no longer asked",
    title: "No longer asked",
    meaning: "Left out. That is not the same as put right.",
  },
  widened: { few: "widened", title: "Widened", meaning: "Asks for more than it did." },
  narrowed: { few: "narrowed", title: "Narrowed", meaning: "Asks for less than it did." },
  split: { few: "split", title: "Split", meaning: "One requirement became several." },
  merged: { few: "merged", title: "Merged", meaning: "Several requirements became one." },
  force: { few: "of another force", title: "Another force", meaning: "Binds more, or less, than it did." },
  applicability: { few: "asked of others", title: "Asked of others", meaning: "Who is asked has changed." },
  reworded: { few: "reworded", title: "Reworded", meaning: "The same arrangement in other words." },
  renamed: { few: "renamed", title: "Renamed", meaning: "Goes by another name." },
  moved: { few: "moved", title: "Moved", meaning: "Stands in another place." },
  reference: {
    few: "with another reference",
    title: "Another reference",
    meaning: "Stands elsewhere in the document.",
  },
  unchanged: { few: "unchanged", title: "Unchanged", meaning: "The same in every respect." },
} as const satisfies Record<ChangeKind, { readonly few: string; readonly title: string; readonly meaning: string }>;

function groupOf(kind: ChangeKind, { changes }: Diff): readonly DiffGroup[] {
  const found = changes.filter((change) => change.kind === kind);
  const ids = [...new Set(found.map(({ requirement }) => requirement))];
  const { title, meaning } = kindInfo[kind];
  const items =
    kind === "reference" ? alike(found) : ids.map((id) => itemOf(found.filter((change) => change.requirement === id)));
  return items.length === 0 ? [] : [{ kind, title: `${title} (${ids.length})`, meaning, items }];
}

/** Most references change with the edition, and in the same way: told once for all that do. */
function alike(changes: readonly Change[]): readonly DiffItem[] {
  const places = new Map<string, readonly Change[]>();
  for (const change of changes) {
    const place = JSON.stringify([change.before, change.after]);
    places.set(place, [...(places.get(place) ?? []), change]);
  }
  return [...places.values()].map((group) => {
    if (group.length === 1) return itemOf(group);
    const names = group.map(({ title, requirement }) => `${title} (${requirement})`).join("; ");
    const entries = [...group.slice(0, 1).flatMap(entriesOf), ...entry("For", names)];
    return { title: countOf(group.length, "requirement"), id: null, entries, notes: [] };
  });
}

/** All that changed of one requirement in one way. */
function itemOf(changes: readonly Change[]): DiffItem {
  const title = changes
    .slice(0, 1)
    .map((change) => change.title)
    .join("");
  const id = changes
    .slice(0, 1)
    .map((change) => change.requirement)
    .join("");
  return { title, id, entries: changes.flatMap(entriesOf), notes: changes.flatMap(({ note }) => note ?? []) };
}

/** "Whistleblowing (whistleblowing)". */
export function nameOf({ title, id }: DiffItem): string {
  return id === null ? title : `${title} (${id})`;
}

const partInfo = { question: "Question", expectation: "Expected", points: "In particular" } as const;

function entriesOf({ kind, part, before, after }: Change): DiffItem["entries"] {
  if (part !== null) return [{ term: partInfo[part], pieces: compareWords(inOneLine(before), inOneLine(after)) }];
  if (before === after) return [];
  const [was, is] = kind === "added" || kind === "returned" || kind === "retired" ? asked : stood;
  return [...entry(was, before), ...entry(is, after)];
}

/** Points stand one a line. */
function inOneLine(text: string | null): string | null {
  return text?.replaceAll("\n", " / ") ?? null;
}

const asked = ["Was asked", "Asks"] as const;
const stood = ["Before", "Now"] as const;

function entry(term: string, text: string | null): DiffItem["entries"] {
  return text === null ? [] : [{ term, pieces: [{ kind: "same", words: [text] }] }];
}
