import { countLineEnds } from "./block-writer.js";
import { isTemplateField } from "./html-names.js";
import type { LinkWriter } from "./link-writer.js";
import type { MarkdownParser, Token } from "./markdown-parser.js";

/** Tags within a line whose text is not shown. */
const hiding = /^(?:del|s|strike|script|style|template|button|select|svg)$/u;

/** What a line of Markdown shows; its links go to `links`. */
export type InlineReader = (content: string, line: number) => string;

export function createInlineReader(
  parser: MarkdownParser,
  links: LinkWriter,
  closedNames: ReadonlySet<string>,
): InlineReader {
  return (content, line) => {
    const tokens = parser.parseInline(content);
    if (tokens === null) return content;
    const shown = { parts: [], hidden: [], links, closedNames, follow: createFollower(content), line };
    return readTokens(tokens, content, line, shown);
  };
}

/** What is shown of a text so far. */
interface ShownText {
  readonly parts: string[];
  /** The tags, and marks, that hide what is within; innermost last. */
  readonly hidden: string[];
  readonly links: LinkWriter;
  readonly closedNames: ReadonlySet<string>;
  readonly follow: Follower;
  line: number;
}

function readTokens(tokens: readonly Token[], content: string, firstLine: number, shown: ShownText): string {
  for (const token of tokens) addToken(shown, token);
  shown.links.close();
  writeLineEnds(shown, Math.max(0, firstLine + countLineEnds(content) - shown.line));
  return shown.parts.join("");
}

function write({ hidden, parts, links }: ShownText, text: string): void {
  if (hidden.length > 0) return;
  parts.push(text);
  links.write(text);
}

/** Line ends count whether they are seen or not. */
function writeLineEnds(shown: ShownText, count: number): void {
  if (count === 0) return;
  shown.parts.push("\n".repeat(count));
  shown.links.write(" ");
  shown.line += count;
}

function addToken(shown: ShownText, token: Token): void {
  const { follow, hidden, links } = shown;
  switch (token.type) {
    case "softbreak":
    case "hardbreak":
      writeLineEnds(shown, 1);
      follow.find("\n");
      break;
    case "s_open":
      hidden.push("~~");
      break;
    case "s_close":
      hidden.splice(Math.max(0, hidden.lastIndexOf("~~")));
      break;
    case "link_open":
      if (hidden.length === 0) links.open(String(token.attrGet("href") ?? ""), shown.line);
      break;
    case "link_close":
      links.close();
      break;
    case "html_inline":
      addTag(shown, token.content);
      follow.find(token.content);
      break;
    case "text":
    case "text_special":
    case "code_inline":
      writeLineEnds(shown, token.type === "text" ? follow.find(token.content) : 0);
      // A line end that is written as an entity is none of the source.
      write(shown, token.content.replaceAll("\n", " "));
      break;
  }
}

function addTag(shown: ShownText, tag: string): void {
  const { hidden, links } = shown;
  const [, slash = "", written = ""] = /^<(\/?)([a-z][\w-]*)/iu.exec(tag) ?? [];
  const name = written.toLowerCase();
  const closes = slash !== "";
  if (isTemplateField(tag, shown.closedNames)) write(shown, tag.replaceAll("\n", " "));
  else if (closes && hidden.at(-1) === name) hidden.pop();
  else if (!closes && (hiding.test(name) || hidden.at(-1) === name || isHidden(tag))) hidden.push(name);
  else if (name === "br") write(shown, " ");
  else if (name === "a" && closes) links.close();
  else if (name === "a") links.open(hrefOf(tag), shown.line);
  writeLineEnds(shown, countLineEnds(tag));
}

/** Tells of line ends that no token tells of: those in the target of a link or in code. */
interface Follower {
  /** The line ends between where it stands and the text, which it passes; none when the text is not found. */
  find(text: string): number;
}

function createFollower(content: string): Follower {
  let at = content.includes("\n") ? 0 : -1;
  return {
    find: (text) => {
      if (at < 0 || text === "") return 0;
      const found = content.indexOf(text, at);
      const missed = found < 0 ? 0 : countLineEnds(content.slice(at, found));
      at = found < 0 ? -1 : found + text.length;
      return missed;
    },
  };
}

function hrefOf(tag: string): string | undefined {
  const [, double, single, bare] = /\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(tag) ?? [];
  return double ?? single ?? bare;
}

function isHidden(tag: string): boolean {
  return !tag.endsWith("/>") && /\s(?:hidden(?=[\s>])|aria-hidden="true"|style="[^"]*display:\s{0,9}none)/iu.test(tag);
}
