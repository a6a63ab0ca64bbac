import type { ScalesFile } from "../schema/scales.gen.js";
import { findRepeated, type LintProblem, problem, repeatedIds } from "./lint-problem.js";

/** The scales must differ, and the values within each: a value that stands twice could mean two ratings. */
export function lintScales({ scales }: ScalesFile): readonly LintProblem[] {
  const values = scales.flatMap((scale, s) =>
    findRepeated(scale.values.map(({ value }, v) => ({ id: value, path: ["scales", s, "values", v, "value"] }))).map(
      ({ id, path }) => problem("duplicate-id", path, `The value "${id}" stands twice in the scale "${scale.id}".`),
    ),
  );
  return [...repeatedIds(scales.map(({ id }, s) => ({ id, path: ["scales", s, "id"] }))), ...values];
}
