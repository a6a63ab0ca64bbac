import type {
  Checklist,
  Condition,
  Duty,
  Form,
  Force,
  Lineage,
  Overlay,
  Practice,
  Reference,
  Requirement,
  Standard,
} from "../schema/checklist.gen.js";

export type { Checklist, Condition, Duty, Force, Form, Lineage, Overlay, Practice, Reference, Requirement, Standard };

/** Every requirement of the checklist, in its order. */
export function requirementsOf(checklist: Checklist): readonly Requirement[] {
  return checklist.standards.flatMap((standard) => standard.requirements);
}

/** What a force means, in a few words. */
export const forceInfo = {
  must: "law",
  should: "statutory guidance",
  local: "local rule",
  practice: "good practice",
} satisfies Record<Force, string>;

const weakestFirst = ["practice", "local", "should", "must"] as const satisfies readonly Force[];

/** Whether a force binds more than another: practice, local, should, must. */
export function isStronger(force: Force, than: Force): boolean {
  return weakestFirst.indexOf(force) > weakestFirst.indexOf(than);
}

/** The force that a requirement is judged by: its own, or what an overlay raises it to. */
export function bindingForce({ force, localForce }: Pick<Requirement, "force" | "localForce">): Force {
  return localForce !== null && isStronger(localForce, force) ? localForce : force;
}

/** Where a requirement stands, in words: "Working Together 2018, chapter 2, paragraph 3 (not verified)". */
export function describeReference(title: string, reference: Reference): string {
  const chapter = reference.chapter === null ? [] : [`chapter ${reference.chapter}`];
  const paragraph = reference.paragraph === null ? ["paragraph not known"] : [`paragraph ${reference.paragraph}`];
  const place = [title, ...chapter, ...paragraph].join(", ");
  const law = reference.law === null ? "" : `; ${reference.law}`;
  return `${place}${law}${reference.verified ? "" : " (not verified)"}`;
}

/** The number that a form gives a requirement: "1.5"; null when it gives none. */
export function numberInForm(requirement: string, { form }: Pick<Checklist, "form">): string | null {
  return new Map(Object.entries(form?.references ?? {})).get(requirement) ?? null;
}
