import { type BlockWriter, type Cell, countLineEnds, makeBlock, makeDefinition, makeRow } from "./block-writer.js";

/** The cells of a row, or a term and its meanings, while they are read. */
interface OpenCells {
  readonly cells: Cell[];
  /** The line that the text of the last cell has reached. */
  reached: number;
}

/** Gathers what stands beside each other rather than in one text: the cells of rows, terms and their meanings. */
export interface HtmlTable {
  /** True when the text belongs to a cell or a definition. */
  write(chars: string, line: number): boolean;
  /** True when nothing more is to be done about the element: it is a part of a table or stands in a cell. */
  open(name: string, line: number): boolean;
  /** True when the element stood in a cell or a definition. */
  close(name: string, line: number): boolean;
  finish(): void;
}

/** What lays a page out as a table, or sets much out under a term, has these within; they are blocks of their own. */
const large = /^(?:h[1-6]|ul|ol|li|table|dl)$/u;

export function createHtmlTable(writer: BlockWriter): HtmlTable {
  let row: OpenCells | null = null;
  let definition: OpenCells | null = null;

  const endRow = (): void => {
    if (row !== null) writer.add([makeRow(row.cells)]);
    row = null;
  };
  const endDefinition = (): void => {
    const [term, ...meanings] = definition?.cells ?? [];
    definition = null;
    if (term === undefined) return;
    const [first = { text: "", line: term.line }, ...others] = meanings;
    writer.add(makeDefinition(term, first));
    writer.add(others.map(({ text, line }) => makeBlock("paragraph", 0, text, line)));
  };
  const finish = (): void => {
    endRow();
    endDefinition();
  };
  const write = (chars: string, line: number): boolean => {
    const open = row ?? definition;
    if (open === null) return false;
    if (open.cells.length > 0 || chars.trim() !== "") append(open, chars, line);
    return true;
  };
  const openDefinition = (name: "dt" | "dd", line: number): boolean => {
    if (name === "dt") {
      endDefinition();
      writer.end();
      definition = { cells: [], reached: line };
    }
    if (definition !== null) startCell(definition, line);
    return definition !== null;
  };

  return {
    write,
    open: (name, line) => {
      if (name === "dt" || name === "dd") return openDefinition(name, line);
      if (name === "tr" || large.test(name)) finish();
      if (name === "tr") {
        writer.end();
        row = { cells: [], reached: line };
        return true;
      }
      if (name !== "td" && name !== "th") return write(" ", line);
      row ??= { cells: [], reached: line };
      startCell(row, line);
      return true;
    },
    close: (name, line) => {
      if (/^(?:tr|table|t(?:head|body|foot))$/u.test(name)) endRow();
      else if (name === "dl") endDefinition();
      else return write(" ", line);
      return false;
    },
    finish,
  };
}

function startCell(open: OpenCells, line: number): void {
  open.cells.push({ text: "", line });
  open.reached = line;
}

function append(open: OpenCells, chars: string, line: number): void {
  if (open.cells.length === 0) startCell(open, line);
  const cell = open.cells.at(-1) ?? { text: "", line };
  const gap = Math.max(0, line - open.reached);
  open.cells[open.cells.length - 1] = { text: cell.text + "\n".repeat(gap) + chars, line: cell.line };
  open.reached = Math.max(line, open.reached) + countLineEnds(chars);
}
