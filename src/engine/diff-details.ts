import {
  bindingForce,
  type Checklist,
  type Condition,
  describeReference,
  type Requirement,
} from "../model/checklist.js";
import { describeDuration, isLonger } from "../model/day.js";
import type { Located } from "../model/lineage.js";
import type { Profile } from "../model/profile.js";
import type { Change } from "../schema/diff.gen.js";
import { describeCondition } from "./applicability.js";
import { normalise } from "./compose-requirement.js";
import type { Way } from "./diff-notes.js";

/**
 * What differs between two requirements that are one arrangement, by comparing them; of one that is only a part of the
 * other the texts are no rewording. `note` is what the lineage says of a rewording. How a requirement is audited goes by
 * its id, so that only overlays change it.
 */
export function detailChanges(
  { main, after, isSame }: { readonly main: Located; readonly after: Located; readonly isSame: boolean },
  note: string | null,
  { from, to }: Way,
  profile: Profile,
): readonly Change[] {
  const [was, is] = [main.requirement, after.requirement];
  const reference = (requirement: Requirement, checklist: Checklist) =>
    describeReference(requirement.overlay?.title ?? checklist.title, requirement.reference);
  const differing = (kind: Change["kind"], isOther: boolean, describe: (of: Requirement, side: Checklist) => string) =>
    isOther ? [told(kind, is, { before: describe(was, from), after: describe(is, to) })] : [];
  return [
    ...(isSame ? rewordings(was, is, note) : []),
    ...(was.id === is.id ? [...otherLookFor(was, is), ...otherRatings(was, is), ...otherReview(was, is)] : []),
    ...differing("force", describeForces(was) !== describeForces(is), describeForces),
    ...differing("applicability", canonical(was.appliesWhen) !== canonical(is.appliesWhen), ({ appliesWhen }) =>
      describeAsked(appliesWhen, profile),
    ),
    ...differing("reference", placeOf(was) !== placeOf(is), reference),
  ];
}

function told(kind: Change["kind"], { id, title }: Requirement, over: Pick<Change, "before" | "after">): Change {
  return { kind, requirement: id, title, part: null, note: null, ...over };
}

const parts = ["question", "expectation", "points"] as const;

function rewordings(was: Requirement, is: Requirement, note: string | null): readonly Change[] {
  const differing = parts.filter((part) => normalise(textOf(was, part) ?? "") !== normalise(textOf(is, part) ?? ""));
  return differing.map((part, index) => ({
    ...told("reworded", is, { before: textOf(was, part), after: textOf(is, part) }),
    part,
    note: index === 0 ? note : null,
  }));
}

/** One line a point; null where there is none. */
function textOf(requirement: Requirement, part: (typeof parts)[number]): string | null {
  if (part !== "points") return requirement[part];
  return requirement.points.length === 0 ? null : requirement.points.join("\n");
}

/** More to look for is more that is asked, and less is less. */
function otherLookFor(was: Requirement, is: Requirement): readonly Change[] {
  const more = textsWithout(is.practice.lookFor, was.practice.lookFor);
  const less = textsWithout(was.practice.lookFor, is.practice.lookFor);
  return [
    ...(more === null ? [] : [told("widened", is, { before: null, after: more })]),
    ...(less === null ? [] : [told("narrowed", is, { before: less, after: null })]),
  ];
}

/** The texts that are not among the others; null where there are none. */
function textsWithout(texts: readonly string[], others: readonly string[]): string | null {
  const known = new Set(others.map(normalise));
  const found = texts.filter((text) => !known.has(normalise(text)));
  return found.length === 0 ? null : `To look for: ${found.join(" ")}`;
}

function otherRatings(was: Requirement, is: Requirement): readonly Change[] {
  const [before, after] = [describeRatings(was), describeRatings(is)];
  return normalise(before) === normalise(after) ? [] : [told("reworded", is, { before, after })];
}

function describeRatings({ practice: { ratings } }: Requirement): string {
  return `Met: ${ratings.met} Partly met: ${ratings.partlyMet} Not met: ${ratings.notMet}`;
}

function otherReview({ practice: { review: was } }: Requirement, is: Requirement): readonly Change[] {
  const { review } = is.practice;
  if (!isLonger(was, review) && !isLonger(review, was)) return [];
  const kind = isLonger(was, review) ? "widened" : "narrowed";
  const standing = (time: string) => `Evidence stands for ${describeDuration(time)}.`;
  return [told(kind, is, { before: standing(was), after: standing(review) })];
}

/** "should", or "should, here must" where an overlay raises it. */
function describeForces(requirement: Requirement): string {
  const binding = bindingForce(requirement);
  return binding === requirement.force ? binding : `${requirement.force}, here ${binding}`;
}

function describeAsked(condition: Condition | null, profile: Profile): string {
  return condition === null ? "every organisation" : describeCondition(condition, profile);
}

/** The same text for conditions that differ in nothing but order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${entries.toSorted().join()}}`;
}

/** That another edition has another title moves nothing. */
function placeOf({ reference: { chapter, paragraph, law, verified } }: Requirement): string {
  return JSON.stringify([chapter, paragraph, law, verified]);
}
