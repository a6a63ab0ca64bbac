import type { Audit, Facts, FactValue } from "../model/audit.js";
import type { Fact, Profile } from "../model/profile.js";

interface KeptFacts {
  readonly facts: Facts;
  readonly archived: Facts;
}

/**
 * What the organisation said of itself: what the profile asks, and what it does not and the archive keeps. Of two
 * answers to a fact that is put away the newer stays; what the archive holds comes back where nothing else was said.
 */
export function keepFacts({ organisation, "archived-facts": put = {} }: Audit, profile: Profile): KeptFacts {
  const isAsked = ([id, value]: readonly [string, FactValue]) =>
    profile.facts.some((fact) => fact.id === id && isAnswer(fact, value));
  const live = Object.entries(organisation.facts);
  const back = Object.entries(put).filter((entry) => isAsked(entry) && !Object.hasOwn(organisation.facts, entry[0]));
  const returned = new Set(back.map(([id]) => id));
  return {
    facts: Object.fromEntries([...live.filter(isAsked), ...back]),
    archived: Object.fromEntries([
      ...Object.entries(put).filter(([id]) => !returned.has(id)),
      ...live.filter((entry) => !isAsked(entry)),
    ]),
  };
}

/** Whether the value is one that can be given to the fact: another overlay may ask another thing under the same id. */
function isAnswer({ kind, choices = [] }: Fact, value: FactValue): boolean {
  if (kind === "yes-no") return typeof value === "boolean";
  const isChoice = (given: unknown) => choices.some((choice) => choice.value === given);
  return kind === "choice" ? isChoice(value) : Array.isArray(value) && value.every(isChoice);
}
