import type { CompiledLexicon, CompiledRule } from "./compiled-lexicon.js";
import type { Hit } from "./phrase-index.js";

/** A rule that a sentence meets, and which of its words meet it. */
export interface Match {
  readonly rule: CompiledRule;
  readonly hits: readonly Hit[];
  readonly first: number;
  readonly last: number;
}

/** Terms, whose phrases stand in a text. */
export interface Terms {
  has(term: number): boolean;
}

/** What is looked through: the hits of a sentence and what stands above it. */
export interface Ground {
  readonly hits: TermHits;
  /** Terms that stand in a heading, the title or the lead-in. */
  readonly above: Terms;
  /** Where the sentence's own words begin, those of its lead-in being before. */
  readonly own: number;
}

/** The hits of a sentence by term. */
export interface TermHits extends Terms {
  /** All, in the order of the words; the words of the lead-in come first. */
  readonly all: readonly Hit[];
  /** Those of one term, in the same order. */
  of(term: number): readonly Hit[];
}

/** Hits of one term that are looked at in a sentence: a bound on hostile texts. */
const mostHits = 12;

/** The rules that a sentence meets. */
export function matchesOf(ground: Ground, { rules, opening }: CompiledLexicon): readonly Match[] {
  const found: Match[] = [];
  const seen = new Set<number>();
  for (const { phrase } of ground.hits.all)
    for (const term of opening(phrase)) {
      if (seen.has(term)) continue;
      seen.add(term);
      for (const rule of rules.get(term) ?? []) {
        const match = meet(rule, ground);
        if (match !== null) found.push(match);
      }
    }
  return found;
}

/** Groups hits; `terms` is how many terms there are. */
export function groupHits(all: readonly Hit[], terms: number): TermHits {
  // One phrase is of many terms: to note which are there costs a tenth of a list for each.
  const isThere = new Uint8Array(all.length === 0 ? 0 : terms);
  for (const { phrase } of all) for (const term of phrase.terms) isThere[term] = 1;
  return {
    all,
    has: (term) => isThere[term] === 1,
    of: (term) =>
      isThere[term] === 1 ? all.filter(({ phrase }) => phrase.terms.includes(term)).slice(0, mostHits) : [],
  };
}

function meet(rule: CompiledRule, { hits, above, own }: Ground): Match | null {
  const { says } = rule;
  for (let index = 1; index < says.length; index += 1) if (!hits.has(says[index] ?? -1)) return null;
  if (rule.under !== null && !above.has(rule.under)) return null;
  if (rule.notUnder !== null && above.has(rule.notUnder)) return null;
  if (rule.not !== null && hits.has(rule.not)) return null;
  const [first = -1, ...others] = says;
  const further = others.map((term) => hits.of(term));
  for (const start of hits.of(first)) {
    const chosen = choose(start, further);
    if (chosen === null) continue;
    const [from, to] = [Math.min(...chosen.map((hit) => hit.first)), Math.max(...chosen.map((hit) => hit.last))];
    // A list's lead-in alone states nothing of the item.
    if (to - from < rule.within && chosen.some((hit) => hit.first >= own))
      return { rule, hits: chosen, first: from, last: to };
  }
  return null;
}

/** The nearest hit of each further term that shares no word with those chosen before. */
function choose(start: Hit, further: readonly (readonly Hit[])[]): readonly Hit[] | null {
  const chosen = [start];
  for (const hits of further) {
    let nearest: Hit | null = null;
    for (const hit of hits) {
      const isNearer = nearest === null || distance(hit, start) < distance(nearest, start);
      if (isNearer && chosen.every((other) => isApart(hit, other))) nearest = hit;
    }
    if (nearest === null) return null;
    chosen.push(nearest);
  }
  return chosen;
}

function isApart(one: Hit, other: Hit): boolean {
  return one.last < other.first || other.last < one.first;
}

function distance(one: Hit, other: Hit): number {
  return one.first > other.first ? one.first - other.last : other.first - one.last;
}
