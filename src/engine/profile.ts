import type { Facts, FactValue } from "../model/audit.js";
import { type Checklist, requirementsOf } from "../model/checklist.js";
import type { Fact, Profile } from "../model/profile.js";
import { answerTo, evaluate, factsIn } from "./applicability.js";

/**
 * The facts answered, with those that follow from them: a fact whose `ask-when` does not hold takes
 * its `otherwise`. A fact that was answered keeps its answer.
 */
export function deriveFacts(facts: Facts, profile: Profile): Facts {
  const known = new Map<string, FactValue>(Object.entries(facts));
  for (const fact of profile.facts) {
    if (answerTo(fact.id, facts) !== undefined || fact["ask-when"] === undefined || fact.otherwise === undefined)
      continue;
    if (evaluate(fact["ask-when"], Object.fromEntries(known)) === false) known.set(fact.id, fact.otherwise);
  }
  return Object.fromEntries(known);
}

/**
 * The facts still to be asked, in the profile's order: those that the checklist's conditions need, that are
 * not answered, and whose own `ask-when` holds by what is answered so far.
 */
export function factsToAsk(checklist: Checklist, profile: Profile, facts: Facts): readonly Fact[] {
  const needed = factsNeeded(checklist, profile);
  const known = deriveFacts(facts, profile);
  return profile.facts.filter(
    (fact) =>
      needed.has(fact.id) &&
      answerTo(fact.id, known) === undefined &&
      (fact["ask-when"] === undefined || evaluate(fact["ask-when"], known) === true),
  );
}

function factsNeeded(checklist: Checklist, profile: Profile): ReadonlySet<string> {
  const items = [...requirementsOf(checklist), ...checklist.duties];
  const needed = new Set(items.flatMap((item) => (item.appliesWhen === null ? [] : factsIn(item.appliesWhen))));
  for (const fact of profile.facts.toReversed()) {
    if (needed.has(fact.id)) for (const id of factsIn(fact["ask-when"] ?? {})) needed.add(id);
  }
  return needed;
}
