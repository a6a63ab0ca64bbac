import { type Word, wordsOf } from "./words.js";

/** A phrase that is known, and the terms that it is of. */
export interface Phrase {
  readonly terms: readonly number[];
}

/** Where a phrase stands: the first and the last of its words. */
export interface Hit {
  readonly phrase: Phrase;
  readonly first: number;
  readonly last: number;
}

interface Node {
  /** By the stem of the next word; null: no phrase goes on. */
  next: Map<string, Node> | null;
  /** Of the phrase that ends here; none end. */
  readonly terms: number[];
}

/** Finds any number of phrases in one pass over a text. */
export interface PhraseIndex {
  /** Adds a phrase of a term; all those of one term come one after the other. */
  add(phrase: string, term: number): void;
  find(words: readonly Word[]): readonly Hit[];
}

export function createPhraseIndex(): PhraseIndex {
  const root: Node = { next: null, terms: [] };
  const nodes = new Map<string, Node>();
  const nodeOf = (phrase: string): Node => {
    let node = root;
    for (const { stem } of wordsOf(phrase)) {
      node.next ??= new Map();
      const next = node.next.get(stem) ?? { next: null, terms: [] };
      node.next.set(stem, next);
      node = next;
    }
    return node;
  };
  return {
    add: (phrase, term) => {
      // Terms share groups of phrases: the words of each are looked up once.
      const node = nodes.get(phrase) ?? nodeOf(phrase);
      nodes.set(phrase, node);
      if (node !== root && node.terms.at(-1) !== term) node.terms.push(term);
    },
    find: (words) => {
      const hits: Hit[] = [];
      for (let first = 0; first < words.length; first += 1) {
        let node = root.next?.get(words[first]?.stem ?? "");
        for (let last = first; node !== undefined; last += 1) {
          if (node.terms.length > 0) hits.push({ phrase: node, first, last });
          const following = words[last + 1];
          node = following === undefined ? undefined : node.next?.get(following.stem);
        }
      }
      return hits;
    },
  };
}
