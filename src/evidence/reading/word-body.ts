import type { Block, Link } from "../../model/document.js";
import { makeBlock, makeRow, tidy } from "./block-writer.js";
import { itemOf, outlineOf, type WordStyles } from "./word-styles.js";
import { attributeOf, childOf, childrenOf, isOn, nameOf, textOf, type XmlElement } from "./word-xml.js";

/** The text of a Word document while it is read; paragraphs that hold something are counted as lines are. */
export interface WordBody {
  readonly blocks: Block[];
  readonly links: Link[];
  readonly styles: WordStyles;
  paragraphs: number;
}

/** What a document links to, by the names that its text has for it. */
export type WordTargets = ReadonlyMap<string, string>;

/** What is deleted, moved away, shown only by other programs, or no text of the document. */
const skipped: ReadonlySet<string> = new Set(
  "del moveFrom Fallback pPr rPr tblPr trPr tcPr sdtPr sectPr instrText delText annotationRef footnoteRef".split(" "),
);

/** Adds the blocks within an element, a part of the document at first. */
export function readBlocks(body: WordBody, element: XmlElement, targets: WordTargets): void {
  for (const child of childrenOf(element)) {
    const name = nameOf(child);
    if (skipped.has(name) || isSeparator(child)) continue;
    if (name === "p") readParagraph(body, child, targets);
    else if (name === "tr") readRow(body, child, targets);
    else readBlocks(body, child, targets);
  }
}

/** The lines that stand above footnotes are kept among them. */
function isSeparator(element: XmlElement): boolean {
  return /^(?:footnote|endnote)$/u.test(nameOf(element)) && /eparator|Notice/u.test(attributeOf(element, "type") ?? "");
}

function readParagraph(body: WordBody, paragraph: XmlElement, targets: WordTargets): void {
  const properties = childOf(paragraph, "pPr");
  const style = body.styles(attributeOf(childOf(properties, "pStyle"), "val"));
  const boxes: XmlElement[] = [];
  const line = body.paragraphs + 1;
  const text = style.isHidden ? "" : readRuns(body, paragraph, { targets, line, boxes });
  const heading = outlineOf(properties) ?? style.heading;
  const item = itemOf(properties) ?? style.item ?? 0;
  const kind = heading === null ? (item > 0 ? "item" : "paragraph") : "heading";
  const block = style.isContents ? null : makeBlock(kind, heading ?? item, text, line);
  if (block !== null) body.blocks.push(block);
  if (tidy(text) !== "") body.paragraphs = line;
  for (const box of boxes) readBlocks(body, box, targets);
}

/** A row of one cell is a frame around what stands in it. */
function readRow(body: WordBody, row: XmlElement, targets: WordTargets): void {
  const properties = childOf(row, "trPr");
  if (childOf(properties, "del") !== undefined) return;
  const cells = cellsOf(row);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return readBlocks(body, only, targets);
  const first = body.paragraphs + 1;
  const texts = cells.map((cell) => {
    const inner: WordBody = { ...body, blocks: [] };
    readBlocks(inner, cell, targets);
    body.paragraphs = inner.paragraphs;
    return { text: inner.blocks.map(({ text }) => text).join(" "), line: first };
  });
  const block = makeRow(texts);
  if (block !== null) body.blocks.push(block);
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return childrenOf(row).flatMap((child) => {
    if (nameOf(child) === "tc") return [child];
    return /^(?:sdt|sdtContent|customXml|ins)$/u.test(nameOf(child)) ? cellsOf(child) : [];
  });
}

interface RunPlace {
  readonly targets: WordTargets;
  readonly line: number;
  /** Text boxes, whose paragraphs come after the one that they hang on. */
  readonly boxes: XmlElement[];
}

const signs: ReadonlyMap<string, string> = new Map([
  ["tab", " "],
  ["br", " "],
  ["cr", " "],
  ["ptab", " "],
  ["noBreakHyphen", "-"],
]);

function readRuns(body: WordBody, element: XmlElement, place: RunPlace): string {
  return childrenOf(element)
    .map((child) => readRun(body, child, place))
    .join("");
}

function readRun(body: WordBody, element: XmlElement, place: RunPlace): string {
  const name = nameOf(element);
  if (name === "t") return textOf(element).replace(/\s+/gu, " ");
  if (skipped.has(name) || isUnseen(body, element, name)) return "";
  if (name === "txbxContent") {
    place.boxes.push(element);
    return "";
  }
  if (name === "hyperlink") return readLink(body, element, place);
  return signs.get(name) ?? readRuns(body, element, place);
}

/** A run that is hidden or struck out, by itself or by its style. */
function isUnseen(body: WordBody, element: XmlElement, name: string): boolean {
  if (name !== "r") return false;
  const properties = childOf(element, "rPr");
  if (["vanish", "strike", "dstrike"].some((property) => isOn(properties, property))) return true;
  const isShown = childOf(properties, "vanish") !== undefined;
  return !isShown && body.styles(attributeOf(childOf(properties, "rStyle"), "val")).isHidden;
}

function readLink(body: WordBody, element: XmlElement, place: RunPlace): string {
  const text = readRuns(body, element, place);
  const anchor = attributeOf(element, "anchor");
  const known = place.targets.get(attributeOf(element, "id") ?? "");
  const target = `${known ?? ""}${anchor === undefined ? "" : `#${anchor}`}`;
  if (target !== "") body.links.push({ target, text: tidy(text), line: place.line });
  return text;
}
