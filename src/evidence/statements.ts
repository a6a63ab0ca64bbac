/** A longer paragraph is judged in pieces, so that no rule sees a text without end. */
const longest = 4000;

const listMark = /^[\s>]*(?:[-*+•·]|\d{1,3}[.)]|[a-z][.)])[ \t]+(?:\[[ xX]?\][ \t]*)?/u;
const label = /^(?:[^\s:]{1,40}[ \t]+){0,5}[^\s:]{1,40}:(?=[\s*_]|$)/u;

/** The sentences, list items, table rows and labelled lines that the lines of a document hold, each on one line. */
export function* statementsIn(lines: readonly string[]): Generator<string> {
  let paragraph: string[] = [];
  for (const line of lines) {
    const isRow = line.includes("|");
    if (isRow || isApart(line)) {
      yield* sentencesOf(paragraph.join(" "));
      paragraph = [];
    }
    if (isRow) yield rowOf(line);
    else if (line !== "") paragraph.push(line.replace(listMark, "").trim());
  }
  yield* sentencesOf(paragraph.join(" "));
}

/** What stands before the colon only says what follows it: "Approved by: Trustees" tells one word. */
export function withoutLabel(statement: string): string {
  return statement.trim().replace(label, "");
}

/** Whether the line does not go on with the one before it. */
function isApart(line: string): boolean {
  return line.trim() === "" || listMark.test(line) || label.test(line.trim());
}

/** The first cell of a row is the label of the others. */
function rowOf(line: string): string {
  const [first = "", ...others] = line
    .slice(0, longest)
    .split("|")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  return others.length === 0 ? first : `${first}${first.endsWith(":") ? "" : ":"} ${others.join(" ")}`;
}

function* sentencesOf(paragraph: string): Generator<string> {
  for (let from = 0; from < paragraph.length; from += longest)
    yield* paragraph.slice(from, from + longest).split(/(?<=(?<![.…])[.!?…]["'”’)*_]{0,3})[ \t]+|(?<=[。！？])/u);
}
