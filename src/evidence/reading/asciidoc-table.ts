import type { AsciidocRule } from "./asciidoc.js";
import { type Cell, makeRow } from "./block-writer.js";

/** Where a cell starts: a bar, perhaps with its span, alignment and style before it. */
const cellMark = /(?:^|(?<=\s))(?:\d{1,3}(?:\.\d{1,3})?[+*])?(?:[<^>]?(?:\.[<^>])?)[adehlmsv]?(?<!\\)\|/gu;

/** A table between `|===` and the next; of `,===` and `:===` the separator is the first sign. */
export const readTable: AsciidocRule = (page, at) => {
  const fence = /^([|,:!])={3,}$/u.exec((page.lines[at] ?? "").trimEnd());
  if (fence === null) return null;
  page.gatherer.end();
  const close = (page.lines[at] ?? "").trimEnd();
  let end = at + 1;
  while (end < page.lines.length && (page.lines[end] ?? "").trimEnd() !== close) end += 1;
  const stated = statedColumns(page.attributes);
  page.attributes = "";
  const cells: Cell[] = [];
  let columns = stated ?? 0;
  for (let index = at + 1; index < end; index += 1) {
    const line = page.lines[index] ?? "";
    if (/^\/\/(?!\/)/u.test(line)) continue;
    addCells(cells, line, index + 1, fence[1] ?? "|");
    if (columns === 0) columns = cells.length;
  }
  for (let from = 0; from < cells.length; from += Math.max(1, columns)) {
    const row = cells.slice(from, from + Math.max(1, columns));
    page.gatherer.add([makeRow(row.map(({ text, line }) => ({ text: page.read(text, line), line })))]);
  }
  return end + 1;
};

/** Text before the first bar of a line goes on with the cell above. */
function addCells(cells: Cell[], line: string, number: number, separator: string): void {
  if (separator !== "|") {
    if (line.trim() !== "") for (const text of line.split(separator)) cells.push({ text, line: number });
    return;
  }
  let from = 0;
  let isFirst = true;
  const add = (text: string): void => {
    const last = cells.at(-1);
    if (!isFirst) cells.push({ text, line: number });
    else if (last !== undefined) cells[cells.length - 1] = { text: `${last.text}\n${text}`, line: last.line };
    isFirst = false;
  };
  for (const { 0: mark, index } of line.matchAll(cellMark)) {
    add(line.slice(from, index));
    from = index + mark.length;
  }
  add(line.slice(from));
}

/** How many columns `cols` tells: `"1,2"`, `3*`, `2*,a`. */
function statedColumns(attributes: string): number | null {
  const [, quoted, bare] = /\bcols=(?:"([^"]*)"|([^,\s]+))/u.exec(attributes) ?? [];
  const written = quoted ?? bare;
  if (written === undefined) return null;
  const count = written
    .split(/[,;]/u)
    .reduce((sum, column) => sum + Number(/^\s{0,9}(\d{1,2})\*/u.exec(column)?.[1] ?? 1), 0);
  return Math.max(1, Math.min(count, 100));
}
