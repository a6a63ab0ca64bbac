import type { Fact, Profile } from "../model/profile.js";
import { factsIn } from "./applicability.js";
import { isAnswer, lintCondition } from "./lint-condition.js";
import { type LintProblem, type Path, problem, repeatedIds } from "./lint-problem.js";

/** A fact of the profile, and where it stands. */
interface Located {
  readonly fact: Fact;
  readonly path: Path;
  readonly index: number;
}

/** Every fact by its id, and its place in the order in which they are asked. */
type Known = ReadonlyMap<string, Fact & { readonly index: number }>;

type Rule = (located: Located, known: Known) => readonly LintProblem[];

/** Everything wrong with a profile that its schema cannot tell. */
export function lintProfile(profile: Profile): readonly LintProblem[] {
  const located = profile.facts.map((fact, index) => ({ fact, path: ["facts", index], index }));
  // Of two with one id the first counts.
  const known = new Map(located.toReversed().map(({ fact, index }) => [fact.id, { ...fact, index }]));
  return [
    ...repeatedIds(located.map(({ fact, path }) => ({ id: fact.id, path: [...path, "id"] }))),
    ...located.flatMap((item) => rules.flatMap((rule) => rule(item, known))),
  ];
}

const choicesDiffer: Rule = ({ fact, path }) =>
  repeatedIds((fact.choices ?? []).map(({ value }, c) => ({ id: value, path: [...path, "choices", c, "value"] })));

const choicesStand: Rule = ({ fact, path }) =>
  fact.kind === "yes-no" || fact.choices !== undefined
    ? []
    : [problem("missing-key", path, `The fact "${fact.id}" has no choices to choose from.`, "Add choices: to it.")];

/** A condition can look only at what has been asked by then; a fact that is asked later would never hold. */
const asksWhatIsKnown: Rule = ({ fact, path, index }, known) => {
  const condition = fact["ask-when"];
  if (condition === undefined) return [];
  const place = [...path, "ask-when"];
  const later = factsIn(condition).filter((id) => (known.get(id)?.index ?? -1) >= index);
  return [
    ...lintCondition(condition, place, known),
    ...later.map((id) =>
      problem(
        "unknown-fact",
        place,
        `Whether to ask "${fact.id}" rests on "${id}", which is not asked before it.`,
        id === fact.id ? null : `Move "${id}" above "${fact.id}".`,
      ),
    ),
  ];
};

/** Without it a fact that is not asked would stay unknown, and with it all that depends on it. */
const otherwiseStands: Rule = ({ fact, path }) =>
  fact["ask-when"] === undefined || fact.otherwise !== undefined
    ? []
    : [
        problem(
          "missing-key",
          [...path, "ask-when"],
          `The fact "${fact.id}" does not say what holds when it is not asked.`,
          "Add otherwise: with the answer to take then.",
        ),
      ];

const otherwiseAnswers: Rule = ({ fact, path }) => {
  const { otherwise } = fact;
  if (otherwise === undefined) return [];
  const isList = typeof otherwise === "object";
  const sound =
    isList === (fact.kind === "choices") && (isList ? otherwise : [otherwise]).every((value) => isAnswer(value, fact));
  return sound
    ? []
    : [problem("wrong-value", [...path, "otherwise"], `What "${fact.id}" is otherwise is no answer to it.`)];
};

const rules: readonly Rule[] = [choicesDiffer, choicesStand, asksWhatIsKnown, otherwiseStands, otherwiseAnswers];
