import type { DocumentText } from "../../model/document.js";
import type { OldTerm } from "../../model/document-facts.js";
import type { SupersededTerm } from "../../model/lexicon.js";
import { isHistory } from "./history.js";
import { findTerms, termIndex } from "./term-index.js";
import { toldIn } from "./told.js";

/** One term is told so often at most, as history and otherwise: who has seen three places will look for the others. */
const mostUses = 3;

/** The terms that have had their day, where the document uses them. */
export function findOldTerms(document: DocumentText, terms: readonly SupersededTerm[]): readonly OldTerm[] {
  const index = termIndex(terms);
  const uses = new Map<string, number>();
  const found: OldTerm[] = [];
  for (const told of toldIn(document)) {
    let history: boolean | null = null;
    for (const { term, from } of findTerms(told.written, index)) {
      if (isInAddress(told.written, from)) continue;
      history ??= isHistory(told);
      const isPast = history || isSource(term, told.written.slice(from, from + reach));
      const key = `${isPast} ${term.term}`;
      const count = uses.get(key) ?? 0;
      if (count >= mostUses) continue;
      const line = told.line + (told.written.slice(0, from).match(/\n/gu)?.length ?? 0);
      uses.set(key, count + 1);
      found.push({ term: term.term, replacedBy: term["replaced-by"], from: term.from, line, history: isPast });
    }
  }
  return found;
}

/** Letters from the beginning of a term to the year of what it published. */
const reach = 70;

/** Who published something and when: "(DfES 2005)". An edition has its year in its name. */
function isSource({ term }: SupersededTerm, text: string): boolean {
  return !/\d{4}/u.test(term) && /^[\p{L}'’& ]{2,50},? ?\(?(?:19|20)\d\d\)/u.test(text);
}

/** Part of the address of a page or a mailbox, which nobody can bring up to date alone. */
function isInAddress(text: string, from: number): boolean {
  const before = /\S{0,300}$/u.exec(text.slice(Math.max(0, from - 300), from))?.[0] ?? "";
  const after = /^\S{0,300}/u.exec(text.slice(from, from + 300))?.[0] ?? "";
  return (
    /:\/\/|^www\.|@|\.(?:gov|org|co|uk|com|pdf|html?)\b/iu.test(before + after) &&
    /[/@.]/u.test(before.slice(-1) + after)
  );
}
