import type { Facts, FactValue } from "../model/audit.js";
import type { Condition } from "../model/checklist.js";
import type { Fact } from "../model/profile.js";
import { evaluate, factsIn } from "./applicability.js";
import { type LintProblem, type Path, warning } from "./lint-problem.js";

/** More ways to answer than this are not tried: nothing is claimed then. */
const mostWays = 4096;

/** Conditions that no answers fulfil, or that all do, with what the profile takes as given when it does not ask. */
export function lintReach(condition: Condition, path: Path, facts: readonly Fact[]): readonly LintProblem[] {
  const truths = truthsOf(condition, facts);
  if (truths === null) return [];
  if (!truths.includes(true))
    return [
      warning(
        "unreachable-condition",
        path,
        "No organisation can fulfil this condition, whatever it answers, so this is never asked.",
        "Look for a fact that must be two things at once, or that is only asked of others.",
      ),
    ];
  if (truths.every((truth) => truth === true))
    return [
      warning(
        "always-true-condition",
        path,
        "Every organisation fulfils this condition, whatever it answers.",
        "Leave the condition out.",
      ),
    ];
  return [];
}

/** What the condition comes to for each way to answer; null where a fact is unknown, or there are too many ways. */
function truthsOf(condition: Condition, facts: readonly Fact[]): readonly (boolean | null)[] | null {
  const relevant = factsBehind(condition, facts);
  if (relevant === null) return null;
  const conditions = [condition, ...relevant.map((fact) => fact["ask-when"]).filter((item) => item !== undefined)];
  let ways: readonly Facts[] = [{}];
  for (const fact of relevant) {
    const answers = answersTo(fact, conditions);
    if (answers.length * ways.length > mostWays) return null;
    ways = ways.flatMap((way) => answers.map((answer) => ({ ...way, [fact.id]: answer })));
  }
  return ways.map((way) => evaluate(condition, asAsked(way, relevant)));
}

/** The facts of a condition and those that decide whether they are asked, in the order of asking; null: one is unknown. */
function factsBehind(condition: Condition, facts: readonly Fact[]): readonly Fact[] | null {
  const ids = new Set(factsIn(condition));
  for (const id of ids) {
    const fact = facts.find((item) => item.id === id);
    if (fact === undefined) return null;
    const askWhen = fact["ask-when"];
    if (askWhen !== undefined) for (const next of factsIn(askWhen)) ids.add(next);
  }
  return facts.filter(({ id }) => ids.has(id));
}

/** A fact that is not asked has the value of `otherwise`, or none. */
function asAsked(way: Facts, relevant: readonly Fact[]): Facts {
  const taken: Record<string, FactValue> = {};
  for (const { id, "ask-when": askWhen, otherwise } of relevant) {
    const isAsked = askWhen === undefined || evaluate(askWhen, taken) === true;
    const answer = isAsked ? way[id] : otherwise;
    if (answer !== undefined) taken[id] = answer;
  }
  return taken;
}

/** Every answer that makes a difference to the conditions. */
function answersTo({ id, kind, choices = [] }: Fact, conditions: readonly Condition[]): readonly FactValue[] {
  if (kind === "yes-no") return [true, false];
  const lists = conditions.flatMap((condition) => wantedOf(condition, id));
  const alike = new Map(
    choices.map(({ value }) => [lists.map((list) => Number(list.includes(value))).join(""), value] as const),
  );
  const values = [...alike.values()];
  if (kind === "choice") return values;
  let answers: readonly (readonly string[])[] = [[]];
  for (const value of values) {
    if (answers.length > mostWays) break;
    answers = answers.flatMap((answer) => [answer, [...answer, value]]);
  }
  return answers.slice(1);
}

/** The lists of values that a condition wants of a fact. */
function wantedOf(condition: unknown, id: string): readonly (readonly unknown[])[] {
  if (typeof condition !== "object" || condition === null) return [];
  if (Array.isArray(condition)) return condition.flatMap((part) => wantedOf(part, id));
  return Object.entries(condition).flatMap(([key, wanted]) => {
    if (key === "all" || key === "any" || key === "not") return wantedOf(wanted, id);
    return key === id ? [Array.isArray(wanted) ? wanted : [wanted]] : [];
  });
}
