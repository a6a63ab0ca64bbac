import type { LexiconFile } from "../schema/lexicon.gen.js";
import { type EditionOutline, keysOf } from "./edition-outline.js";
import { findRepeated, type LintProblem, problem } from "./lint-problem.js";

/** Everything wrong with a lexicon that its schema cannot tell. */
export function lintLexicon(lexicon: LexiconFile, editions: readonly EditionOutline[]): readonly LintProblem[] {
  return [...repeatedTerms(lexicon), ...strayStatements(lexicon, editions)];
}

/** A term that stands twice, in whatever case, could be replaced by two others. */
function repeatedTerms(lexicon: LexiconFile): readonly LintProblem[] {
  const terms = lexicon["superseded-terms"].flatMap(({ term, also = [] }, t) =>
    [term, ...also].map((text, i) => ({
      id: text.toLowerCase(),
      text,
      path: ["superseded-terms", t, ...(i === 0 ? ["term"] : ["also", i - 1])],
    })),
  );
  return findRepeated(terms).map(({ text, path }) => problem("duplicate-id", path, `The term "${text}" stands twice.`));
}

function strayStatements(lexicon: LexiconFile, editions: readonly EditionOutline[]): readonly LintProblem[] {
  const known = keysOf(editions);
  return Object.keys(lexicon.statements)
    .filter((key) => !known.has(key))
    .map((key) => problem("unknown-requirement", ["statements", key], `No edition has a requirement "${key}".`));
}
