import { type Token, Tokenizer, type TokenHandler, TokenizerMode } from "parse5";
import { type BlockWriter, countLineEnds, createBlockWriter } from "./block-writer.js";
import { createElementStack, type ElementStack } from "./html-elements.js";
import { createHtmlFields, type HtmlFields } from "./html-fields.js";
import {
  blockElements,
  findClosedNames,
  headElements,
  hiddenElements,
  isTemplateField,
  listElements,
  rawElements,
  voidElements,
} from "./html-names.js";
import { createHtmlTable, type HtmlTable } from "./html-table.js";
import { createLinkWriter, type LinkWriter } from "./link-writer.js";
import { createLineCounter } from "./line-counter.js";
import type { ReadText } from "./text-document.js";

const modes = {
  raw: TokenizerMode.RAWTEXT,
  entities: TokenizerMode.RCDATA,
  script: TokenizerMode.SCRIPT_DATA,
} as const;

/** Characters that the tokenizer is given at a time. */
const piece = 64 * 1024;

/** A page while it is read; lines are counted within `html`. */
interface Page {
  readonly html: string;
  readonly writer: BlockWriter;
  readonly table: HtmlTable;
  readonly elements: ElementStack;
  readonly fields: HtmlFields;
  readonly links: LinkWriter;
  readonly closedNames: ReadonlySet<string>;
}

/**
 * Reads HTML from its tags alone: a tree of it takes the square of its depth to build, and only the blocks are wanted.
 * `firstLine` is the line on which the text starts.
 */
export function readHtmlBlocks(html: string, firstLine: number): ReadText {
  const writer = createBlockWriter();
  const page: Page = {
    html,
    writer,
    table: createHtmlTable(writer),
    elements: createElementStack(),
    fields: createHtmlFields(),
    links: createLinkWriter(),
    closedNames: findClosedNames(html),
  };
  tokenize(html, page);
  page.table.finish();
  writer.end();
  page.links.close();
  const move = <Placed extends { readonly line: number }>(placed: Placed): Placed =>
    firstLine === 1 ? placed : { ...placed, line: firstLine - 1 + placed.line };
  return { fields: page.fields.all().map(move), blocks: writer.blocks.map(move), links: page.links.links.map(move) };
}

function tokenize(html: string, page: Page): void {
  // The tokenizer counts a line twice when its end stands behind &.
  const lineOfOffset = createLineCounter(html, 1);
  const lineOf = ({ location }: Token.TagToken | Token.CharacterToken): number =>
    lineOfOffset(location?.startOffset ?? 0);
  const onText = (token: Token.CharacterToken): void => {
    const { chars, location } = token;
    const written = html.slice(location?.startOffset ?? 0, location?.endOffset ?? 0);
    // A line end that is written as an entity is none of the source.
    const isEntity = countLineEnds(chars) > countLineEnds(written);
    write(page, isEntity ? chars.replaceAll("\n", " ") : chars, lineOf(token));
  };
  const handler: TokenHandler = {
    onStartTag: (token) => {
      const mode = rawElements.get(token.tagName);
      if (mode !== undefined && !token.selfClosing) tokenizer.state = modes[mode];
      open(page, token, lineOf(token));
    },
    onEndTag: (token) => close(page, token.tagName, lineOf(token)),
    onCharacter: onText,
    onWhitespaceCharacter: onText,
    onNullCharacter: () => undefined,
    onComment: () => undefined,
    onDoctype: () => undefined,
    onEof: () => undefined,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  for (let from = 0; from < html.length; from += piece) {
    tokenizer.write(html.slice(from, from + piece), from + piece >= html.length);
  }
}

function write({ elements, fields, links, table, writer }: Page, chars: string, line: number): void {
  if (elements.has("title") && !elements.has("svg")) fields.addToTitle(chars, line);
  if (elements.isHidden() || elements.has("head") || elements.has("title")) return;
  links.write(chars);
  if (!table.write(chars, line)) writer.write(chars, line);
}

function open(page: Page, token: Token.TagToken, line: number): void {
  const { html, elements, fields, links, closedNames } = page;
  const { tagName: name, attrs, location } = token;
  if (elements.has("head") && !headElements.has(name)) elements.close("head");
  const written = html.slice(location?.startOffset ?? 0, location?.endOffset ?? 0);
  if (isTemplateField(written, closedNames)) return write(page, written, line);
  if (name === "meta") fields.addMeta(attrs, line);
  if (name === "br") write(page, " ", line);
  const target = attrs.find((attribute) => attribute.name === "href")?.value;
  if (name === "a") links.open(elements.isHidden() ? undefined : target, line);
  const isCode = name === "code" && elements.isAtStartOf("pre");
  const hides = isCode || hiddenElements.has(name) || attrs.some(isHiding);
  if (!voidElements.has(name) && !token.selfClosing) elements.open(name, hides);
  const parts = blockElements.has(name) || name === "td" || name === "th";
  if (parts && !elements.isHidden()) openBlock(page, name, line);
}

function openBlock({ elements, table, writer }: Page, name: string, line: number): void {
  if (table.open(name, line)) return;
  const heading = /^h([1-6])$/u.exec(name);
  if (heading !== null) writer.begin("heading", Number(heading[1]));
  else if (name === "li") writer.begin("item", Math.max(1, elements.depthOfLists()));
  else if (listElements.has(name)) writer.begin("paragraph", 0);
  else writer.end();
}

function close({ elements, links, table, writer }: Page, name: string, line: number): void {
  const wasHidden = elements.isHidden();
  elements.close(name);
  if (name === "a") links.close();
  if (wasHidden || !blockElements.has(name) || table.close(name, line)) return;
  const isEmpty = !writer.end();
  // An empty heading or item leaves nothing behind; what an item holds besides its first text are paragraphs.
  if (isEmpty && /^(?:h[1-6]|li)$/u.test(name)) writer.begin("paragraph", 0);
}

function isHiding({ name, value }: Token.Attribute): boolean {
  if (name === "hidden") return true;
  if (name === "aria-hidden") return value.trim().toLowerCase() === "true";
  return name === "style" && /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/iu.test(value);
}
