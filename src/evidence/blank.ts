/** A line that stands where content should: what template authors and hurried people leave. */
const placeholder =
  /^(?:tbc|tbd|tba|todo|to do|n\/?a|none|draft|coming soon|to be (?:confirmed|completed|written|added|decided|agreed)|lorem ipsum.*|(?:insert|add|enter|type|write) .{0,60}here|\[.*\]|<.*>|x{2,})$/iu;

/**
 * Whether a text document says nothing: it is empty, or holds no more than front matter, comments, headings and
 * placeholders. A heading over nothing states no arrangement.
 */
export function isBlank(text: string): boolean {
  return withoutComments(withoutFrontMatter(text))
    .split(/\r?\n/u)
    .every((line) => isEmptyLine(line));
}

function isEmptyLine(line: string): boolean {
  if (/^ {0,3}#{1,6}(?:[ \t]|$)/u.test(line)) return true;
  const words = line.replace(/[\s*_|:.>+-]+/gu, " ").trim().replace(/^\d{1,3}\)? /u, "");
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
