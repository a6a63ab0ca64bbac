import { makeRow } from "./block-writer.js";
import { indentOf } from "./list-levels.js";
import type { RstNames } from "./rst-inline.js";
import type { RstRule } from "./rst.js";
import { createSubstitutions } from "./substitutions.js";

/** Directives whose body is text. */
const readDirectives: ReadonlySet<string> = new Set(
  "admonition attention caution container danger epigraph error figure highlights hint important note only pull-quote rst-class class rubric seealso sidebar tip topic warning compound parsed-literal centered todo versionadded versionchanged deprecated".split(
    " ",
  ),
);

/** Those whose argument is text as well. */
const titled: ReadonlySet<string> = new Set(
  "admonition attention caution danger error hint important note rubric sidebar tip topic warning centered seealso".split(
    " ",
  ),
);

const explicit = /^[ \t]*\.\.(?:[ \t]+(.*))?$/u;
const directive = /^(?:\|[^|]{1,100}\|[ \t]+)?([A-Za-z][\w+.:-]{0,60}?)[ \t]?::(?:[ \t]+(.*))?$/u;

/** Names that stand for words, and names of targets, wherever in the text they are set. */
export function readNames(lines: readonly string[]): RstNames {
  const names: RstNames = { substitutions: createSubstitutions(), targets: new Map(), links: [] };
  for (const [at, line] of lines.entries()) {
    if (!/^[ \t]*\.\./u.test(line)) continue;
    const replaced = /^[ \t]*\.\.[ \t]+\|([^|]{1,100})\|[ \t]+replace::[ \t]*(.*)$/u.exec(line);
    if (replaced !== null) {
      const [, name = "", words = ""] = replaced;
      names.substitutions.set(
        name,
        [words, ...bodyOf(lines, at, 10)]
          .map((part) => part.trim())
          .join(" ")
          .trim(),
      );
    }
    const target = /^[ \t]*\.\.[ \t]+_`?([^`:]{1,100})`?:[ \t]+(\S+)[ \t]*$/u.exec(line);
    if (target !== null) names.targets.set((target[1] ?? "").toLowerCase(), target[2] ?? "");
  }
  return names;
}

/** The lines below that are indented more, up to an empty one. */
function bodyOf(lines: readonly string[], at: number, most: number): readonly string[] {
  const below = lines.slice(at + 1, at + 1 + most);
  const indent = indentOf(lines[at] ?? "");
  const end = below.findIndex((line) => line.trim() === "" || indentOf(line) <= indent);
  return end < 0 ? below : below.slice(0, end);
}

/** Comments, directives, targets, footnotes: all that two dots open. */
export const readExplicit: RstRule = (page, at) => {
  const line = page.lines[at] ?? "";
  const body = explicit.exec(line)?.[1];
  if (!explicit.test(line)) return null;
  page.gatherer.end();
  const indent = indentOf(line);
  page.levels.leave(indent);
  const footnote = /^\[(?:#[\w-]{0,60}|\*|\d{1,3}|[A-Za-z][\w.-]{0,60})\][ \t]+(.*)$/u.exec(body ?? "");
  if (footnote?.[1] !== undefined) {
    page.gatherer.start("paragraph", 0, footnote[1], at + 1);
    return at + 1;
  }
  const [, name = "", argument = ""] = directive.exec(body ?? "") ?? [];
  const kind = name.toLowerCase();
  if (kind === "list-table" || kind === "csv-table") return readListTable(page, at, indent, kind);
  if (!readDirectives.has(kind)) return skipBody(page.lines, at, indent);
  const next = skipOptions(page.lines, at + 1);
  if (titled.has(kind) && argument.trim() !== "") page.gatherer.start("paragraph", 0, argument, at + 1);
  if (next > at + 1) page.gatherer.end();
  return next;
};

function skipOptions(lines: readonly string[], from: number): number {
  let at = from;
  while (/^[ \t]+:[\w-]{1,60}:/u.test(lines[at] ?? "")) at += 1;
  return at;
}

function skipBody(lines: readonly string[], at: number, indent: number): number {
  let next = at + 1;
  while (next < lines.length && ((lines[next] ?? "").trim() === "" || indentOf(lines[next] ?? "") > indent)) next += 1;
  return next;
}

const readListTable = (page: Parameters<RstRule>[0], at: number, indent: number, kind: string): number => {
  const end = skipBody(page.lines, at, indent);
  let cells: { text: string; line: number }[] = [];
  const endRow = (): void => {
    page.gatherer.add([makeRow(cells.map(({ text, line }) => ({ text: page.read(text, line), line })))]);
    cells = [];
  };
  for (let index = skipOptions(page.lines, at + 1); index < end; index += 1) {
    const text = (page.lines[index] ?? "").trim();
    const line = index + 1;
    if (kind === "csv-table") {
      endRow();
      const parts = [...text.matchAll(/"([^"]*)"|([^",]+)/gu)];
      cells = parts.map(([, quoted, bare]) => ({ text: quoted ?? bare ?? "", line }));
      continue;
    }
    const [, row, cell, rest = ""] = /^(\*[ \t]+)?(-(?:[ \t]+|$))?(.*)$/u.exec(text) ?? [];
    if (row !== undefined) endRow();
    const last = cells.at(-1);
    if (cell !== undefined || last === undefined) cells.push({ text: rest, line });
    else last.text += `${"\n".repeat(Math.max(0, line - last.line - (last.text.split("\n").length - 1)))}${rest}`;
  }
  endRow();
  return end;
};
