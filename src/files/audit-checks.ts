import type { FactValue } from "../model/audit.js";
import { type Checklist, requirementsOf } from "../model/checklist.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Fact, Profile } from "../model/profile.js";
import { isObject } from "../schema/alternatives.js";
import { diagnose } from "./diagnostics.js";
import { didYouMean } from "./suggest.js";
import { describeKind, listWords, quote } from "./wording.js";
import type { YamlSource } from "./yaml-source.js";

/**
 * What an audit or an answers file names that neither the checklist nor the profile knows, unsorted. Takes what is not
 * valid by its schema as well, so that everything wrong with a file is told at once.
 */
export function checkNames(source: YamlSource, checklist: Checklist, profile: Profile): readonly Diagnostic[] {
  const organisation = at(source.value, "organisation");
  return [
    ...checkResponses(Object.keys(at(source.value, "responses")), source, checklist),
    ...checkFacts(at(organisation, "facts"), ["organisation", "facts"], source, profile),
  ];
}

/** The mapping under the key; an empty one where there is none. */
function at(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

function checkResponses(named: readonly string[], source: YamlSource, checklist: Checklist): readonly Diagnostic[] {
  const known = requirementsOf(checklist).map((requirement) => requirement.id);
  const ids = new Set(known);
  return named
    .filter((id) => !ids.has(id))
    .map((id) => {
      const hint = didYouMean(id, known, `To see them all: wt-audit checklist show ${checklist.id}.`);
      const place = source.locate(["responses", id], "key");
      return diagnose(
        "unknown-requirement",
        source.file,
        place,
        `${checklist.id} has no requirement ${quote(id)}.`,
        hint,
      );
    });
}

/** Facts that the profile does not know, or not so; `above` leads to where they stand. */
export function checkFacts(
  facts: Readonly<Record<string, unknown>>,
  above: readonly string[],
  source: YamlSource,
  profile: Profile,
): readonly Diagnostic[] {
  const known = new Map(profile.facts.map((fact) => [fact.id, fact]));
  return Object.entries(facts).flatMap(([id, value]) => {
    const path = [...above, id];
    const fact = known.get(id);
    if (fact !== undefined) return isFactValue(value) ? checkFact(fact, value, path, source) : [];
    const hint = didYouMean(id, [...known.keys()], `The facts: ${[...known.keys()].join(", ")}.`);
    return [diagnose("unknown-fact", source.file, source.locate(path, "key"), `There is no fact ${quote(id)}.`, hint)];
  });
}

/** What is none of these the schema refuses already. */
function isFactValue(value: unknown): value is FactValue {
  return typeof value === "string" || typeof value === "boolean" || Array.isArray(value);
}

function checkFact(fact: Fact, value: FactValue, path: readonly string[], source: YamlSource): readonly Diagnostic[] {
  if (!isOfKind(fact, value)) {
    const message = `${fact.id} must be ${kindWords[fact.kind]}, not ${typeof value === "string" ? quote(value) : describeKind(value)}.`;
    return [diagnose("wrong-type", source.file, source.locate(path, "value"), message, hintForKind(fact, value))];
  }
  const choices = fact.choices?.map((choice) => choice.value) ?? [];
  const chosen = Array.isArray(value) ? value : [value];
  return chosen.flatMap((choice, index) => {
    if (typeof choice !== "string" || choices.includes(choice)) return [];
    const place = source.locate(Array.isArray(value) ? [...path, index] : path, "value");
    const message = `${quote(choice)} is not a choice of ${fact.id}: it must be ${listWords(choices)}.`;
    return [diagnose("wrong-value", source.file, place, message, didYouMean(choice, choices, null))];
  });
}

const kindWords = {
  "yes-no": "true or false",
  choice: "one of its choices",
  choices: "a list of its choices",
} as const satisfies Record<Fact["kind"], string>;

function isOfKind(fact: Fact, value: FactValue): boolean {
  if (fact.kind === "yes-no") return typeof value === "boolean";
  return fact.kind === "choice" ? typeof value === "string" : Array.isArray(value);
}

function hintForKind(fact: Fact, value: FactValue): string {
  if (fact.kind === "yes-no") return "Write true for yes, false for no, without quotes.";
  const choices = listWords(fact.choices?.map((choice) => choice.value) ?? []);
  if (fact.kind === "choice") return `Write ${choices}.`;
  return typeof value === "string"
    ? `Put it in brackets: [${value.length > 60 ? "..." : value}].`
    : `Write a list of ${choices}.`;
}
