import { describeCondition } from "../engine/applicability.js";
import {
  type Checklist,
  type Condition,
  describeReference,
  type Duty,
  numberInForm,
  type Requirement,
  requirementsOf,
} from "../model/checklist.js";
import { describeDay, describeDuration } from "../model/day.js";
import type { Profile } from "../model/profile.js";
import {
  capitalise,
  countOf,
  describeEdition,
  describeForce,
  describeForces,
  describeInForce,
  editionStatusInfo,
} from "./wording.js";

/** A piece of a checklist as it is read; all texts are raw. */
export type Block =
  | { readonly kind: "title" | "standard" | "requirement" | "text"; readonly text: string }
  | { readonly kind: "entry"; readonly term: string; readonly text: string }
  | { readonly kind: "list"; readonly term: string; readonly items: readonly string[] };

/** Everything that an edition asks and how to audit it, in its order. */
export function checklistBlocks(checklist: Checklist, profile: Profile): readonly Block[] {
  return [
    ...aboutBlocks(checklist),
    ...list(
      "Duties",
      checklist.duties.map((duty) => describeDuty(duty, profile)),
    ),
    ...list(
      "Sources",
      checklist.sources.map(({ title, kind, note }) => `${title} (${kind})${note === null ? "" : `. ${note}`}`),
    ),
    ...checklist.standards.flatMap((standard): readonly Block[] => [
      { kind: "standard", text: standard.title },
      ...standard.requirements.flatMap((requirement) => requirementBlocks(requirement, checklist, profile)),
    ]),
    ...retiredBlocks(checklist),
  ];
}

function aboutBlocks(checklist: Checklist): readonly Block[] {
  const requirements = requirementsOf(checklist);
  const verified = requirements.filter((requirement) => requirement.reference.verified).length;
  const edition = (term: string, id: string | null): readonly Block[] =>
    id === null ? [] : [entry(term, describeEdition(id))];
  return [
    { kind: "title", text: checklist.form?.title ?? checklist.title },
    ...overlayBlocks(checklist),
    entry("Id", checklist.id),
    entry("Published", describeDay(checklist.published)),
    entry("In force", describeInForce(checklist.inForce).replace("in force ", "")),
    entry("Text", editionStatusInfo[checklist.status]),
    ...edition("Supersedes", checklist.supersedes),
    ...edition("Superseded by", checklist.supersededBy),
    entry("Requirements", `${requirements.length}, ${countOf(verified, "reference")} verified`),
    ...(checklist.notice === null ? [] : [entry("Notice", checklist.notice)]),
    entry("Safety", checklist.safetyNotice),
  ];
}

/** Whose form it is, and what it stands on. */
function overlayBlocks({ title, overlays, form }: Checklist): readonly Block[] {
  if (overlays.length === 0) return [];
  return [
    ...list(
      "Overlays",
      overlays.map((overlay) => `${overlay.title} (${overlay.id})`),
    ),
    ...(form === null || form.scale === null ? [] : [entry("Scale", form.scale)]),
    entry("Edition", title),
  ];
}

function describeDuty({ title, force, law, summary, bodies, appliesWhen }: Duty, profile: Profile): string {
  const named = bodies.length === 0 ? "" : ` Bodies: ${bodies.join("; ")}.`;
  return `${title}. ${describeForce(force)}: ${law}. ${summary} Binds ${describeBound(appliesWhen, profile)}${named}`;
}

function requirementBlocks(requirement: Requirement, checklist: Checklist, profile: Profile): readonly Block[] {
  const { practice, overlay } = requirement;
  const number = numberInForm(requirement.id, checklist);
  return [
    { kind: "requirement", text: `${requirement.title} (${requirement.id})` },
    { kind: "text", text: requirement.question },
    ...(overlay === null ? [] : [entry("Asked by", overlay.title)]),
    ...(number === null ? [] : [entry("Number in the form", number)]),
    entry("Expected", requirement.expectation),
    ...list("In particular", requirement.points),
    entry("Force", describeForces(requirement)),
    entry("Reference", describeReference(overlay?.title ?? checklist.title, requirement.reference)),
    entry("Asked", describeAsked(requirement.appliesWhen, profile)),
    ...(requirement.note === null ? [] : [entry("Note", requirement.note)]),
    entry("Why", practice.why),
    ...list("Look for", practice.lookFor),
    entry("Met", practice.ratings.met),
    entry("Partly met", practice.ratings.partlyMet),
    entry("Not met", practice.ratings.notMet),
    ...list(
      "Evidence",
      practice.evidence.map(({ kind, what }) => `${capitalise(kind)}: ${what}`),
    ),
    entry("Remedy", `${practice.remedy.action} (within ${describeDuration(practice.remedy.within)})`),
    entry("Review", `every ${describeDuration(practice.review).replace(/^1 /, "")}`),
  ];
}

function retiredBlocks({ retired }: Checklist): readonly Block[] {
  if (retired.length === 0) return [];
  const items = retired.map(
    ({ requirement, into, note }) => `${requirement}${into === null ? "" : `, now in ${into}`}: ${note}`,
  );
  return [{ kind: "standard", text: "No longer asked" }, ...list("Retired since the edition before", items)];
}

/** Who is asked: "of every organisation." or "only when: employs staff: yes.". */
function describeAsked(condition: Condition | null, profile: Profile): string {
  return condition === null ? "of every organisation." : `only when: ${describeCondition(condition, profile)}.`;
}

/** Who is bound: "every organisation." or "only when: employs staff: yes.". */
function describeBound(condition: Condition | null, profile: Profile): string {
  return condition === null ? "every organisation." : describeAsked(condition, profile);
}

function entry(term: string, text: string): Block {
  return { kind: "entry", term, text };
}

function list(term: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", term, items }];
}
