import type { Rating } from "../model/audit.js";
import type { Scale, ScalesFile } from "../schema/scales.gen.js";
import { findRepeated, type LintProblem, type Path, problem, repeatedIds } from "./lint-problem.js";
import { candidatesFor } from "./scale.js";

/**
 * The scales must differ, and the values within each: a value that stands twice could mean two ratings. Their order says
 * which value is worse, and `exact` which rating says all: both must be true.
 */
export function lintScales({ scales }: ScalesFile): readonly LintProblem[] {
  return [
    ...repeatedIds(scales.map(({ id }, s) => ({ id, path: ["scales", s, "id"] }))),
    ...scales.flatMap((scale, s) => rules.flatMap((rule) => rule(scale, ["scales", s]))),
  ];
}

const rules = [findTwice, findMixed, findUnordered, findTurned, findMissing, findInexact] as const satisfies readonly ((
  scale: Scale,
  path: Path,
) => readonly LintProblem[])[];

function findTwice(scale: Scale, path: Path): readonly LintProblem[] {
  const values = scale.values.map(({ value }, v) => ({ id: value, path: [...path, "values", v, "value"] }));
  return findRepeated(values).map(({ id, path: place }) =>
    problem("duplicate-id", place, `The value "${id}" stands twice in the scale "${scale.id}".`),
  );
}

/** With numbers one calculates: a scale has them throughout, or not at all. */
function findMixed({ id, values }: Scale, path: Path): readonly LintProblem[] {
  const isNumber = values.map(({ value }) => typeof value === "number");
  const odd = isNumber.findIndex((each) => each !== isNumber[0]);
  if (odd === -1) return [];
  const hint = "Write every value as a whole number, or every value as a word.";
  const place = [...path, "values", odd, "value"];
  return [problem("scale-mixed", place, `The scale "${id}" mixes numbers and words.`, hint)];
}

/** Not applicable is neither better nor worse than the others. */
const rank = { "not-met": 0, "partly-met": 1, met: 2 } as const satisfies Record<
  Exclude<Rating, "not-applicable">,
  number
>;

/** The values that are better or worse than one another, and where each stands. */
function ranked({ values }: Scale) {
  return values.flatMap(({ value, rating }, v) =>
    rating === "not-applicable" ? [] : [{ value, rank: rank[rating], v }],
  );
}

/** Of several values that a rating may stand for, the first is taken: it must be the worst. */
function findUnordered(scale: Scale, path: Path): readonly LintProblem[] {
  const values = ranked(scale);
  const odd = values.find((each, index) => each.rank < (values[index - 1]?.rank ?? 0));
  if (odd === undefined) return [];
  const message = `In the scale "${scale.id}", "${odd.value}" stands after a value with a better rating.`;
  const hint = "List the values worst first: of several that a rating may stand for, the first is taken.";
  return [problem("scale-order", [...path, "values", odd.v, "rating"], message, hint)];
}

/** Numbers that go up and then down again do not stand worst first, whichever end is the worst. */
function findTurned(scale: Scale, path: Path): readonly LintProblem[] {
  const values = ranked(scale).flatMap(({ value, v }) => (typeof value === "number" ? [{ value, v }] : []));
  const [first, second] = values;
  if (first === undefined || second === undefined) return [];
  const way = Math.sign(second.value - first.value);
  const odd = values.find(({ value }, index) => Math.sign(value - (values[index - 1]?.value ?? value - way)) === -way);
  if (odd === undefined || way === 0) return [];
  const message = `In the scale "${scale.id}", ${odd.value} breaks the order of the numbers.`;
  return [problem("scale-order", [...path, "values", odd.v, "value"], message, "List the values worst first.")];
}

/** Two values are a yes and a no; with more of them, partly met has its place, too. */
function findMissing(scale: Scale, path: Path): readonly LintProblem[] {
  const needed: readonly Rating[] = ranked(scale).length > 2 ? ["not-met", "partly-met", "met"] : ["not-met", "met"];
  return needed
    .filter((rating) => candidatesFor(rating, scale).length === 0)
    .map((rating) =>
      problem("scale-incomplete", [...path, "values"], `No value of the scale "${scale.id}" stands for ${rating}.`),
    );
}

/** The way back from a rating is exact only when it leads to one value. */
function findInexact(scale: Scale, path: Path): readonly LintProblem[] {
  return scale.values.flatMap(({ value, rating, exact }, v) => {
    if (!exact || candidatesFor(rating, scale).length === 1) return [];
    const message = `"${value}" is not the only value of the scale "${scale.id}" that stands for ${rating}.`;
    return [problem("scale-not-exact", [...path, "values", v, "exact"], message, "Write exact: false.")];
  });
}
