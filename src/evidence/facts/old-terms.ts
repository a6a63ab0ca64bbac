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
      history ??= isHistory(told);
      const key = `${history} ${term.term}`;
      const count = uses.get(key) ?? 0;
      if (count >= mostUses) continue;
      const line = told.line + (told.written.slice(0, from).match(/\n/gu)?.length ?? 0);
      uses.set(key, count + 1);
      found.push({ term: term.term, replacedBy: term["replaced-by"], from: term.from, line, history });
    }
  }
  return found;
}
