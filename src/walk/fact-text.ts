import { answerTo, evaluate, factsIn } from "../engine/applicability.js";
import { factsOf, type Plan } from "../engine/plan.js";
import type { Audit, FactValue } from "../model/audit.js";
import type { Condition } from "../model/checklist.js";
import type { Fact, Profile } from "../model/profile.js";
import { capitalise, countOf } from "../reporters/wording.js";
import type { Paragraph } from "./prompter.js";

/** A fact and its answer in the profile's words: "Employs staff: no". */
export function describeFact(fact: Fact, value: FactValue): string {
  return `${fact.title}: ${describeValue(fact, value)}`;
}

function describeValue(fact: Fact, value: FactValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const values = typeof value === "string" ? [value] : value;
  const titles = values.map((one) => fact.choices?.find((choice) => choice.value === one)?.title ?? one);
  return titles.join(", ");
}

/** How many requirements are left to ask, and why the others fell out, grouped by the answers that decided it. */
export function describeScope(plan: Plan, profile: Profile, audit: Audit): readonly Paragraph[] {
  const { total, answered } = plan.progress;
  const done = answered === 0 ? "" : ` You have answered ${answered} already.`;
  const scope: Paragraph = {
    kind: "text",
    text: `${capitalise(countOf(total, "question applies", "questions apply"))} to you.${done}`,
  };
  const groups = groupExcluded(plan, profile, audit);
  if (groups.size === 0) return [{ kind: "heading", text: "What you will be asked" }, scope];
  return [
    { kind: "heading", text: "What you will be asked" },
    scope,
    {
      kind: "text",
      text: `${countOf(plan.excluded.length, "other is", "others are")} left out, because of what you said:`,
    },
    ...[...groups].map(([why, count]): Paragraph => ({ kind: "item", text: `${why} (${count} left out)` })),
    { kind: "quiet", text: "The report lists each one and why." },
  ];
}

function groupExcluded(plan: Plan, profile: Profile, audit: Audit): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  for (const { requirement } of plan.excluded) {
    const why = describeDecision(requirement.appliesWhen ?? {}, profile, audit);
    groups.set(why, (groups.get(why) ?? 0) + 1);
  }
  return groups;
}

/** The answers that made a condition false: those that were given before those that follow, and only those that count. */
function describeDecision(condition: Condition, profile: Profile, audit: Audit): string {
  const given = audit.organisation.facts;
  const facts = evaluate(condition, given) === false ? given : factsOf(audit, profile);
  const known = factsIn(condition).filter((id) => answerTo(id, facts) !== undefined);
  const decisive = known.filter((id) => {
    const others = Object.fromEntries(Object.entries(facts).filter(([other]) => other !== id));
    return evaluate(condition, others) !== false;
  });
  return (decisive.length > 0 ? decisive : known)
    .flatMap((id) => {
      const fact = profile.facts.find((one) => one.id === id);
      const value = facts[id];
      return fact === undefined || value === undefined ? [] : [describeFact(fact, value)];
    })
    .join("; ");
}
