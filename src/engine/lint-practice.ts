import type { PracticeFile } from "../schema/practice.gen.js";
import { type EditionOutline, keysOf } from "./edition-outline.js";
import { type LintProblem, problem } from "./lint-problem.js";

/** What a practice file is linted against. */
export interface PracticeContext {
  /** Every edition that is known. */
  readonly editions: readonly EditionOutline[];
  /** Those of them that are not linted themselves, and so cannot miss a note. */
  readonly shipped: readonly EditionOutline[];
  /** Every practice file that is linted in the same run, this one included. */
  readonly given: readonly PracticeFile[];
}

type Rule = (file: PracticeFile, context: PracticeContext) => readonly LintProblem[];

/** Everything wrong with a practice file that its schema cannot tell. */
export function lintPractice(file: PracticeFile, context: PracticeContext): readonly LintProblem[] {
  return rules.flatMap((rule) => rule(file, context));
}

/**
 * The requirement keys that have a practice note: in a file given, or shipped. A file that is given stands in the place
 * of the shipped one of the same standard: else a note deleted from it would still be found in what was built before.
 */
export function practisedKeys(given: readonly PracticeFile[], shipped: readonly EditionOutline[]): ReadonlySet<string> {
  const replaced = new Set(given.map((file) => file.standard));
  const standards = shipped.flatMap((edition) => edition.standards);
  const kept = standards.filter((standard) => !replaced.has(standard.id));
  return new Set([
    ...given.flatMap((file) => Object.keys(file.notes)),
    ...kept.flatMap((standard) => standard.requirements.map(({ id }) => id)),
  ]);
}

/** Each key must be a requirement of the file's standard in some edition. */
const rightStandard: Rule = (file, { editions }) => {
  const standards = editions.flatMap((edition) => edition.standards);
  return Object.keys(file.notes).flatMap((key) => {
    const homes = standards.filter((standard) => standard.requirements.some((item) => item.id === key));
    if (homes.length === 0)
      return [problem("unknown-requirement", ["notes", key], `No edition has a requirement "${key}".`)];
    if (homes.some((standard) => standard.id === file.standard)) return [];
    return [
      problem(
        "wrong-standard",
        ["notes", key],
        `"${key}" stands in the standard "${homes[0]?.id}", not in "${file.standard}".`,
      ),
    ];
  });
};

/** Of two notes with the same key the build would keep one and say nothing. */
const onlyNote: Rule = (file, { given }) =>
  Object.keys(file.notes)
    .filter((key) => given.some((other) => other !== file && Object.hasOwn(other.notes, key)))
    .map((key) => problem("duplicate-id", ["notes", key], `Another of these files has a note on "${key}" as well.`));

/** What the shipped editions ask under this standard has a note here, or in another file. */
const nothingLeftOut: Rule = (file, { given, shipped }) => {
  const practised = practisedKeys(given, shipped);
  return [...keysOf(shipped, file.standard)]
    .filter((id) => !practised.has(id))
    .map((id) => problem("missing-practice", ["notes"], `"${id}" has no practice note.`));
};

const rules: readonly Rule[] = [rightStandard, onlyNote, nothingLeftOut];
