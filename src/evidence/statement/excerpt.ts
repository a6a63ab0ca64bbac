/** Words that an excerpt holds at most. */
const most = 25;

/** The part of a sentence around an offset: whole words, at most 25, "..." where something is left out. */
export function excerptOf(sentence: string, offset: number): string {
  const words = Array.from(sentence.matchAll(/\S+/gu));
  if (words.length <= most) return words.map(([word]) => shorten(word)).join(" ");
  const at = words.findLastIndex(({ index }) => index <= offset);
  const from = Math.max(0, Math.min(at - 6, words.length - most));
  const shown = words.slice(from, from + most).map(([word]) => shorten(word));
  return `${from > 0 ? "... " : ""}${shown.join(" ")}${from + most < words.length ? " ..." : ""}`;
}

/** Nothing that a person wrote as a word is longer. */
function shorten(word: string): string {
  return word.length > 60 ? `${word.slice(0, 57)}...` : word;
}
