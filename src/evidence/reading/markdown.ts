import type { Block } from "../../model/document.js";
import { type BlockWriter, createBlockWriter, makeBlock, makeRow } from "./block-writer.js";
import { findClosedNames } from "./html-names.js";
import { createLinkWriter } from "./link-writer.js";
import { createInlineReader, type InlineReader } from "./markdown-inline.js";
import { createMarkdownParser, type MarkdownParser, type Token } from "./markdown-parser.js";
import { withoutSiteMarks } from "./markdown-source.js";
import type { ReadText } from "./text-document.js";

let parser: MarkdownParser | null = null;

/** Reads Markdown as GitHub shows it, with what kramdown and MDX add. */
export async function readMarkdown(text: string): Promise<ReadText> {
  parser ??= createMarkdownParser();
  const source = withoutSiteMarks(text);
  const tokens = parser.parse(source);
  const html = tokens.some(({ type }) => type === "html_block") ? await import("./html-blocks.js") : null;
  const links = createLinkWriter();
  const writer = createBlockWriter();
  const closedNames = source.includes("<") ? findClosedNames(source) : new Set<string>();
  const walk = createWalk(writer, createInlineReader(parser, links, closedNames));
  const more: ReadText[] = [];
  for (const token of tokens) {
    if (token.type === "html_block" && html !== null) more.push(addHtml(html.readHtmlBlocks, token, writer));
    else walk(token);
  }
  const all = [...links.links, ...more.flatMap((part) => part.links)];
  return { fields: [], blocks: writer.blocks, links: all.toSorted((one, other) => one.line - other.line) };
}

type HtmlReader = (html: string, firstLine: number) => ReadText;

function addHtml(read: HtmlReader, token: Token, writer: BlockWriter): ReadText {
  const part = read(token.content, (token.map?.[0] ?? 0) + 1);
  writer.add(part.blocks);
  return part;
}

interface ListPlace {
  depth: number;
  /** Whether the next text is the first of an item. */
  startsItem: boolean;
}

function createWalk(writer: BlockWriter, read: InlineReader): (token: Token) => void {
  const place: ListPlace = { depth: 0, startsItem: false };
  let heading = 0;
  let cells: string[] | null = null;
  let line = 1;
  const onInline = (token: Token): void => {
    const own = (token.map?.[0] ?? line - 1) + 1;
    if (cells !== null) cells.push(read(token.content, own));
    else if (heading > 0) writer.add([makeBlock("heading", heading, read(token.content, own), own)]);
    else writer.add(readParagraph(token.content, own, place, read));
  };
  return (token) => {
    if (token.map !== null) line = token.map[0] + 1;
    if (token.type === "inline") return onInline(token);
    if (token.type === "heading_open") heading = Number(token.tag.slice(1));
    else if (token.type === "heading_close") heading = 0;
    else if (token.type === "tr_open") cells = [];
    else if (token.type === "tr_close") {
      writer.add([makeRow((cells ?? []).map((text) => ({ text, line })))]);
      cells = null;
    } else if (/^(?:bullet|ordered)_list_/u.test(token.type)) place.depth += token.nesting;
    else if (token.type === "list_item_open") place.startsItem = true;
    else if (token.type === "list_item_close") place.startsItem = false;
  };
}

function readParagraph(content: string, line: number, place: ListPlace, read: InlineReader): readonly (Block | null)[] {
  const isItem = place.startsItem;
  place.startsItem = false;
  if (/^[ \t]*\|.*\|[ \t]*(?:\n|$)/u.test(content)) {
    const rows = readBareRows(content, line, read);
    if (rows !== null) return rows;
  }
  // kramdown's definitions, whose lines start with a colon, and the boxes of lists of tasks.
  const bare = content.replace(/^[ \t]*:[ \t]+/gmu, "").replace(/^\[[ xX]\][ \t]/u, "");
  return [makeBlock(isItem ? "item" : "paragraph", isItem ? place.depth : 0, read(bare, line), line)];
}

/** A table of kramdown, which needs no head. */
function readBareRows(content: string, firstLine: number, read: InlineReader): readonly (Block | null)[] | null {
  const lines = content.split("\n");
  if (!lines.every((line) => /^[ \t]*\|/u.test(line))) return null;
  return lines.map((written, index) => {
    const line = firstLine + index;
    if (/^[\s|:+-]*$/u.test(written)) return null;
    const cells = written.trim().replace(/^\|/u, "").replace(/\|$/u, "").split("|");
    return makeRow(cells.map((cell) => ({ text: read(cell.trim(), line), line })));
  });
}
