import type { Field } from "../../model/document.js";
import { createGatherer, type Gatherer } from "./gatherer.js";
import { createListLevels, type ListLevels } from "./list-levels.js";
import { rstRules } from "./rst-blocks.js";
import { readNames } from "./rst-explicit.js";
import { readRstInline, type RstNames } from "./rst-inline.js";
import type { ReadText } from "./text-document.js";

/** A reStructuredText document while it is read. */
export interface RstPage {
  readonly lines: readonly string[];
  readonly names: RstNames;
  readonly gatherer: Gatherer;
  readonly levels: ListLevels;
  readonly fields: Field[];
  /** The signs that underline, and overline, titles; in the order of their levels. */
  readonly titleSigns: string[];
  readonly read: (text: string, line: number) => string;
}

/** Reads what starts on the line of that index; the index behind it, or null when it is something else. */
export type RstRule = (page: RstPage, at: number) => number | null;

/** Reads reStructuredText line by line, as far as policies use it. */
export function readRst(text: string): ReadText {
  const lines = text.split("\n");
  const names = readNames(lines);
  const read = (raw: string, line: number): string => readRstInline(raw, line, names);
  const page: RstPage = {
    lines,
    names,
    gatherer: createGatherer(read),
    levels: createListLevels(),
    fields: [],
    titleSigns: [],
    read,
  };
  let at = 0;
  while (at < lines.length) at = readNext(page, at);
  page.gatherer.end();
  return { fields: page.fields, blocks: page.gatherer.blocks, links: names.links };
}

function readNext(page: RstPage, at: number): number {
  for (const rule of rstRules) {
    const next = rule(page, at);
    if (next !== null) return next;
  }
  return at + 1;
}
