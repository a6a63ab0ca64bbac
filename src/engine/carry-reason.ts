import type { Checklist, Requirement } from "../model/checklist.js";
import { editionName, yearOf } from "../model/edition-name.js";
import type { Link, LineageStep } from "../model/lineage.js";
import { type Group, isPlain, linksOf, partsOf, sourcesOf } from "./carry-group.js";

/** A way from one checklist to another that a requirement went. */
export interface Way {
  readonly from: Checklist;
  readonly to: Checklist;
  readonly group: Group;
}

/**
 * Why an answer that was given for the wording `question` must be confirmed for the requirement that it comes to, in
 * sentences; empty: it need not be.
 */
export function reasonsFor(way: Way, after: Requirement, question: string): readonly string[] {
  const { group, from, to } = way;
  const sources = sourcesOf(group, after);
  const links = linksOf(group.into, after.id);
  // What was said of the same edition in the same words stays true, and what was wrong with it stays wrong.
  if (from.id === to.id && isPlain(group) && sources[0]?.digest === after.digest) return [];
  const gap = links.flatMap((link) => describeGap(link, to));
  const main = describeMain({ way, after, sources, links, question });
  return [...new Set([...gap, ...main])];
}

interface Described {
  readonly way: Way;
  readonly after: Requirement;
  readonly sources: readonly Requirement[];
  readonly links: readonly Link[];
  readonly question: string;
}

/** What changed most tells why; that its words changed with it goes without saying. */
function describeMain({ way, after, sources, links, question }: Described): readonly string[] {
  const { group, to } = way;
  const asker = after.overlay === null ? capital(editionName(to.id)) : oneLine(after.overlay.title);
  const steps = links.flatMap((link) => link.steps);
  const isOf = (...changes: readonly LineageStep["change"][]) => steps.some(({ change }) => changes.includes(change));
  const isReworded = question !== after.digest;
  if (sources.length > 1)
    return [told(`${asker} asks in one question what was asked in several.`, "merged", way, steps)];
  if (sources.some((source) => partsOf(group, source) > 1))
    return [told(`${asker} asks in several questions what was asked in one.`, "split", way, steps)];
  if (isOf("widened")) return [told(`${asker} asks for more.`, "widened", way, steps)];
  if (isOf("split", "merged")) return [`${asker} draws the line of this question anew.`];
  if (!isReworded) return [];
  if (isOf("narrowed")) return [told(`${asker} asks for less, in other words.`, "narrowed", way, steps)];
  if (sources.some(({ digest }) => digest === after.digest))
    return ["It was answered for another wording of the question."];
  return [told(`${asker} words this question anew.`, "reworded", way, steps)];
}

/** The sentence and what the lineage notes of the change; its notes tell of the way on, not of the way back. */
function told(
  sentence: string,
  change: LineageStep["change"],
  { from, to }: Way,
  steps: readonly LineageStep[],
): string {
  const notes = from.published < to.published ? steps.filter((step) => step.change === change) : [];
  return [sentence, ...notes.flatMap(({ note }) => (note === null ? [] : [oneLine(note)]))].join(" ");
}

function describeGap({ gap, steps }: Link, to: Checklist): readonly string[] {
  const [first] = gap;
  if (first === undefined) return [];
  const back = steps.find(({ change }) => change === "returned")?.checklist;
  return back === undefined
    ? [`${capital(editionName(first))} did not ask it, and ${editionName(to.id)} does.`]
    : [`It left in ${yearOf(first)} and returned in ${yearOf(back)}.`];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A reason is one line, so that it can be told from what stood there before. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
