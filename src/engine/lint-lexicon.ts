import type { LexiconFile } from "../schema/lexicon.gen.js";
import { type EditionOutline, keysOf } from "./edition-outline.js";
import { findRepeated, type LintProblem, type Path, problem } from "./lint-problem.js";

/** Everything wrong with a lexicon that its schema cannot tell. */
export function lintLexicon(lexicon: LexiconFile, editions: readonly EditionOutline[]): readonly LintProblem[] {
  return [...repeatedTerms(lexicon), ...strayGroups(lexicon), ...strayStatements(lexicon, editions)];
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

/** Groups that are used and not there, and those that lead back to themselves, be it by way of others. */
function strayGroups({ words, statements }: LexiconFile): readonly LintProblem[] {
  const texts = [...textsIn(words, ["words"]), ...textsIn(statements, ["statements"])];
  const used = texts.flatMap(({ text, path }) => groupsIn(text).map((group) => ({ group, path })));
  const held = new Map(Object.entries(words).map(([group, phrases]) => [group, phrases.flatMap(groupsIn)]));
  const joined = texts.filter(({ text }) =>
    text.split("|").some((part) => part.includes("<") && !/^\s*<[\w-]+>\s*$/u.test(part)),
  );
  const misplaced = joined.map(({ text, path }) =>
    problem("unknown-group", path, `A group of words stands alone or between bars, not within "${text}".`),
  );
  const stray = used.flatMap(({ group, path }) => {
    const [part, holder] = path;
    if (!Object.hasOwn(words, group)) return [problem("unknown-group", path, `There is no group of words "${group}".`)];
    return part === "words" && reachedFrom(group, held).has(String(holder))
      ? [problem("unknown-group", path, `The group of words "${holder}" leads back to itself.`)]
      : [];
  });
  return [...misplaced, ...stray];
}

function groupsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/<([\w-]+)>/gu), ([, group = ""]) => group);
}

/** A group and all that it leads to. */
function reachedFrom(group: string, held: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set([group]);
  for (const each of reached) for (const next of held.get(each) ?? []) reached.add(next);
  return reached;
}

/** Every text below a value, and the path to it; examples are no rules. */
function textsIn(value: unknown, path: Path): readonly { readonly text: string; readonly path: Path }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, held]) => (key === "examples" ? [] : textsIn(held, [...path, key])));
}
