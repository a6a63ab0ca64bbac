import { readAttribute } from "./asciidoc-header.js";
import { readTable } from "./asciidoc-table.js";
import type { AsciidocPage, AsciidocRule } from "./asciidoc.js";
import { makeDefinition } from "./block-writer.js";
import { ruleSignOf } from "./list-levels.js";

const underlines = ["=", "-", "~", "^", "+"];
const marked = /^[ \t]*(\*{1,6}|-|•|\.{1,6}|\d{1,3}\.|[a-zA-Z]\.|[ivx]{1,5}\))[ \t]+(?:\[[ xX*]\][ \t]+)?(\S.*)$/u;
const described = /^[ \t]*(\S(?:[^\n]{0,200}?[^\s:])?)(?:::{1,3}|;;)(?:[ \t]+(.*))?$/u;
const code = /\b(?:source|listing|stem|latexmath|asciimath|plantuml|mermaid|comment)\b/u;

/** Comments, code and what is passed on as it is: from a fence to the next like it; none that is never closed. */
const readHidden: AsciidocRule = (page, at) => {
  const line = (page.lines[at] ?? "").trimEnd();
  const isFence = /^(?:\/{4,}|-{4,}|\+{4,}|`{3}.*)$/u.test(line);
  const isCode = code.test(page.attributes) && /^(?:\.{4,}|--)$/u.test(line);
  if (!isFence && !isCode) return /^\/\/(?!\/)/u.test(line) ? at + 1 : null;
  const close = line.startsWith("`") ? "```" : line;
  page.gatherer.end();
  page.attributes = "";
  let end = at + 1;
  while (end < page.lines.length && (page.lines[end] ?? "").trimEnd() !== close) end += 1;
  return end + 1;
};

const readBlank: AsciidocRule = (page, at) => {
  if ((page.lines[at] ?? "").trim() !== "") return null;
  page.gatherer.end();
  return at + 1;
};

/** Rules, the fences of blocks whose content is text, list continuations, includes and other macros of a line. */
const readSteering: AsciidocRule = (page, at) => {
  const line = (page.lines[at] ?? "").trimEnd();
  const isFence = /^(?:={4,}|\*{4,}|_{4,}|\.{4,}|--|'{3,}|<{3,}|-{3}|\*{3}|\+)$/u.test(line);
  const isMacro = /^[a-z][\w-]{0,40}::[^\s[\]]{0,1000}\[[^\n]*\]$/u.test(line);
  if (!isFence && !isMacro) return null;
  page.gatherer.end();
  return at + 1;
};

/** `[source,yaml]`, `[[anchor]]`, `[NOTE]`. */
const readBlockAttributes: AsciidocRule = (page, at) => {
  const found = /^\[([^\n]*)\][ \t]*$/u.exec(page.lines[at] ?? "");
  if (found === null || page.gatherer.isOpen()) return null;
  page.attributes = found[1] ?? "";
  return at + 1;
};

/** Code without a fence goes to the next empty line. */
const readCode: AsciidocRule = (page, at) => {
  if (!code.test(page.attributes) || page.gatherer.isOpen()) return null;
  page.attributes = "";
  let end = at;
  while (end < page.lines.length && (page.lines[end] ?? "").trim() !== "") end += 1;
  return end;
};

const readTitle: AsciidocRule = (page, at) => {
  const [line = "", next = ""] = page.lines.slice(at, at + 2);
  const [, signs, text] = /^(={1,6}|#{1,6})[ \t]+(\S.*)$/u.exec(line) ?? [];
  if (signs !== undefined && text !== undefined) {
    addTitle(page, signs.length, text.replace(/[ \t]=+$/u, ""), at);
    return at + 1;
  }
  const level = underlines.indexOf(ruleSignOf(next) ?? "");
  const isUnderlined = level >= 0 && Math.abs(next.trimEnd().length - line.trimEnd().length) <= 2;
  if (!isUnderlined || page.gatherer.isOpen() || !/^[\p{L}\p{N}]/u.test(line)) return null;
  addTitle(page, level + 1, line, at);
  return at + 2;
};

function addTitle(page: AsciidocPage, level: number, text: string, at: number): void {
  page.marks.length = 0;
  page.attributes = "";
  page.gatherer.start("heading", level, text, at + 1);
  page.gatherer.end();
}

const readBlockTitle: AsciidocRule = (page, at) => {
  const title = page.gatherer.isOpen() ? null : /^\.([^\s.].*)$/u.exec(page.lines[at] ?? "");
  if (title === null) return null;
  page.gatherer.start("paragraph", 0, title[1] ?? "", at + 1);
  page.gatherer.end();
  return at + 1;
};

/** As many signs as an item is deep; another sign within a list is a list within it. */
const readItem: AsciidocRule = (page, at) => {
  const [, written = "", text] = marked.exec(page.lines[at] ?? "") ?? [];
  if (text === undefined || (page.gatherer.isOpen() && page.marks.length === 0)) return null;
  const mark = written
    .replace(/^\d+\.$/u, "1.")
    .replace(/^[a-zA-Z]\.$/u, "a.")
    .replace(/^[ivx]+\)$/u, "i)");
  const known = page.marks.indexOf(mark);
  if (known < 0) page.marks.push(mark);
  else page.marks.length = known + 1;
  page.gatherer.start("item", page.marks.length, text, at + 1);
  return at + 1;
};

/** `Term:: what it means`, which may start on the next line. */
const readDescription: AsciidocRule = (page, at) => {
  const [, term, first = ""] = described.exec(page.lines[at] ?? "") ?? [];
  if (term === undefined || page.gatherer.isOpen()) return null;
  let next = at + 1;
  if (first === "") while (next < at + 3 && (page.lines[next] ?? "").trim() === "") next += 1;
  const start = first === "" ? next : at;
  const meaning = first === "" ? [] : [first];
  if (first === "") next = start;
  for (let line = page.lines[next]; isMeaning(line); line = page.lines[next]) {
    meaning.push(line?.trim() ?? "");
    next += 1;
  }
  page.gatherer.add(
    makeDefinition(
      { text: page.read(term, at + 1), line: at + 1 },
      { text: page.read(meaning.join("\n"), start + 1), line: start + 1 },
    ),
  );
  return Math.max(next, at + 1);
};

function isMeaning(line: string | undefined): boolean {
  if (line === undefined || line.trim() === "" || marked.test(line) || described.test(line)) return false;
  return !/^(?:[=#]{1,6}[ \t]|\||\/\/|\+$|\[|[-=*_.+]{2,}$)/u.test(line);
}

const readLine: AsciidocRule = (page, at) => {
  const line = page.lines[at] ?? "";
  page.attributes = "";
  if (page.gatherer.isOpen()) page.gatherer.more(line.trim(), at + 1);
  else {
    if (!/^[ \t]/u.test(line)) page.marks.length = 0;
    const text = line.trim().replace(/^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+/u, "");
    page.gatherer.start("paragraph", 0, text, at + 1);
  }
  return at + 1;
};

/** In this order: what is not one of these is a line of text. */
export const asciidocRules: readonly AsciidocRule[] = [
  readBlank,
  readTitle,
  readHidden,
  readTable,
  readSteering,
  readAttribute,
  readBlockAttributes,
  readCode,
  readBlockTitle,
  readItem,
  readDescription,
  readLine,
];
