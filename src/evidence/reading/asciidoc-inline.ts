import type { Link } from "../../model/document.js";
import { createLineCounter } from "./line-counter.js";
import { onlyLineEnds } from "./site-templates.js";
import type { Substitutions } from "./substitutions.js";

/** What reading AsciiDoc has come upon. */
export interface AsciidocNames {
  readonly attributes: Substitutions;
  readonly links: Link[];
}

const signs: ReadonlyMap<string, string> = new Map([
  ["nbsp", " "],
  ["empty", ""],
  ["blank", ""],
  ["sp", " "],
  ["zwsp", ""],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["apos", "'"],
  ["quot", '"'],
  ["rsquo", "’"],
  ["lsquo", "‘"],
  ["rdquo", "”"],
  ["ldquo", "“"],
]);

/** A link with its words in brackets: `link:policy.pdf[Our policy]`, `https://example.org[Our page]`. */
const links =
  /(?:\b(?:link|xref|mailto):([^\s[\]]{1,2000})|\b(https?:\/\/[^\s[\]<>]{1,2000}))\[([^\][]*)\]|<<([^<>,]{1,200})(?:,([^<>]*))?>>/gu;

/** The text without macros and marks; its links go to `names`. */
export function readAsciidocInline(text: string, line: number, names: AsciidocNames): string {
  const filled = text.replace(/\{([\w-]{1,60})\}/gu, (whole, name: string) => {
    return signs.get(name.toLowerCase()) ?? names.attributes.wordsFor(name)?.replaceAll("\n", " ") ?? whole;
  });
  if (!/[*_`#^~+[\]<"&]/u.test(filled)) return filled;
  return withoutMarks(withoutLinks(filled, line, names));
}

function withoutLinks(text: string, line: number, names: AsciidocNames): string {
  const lineOf = createLineCounter(text, line);
  return text.replace(
    links,
    (whole, local?: string, url?: string, words?: string, anchor?: string, shown?: string, offset = 0) => {
      const own = ((anchor === undefined ? words : shown) ?? "")
        .replace(/,[ \t]*(?:window|role|opts)=.*$/u, "")
        .replace(/\^$/u, "");
      const isMail = whole.startsWith("mailto:");
      const target = anchor === undefined ? `${isMail ? "mailto:" : ""}${url ?? local ?? ""}` : `#${anchor}`;
      names.links.push({ target, text: own.replace(/\s+/gu, " ").trim(), line: lineOf(offset) });
      if (own.trim() !== "") return own;
      return (anchor ?? url ?? local ?? "") + onlyLineEnds(whole);
    },
  );
}

function withoutMarks(text: string): string {
  return text
    .replace(
      /\b(?:footnote(?:ref)?|image|icon|kbd|btn|menu|anchor|indexterm2?|stem|latexmath|asciimath):[^\s[\]]{0,500}\[[^\][]*\]/gu,
      onlyLineEnds,
    )
    .replace(/\[\[[^\][]{1,200}\]\]/gu, "")
    .replace(/\[(?:\.|role=)?line-through\]#{1,2}[^#]*#{1,2}/gu, onlyLineEnds)
    .replace(/\[[.#%][^\][\n]{0,100}\](?=[#*_`])/gu, "")
    .replace(/"`([^`]+)`"/gu, "“$1”")
    .replace(/'`([^`]+)`'/gu, "‘$1’")
    .replace(/\+\+\+([^+]*)\+\+\+/gu, "$1")
    .replace(/\*\*([^*]+)\*\*/gu, "$1")
    .replace(/__([^_]+)__/gu, "$1")
    .replace(/``([^`]+)``/gu, "$1")
    .replace(/##([^#]+)##/gu, "$1")
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]+)\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_]+)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}`\\])`(?=[^\s`])([^`]+)`(?![\p{L}\p{N}`])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}#\\])#(?=[^\s#])([^#]+)#(?![\p{L}\p{N}#])/gu, "$1")
    .replace(/\^([^\s^]{1,40})\^|~([^\s~]{1,40})~/gu, "$1$2")
    .replace(/ \+$/gmu, "")
    .replace(
      /&(amp|lt|gt|nbsp|quot|apos|rsquo|lsquo|rdquo|ldquo);/gu,
      (whole, name: string) => signs.get(name) ?? whole,
    )
    .replace(/\\(?=[*_`#^~{[<])/gu, "");
}
