import type { Block } from "../../model/document.js";

const untidy = /[^\S\n ]|[\u00AD\u200B\u2060\uFEFF]|[ \n] | \n/u;

/** White space collapsed but for line ends, and signs that show nothing left out. */
export function tidy(text: string): string {
  // Most text is tidy, and a look costs less than three replacements.
  if (!untidy.test(text)) return text.trim();
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, "")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .trim();
}

export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** A block of the text that starts on the line, its empty first lines left out; null when nothing is left to see. */
export function makeBlock(kind: Block["kind"], level: number, text: string, line: number): Block | null {
  const tidied = tidy(text);
  if (tidied === "") return null;
  const before = text.slice(0, Math.max(0, text.search(/[^\s\u00AD\u200B\u2060\uFEFF]/u)));
  return { kind, level, text: tidied, line: line + countLineEnds(before) };
}

/** A cell of a table, and the line on which it starts. */
export interface Cell {
  readonly text: string;
  readonly line: number;
}

/** One block for the cells of a row; null when all are empty. */
export function makeRow(cells: readonly Cell[]): Block | null {
  const blocks = cells.map((cell) => makeBlock("row", 0, cell.text, cell.line));
  const first = blocks.find((block) => block !== null);
  if (first === undefined || first === null) return null;
  let text = "";
  let line = first.line;
  const last = blocks.findLastIndex((block) => block !== null);
  for (const [index, block] of blocks.slice(0, last + 1).entries()) {
    const gap = block === null ? 0 : Math.max(0, block.line - line);
    text += "\n".repeat(gap) + (index === 0 ? "" : " | ") + (block?.text ?? "");
    line += gap + countLineEnds(block?.text ?? "");
  }
  return { kind: "row", level: 0, text, line: first.line };
}

/** A term and what it means: a row where that is short, as a day or a name is; else a paragraph each. */
export function makeDefinition(term: Cell, meaning: Cell): readonly Block[] {
  const isShort = term.text.length <= 100 && tidy(meaning.text).split(/\s+/u).length <= 12;
  const blocks = isShort
    ? [makeRow([term, meaning])]
    : [term, meaning].map(({ text, line }) => makeBlock("paragraph", 0, text, line));
  return blocks.flatMap((block) => (block === null ? [] : [block]));
}

/** Gathers the text of a document piece by piece, with the line of each piece. */
export interface BlockWriter {
  readonly blocks: readonly Block[];
  /** Ends the block at hand; what is written next belongs to one of this kind. */
  begin(kind: Block["kind"], level: number): void;
  /** Adds a piece that starts on the line. */
  write(text: string, line: number): void;
  /** Ends the block at hand; true when it held something. The next is a paragraph if so, else still of the same kind. */
  end(): boolean;
  add(blocks: readonly (Block | null)[]): void;
}

export function createBlockWriter(): BlockWriter {
  const blocks: Block[] = [];
  let kind: Block["kind"] = "paragraph";
  let level = 0;
  let parts: string[] = [];
  let start = 0;
  let line = 0;
  const end = (): boolean => {
    const block = makeBlock(kind, level, parts.join(""), start);
    parts = [];
    if (block === null) return false;
    blocks.push(block);
    kind = "paragraph";
    level = 0;
    return true;
  };
  return {
    blocks,
    begin: (nextKind, nextLevel) => {
      end();
      kind = nextKind;
      level = nextLevel;
    },
    write: (text, at) => {
      if (parts.length === 0) start = line = at;
      if (at > line) parts.push("\n".repeat(at - line));
      parts.push(text);
      line = Math.max(at, line) + countLineEnds(text);
    },
    end,
    add: (more) => {
      end();
      for (const block of more) if (block !== null) blocks.push(block);
    },
  };
}
