import { type Word, wordsOf } from "./words.js";

/** Where a phrase of a term stands: the first and the last of its words. */
export interface Hit {
  readonly term: number;
  readonly first: number;
  readonly last: number;
}

interface Node {
  readonly next: Map<string, Node>;
  /** Terms of which a phrase ends here. */
  readonly terms: number[];
}

/** Finds any number of phrases in one pass over a text. */
export interface PhraseIndex {
  add(phrase: string, term: number): void;
  find(words: readonly Word[]): readonly Hit[];
}

export function createPhraseIndex(): PhraseIndex {
  const root: Node = { next: new Map(), terms: [] };
  return {
    add: (phrase, term) => {
      let node = root;
      for (const { stem } of wordsOf(phrase)) {
        const next = node.next.get(stem) ?? { next: new Map(), terms: [] };
        node.next.set(stem, next);
        node = next;
      }
      if (node !== root && !node.terms.includes(term)) node.terms.push(term);
    },
    find: (words) => {
      const hits: Hit[] = [];
      for (const [first, { stem }] of words.entries()) {
        let node = root.next.get(stem);
        for (let last = first; node !== undefined; last += 1) {
          for (const term of node.terms) hits.push({ term, first, last });
          const following = words[last + 1];
          node = following === undefined ? undefined : node.next.get(following.stem);
        }
      }
      return hits;
    },
  };
}
