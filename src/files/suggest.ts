import { distance } from "fastest-levenshtein";

/** Nobody mistypes a word this long; measuring it would only cost time. */
const longestWord = 80;

/** The candidate that was meant by a word that is none of them; null when none comes close, or two as close. */
export function suggest(word: string, candidates: readonly string[]): string | null {
  if (word.length > longestWord) return null;
  const wanted = normalise(word);
  const begun = wanted.length < 3 ? [] : candidates.filter((candidate) => normalise(candidate).startsWith(wanted));
  const ranked = candidates
    .map((candidate) => ({ candidate, far: slips(wanted, normalise(candidate)) }))
    .toSorted((a, b) => a.far - b.far);
  const [nearest, next] = ranked;
  const isClear = nearest !== undefined && nearest.far < (next?.far ?? Infinity);
  if (isClear && nearest.far <= tolerance(wanted)) return nearest.candidate;
  return begun.length === 1 ? (begun[0] ?? null) : null;
}

/** "Did you mean met?", or the alternative hint when nothing comes close. */
export function didYouMean(word: string, candidates: readonly string[], otherwise: string | null): string | null {
  const meant = suggest(word, candidates);
  return meant === null ? otherwise : `Did you mean ${meant}?`;
}

/** Two letters that changed places are one slip of the fingers, though two changes. */
function slips(word: string, other: string): number {
  const isSwap = word !== other && word.length === other.length && sorted(word) === sorted(other);
  return distance(word, other) - (isSwap ? 1 : 0);
}

function sorted(word: string): string {
  return [...word].toSorted().join("");
}

function normalise(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** One slip in a short word, one in every three letters of a longer one. */
function tolerance(word: string): number {
  return word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
}
