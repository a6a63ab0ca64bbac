import type { Block, DocumentText } from "../../model/document.js";

/** A sentence of a paragraph or an item, a heading or a table row. */
export interface Sentence {
  /** On one line: line ends and runs of blanks are one blank. */
  readonly text: string;
  /** Where it begins, in the unit of the document. */
  readonly line: number;
  /** The headings above it, outermost first; a heading is not above itself. */
  readonly headings: readonly string[];
  /** The words that lead into the list it is an item of, such as "The lead will:"; null when there are none. */
  readonly lead: string | null;
  readonly kind: Block["kind"];
}

/** A sentence with its text as the block holds it, so that the line of every word can be told. */
export interface WrittenSentence extends Sentence {
  readonly written: string;
}

/** A longer sentence is cut, so that no rule sees a text without end. */
const longest = 4000;

interface Place {
  readonly headings: readonly string[];
  readonly lead: string | null;
}

/** A piece of a block's text, by its offsets. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The sentences of the document, in its order. */
export function sentencesOf(document: Pick<DocumentText, "blocks">): readonly WrittenSentence[] {
  const sentences: WrittenSentence[] = [];
  const place = createPlaces();
  for (const block of document.blocks) {
    const { headings, lead } = place(block);
    let [line, next] = [block.line, lineEnd(block.text, 0)];
    for (const { from, to } of spansOf(block)) {
      const piece = block.text.slice(from, to);
      const written = piece.trimStart();
      if (written === "") continue;
      const text = withSingleBlanks(written).trimEnd();
      const start = from + piece.length - written.length;
      for (; next < start; next = lineEnd(block.text, next + 1)) line += 1;
      sentences.push({ text, line, headings, lead, kind: block.kind, written });
    }
  }
  return sentences;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}

/** Follows the headings and lists of a document, block by block. */
function createPlaces(): (block: Block) => Place {
  let path: readonly { readonly level: number; readonly text: string }[] = [];
  let headings: readonly string[] = [];
  let leads: readonly { readonly level: number; readonly text: string | null }[] = [];
  return (block) => {
    if (block.kind === "heading") {
      path = path.filter(({ level }) => level < block.level);
      const above = path.map(({ text }) => text);
      path = [...path, { level: block.level, text: oneLine(block.text) }];
      headings = path.map(({ text }) => text);
      leads = [];
      return { headings: above, lead: null };
    }
    if (block.kind === "row") leads = [];
    if (block.kind !== "item") {
      if (block.kind === "paragraph") leads = [{ level: 0, text: leadIn(block.text) }];
      return { headings, lead: null };
    }
    leads = leads.filter(({ level }) => level < block.level);
    const lead = leads.findLast(({ text }) => text !== null)?.text ?? null;
    leads = [...leads, { level: block.level, text: leadIn(block.text) }];
    return { headings, lead };
  };
}

/** The last sentence of a text that goes on in a list; null when the text ends with a sentence. */
function leadIn(text: string): string | null {
  const end = text.slice(-longest);
  if (/[.!?…]["'”’)]{0,3}\s*$/u.test(end)) return null;
  const last = sentenceSpans(end).at(-1);
  return last === undefined ? null : oneLine(end.slice(last.from, last.to)) || null;
}

function oneLine(text: string): string {
  return withSingleBlanks(text.slice(0, longest)).trim();
}

/** Most texts have no other, and a look costs less than to replace each. */
function withSingleBlanks(text: string): string {
  return /[^\S ]| {2}/u.test(text) ? text.replace(/\s+/gu, " ") : text;
}

function spansOf(block: Block): readonly Span[] {
  const whole = { from: 0, to: block.text.length };
  const spans = block.kind === "heading" || block.kind === "row" ? [whole] : sentenceSpans(block.text);
  return spans.flatMap(inPieces);
}

function inPieces({ from, to }: Span): readonly Span[] {
  const pieces: Span[] = [];
  for (let start = from; start < to; start += longest) pieces.push({ from: start, to: Math.min(start + longest, to) });
  return pieces;
}

/** Where a sentence may end: after its mark, or before a line that opens with a label ("Reviewed: 3 May 2024"). */
const ends =
  /[.!?…]["'”’)*_]{0,3}(?=\s)|[。！？]|\n(?=[ \t]*(?:\p{Lu}[^\s:]{0,39}|\p{Lu}[^\s:]{0,39}(?:[ \t][^\s:]{1,39}){1,5}):(?:\s|$))/gu;

function sentenceSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(ends)) {
    if (mark.startsWith(".") && isAbbreviated(text.slice(Math.max(from, index - 8), index), text, index + mark.length))
      continue;
    spans.push({ from, to: index + mark.length });
    from = index + mark.length;
  }
  if (from < text.length) spans.push({ from, to: text.length });
  return spans;
}

/** What a full stop shortens, in small letters; those of the second list only before a number or a small letter. */
const shortForms: ReadonlySet<string> = new Set(
  "mr mrs ms mx dr prof rev revd fr st cllr hon capt sgt eg ie viz cf vs ca approx tel ext nos pp para paras ss reg vol eds incl".split(
    " ",
  ),
);
const shortBeforeMore: ReadonlySet<string> = new Set("no s c p ed inc sec ch etc".split(" "));

/** Whether the full stop after `before` belongs to a short form, a letter or more full stops, and the sentence goes on. */
function isAbbreviated(before: string, text: string, after: number): boolean {
  if (before.endsWith(".")) return true;
  const word = /[\p{L}.]{1,7}$/u.exec(before)?.[0];
  if (word === undefined || /[\p{L}\p{N}]$/u.test(before.slice(0, -word.length))) return false;
  const bare = word.replaceAll(".", "").toLowerCase();
  if (shortForms.has(bare) || /^\p{Lu}$/u.test(word) || /\.\p{L}$/u.test(word)) return true;
  return shortBeforeMore.has(bare) && /^\s+[\d\p{Ll}]/u.test(text.slice(after, after + 4));
}
