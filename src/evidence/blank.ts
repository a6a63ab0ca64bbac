/** A line that stands where content should: what template authors and hurried people leave. */
const placeholder =
  /^(?:tbc|tbd|tba|todo|to do|n\/?a|none|draft|coming soon|to be (?:confirmed|completed|written|added|decided|agreed)|lorem ipsum.*|(?:insert|add|enter|type|write) .{0,60}here|(?:\[[^[\]]*\] ?)+|x{2,})$/iu;

/**
 * Whether a text document says nothing: it is empty, or holds no more than front matter, comments, headings, the heads
 * of tables, labels and placeholders. A heading over nothing states no arrangement.
 */
export function isBlank(text: string): boolean {
  const lines = withoutComments(withoutFrontMatter(text)).split(/\r?\n/u);
  return lines.every((line, index) => isTableRule(lines[index + 1] ?? "") || isEmptyLine(line));
}

/** Whether the line is the rule below a table's head. */
function isTableRule(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[\s|:-]+$/u.test(line);
}

function isEmptyLine(line: string): boolean {
  if (/^ {0,3}#{1,6}(?:[ \t]|$)/u.test(line)) return true;
  // A tag of HTML is no content, and `<name of the lead>` is a placeholder.
  return line
    .replace(/<[^<>]*>|&nbsp;/gu, " ")
    .split("|")
    .every((cell) => isEmptyCell(cell));
}

/** A label says nothing by itself: "Approved on: TBC". */
function isEmptyCell(cell: string): boolean {
  const colon = cell.indexOf(":");
  return (colon >= 0 && colon < 60 && isPlaceholder(cell.slice(colon + 1))) || isPlaceholder(cell);
}

function isPlaceholder(text: string): boolean {
  const words = text
    .replace(/[\s*_:.>+-]+/gu, " ")
    .trim()
    .replace(/^\d{1,3}\)? /u, "");
  return !/[\p{L}\p{N}]/u.test(words) || placeholder.test(words);
}

function withoutFrontMatter(text: string): string {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/u.exec(text);
  const mark = fence?.[1];
  if (fence === null || mark === undefined) return text;
  const end = text.indexOf(`\n${mark}`, fence[0].length - 1);
  return end < 0 ? text : text.slice(end + 1 + mark.length);
}

function withoutComments(text: string): string {
  const parts = text.split("<!--");
  return parts.map((part, index) => (index === 0 ? part : afterComment(part))).join("");
}

/** What follows the comment's end; nothing when it is never closed. */
function afterComment(part: string): string {
  const end = part.indexOf("-->");
  return end < 0 ? "" : part.slice(end + 3);
}
