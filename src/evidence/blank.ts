import { bareLines } from "./bare-text.js";
import { isPlaceholder } from "./placeholder.js";
import { statementsIn, withoutLabel } from "./statements.js";
import type { TextKind } from "./text-kind.js";

/**
 * Words of prose below which a text says nothing. A page of a title, a version, a date and an approval leaves fewer
 * than ten when its labels and placeholders are gone; the shortest real statement that we met, three sentences of a
 * village club, has some twenty. Under a heading that names the matter one short sentence is enough.
 */
const least = { document: 15, passage: 5 } as const;

/** Fewer words than these make no statement but a title, a name or a date. */
const shortest = 3;

/** A word of two letters or more; where words are not set apart, two letters count as one. */
const words =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{2}|\p{L}[\p{L}\p{M}'’\u00AD]+/gu;

/**
 * Whether a text document says nothing: what is left of it without front matter, comments, tags, headings, the heads of
 * tables, labels and placeholders is too little to state an arrangement.
 */
export function isBlank(text: string, kind: TextKind, part: keyof typeof least = "document"): boolean {
  let found = 0;
  for (const statement of statementsIn(bareLines(text, kind))) {
    found += proseWords(statement);
    if (found >= least[part]) return false;
  }
  return true;
}

function proseWords(statement: string): number {
  const count = countWords(withoutLabel(statement));
  return count < shortest || isPlaceholder(statement) ? 0 : count;
}

/** The addresses of links are no words. */
function countWords(text: string): number {
  return text.replace(/\]\([^()]*\)|\b(?:https?:\/\/|mailto:)\S+/gu, " ").match(words)?.length ?? 0;
}
