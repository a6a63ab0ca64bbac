import type { Field } from "../../model/document.js";
import { asciidocRules } from "./asciidoc-blocks.js";
import { readHeader } from "./asciidoc-header.js";
import { type AsciidocNames, readAsciidocInline } from "./asciidoc-inline.js";
import { createGatherer, type Gatherer } from "./gatherer.js";
import type { ReadText } from "./text-document.js";
import { createSubstitutions } from "./substitutions.js";

/** An AsciiDoc document while it is read. */
export interface AsciidocPage {
  readonly lines: readonly string[];
  readonly names: AsciidocNames;
  readonly gatherer: Gatherer;
  readonly fields: Field[];
  /** The marks of the lists that are open, outermost first. */
  readonly marks: string[];
  /** The attributes of the block that comes next, as they are written; empty for none. */
  attributes: string;
  readonly read: (text: string, line: number) => string;
}

/** Reads what starts on the line of that index; the index behind it, or null when it is something else. */
export type AsciidocRule = (page: AsciidocPage, at: number) => number | null;

/** Reads AsciiDoc line by line, as far as policies use it. */
export function readAsciidoc(text: string): ReadText {
  const names: AsciidocNames = { attributes: createSubstitutions(), links: [] };
  const read = (raw: string, line: number): string => readAsciidocInline(raw, line, names);
  const page: AsciidocPage = {
    lines: text.split("\n"),
    names,
    gatherer: createGatherer(read),
    fields: [],
    marks: [],
    attributes: "",
    read,
  };
  let at = readHeader(page);
  while (at < page.lines.length) at = readNext(page, at);
  page.gatherer.end();
  return { fields: page.fields, blocks: page.gatherer.blocks, links: names.links };
}

function readNext(page: AsciidocPage, at: number): number {
  for (const rule of asciidocRules) {
    const next = rule(page, at);
    if (next !== null) return next;
  }
  return at + 1;
}
