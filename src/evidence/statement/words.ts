/** A word of a text, where it stands, and what its plain endings leave of it. */
export interface Word {
  /** In lower case, without a possessive ending. */
  readonly text: string;
  readonly stem: string;
  /** Its offset in the text. */
  readonly start: number;
}

const pattern = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** Words as they are written, so that each is worked out once; texts without end may not fill the memory. */
const known = new Map<string, Pick<Word, "text" | "stem">>();
const mostKnown = 50_000;

/** The words of a text; a hyphen parts two. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { text: word, stem } = formsOf(found[0]);
    words.push({ text: word, stem, start: found.index });
  }
  return words;
}

function formsOf(written: string): Pick<Word, "text" | "stem"> {
  const found = known.get(written);
  if (found !== undefined) return found;
  const text = written
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .replace("’", "'");
  const forms = { text, stem: withoutEndings(text) };
  if (known.size < mostKnown) known.set(written, forms);
  return forms;
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
