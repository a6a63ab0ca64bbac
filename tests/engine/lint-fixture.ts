import { type EditionOutline, outlineOf } from "../../src/engine/edition-outline.js";
import { type EditionContext, lintEdition } from "../../src/engine/lint-edition.js";
import type { LintProblem } from "../../src/engine/lint-problem.js";
import type { EditionFile } from "../../src/schema/edition.gen.js";
import type { PracticeFile } from "../../src/schema/practice.gen.js";
import { edition, note, stated } from "./editions-fixture.js";
import { profile } from "./fixtures.js";

export const before = outlineOf(
  edition([stated("line-of-accountability")], {
    id: "working-together-2013",
    published: "2013-03-21",
    supersedes: "working-together-2010",
    "superseded-by": "working-together-2015",
  }),
);
export const first = outlineOf(
  edition([], {
    id: "working-together-2006",
    published: "2006-04-10",
    supersedes: "working-together-1999",
    "superseded-by": "working-together-2010",
    standards: [
      { id: "leadership", title: "Leadership", requirements: [stated("board-lead"), stated("allegations")] },
      { id: "people", title: "People", requirements: [stated("learning")] },
    ],
  }),
);
export const carried = [{ requirement: "line-of-accountability", change: "unchanged" }] as const;

/** Every requirement of these editions that has a practice note. */
export const everything = new Set(["line-of-accountability", "board-lead", "culture"]);

/** Code, place and message of everything that is wrong with an edition. */
export function problems(given: EditionFile, over: Partial<EditionContext> = {}) {
  return inShort(lintEdition(given, { profile, practised: everything, editions: [], ...over }));
}

/** Code, place and message of each. */
export function inShort(found: readonly LintProblem[]) {
  return found.map(({ code, path, message }) => [code, path.join("."), message]);
}

export function practiceFile(standard: string, ...keys: readonly string[]): PracticeFile {
  return { schema: "practice/1", standard, notes: Object.fromEntries(keys.map((key) => [key, note])) };
}

/** An edition that asks this of leadership. */
export function asking(...keys: readonly string[]): EditionOutline {
  return outlineOf(edition(keys.map((key) => stated(key))));
}
