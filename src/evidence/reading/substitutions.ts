/** Signs that a name may stand for, and all of a document's names together: what stands for much is no name. */
const longest = 500;
const most = 1024 * 1024;

/** Puts the words that a name stands for in its place; a name within those words stays a name. */
export interface Substitutions {
  set(name: string, words: string): void;
  /** Null: the name stands for nothing, or too much has been put in place already. */
  wordsFor(name: string): string | null;
}

export function createSubstitutions(): Substitutions {
  const known = new Map<string, string>();
  let written = 0;
  return {
    set: (name, words) => known.set(keyOf(name), words.slice(0, longest)),
    wordsFor: (name) => {
      const words = known.get(keyOf(name));
      if (words === undefined || written > most) return null;
      written += words.length;
      return words;
    },
  };
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
