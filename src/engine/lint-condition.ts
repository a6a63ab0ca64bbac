import type { Condition } from "../model/checklist.js";
import type { Fact } from "../model/profile.js";
import { factsIn } from "./applicability.js";
import { type LintProblem, type Path, problem } from "./lint-problem.js";

/** What a condition asks of facts that there are not, and the values it wants that are no answer to a fact. */
export function lintCondition(
  condition: Condition,
  path: Path,
  facts: readonly Fact[] | ReadonlyMap<string, Fact>,
): readonly LintProblem[] {
  return factsIn(condition).flatMap((id) => {
    const fact = "get" in facts ? facts.get(id) : facts.find((item) => item.id === id);
    if (fact === undefined) return [problem("unknown-fact", path, `The profile has no fact "${id}".`)];
    return valuesOf(condition, id)
      .filter((value) => !isAnswer(value, fact))
      .map((value) => problem("wrong-value", path, `"${String(value)}" is no answer to the fact "${id}".`));
  });
}

/** Whether a single value can be the answer to a fact, or one of its answers. */
export function isAnswer(value: unknown, fact: Fact): boolean {
  if (fact.kind === "yes-no") return typeof value === "boolean";
  return (fact.choices ?? []).some((choice) => choice.value === value);
}

function valuesOf(condition: unknown, id: string): readonly unknown[] {
  if (typeof condition !== "object" || condition === null) return [];
  if (Array.isArray(condition)) return condition.flatMap((part) => valuesOf(part, id));
  return Object.entries(condition).flatMap(([key, wanted]) => {
    if (key === id) return Array.isArray(wanted) ? wanted : [wanted];
    return ["all", "any", "not"].includes(key) ? valuesOf(wanted, id) : [];
  });
}
