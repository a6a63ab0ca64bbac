import type { Facts, FactValue } from "../model/audit.js";
import type { Condition } from "../model/checklist.js";
import type { Fact, Profile } from "../model/profile.js";

/** Whether something is asked of an organisation, always with the reason in words. */
export interface Applicability {
  readonly status: "applies" | "does-not-apply" | "unknown";
  readonly reason: string;
}

/** True, false, or null when a fact that would decide it is missing. */
export type Truth = boolean | null;

/** Three-valued: a missing fact makes it null, never false; so does a part that is no condition. */
export function evaluate(condition: Condition, facts: Facts): Truth {
  return allOf(Object.entries(condition).map(([key, wanted]) => evaluateEntry(key, wanted, facts)));
}

function evaluateEntry(key: string, wanted: Condition[string], facts: Facts): Truth {
  if (key === "all" || key === "any" || key === "not") {
    const parts = toList(wanted).map((part) => (isCondition(part) ? evaluate(part, facts) : null));
    if (key === "all") return allOf(parts);
    return key === "any" ? negate(allOf(parts.map(negate))) : allOf(parts.map(negate));
  }
  const answer = answerTo(key, facts);
  if (answer === undefined) return null;
  return toList(wanted).some((value) => toList(answer).includes(value));
}

/** The answer to a fact; undefined when it is missing. A list of nothing answers nothing. */
export function answerTo(fact: string, facts: Facts): FactValue | undefined {
  const answer = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return Array.isArray(answer) && answer.length === 0 ? undefined : answer;
}

function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function isCondition(value: unknown): value is Condition {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The conditions within `all`, `any` or `not`. */
function partsOf(wanted: unknown): readonly Condition[] {
  return toList(wanted).filter(isCondition);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The ids of all facts that a condition asks about, each once, in its order. */
export function factsIn(condition: Condition): readonly string[] {
  const ids = Object.entries(condition).flatMap(([key, wanted]): readonly string[] => {
    return key === "all" || key === "any" || key === "not" ? partsOf(wanted).flatMap(factsIn) : [key];
  });
  return [...new Set(ids)];
}

/** Whether a condition holds for an organisation, and why, in the profile's words. Null: asked of everyone. */
export function judge(condition: Condition | null, facts: Facts, profile: Profile): Applicability {
  if (condition === null) return { status: "applies", reason: "Asked of every organisation." };
  const truth = evaluate(condition, facts);
  const asked = `Asked only when: ${describeCondition(condition, profile)}.`;
  if (truth === true) return { status: "applies", reason: asked };
  const relevant = factsIn(condition);
  if (truth === false) {
    const answers = relevant.flatMap((id) => {
      const answer = answerTo(id, facts);
      return answer === undefined ? [] : [describeAnswer(id, answer, profile)];
    });
    return { status: "does-not-apply", reason: `${asked}${answersLead}${answers.join("; ")}.` };
  }
  const missing = relevant
    .filter((id) => answerTo(id, facts) === undefined)
    .map((id) => findFact(id, profile)?.title ?? id);
  return { status: "unknown", reason: `${asked} Not answered yet: ${missing.join("; ")}.` };
}

const answersLead = " You said: ";

/** The two parts of a reason that `judge` gave: who is asked, and the answers that left it out; null when it names none. */
export function partsOfReason(reason: string): { readonly asked: string; readonly answers: string | null } {
  const at = reason.indexOf(answersLead);
  if (at === -1) return { asked: reason, answers: null };
  return { asked: reason.slice(0, at), answers: reason.slice(at + answersLead.length) };
}

/** A condition in the profile's words: "Employs staff: yes, and Sector: School or Early years". */
export function describeCondition(condition: Condition, profile: Profile): string {
  const parts = Object.entries(condition).map(([key, wanted]) => {
    const inner = partsOf(wanted).map((part) => describeCondition(part, profile));
    if (key === "not") return `not (${inner.join("")})`;
    if (key === "all" || key === "any")
      return inner.length === 1 ? inner.join("") : `(${inner.join(key === "all" ? ", and " : ", or ")})`;
    return describeWanted(key, toList(wanted), profile);
  });
  return parts.join(", and ");
}

function describeWanted(id: string, wanted: readonly unknown[], profile: Profile): string {
  const fact = findFact(id, profile);
  const title = fact?.title ?? id;
  if (wanted.length === 1 && typeof wanted[0] === "boolean") return `${title}: ${wanted[0] ? "yes" : "no"}`;
  return `${title}: ${wanted.map((value) => describeValue(value, fact)).join(" or ")}`;
}

function describeAnswer(id: string, answer: FactValue, profile: Profile): string {
  const fact = findFact(id, profile);
  const values = toList(answer).map((value) => describeValue(value, fact));
  return `${fact?.title ?? id}: ${values.join(", ")}`;
}

function describeValue(value: unknown, fact: Fact | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return fact?.choices?.find((choice) => choice.value === value)?.title ?? String(value);
}

function findFact(id: string, profile: Profile): Fact | undefined {
  return profile.facts.find((fact) => fact.id === id);
}
