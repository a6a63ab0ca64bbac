import type { Link } from "../../model/document.js";
import { createLineCounter } from "./line-counter.js";
import { onlyLineEnds } from "./site-templates.js";
import type { Substitutions } from "./substitutions.js";

/** What reading reStructuredText has come upon. */
export interface RstNames {
  readonly substitutions: Substitutions;
  /** The targets that `.. _name: target` gives. */
  readonly targets: Map<string, string>;
  readonly links: Link[];
}

/** The text without roles, references and emphasis; its links go to `names`. */
export function readRstInline(text: string, line: number, names: RstNames): string {
  if (!/[`*_|\\[:]/u.test(text)) return text;
  addLinks(text, line, names);
  return text
    .replace(/\|([^|`\s](?:[^|`\n]{0,100}[^|`\s])?)\|(?:__?(?!\w))?/gu, (_whole, name: string) => {
      return names.substitutions.wordsFor(name) ?? name;
    })
    .replace(/``([^`]+)``/gu, "$1")
    .replace(/(?::[\w.+:-]{1,60}:)?`([^`]+)`(?:_{1,2}|:[\w.+:-]{1,60}:)?/gu, (_whole, inner: string) => {
      const target = /<([^<>]*)>$/u.exec(inner);
      if (target === null) return inner;
      return target.index === 0 ? (target[1] ?? "") : inner.slice(0, target.index).trimEnd() + onlyLineEnds(target[0]);
    })
    .replace(/\[(?:#[\w-]{0,60}|\*|\d{1,3})\]_(?!\w)/gu, "")
    .replace(/\*\*(?=\S)([^*]+)\*\*/gu, "$1")
    .replace(/(?<![\w*\\])\*(?=[^\s*])([^*]+)\*(?![\w*])/gu, "$1")
    .replace(/(?<=[\p{L}\p{N}])__?(?![\p{L}\p{N}_])/gu, "")
    .replace(/\\\s?/gu, (escape) => onlyLineEnds(escape));
}

function addLinks(text: string, line: number, names: RstNames): void {
  const lineOf = createLineCounter(text, line);
  for (const { 0: whole, 1: inner, 2: word, index } of text.matchAll(/`([^`]+)`__?|(?<![\w`])(\w{1,80})_(?!\w)/gu)) {
    const [, words, target] = /^([^<>]*)<([^<>]*)>$/u.exec(inner ?? "") ?? [];
    const shown = flatten(words ?? inner ?? word ?? whole);
    const known = target ?? names.targets.get(shown.toLowerCase());
    if (known !== undefined) names.links.push({ target: known.replace(/\s+/gu, ""), text: shown, line: lineOf(index) });
  }
}

function flatten(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
