import type { PracticeNote } from "../schema/practice.gen.js";
import { normalise } from "./compose-requirement.js";
import { type LintProblem, type Path, warning } from "./lint-problem.js";

/** Parts of a practice note that help nobody: filled in for form's sake, or the same for two ratings. */
export function lintNote(note: PracticeNote, path: Path): readonly LintProblem[] {
  return [...emptyParts(note, path), ...sameRatings(note, path)];
}

/** Nothing but signs, or one of the words that keep a place. */
const placeholder =
  /^[^\p{L}]*(?:(?:tbc|tbd|tba|todo|to do|n\/a|na|none|nothing|xxx+|to be (?:confirmed|decided|done|written|agreed|added)|not known|unknown|see above)[^\p{L}]*)?$/iu;

function emptyParts({ why, evidence, remedy, ratings, "look-for": lookFor }: PracticeNote, path: Path) {
  const parts = [
    { text: why, at: ["why"] },
    ...lookFor.map((text, index) => ({ text, at: ["look-for", index] })),
    ...Object.entries(ratings).map(([rating, text]) => ({ text, at: ["ratings", rating] })),
    ...evidence.map(({ what }, index) => ({ text: what, at: ["evidence", index, "what"] })),
    { text: remedy.action, at: ["remedy", "action"] },
  ];
  return parts
    .filter(({ text }) => placeholder.test(normalise(text)))
    .map(({ text, at }) =>
      warning(
        "empty-practice",
        [...path, ...at],
        `The practice note says nothing here: "${normalise(text)}".`,
        "Write what somebody could look at or do, in a sentence.",
      ),
    );
}

function sameRatings({ ratings }: PracticeNote, path: Path): readonly LintProblem[] {
  const texts = Object.entries(ratings).map(([rating, text]) => ({ rating, text: normalise(text).toLowerCase() }));
  return texts.flatMap(({ rating, text }, index) => {
    const first = texts.slice(0, index).find((other) => other.text === text);
    if (first === undefined) return [];
    return [
      warning(
        "empty-practice",
        [...path, "ratings", rating],
        `"${rating}" and "${first.rating}" are described in the same words.`,
        "Say what tells the two apart.",
      ),
    ];
  });
}
