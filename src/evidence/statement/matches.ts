import type { CompiledLexicon, CompiledRule } from "./compiled-lexicon.js";
import type { Hit } from "./phrase-index.js";

/** A rule that a sentence meets, and which of its words meet it. */
export interface Match {
  readonly rule: CompiledRule;
  readonly hits: readonly Hit[];
  readonly first: number;
  readonly last: number;
}

/** What is looked through: the hits of a sentence and what stands above it. */
export interface Ground {
  /** By term, in the order of the words; the words of the lead-in come first. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** Terms that stand in a heading, the title or the lead-in. */
  readonly above: ReadonlySet<number>;
  /** Where the sentence's own words begin, those of its lead-in being before. */
  readonly own: number;
}

/** Hits of one term that are looked at in a sentence: a bound on hostile texts. */
const mostHits = 12;

/** The rules that a sentence meets. */
export function matchesOf(ground: Ground, { rules }: CompiledLexicon): readonly Match[] {
  const found: Match[] = [];
  for (const term of ground.hits.keys())
    for (const rule of rules.get(term) ?? []) {
      const match = meet(rule, ground);
      if (match !== null) found.push(match);
    }
  return found;
}

export function groupHits(hits: readonly Hit[]): ReadonlyMap<number, readonly Hit[]> {
  const byTerm = new Map<number, Hit[]>();
  for (const hit of hits) {
    const held = byTerm.get(hit.term);
    if (held === undefined) byTerm.set(hit.term, [hit]);
    else if (held.length < mostHits) held.push(hit);
  }
  return byTerm;
}

function meet(rule: CompiledRule, { hits, above, own }: Ground): Match | null {
  if (rule.under !== null && !above.has(rule.under)) return null;
  if (rule.notUnder !== null && above.has(rule.notUnder)) return null;
  if (rule.not !== null && hits.has(rule.not)) return null;
  const [first = -1, ...others] = rule.says;
  for (const start of hits.get(first) ?? []) {
    const chosen = choose(start, others, hits);
    if (chosen === null) continue;
    const [from, to] = [Math.min(...chosen.map((hit) => hit.first)), Math.max(...chosen.map((hit) => hit.last))];
    // A list's lead-in alone states nothing of the item.
    if (to - from < rule.within && chosen.some((hit) => hit.first >= own))
      return { rule, hits: chosen, first: from, last: to };
  }
  return null;
}

/** The nearest hit of each further term that shares no word with those chosen before. */
function choose(
  start: Hit,
  terms: readonly number[],
  hits: ReadonlyMap<number, readonly Hit[]>,
): readonly Hit[] | null {
  const chosen = [start];
  for (const term of terms) {
    const free = (hits.get(term) ?? []).filter((hit) => chosen.every((other) => isApart(hit, other)));
    const nearest = free.toSorted((a, b) => distance(a, start) - distance(b, start))[0];
    if (nearest === undefined) return null;
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
