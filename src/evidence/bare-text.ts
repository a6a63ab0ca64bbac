import { withoutTags } from "./html-text.js";
import type { TextKind } from "./text-kind.js";

type Step = (text: string) => string;

/** What says nothing in so many characters of bare text says nothing: a bound on hostile texts. */
const judged = 256 * 1024;

/** What is taken from the whole text before its lines are looked at, in order. */
const steps: Readonly<Record<TextKind, readonly Step[]>> = {
  markdown: [withoutFrontMatter, withoutSiteTemplates, withoutComments, withoutTags],
  html: [withoutFrontMatter, withoutSiteTemplates, withoutComments, withoutTags],
  rst: [withoutFrontMatter, withoutSiteTemplates, withoutIndentedComments],
  asciidoc: [withoutFrontMatter, withoutSiteTemplates, withoutFencedComments],
  plain: [withoutFrontMatter, withoutSiteTemplates, withoutComments],
};

/** Whether a line names, heads or steers what stands around it. `next` is the line below, `before` the one above. */
type LineRule = (line: string, next: string, before: string) => boolean;

const hashHeading: LineRule = (line) => /^ {0,3}#{1,6}(?:[ \t]|$)/u.test(line);
const equalsHeading: LineRule = (line) => /^={1,6}[ \t]/u.test(line);
const linkTarget: LineRule = (line) => /^ {0,3}\[[^[\]]{1,200}\]:[ \t]/u.test(line);
const directive: LineRule = (line) => /^[ \t]*\.\.[ \t]/u.test(line);
const attribute: LineRule = (line) => /^:[\w -]{1,60}!?:(?:[ \t]|$)/u.test(line);
const blockTitle: LineRule = (line) => /^(?:\.[^\s.]|\/\/|\[[^[\]]*\][ \t]*$)/u.test(line);
const pipeHead: LineRule = (line, next) => line.includes("|") && isTableRule(next);

/** A line of one paragraph above a rule; a sentence there was meant as a sentence, whatever the markup makes of it. */
const setextHeading: LineRule = (line, next, before) =>
  /^ {0,3}(?:=+|-+)[ \t]*$/u.test(next) && isTitle(line) && !/[\p{L}\p{N}]/u.test(before);

/** A title above a rule of any sign, about as long as the title. */
const underlinedHeading: LineRule = (line, next, before) =>
  /^([!-/:-@[-`{-~])\1{2,}[ \t]*$/u.test(next) &&
  next.trimEnd().length >= line.trim().length - 2 &&
  isTitle(line) &&
  !/[\p{L}\p{N}]/u.test(before);

const lineRules: Readonly<Record<TextKind, readonly LineRule[]>> = {
  markdown: [hashHeading, setextHeading, pipeHead, linkTarget],
  html: [pipeHead],
  rst: [underlinedHeading, directive, attribute],
  asciidoc: [equalsHeading, hashHeading, underlinedHeading, attribute, blockTitle],
  plain: [hashHeading, underlinedHeading, pipeHead],
};

/** The lines that hold content of their own, the others empty: no front matter, comments, tags, headings, table heads. */
export function bareLines(text: string, kind: TextKind): readonly string[] {
  const bare = steps[kind].reduce((left, step) => step(left), text.replaceAll("\r\n", "\n"));
  const lines = bare.slice(0, judged).split("\n");
  return lines.map((line, index) => {
    if (line === "") return line;
    const [next, before] = [lines[index + 1] ?? "", lines[index - 1] ?? ""];
    return lineRules[kind].some((rule) => rule(line, next, before)) ? "" : line;
  });
}

function isTableRule(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[\s|:-]+$/u.test(line);
}

function isTitle(line: string): boolean {
  return line.length <= 100 && /^[ \t]*[\p{L}\p{N}]/u.test(line) && !/[.!:;,][ \t]*$/u.test(line);
}

function withoutFrontMatter(text: string): string {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\n/u.exec(text);
  const mark = fence?.[1];
  if (fence === null || mark === undefined) return text;
  const end = text.indexOf(`\n${mark}`, fence[0].length - 1);
  return end < 0 ? text : text.slice(end + 1 + mark.length);
}

/** What a site generator fills in is neither a placeholder nor prose. */
function withoutSiteTemplates(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}|\{%[^{}]*%\}/gu, " ");
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

/** In reStructuredText, two dots that open no directive, target or footnote open a comment, as far as it is indented. */
function withoutIndentedComments(text: string): string {
  let isComment = false;
  const lines = text
    .slice(0, judged)
    .split("\n")
    .filter((line) => {
      isComment = /^\.\.(?:$|[ \t]+(?![_[|]|[\w:+-]{1,60}::))/u.test(line) || (isComment && /^(?:\s|$)/u.test(line));
      return !isComment;
    });
  return lines.join("\n");
}

/** In AsciiDoc, four slashes alone on a line open a comment and close it. */
function withoutFencedComments(text: string): string {
  let isComment = false;
  const lines = text
    .slice(0, judged)
    .split("\n")
    .filter((line) => {
      const isFence = /^\/{4,}[ \t]*$/u.test(line);
      if (isFence) isComment = !isComment;
      return !isFence && !isComment;
    });
  return lines.join("\n");
}
