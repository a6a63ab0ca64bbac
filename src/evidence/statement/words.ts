/** A word of a text, where it stands, and what its plain endings leave of it. */
export interface Word {
  /** In lower case, without a possessive ending. */
  readonly text: string;
  readonly stem: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const pattern = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** Words that are kept with their stem, so that each is worked out once; texts without end may not fill the memory. */
const known = new Map<string, string>();
const mostKnown = 50_000;

/** The words of a text; a hyphen parts two. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: written, index }) => {
    const word = written
      .toLowerCase()
      .replace(/['’]s$/u, "")
      .replace("’", "'");
    return { text: word, stem: stemOf(word), start: index, end: index + written.length };
  });
}

function stemOf(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const stem = withoutEndings(word);
  if (known.size < mostKnown) known.set(word, stem);
  return stem;
}

/** Plurals and the forms of verbs are one word: policies and policy, referred, refers and referring. */
function withoutEndings(word: string): string {
  if (word.length <= 3) return word;
  const single = withoutPlural(word);
  const base = single.replace(/(?<=\p{L}{3})(?:ing|ed)$/u, "");
  const plain = base === single ? base : base.replace(/([bdgmnprt])\1$/u, "$1");
  return plain.length > 3 ? plain.replace(/(?:e|(?<=i)y)$/u, "") : plain;
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|ch|sh|x)es$/u.test(word)) return word.slice(0, -2);
  return /[^sui]s$/u.test(word) ? word.slice(0, -1) : word;
}
