import { lintEdition, type LintContext } from "../../src/engine/lint.js";
import type { EditionFile } from "../../src/schema/edition.gen.js";
import { edition, stated } from "./editions-fixture.js";
import { profile } from "./fixtures.js";

export const before = edition([stated("line-of-accountability")], {
  id: "working-together-2013",
  published: "2013-03-21",
});
export const first = edition([], {
  id: "working-together-2006",
  published: "2006-04-10",
  standards: [
    { id: "leadership", title: "Leadership", requirements: [stated("board-lead"), stated("allegations")] },
    { id: "people", title: "People", requirements: [stated("learning")] },
  ],
});
export const carried = [{ requirement: "line-of-accountability", change: "unchanged" }] as const;

/** Every requirement of these editions that has a practice note. */
export const everything = new Set(["line-of-accountability", "board-lead", "culture"]);

/** Code, place and message of everything that is wrong. */
export function problems(given: EditionFile, over: Partial<LintContext> = {}) {
  const found = lintEdition(given, { profile, practised: everything, editions: [], ...over });
  return found.map(({ code, path, message }) => [code, path.join("."), message]);
}
