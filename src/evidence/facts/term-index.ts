import type { SupersededTerm } from "../../model/lexicon.js";

/** A phrase to look for, word by word. */
interface Phrase {
  readonly words: readonly PhraseWord[];
  readonly term: SupersededTerm;
}

interface PhraseWord {
  /** In small letters, but for a word in capitals. */
  readonly text: string;
  /** An abbreviation, which counts only as it is written. */
  readonly exact: boolean;
}

/** The phrases of all terms. */
export interface TermIndex {
  /** By their first word in small letters, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** The first two letters of those words, as `pairOf` numbers them: most words of a text need no closer look. */
  readonly pairs: ReadonlySet<number>;
}

interface Word {
  readonly text: string;
  readonly from: number;
  /** After the word and an 's that belongs to it. */
  readonly to: number;
}

export interface TermUse {
  readonly term: SupersededTerm;
  readonly from: number;
}

const made = new WeakMap<readonly SupersededTerm[], TermIndex>();

/** The index of the terms, made once. */
export function termIndex(terms: readonly SupersededTerm[]): TermIndex {
  const known = made.get(terms);
  if (known !== undefined) return known;
  const byFirst = new Map<string, Phrase[]>();
  for (const term of terms)
    for (const written of [term.term, ...(term.also ?? [])]) {
      const words = wordsOf(written);
      const first = words[0]?.text.toLowerCase();
      if (first === undefined) continue;
      const phrases = byFirst.get(first) ?? [];
      phrases.push({ words, term });
      byFirst.set(first, phrases);
    }
  for (const phrases of byFirst.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  const index = { phrases: byFirst, pairs: new Set([...byFirst.keys()].map((word) => pairOf(word, 0))) };
  made.set(terms, index);
  return index;
}

function wordsOf(written: string): readonly PhraseWord[] {
  const words: PhraseWord[] = [];
  for (let word = nextWord(written, 0); word !== null; word = nextWord(written, word.to)) {
    const exact = (word.text.match(/\p{Lu}/gu)?.length ?? 0) > 1;
    words.push({ text: exact ? word.text : word.text.toLowerCase(), exact });
  }
  return words;
}

/** Letters of ASCII as if small, so that no text need be copied to be looked through. */
function pairOf(text: string, at: number): number {
  return (small(text.charCodeAt(at)) << 16) | small(at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
}

function small(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

/** The uses of the terms in a text, in one pass; none overlap. */
export function findTerms(text: string, index: TermIndex): readonly TermUse[] {
  const uses: TermUse[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isLetter(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const word = index.pairs.has(pairOf(text, at)) ? nextWord(text, at) : null;
    const found = word === null ? null : phraseAt(text, word, index);
    if (found !== null) uses.push({ term: found.term, from: at });
    at = found?.to ?? word?.to ?? wordEnd(text, at);
  }
  return uses;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  return end;
}

function phraseAt(
  text: string,
  first: Word,
  index: TermIndex,
): { readonly term: SupersededTerm; readonly to: number } | null {
  const lower = first.text.toLowerCase();
  const phrases =
    index.phrases.get(lower) ?? (lower.endsWith("s") ? index.phrases.get(lower.slice(0, -1)) : undefined) ?? [];
  for (const { words, term } of phrases) {
    const to = endOf(text, first, words);
    if (to !== null) return { term, to };
  }
  return null;
}

/** Where the phrase ends that begins at the word; null when the text goes on otherwise. */
function endOf(text: string, first: Word, words: readonly PhraseWord[]): number | null {
  let word: Word | null = first;
  let to = first.from;
  for (const [position, wanted] of words.entries()) {
    if (word === null || (position > 0 && !isJoint(text.slice(to, word.from)))) return null;
    if (!isSame(word.text, wanted, position === words.length - 1)) return null;
    to = word.to;
    word = position === words.length - 1 ? null : nextWord(text, to);
  }
  return to;
}

function isSame(text: string, { text: wanted, exact }: PhraseWord, isLast: boolean): boolean {
  const written = exact ? text : text.toLowerCase();
  return (
    written === wanted ||
    (isLast && (written === `${wanted}s` || written === `${wanted}es` || written === plural(wanted)))
  );
}

function plural(word: string): string {
  return word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** What may stand between the words of a phrase: blanks, a line end, hyphens, brackets and quotation marks. */
function isJoint(between: string): boolean {
  return between.length <= 12 && /^(?:\s{0,8}[-‐‑–—()“”"'‘’,/*_]?){1,3}\s{0,8}$/u.test(between);
}

/** The next word from the offset on; an ampersand stands for "and". */
function nextWord(text: string, offset: number): Word | null {
  let from = offset;
  while (from < text.length && !isLetter(text.charCodeAt(from))) {
    if (text[from] === "&") return { text: "and", from, to: from + 1 };
    from += 1;
  }
  if (from >= text.length) return null;
  const end = wordEnd(text, from);
  return { text: text.slice(from, end), from, to: isPossessive(text, end) ? end + 2 : end };
}

function isPossessive(text: string, at: number): boolean {
  return (text[at] === "'" || text[at] === "’") && text[at + 1] === "s" && !isLetter(text.charCodeAt(at + 2));
}

/** Letters and digits; beyond Latin whatever is no punctuation. */
function isLetter(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x20_00 && code <= 0x20_6f) && code < 0xff_00;
}
