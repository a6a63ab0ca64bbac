import { bindingForce, isStronger, type Requirement } from "../model/checklist.js";
import { describeDuration, isLonger } from "../model/day.js";
import type { Strengthening } from "../schema/overlay.gen.js";
import { originOf, type OverlayRule, type OverlaySubject, placeOf } from "./lint-overlay-subject.js";
import { type LintProblem, type OtherPlace, type Path, problem } from "./lint-problem.js";

/** An overlay only ever adds and strengthens. */
export const nothingWeaker: OverlayRule = (subject) => {
  const { overlay, before, known, among } = subject;
  const removed = (overlay.remove ?? []).flatMap((id, index) => takenAway(id, ["remove", index], subject));
  const strengthened = Object.entries(overlay.strengthens ?? {}).flatMap(([id, strengthening]) => {
    const path = ["strengthens", id];
    if (!known.has(id)) return [unknownRequirement(id, path, among)];
    if (strengthening === null) return takenAway(id, path, subject);
    const requirement = before.get(id);
    return requirement === undefined ? [ownRequirement(id, path)] : weakened(requirement, strengthening, path, subject);
  });
  return [...removed, ...strengthened];
};

function unknownRequirement(id: string, path: Path, among: readonly string[]): LintProblem {
  const found = problem("unknown-requirement", path, `Nothing asks for "${id}", so it cannot be asked more strictly.`);
  return { ...found, unknown: { id, among } };
}

function ownRequirement(id: string, path: Path): LintProblem {
  const hint = "Say it where the requirement itself stands, under standards.";
  return problem("no-effect", path, `"${id}" is a requirement of this overlay itself.`, hint);
}

function takenAway(id: string, path: Path, subject: OverlaySubject): readonly LintProblem[] {
  const hint = "An overlay takes nothing away. Leave this out; whom it does not concern says so when asked.";
  const found = problem("overlay-weakens", path, `This would take "${id}" away.`, hint);
  return [subject.before.has(id) ? { ...found, other: placeOf(id, subject) } : found];
}

function weakened(
  requirement: Requirement,
  { force, review, "applies-when": condition }: Strengthening,
  path: Path,
  subject: OverlaySubject,
): readonly LintProblem[] {
  const { id, practice } = requirement;
  const binding = bindingForce(requirement);
  const say = (key: string, message: string, hint: string, other: OtherPlace): LintProblem => ({
    ...problem("overlay-weakens", [...path, key], message, hint),
    other,
  });
  const lower =
    force === undefined || !isStronger(binding, force)
      ? []
      : [
          say(
            "force",
            `This would lower "${id}" from ${binding} to ${force}.`,
            "Leave force out, or give a stronger one: practice, local, should, must.",
            originOf("force", binding, id, subject),
          ),
        ];
  const later =
    review === undefined || !isLonger(review, practice.review)
      ? []
      : [
          say(
            "review",
            `This would let the evidence of "${id}" stand for ${describeDuration(review)}, not ${describeDuration(practice.review)}.`,
            "Leave review out, or give a shorter one.",
            originOf("review", practice.review, id, subject),
          ),
        ];
  const narrower =
    condition === undefined
      ? []
      : [
          say(
            "applies-when",
            `This would change whom "${id}" is asked of.`,
            "Leave applies-when out. To ask more of some, add a requirement of your own.",
            placeOf(id, subject),
          ),
        ];
  return [...lower, ...later, ...narrower];
}
