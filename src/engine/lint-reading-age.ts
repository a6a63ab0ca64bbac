import { normalise } from "./compose-requirement.js";
import type { Asked } from "./lint-asked.js";
import { type LintProblem, warning } from "./lint-problem.js";

/** A fair sample has more than a few words. */
const fewestWords = 20;

/** The scores from which Anderson gives the grades 10, 11, 12 and university, and the age at which each begins. */
const hardFrom = [
  { score: 56, age: 18 },
  { score: 52, age: 17 },
  { score: 48, age: 16 },
  { score: 44, age: 15 },
] as const;

/** Long words that everyone who is asked says every day; who can read them is no matter of school years. */
const ofTheTrade =
  /^(?:safeguard\p{L}*|children|organisations?|volunteers?|designated|allegations?|whistleblowing|partners?|partnerships?|practitioners?|professionals?|services?|procedures?|councils?|concerns?|protection)$/iu;

/** Requirements whose question and expectation call for a reading age above 14. */
export function lintReadingAge({ requirement: { question, expectation }, path }: Asked): readonly LintProblem[] {
  const score = lix(normalise(`${question} ${expectation}`));
  const found = hardFrom.find((level) => score >= level.score);
  if (found === undefined) return [];
  const age = found.age === 18 ? "18 or more" : String(found.age);
  return [
    warning(
      "reading-age",
      [...path, "expectation"],
      `Question and expectation need a reading age of about ${age}; 14 is the most.`,
      "Make two sentences of a long one, and take shorter words.",
    ),
  ];
}

/**
 * Lix (Björnsson 1968): words in a sentence plus the percentage of words of more than six letters; needs no dictionary
 * and no syllables. Its grades are those of Anderson (Journal of Reading 26, 1983). 0 for a text that is too short.
 */
function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+(?:['\u2019-][\p{L}\p{N}]+)*/gu) ?? [];
  if (words.length < fewestWords) return 0;
  const sentences = text.match(/[.!?:;](?=\s|$)/gu)?.length ?? 1;
  const bare = words.map((word) => word.replace(/['\u2019]s?$/u, ""));
  const long = bare.filter((word) => word.length > 6 && !ofTheTrade.test(word));
  return words.length / sentences + (100 * long.length) / words.length;
}
