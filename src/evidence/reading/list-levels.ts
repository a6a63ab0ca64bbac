/** How deep the items of a list stand, by how far they are indented. */
export interface ListLevels {
  /** The depth of an item whose mark stands in the column, from 1. */
  enter(column: number): number;
  /** A text that starts in the column is no longer part of the items to its right. */
  leave(column: number): void;
}

export function createListLevels(): ListLevels {
  const columns: number[] = [];
  const leave = (column: number): void => {
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
  };
  return {
    enter: (column) => {
      while ((columns.at(-1) ?? -1) > column) columns.pop();
      if (columns.at(-1) !== column) columns.push(column);
      return columns.length;
    },
    leave,
  };
}

/** The column in which a line starts; a tab counts as up to the next eighth. */
export function indentOf(line: string): number {
  let column = 0;
  for (const sign of line) {
    if (sign === " ") column += 1;
    else if (sign === "\t") column += 8 - (column % 8);
    else return column;
  }
  return column;
}

/** A row of one sign that underlines, overlines or parts; null for another line. */
export function ruleSignOf(line: string): string | null {
  const trimmed = line.trimEnd();
  return /^([!-/:-@[-`{-~])\1+$/u.test(trimmed) ? trimmed.slice(0, 1) : null;
}
