import { createGatherer, type Gatherer } from "./gatherer.js";
import { createListLevels, indentOf, type ListLevels, ruleSignOf } from "./list-levels.js";
import type { ReadText } from "./text-document.js";

/** A mark of a list and the text behind it. */
const bullet = /^[ \t]*(?:[-*+•·◦▪●○–]|o(?=[ \t]{2,}|\t))[ \t]+(\S.*)$/u;
const numbered =
  /^[ \t]*(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,4})[ \t]+(\S.*)$/u;

/** Words of a heading at most, and signs. */
const longestHeading = 90;

interface PlainPage {
  readonly lines: readonly string[];
  readonly gatherer: Gatherer;
  readonly levels: ListLevels;
}

/** Reads text without markup: what looks like a heading or a list is one. */
export function readPlain(text: string): ReadText {
  const lines = text.replaceAll("\f", " ").split("\n");
  const gatherer = createGatherer((raw) => raw);
  const page: PlainPage = { lines, gatherer, levels: createListLevels() };
  let at = 0;
  while (at < lines.length) at += readAt(page, at);
  gatherer.end();
  return { fields: [], blocks: gatherer.blocks, links: [] };
}

/** How many lines it took. */
function readAt({ lines, gatherer, levels }: PlainPage, at: number): number {
  const [line = "", next = ""] = [lines[at], lines[at + 1]];
  const number = at + 1;
  if (line.trim() === "" || ruleSignOf(line) !== null) {
    gatherer.end();
    return 1;
  }
  const starts = !gatherer.isOpen();
  const sign = ruleSignOf(next);
  const isAsLong = Math.abs(next.trim().length - line.trim().length) <= 2;
  if ((starts || isAsLong) && sign !== null && next.trim().length >= 3 && isShort(line)) {
    gatherer.start("heading", sign === "=" ? 1 : 2, line, number);
    gatherer.end();
    return 2;
  }
  const level = headingLevelOf(line, starts, next.trim() === "", firstWordsOf(lines, at));
  if (level !== null) {
    gatherer.start("heading", level, line, number);
    gatherer.end();
    return 1;
  }
  const item = bullet.exec(line) ?? numbered.exec(line);
  if (item?.[1] !== undefined) gatherer.start("item", levels.enter(indentOf(line)), item[1], number);
  else {
    if (starts) levels.leave(indentOf(line));
    gatherer.more(line, number);
  }
  return 1;
}

/** Null: the line is no heading. `isAlone`: an empty line follows; `neighbours`: what stands before and behind. */
function headingLevelOf(line: string, starts: boolean, isAlone: boolean, neighbours: Neighbours): number | null {
  if (!isShort(line) || bullet.test(line)) return null;
  if (isCapitals(line) && (starts || isAlone)) return 2;
  if (!starts || !isAlone || line.trim() !== line.trimEnd()) return null;
  if (neighbours.isFirst && !/:/u.test(line)) return 1;
  const mark = numbered.exec(line);
  if (mark === null || /[;,]$/u.test(line.trimEnd())) return null;
  const isListed = neighbours.others.some((other) => numbered.test(other) && isShort(other));
  const depth = /^[ \t]*\d{1,3}((?:\.\d{1,3})*)/u.exec(line)?.[1]?.split(".").length;
  return isListed || depth === undefined ? null : Math.min(6, depth + 1);
}

interface Neighbours {
  readonly isFirst: boolean;
  readonly others: readonly string[];
}

/** The nearest lines that hold something, as far as it is worth looking. */
function firstWordsOf(lines: readonly string[], at: number): Neighbours {
  const near = (from: number, step: number): string | undefined => {
    for (let index = from; Math.abs(index - from) < 4; index += step) {
      if ((lines[index] ?? "").trim() !== "") return lines[index];
    }
    return undefined;
  };
  const [before, after] = [near(at - 1, -1), near(at + 1, 1)];
  const isFirst = at < 4 && before === undefined && after !== undefined;
  return { isFirst, others: [before, after].flatMap((line) => (line === undefined ? [] : [line])) };
}

function isShort(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.length <= longestHeading && /\p{L}/u.test(trimmed) && !/[.!;,]$/u.test(trimmed);
}

/** A line of capitals, two words or one long one; `DBS` alone is none. */
function isCapitals(line: string): boolean {
  const letters = line.replace(/[^\p{L}]/gu, "");
  return letters.length >= 5 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
