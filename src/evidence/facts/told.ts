import type { DocumentText } from "../../model/document.js";
import { sentencesOf, type WrittenSentence } from "./sentences.js";

/** A sentence, in small letters as well: patterns that ignore case are slow to match. */
export interface Told extends WrittenSentence {
  readonly lower: string;
  /** Of a row its cells, in small letters, each as long as it is written; otherwise none. */
  readonly cells: readonly string[];
  /** Of a row in a table that opens with a row of headings, those headings in small letters; otherwise none. */
  readonly columns: readonly string[];
}

const known = new WeakMap<DocumentText["blocks"], readonly Told[]>();

/** The sentences of a document, made once for all that look at them. */
export function toldIn(document: Pick<DocumentText, "blocks">): readonly Told[] {
  const made = known.get(document.blocks);
  if (made !== undefined) return made;
  const told: Told[] = [];
  let columns: readonly string[] = [];
  let isFirst = true;
  for (const sentence of sentencesOf(document)) {
    const lower = sentence.text.toLowerCase();
    const cells = sentence.kind === "row" ? lower.split("|").map((cell) => cell.trim()) : [];
    if (sentence.kind !== "row") [columns, isFirst] = [[], true];
    else if (isFirst) [columns, isFirst] = [isHead(cells) ? cells : [], false];
    told.push({ ...sentence, lower, cells, columns: cells === columns ? [] : columns });
  }
  known.set(document.blocks, told);
  return told;
}

/** Whether a row names what stands below it: several short cells, none with a date, a number or an address. */
function isHead(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell) => cell.length <= 60 && !/\d{2}|@|_{3}|:$/u.test(cell));
}
