import { makeDefinition, makeRow } from "./block-writer.js";
import { indentOf, ruleSignOf } from "./list-levels.js";
import type { RstPage, RstRule } from "./rst.js";
import { readExplicit } from "./rst-explicit.js";
import { readGridTable, readSimpleTable } from "./rst-tables.js";

const bullet = /^([ \t]*)[-*+•‣⁃][ \t]+(\S.*)$/u;
const enumerated =
  /^([ \t]*)(?:\((?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,6})\)|(?:\d{1,3}|[a-zA-Z#]|[ivxlcIVXLC]{1,6})[.)])[ \t]+(\S.*)$/u;
const field = /^[ \t]*:([^:`\s](?:[^:`\n]{0,80}[^:`\s])?):(?:[ \t]+(.*))?$/u;

/** Lines within which the fields of a document stand. */
const topLines = 200;

const readBlank: RstRule = ({ lines, gatherer }, at) => {
  if ((lines[at] ?? "").trim() !== "") return null;
  gatherer.end();
  return at + 1;
};

/** A title under, or between, rows of one sign; a row alone parts what stands around it. */
const readTitle: RstRule = (page, at) => {
  const [line = "", next = "", third = ""] = page.lines.slice(at, at + 3);
  const over = ruleSignOf(line);
  if (over !== null) {
    if (line.trimEnd().length < 2) return null;
    const isTitle = ruleSignOf(third) === over && next.trim() !== "" && ruleSignOf(next) === null;
    if (isTitle) return addTitle(page, `${over}${over}`, next, at + 1, at + 3);
    if (line.trimEnd().length < 4) return null;
    page.gatherer.end();
    return at + 1;
  }
  const under = ruleSignOf(next);
  const length = next.trimEnd().length;
  const isTitle =
    under !== null && !page.gatherer.isOpen() && indentOf(line) === 0 && length >= Math.min(4, line.trim().length);
  return isTitle && (length >= 2 || line.trim().length === 1) ? addTitle(page, under, line, at, at + 2) : null;
};

function addTitle(page: RstPage, sign: string, text: string, at: number, next: number): number {
  if (!page.titleSigns.includes(sign)) page.titleSigns.push(sign);
  page.levels.leave(0);
  page.gatherer.start("heading", Math.min(6, page.titleSigns.indexOf(sign) + 1), text, at + 1);
  page.gatherer.end();
  return next;
}

/** Above all text but a title, the fields of the document; below, rows. */
const readField: RstRule = (page, at) => {
  const found = page.gatherer.isOpen() ? null : field.exec(page.lines[at] ?? "");
  if (found === null) return null;
  const [, key = "", first = ""] = found;
  const indent = indentOf(page.lines[at] ?? "");
  const lines = [first];
  let next = at + 1;
  for (let line = page.lines[next]; line !== undefined && line.trim() !== ""; line = page.lines[next]) {
    if (indentOf(line) <= indent) break;
    lines.push(line.trim());
    next += 1;
  }
  const line = at + 1;
  const value = page.read(lines.join("\n"), line);
  const isTop = at < topLines && page.gatherer.blocks.every(({ kind }) => kind === "heading");
  if (isTop && key !== "orphan") page.fields.push({ key, value: value.replace(/\s+/gu, " ").trim(), line });
  if (!isTop)
    page.gatherer.add([
      makeRow([
        { text: page.read(key, line), line },
        { text: value, line },
      ]),
    ]);
  return next;
};

const readItem: RstRule = ({ lines, gatherer, levels }, at) => {
  const line = lines[at] ?? "";
  const found = bullet.exec(line) ?? enumerated.exec(line);
  if (found === null || isWithinParagraph(lines, at, gatherer.isOpen())) return null;
  gatherer.start("item", levels.enter(indentOf(line)), found[2] ?? "", at + 1);
  return at + 1;
};

/** A line of a paragraph that happens to start with a letter and a full stop. */
function isWithinParagraph(lines: readonly string[], at: number, isOpen: boolean): boolean {
  const [before = "", line = ""] = [lines[at - 1], lines[at]];
  return isOpen && enumerated.test(line) && !enumerated.test(before) && indentOf(before) <= indentOf(line);
}

/** A line, and lines below it that are indented more: a term and its meaning. */
const readDefinition: RstRule = (page, at) => {
  const [line = "", below = ""] = page.lines.slice(at, at + 2);
  const indent = indentOf(line);
  if (page.gatherer.isOpen() || below.trim() === "" || indentOf(below) <= indent || line.startsWith("|")) return null;
  if (bullet.test(below) || field.test(below) || /^[ \t]*\.\.(?:[ \t]|$)/u.test(below)) return null;
  let next = at + 1;
  const meaning: string[] = [];
  for (let own = page.lines[next]; own !== undefined && own.trim() !== "" && indentOf(own) > indent;) {
    if (next > at + 1 && bullet.test(own)) break;
    meaning.push(own.trim());
    next += 1;
    own = page.lines[next];
  }
  page.levels.leave(indent);
  page.gatherer.add(
    makeDefinition(
      { text: page.read(line, at + 1), line: at + 1 },
      { text: page.read(meaning.join("\n"), at + 2), line: at + 2 },
    ),
  );
  return next;
};

const readLine: RstRule = ({ lines, gatherer, levels }, at) => {
  const line = lines[at] ?? "";
  if (!gatherer.isOpen()) levels.leave(indentOf(line));
  // A line of a block whose line ends stay, and what announces a literal block.
  const text = line
    .trim()
    .replace(/^\|[ \t]+/u, "")
    .replace(/(^|[ \t]):: *$/u, "$1")
    .replace(/:: *$/u, ":");
  gatherer.more(text, at + 1);
  return at + 1;
};

/** In this order: what is not one of these is a line of text. */
export const rstRules: readonly RstRule[] = [
  readBlank,
  readExplicit,
  readGridTable,
  readSimpleTable,
  readTitle,
  readField,
  readItem,
  readDefinition,
  readLine,
];
