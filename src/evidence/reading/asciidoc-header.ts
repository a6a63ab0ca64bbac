import type { AsciidocPage, AsciidocRule } from "./asciidoc.js";

const attribute = /^:(!?[\w][\w-]{0,80}!?):(?:[ \t]+(.*))?$/u;
const revision = /^(?:v?(\d[\w.-]{0,20})(?:,[ \t]*([^:]{1,60}))?|([^:]{1,60}))(?::[ \t]*(.*))?$/u;

/** The title, the author's line, the line of the revision and the attributes below; the index behind them. */
export function readHeader(page: AsciidocPage): number {
  let at = 0;
  for (let line = page.lines[at]; line !== undefined && isSkipped(line); line = page.lines[at]) at += 1;
  for (let next = readAttribute(page, at); next !== null; next = readAttribute(page, at)) at = next;
  const title = /^[=#][ \t]+(\S.*)$/u.exec(page.lines[at] ?? "")?.[1];
  if (title === undefined) return at;
  page.gatherer.start("heading", 1, title, at + 1);
  page.gatherer.end();
  at += 1;
  let own = 0;
  for (let line = page.lines[at]; line !== undefined && line.trim() !== ""; line = page.lines[at]) {
    const next = readAttribute(page, at);
    if (next === null && !line.startsWith("//")) {
      if (own === 0 && !isAuthor(line)) return at;
      if (own === 0) page.fields.push({ key: "author", value: line.trim(), line: at + 1 });
      if (own === 1) addRevision(page, line.trim(), at + 1);
      own += 1;
    }
    at = next ?? at + 1;
  }
  return at;
}

function isSkipped(line: string): boolean {
  return line.trim() === "" || /^\/\/(?!\/)/u.test(line);
}

/** One to three names, and perhaps an address; anything else below the title is text. */
function isAuthor(line: string): boolean {
  return /^[\p{L}'.-]{1,60}(?:[ \t]+[\p{L}'.-]{1,60}){0,3}(?:[ \t]*<[^<>]{1,200}>)?[ \t]*$/u.test(line);
}

function addRevision(page: AsciidocPage, text: string, line: number): void {
  const [, number, date, only, remark] = revision.exec(text) ?? [];
  const found = { revnumber: number, revdate: date ?? only, revremark: remark };
  for (const [key, value] of Object.entries(found)) {
    if (value !== undefined && value.trim() !== "") page.fields.push({ key, value: value.trim(), line });
  }
}

/** `:name: value` gives the document a field, and the words that `{name}` stands for. */
export const readAttribute: AsciidocRule = (page, at) => {
  const [whole, key = "", first = ""] = attribute.exec(page.lines[at] ?? "") ?? [];
  if (whole === undefined || page.gatherer.isOpen()) return null;
  let value = first.trim();
  let next = at + 1;
  // A backslash goes on below; a value has few lines.
  while (value.endsWith(" \\") && next < at + 20) {
    value = `${value.slice(0, -2).trim()} ${(page.lines[next] ?? "").trim()}`;
    next += 1;
  }
  if (key.includes("!")) return next;
  page.names.attributes.set(key, value);
  page.fields.push({ key, value, line: at + 1 });
  return next;
};
