import { diffArrays } from "diff";

/** Some words that stand in both texts, only in the one before, or only in the one after. */
export interface Piece {
  readonly kind: "same" | "gone" | "new";
  readonly words: readonly string[];
}

/** Above this many words that differ a text is shown as a whole: finding the fewest takes time in their square. */
const mostEdits = 1000;

/** Below this share of common words, what is common is chance, and two whole texts read better. */
const leastCommon = 0.4;

/** A text and another, word by word; null is no text. White space is none of the words. */
export function compareWords(before: string | null, after: string | null): readonly Piece[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const pieces = diffArrays(was, is, { maxEditLength: mostEdits })?.map(({ value, added, removed }): Piece => ({
    kind: added ? "new" : removed ? "gone" : "same",
    words: value,
  }));
  const common = (pieces ?? []).reduce((sum, { kind, words }) => sum + (kind === "same" ? words.length : 0), 0);
  if (pieces !== undefined && common >= leastCommon * Math.max(was.length, is.length)) return pieces;
  const whole: readonly Piece[] = [
    { kind: "gone", words: was },
    { kind: "new", words: is },
  ];
  return whole.filter(({ words }) => words.length > 0);
}

function wordsOf(text: string | null): string[] {
  return (text ?? "").split(/\s+/u).filter((word) => word !== "");
}
