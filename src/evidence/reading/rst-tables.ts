import { makeRow } from "./block-writer.js";
import type { RstPage, RstRule } from "./rst.js";

const gridRule = /^[ \t]*\+(?:[-=]+\+)+[ \t]*$/u;
const simpleRule = /^[ \t]*=+(?:[ \t]+=+)+[ \t]*$/u;

/** A table drawn with +, - and |; a line that parts some of its columns only parts them all. */
export const readGridTable: RstRule = (page, at) => {
  if (!gridRule.test(page.lines[at] ?? "")) return null;
  let rows: string[][] = [];
  let next = at;
  let first = at + 1;
  const endRow = (): void => {
    addRow(page, rows, first);
    rows = [];
  };
  for (let line = page.lines[next]; line !== undefined && /^[ \t]*[+|]/u.test(line); line = page.lines[next]) {
    const isParting = /^[ \t]*[+|][-=+| \t]*$/u.test(line) && line.includes("-");
    if (gridRule.test(line) || isParting) endRow();
    else {
      if (rows.length === 0) first = next + 1;
      rows.push(cellsOfGridLine(line));
    }
    if (/\+[-=]{2,}\+/u.test(line)) endRow();
    next += 1;
  }
  endRow();
  return next;
};

/** A line may part some columns and go on with the text of others. */
function cellsOfGridLine(line: string): string[] {
  const bare = line.trim().replace(/^[|+]/u, "").replace(/[|+]$/u, "");
  return bare.split(/[|]|\+(?=[-=])|(?<=[-=])\+/u).map((cell) => (/^[-=]+$/u.test(cell) ? "" : cell));
}

/** A table whose columns are told by rows of =. A line whose first column is empty goes on with the row above. */
export const readSimpleTable: RstRule = (page, at) => {
  const rule = page.lines[at] ?? "";
  if (!simpleRule.test(rule)) return null;
  const starts = [...rule.matchAll(/=+/gu)].map(({ index }) => index);
  const end = endOfSimpleTable(page.lines, at);
  let rows: string[][] = [];
  let first = at + 2;
  for (let next = at + 1; next < end; next += 1) {
    const line = page.lines[next] ?? "";
    const cells = starts.map((start, index) => line.slice(index === 0 ? 0 : start, starts[index + 1]).trim());
    const isRule = /^[ \t]*[=-]+(?:[ \t]+[=-]+)*[ \t]*$/u.test(line);
    if (isRule || line.trim() === "" || cells[0] !== "" || rows.length === 0) {
      addRow(page, rows, first);
      rows = [];
      first = next + 1;
    }
    if (!isRule && line.trim() !== "") rows.push(cells);
  }
  addRow(page, rows, first);
  return end + 1;
};

/** The index of the last rule: the third, where the second closes the head of the table, else the second. */
function endOfSimpleTable(lines: readonly string[], at: number): number {
  for (let next = at + 1; next < lines.length; next += 1) {
    if (simpleRule.test(lines[next] ?? "") && (lines[next + 1] ?? "").trim() === "") return next;
  }
  return lines.length;
}

/** The lines of a cell stand beside those of the next, so that all of a row counts as on its first line. */
function addRow(page: RstPage, rows: readonly (readonly string[])[], line: number): void {
  if (rows.length === 0) return;
  const width = Math.max(...rows.map((cells) => cells.length));
  const cells = Array.from({ length: width }, (_, column) =>
    rows
      .map((row) => (row[column] ?? "").trim())
      .join(" ")
      .trim(),
  );
  page.gatherer.add([makeRow(cells.map((text) => ({ text: page.read(text, line), line })))]);
}
