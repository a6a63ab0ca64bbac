import type { CombinedRule, Lexicon, StatementRule } from "../../model/lexicon.js";
import { createPhraseIndex, type Phrase, type PhraseIndex } from "./phrase-index.js";

/** A rule of a requirement; its numbers are terms of the index. */
export interface CompiledRule {
  readonly requirement: string;
  readonly strength: "states" | "hints";
  /** All must stand in the sentence, the rarest first. */
  readonly says: readonly number[];
  /** Words from the first to the last. */
  readonly within: number;
  /** What a heading, the title or the lead-in must hold; null: anything. */
  readonly under: number | null;
  /** What may not stand there; null: anything may. */
  readonly notUnder: number | null;
  /** What the sentence may not hold; null: anything may. */
  readonly not: number | null;
}

/** Groups of words by which a sentence is weighed, whatever the requirement. */
export const stanceGroups = [
  "denial",
  "pointer",
  "plan",
  "duty-of-others",
  "history",
  "aside-headings",
  "adults",
  "children",
  "ourselves",
] as const;
export type StanceGroup = (typeof stanceGroups)[number];

export interface CompiledLexicon {
  readonly index: PhraseIndex;
  /** How many terms there are, numbered from 0. */
  readonly terms: number;
  /** Those terms of a phrase that come first in a rule. */
  readonly opening: (phrase: Phrase) => readonly number[];
  /** The rules whose first term is the key. */
  readonly rules: ReadonlyMap<number, readonly CompiledRule[]>;
  readonly stance: Readonly<Record<StanceGroup, number>>;
  /** Words that make a sentence of a line, as they are written: "looked after" heads a list, "looks after" tells. */
  readonly verbs: ReadonlySet<string>;
  /** Those of them that are nouns as well: "support for staff" heads a list, "support new staff" tells. */
  readonly nounsToo: ReadonlySet<string>;
  /** Requirements that are about the law or the officers of England. */
  readonly ofEngland: ReadonlySet<string>;
}

const usualWithin = 30;

/** Makes the lexicon ready to match. Throws RangeError for a group that is not there or leads back to itself. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const index = createPhraseIndex();
  const terms = new Map<string, number>();
  const groups = new Map<string, readonly string[]>();
  const termOf = (alternatives: readonly string[]): number => {
    const key = alternatives.join(" | ");
    const known = terms.get(key);
    if (known !== undefined) return known;
    const term = terms.size;
    terms.set(key, term);
    for (const phrase of expand(alternatives, lexicon, [], groups)) index.add(phrase, term);
    return term;
  };
  const rules = new Map<number, CompiledRule[]>();
  for (const [requirement, { states, hints = [] }] of Object.entries(lexicon.statements)) {
    for (const [strength, given] of [["states", states] as const, ["hints", hints] as const]) {
      for (const rule of given.map((written) => compileRule(written, requirement, strength, termOf))) {
        const first = rule.says[0] ?? -1;
        rules.set(first, [...(rules.get(first) ?? []), rule]);
      }
    }
  }
  const stances = stanceGroups.map((group) => [group, termOf(lexicon.words[group] ?? [])] as const);
  const ofEngland = Object.entries(lexicon.statements).filter(([, { law }]) => law === "england");
  return {
    index,
    terms: terms.size,
    opening: createOpening(rules),
    rules,
    stance: stanceOf(new Map(stances)),
    verbs: withThirdPerson(lexicon.words["verbs"]),
    nounsToo: withThirdPerson(lexicon.words["nouns-too"]),
    ofEngland: new Set(ofEngland.map(([id]) => id)),
  };
}

function createOpening(rules: ReadonlyMap<number, unknown>): CompiledLexicon["opening"] {
  const known = new Map<Phrase, readonly number[]>();
  return (phrase) => {
    const found = known.get(phrase);
    if (found !== undefined) return found;
    const terms = phrase.terms.filter((term) => rules.has(term));
    known.set(phrase, terms);
    return terms;
  };
}

function withThirdPerson(verbs: readonly string[] = []): ReadonlySet<string> {
  return new Set(verbs.flatMap((verb) => [verb, `${verb}s`]));
}

function stanceOf(terms: ReadonlyMap<StanceGroup, number>): CompiledLexicon["stance"] {
  const term = (group: StanceGroup): number => terms.get(group) ?? -1;
  return {
    denial: term("denial"),
    pointer: term("pointer"),
    plan: term("plan"),
    "duty-of-others": term("duty-of-others"),
    history: term("history"),
    "aside-headings": term("aside-headings"),
    adults: term("adults"),
    children: term("children"),
    ourselves: term("ourselves"),
  };
}

function compileRule(
  written: StatementRule,
  requirement: string,
  strength: CompiledRule["strength"],
  termOf: (alternatives: readonly string[]) => number,
): CompiledRule {
  const rule: CombinedRule = typeof written === "string" ? { says: [written] } : written;
  const anyOf = (parts: readonly string[]): number =>
    termOf(parts.flatMap((part) => part.split("|").map((alternative) => alternative.trim())));
  const anyOfGiven = (parts: readonly string[] | undefined) => (parts === undefined ? null : anyOf(parts));
  return {
    requirement,
    strength,
    says: rule.says.map((part) => anyOf([part])),
    within: rule.within ?? usualWithin,
    under: anyOfGiven(rule.under),
    notUnder: anyOfGiven(rule["not-under"]),
    not: anyOfGiven(rule.not),
  };
}

/** The phrases themselves, groups replaced by what they hold; `known` keeps what each of them holds. */
function expand(
  alternatives: readonly string[],
  lexicon: Lexicon,
  within: readonly string[],
  known: Map<string, readonly string[]>,
): readonly string[] {
  return alternatives.flatMap((alternative) => {
    const group = alternative.startsWith("<") ? /^<([\w-]+)>$/u.exec(alternative)?.[1] : undefined;
    if (group === undefined) return [alternative];
    const held = lexicon.words[group];
    if (held === undefined) throw new RangeError(`The lexicon has no group of words "${group}".`);
    if (within.includes(group)) throw new RangeError(`The group of words "${group}" leads back to itself.`);
    const phrases = known.get(group) ?? expand(held, lexicon, [...within, group], known);
    known.set(group, phrases);
    return phrases;
  });
}
