import type { Audience, Nation, PassageOutline, StatedPassage, Strength } from "../../model/document-facts.js";
import type { DocumentText } from "../../model/document.js";
import type { Sentence } from "../facts/sentences.js";
import { toldIn } from "../facts/told.js";
import type { CompiledLexicon } from "./compiled-lexicon.js";
import { excerptOf } from "./excerpt.js";
import { groupHits, type Match, matchesOf, type Terms } from "./matches.js";
import { stanceOf } from "./stance.js";
import { type Word, wordsOf } from "./words.js";

/** Passages that are kept of one requirement in one document. */
const mostPassages = 3;

const strengths: readonly Strength[] = ["states", "hints", "denies", "mentions", "other-people"];

/** What the document as a whole tells of the worth of its sentences. */
export interface Bearing {
  readonly audience: Audience;
  /** Whose law it is written for; null: nothing tells. */
  readonly nation: Nation | null;
  /** Whether it records, plans or lists things instead of laying them down. */
  readonly isRecord: boolean;
}

/** Where a document speaks of which requirement: of each the best, in the order of the document. */
export function findPassages(
  document: DocumentText,
  bearing: Bearing,
  lexicon: CompiledLexicon,
): readonly StatedPassage[] {
  const above = createAbove(document.title, lexicon);
  const best = new Map<string, StatedPassage[]>();
  const isWanted: Wanted = (outline) => mayBeKept(best, { ...outline, ...weaken(outline, bearing, lexicon) });
  let before: Sentence | null = null;
  for (const sentence of toldIn(document)) {
    for (const passage of judgeSentence(sentence, before, above, lexicon, isWanted))
      keep(best, { ...passage, ...weaken(passage, bearing, lexicon) });
    before = sentence;
  }
  return [...best.values()].flat();
}

/** Whether a passage of this worth is asked for: its words are gathered only then. */
type Wanted = (outline: PassageOutline) => boolean;

/** How one sentence speaks of the requirements that its words are about; `before` is the sentence before it. */
export function judgeSentence(
  sentence: Sentence,
  before: Sentence | null,
  above: (headings: readonly string[], lead: string | null) => Terms,
  lexicon: CompiledLexicon,
  isWanted: Wanted = () => true,
): readonly StatedPassage[] {
  const own = wordsOf(sentence.text);
  const lead = wordsOf(sentence.lead ?? antecedent(own, sentence, before));
  const words = lead.length === 0 ? own : [...lead, ...own];
  const hits = groupHits(lexicon.index.find(words), lexicon.terms);
  const ground = { hits, above: above(sentence.headings, sentence.lead), own: lead.length };
  const matches = matchesOf(ground, lexicon);
  if (matches.length === 0) return [];
  const traits = {
    text: sentence.text,
    isHeading: sentence.kind === "heading",
    isSentence: sentence.kind === "paragraph" && /[.!;]["'”’)*]*\s*$/u.test(sentence.text),
    length: words.length - ground.own,
    hasVerb: isClause(words, ground.own, lexicon),
    ground,
    lexicon,
  };
  return matches.flatMap((match) => {
    const { strength, because } = stanceOf({ ...traits, match });
    const { requirement, under } = match.rule;
    const outline = { requirement, strength, weight: match.hits.length + (under === null ? 0 : 1) };
    return isWanted(outline) ? [passageOf(outline, match, because, sentence, words, ground.own)] : [];
  });
}

/** "This is ..." speaks of the sentence before, "This policy ..." of the policy. */
const pronouns =
  /^(?:(?:it|they|he|she|their|his|her) |(?:this|these|such) (?:is|are|was|were|will|must|shall|should|may|can|has|have|also|includes?|means?|covers?|applies|apply)$)/u;

/** What a sentence such as "They report to the board" takes its subject from; nothing when it has one of its own. */
function antecedent([first, second]: readonly Word[], sentence: Sentence, before: Sentence | null): string {
  const opening = `${first?.text ?? ""} ${second?.text ?? ""}`;
  const isPronoun = pronouns.test(opening);
  return isPronoun && before !== null && before.headings.join() === sentence.headings.join() ? before.text : "";
}

function passageOf(
  outline: PassageOutline,
  match: Match,
  because: string,
  sentence: Sentence,
  words: readonly Word[],
  own: number,
): StatedPassage {
  const quoted = match.hits.map(({ first, last }) =>
    words
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join(" "),
  );
  const start = words[Math.max(match.first, own)]?.start ?? 0;
  return {
    ...outline,
    line: sentence.line,
    heading: sentence.headings,
    excerpt: excerptOf(sentence.text, start),
    reason: `It says ${[...new Set(quoted)].map((text) => `"${text}"`).join(" and ")}, and ${because}.`,
  };
}

/** Whether a verb makes a sentence of the words; what may be a noun counts only where it opens the words and acts on something. */
function isClause(words: readonly Word[], own: number, { verbs, nounsToo }: CompiledLexicon): boolean {
  return words.some(({ text }, index) => {
    if (!verbs.has(text)) return false;
    if (!nounsToo.has(text)) return true;
    return index === own && !/^(?:for|of|in|on|with|and|or|to|by|at)?$/u.test(words[index + 1]?.text ?? "");
  });
}

/** Terms that stand above a sentence; worked out once for each path of headings, and for each lead-in. */
export function createAbove(title: string | null, { index }: CompiledLexicon) {
  const ofHeadings = new WeakMap<readonly string[], ReadonlySet<number>>();
  const ofLeads = new Map<string, ReadonlySet<number>>();
  const termsIn = (texts: readonly string[]): ReadonlySet<number> =>
    new Set(texts.flatMap((text) => index.find(wordsOf(text)).flatMap(({ phrase }) => phrase.terms)));
  return (headings: readonly string[], lead: string | null): Terms => {
    const above = ofHeadings.get(headings) ?? termsIn([title ?? "", ...headings]);
    ofHeadings.set(headings, above);
    if (lead === null) return above;
    const leading = ofLeads.get(lead) ?? termsIn([lead]);
    ofLeads.set(lead, leading);
    return { has: (term) => above.has(term) || leading.has(term) };
  };
}

/** What a sentence states is worth no more than the document that it stands in: what becomes of it; null: it stays. */
function weaken(
  { requirement, strength }: PassageOutline,
  { audience, nation, isRecord }: Bearing,
  lexicon: CompiledLexicon,
): Pick<StatedPassage, "strength" | "reason"> | null {
  if (audience === "adults")
    return { strength: "other-people", reason: "The document is about adults at risk, not about children." };
  if (strength !== "states") return null;
  if (isRecord) return { strength: "hints", reason: "The document records, plans or lists things; it is no policy." };
  return nation !== null && nation !== "england" && lexicon.ofEngland.has(requirement)
    ? { strength: "hints", reason: "The document is written for the law of another nation." }
    : null;
}

/** Whether there is room for it, or it is worth more than the least of those that are kept. */
function mayBeKept(best: ReadonlyMap<string, readonly StatedPassage[]>, passage: PassageOutline): boolean {
  const least = best.get(passage.requirement)?.[mostPassages - 1];
  return least === undefined || byWorth(least, passage) > 0;
}

function keep(best: Map<string, StatedPassage[]>, passage: StatedPassage): void {
  const held = best.get(passage.requirement) ?? [];
  const same = held.find((other) => other.line === passage.line && other.excerpt === passage.excerpt);
  if (same !== undefined && byWorth(same, passage) <= 0) return;
  const all = [...held.filter((other) => other !== same), passage].toSorted(byWorth);
  best.set(passage.requirement, all.slice(0, mostPassages));
}

/** The stronger first, then the one that says more; passages that are alike stay in the order of the document. */
function byWorth(one: PassageOutline, other: PassageOutline): number {
  return strengths.indexOf(one.strength) - strengths.indexOf(other.strength) || other.weight - one.weight;
}
