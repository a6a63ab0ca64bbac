import type { OverlayFile } from "../model/overlay.js";
import type { EditionFile } from "../schema/edition.gen.js";
import type { Asked } from "./lint-asked.js";
import { type LintProblem, warning } from "./lint-problem.js";

/** Sources that nothing rests on: no reference, no duty, and no note that says what else was taken from there. */
export function lintSources(file: EditionFile | OverlayFile, asked: readonly Asked[]): readonly LintProblem[] {
  const duties = "duties" in file ? file.duties : [];
  const used = new Set([
    ...asked.map(({ requirement }) => requirement.reference.source),
    ...duties.map(({ source }) => source),
  ]);
  return file.sources.flatMap(({ id, note }, s) =>
    used.has(id) || note !== undefined
      ? []
      : [
          warning(
            "unused-source",
            ["sources", s, "id"],
            `Nothing rests on the source "${id}".`,
            "Name it in a reference, say in its note what was taken from it, or leave it out.",
          ),
        ],
  );
}
