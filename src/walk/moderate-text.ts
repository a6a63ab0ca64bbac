import type { Difference } from "../engine/moderation.js";
import type { Plan, Step } from "../engine/plan.js";
import { type Audit, isOpen, type Moderated, ratingInfo, type Response } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import { describeDay } from "../model/day.js";
import { gapInfo } from "../model/gap.js";
import type { Gap, GapKind, Report, ReportEvidence } from "../model/report.js";
import { countOf } from "../reporters/wording.js";
import { describeCountedDifferences } from "../reporters/moderation-section.js";
import type { Paragraph } from "./prompter.js";
import { describeAction, describeEvidence } from "./requirement-text.js";

/** The first screen: what this is, and how to move about. */
export function describeModerationOpening(
  { organisation }: Audit,
  checklist: Checklist,
  { progress }: Plan,
  manual: readonly string[],
): readonly Paragraph[] {
  const done = progress.answered === 0 ? "" : ` Welcome back: ${progress.answered} are moderated.`;
  return [
    { kind: "heading", text: `Moderation: ${organisation.name}` },
    text(`Checklist: ${checklist.title}`),
    text(`${countOf(progress.total, "answer")} to look at.${done}`),
    { kind: "warning", text: "Never type a child's name, here or in any answer." },
    text("How this works:"),
    item("You see each answer with its evidence, and say how you would rate it. Press y to agree."),
    item("The self rating stays as it is: the report shows both."),
    item("Everything is saved as you give it. You can stop at any time and go on another day."),
    ...manual.map(item),
  ];
}

/** Why there is nothing to moderate. */
export function describeNothingToModerate(plan: Plan, audit: Audit, resume: string): readonly Paragraph[] {
  const { total } = plan.progress;
  if (total > 0) {
    const all = total === 1 ? "the answer is moderated" : `all ${total} answers are moderated`;
    return [
      text(`There is nothing left to moderate: ${all}.`),
      { kind: "quiet", text: `To go over them again: ${resume} --redo` },
    ];
  }
  const rated = Object.values(audit.responses).filter(({ rating }) => rating !== undefined);
  if (rated.length === 0) return [text("There is nothing to moderate: nothing is answered yet.")];
  const waiting = rated.filter((response) => response["to-confirm"] !== undefined).length;
  return [
    text("There is nothing to moderate: none of the answers you chose is whole and applies."),
    ...(waiting === 0
      ? []
      : [text(`${countOf(waiting, "answer waits", "answers wait")} to be confirmed first: wt-audit audit`)]),
  ];
}

/** What a moderator is to judge: the answer, what was read of its evidence, and what was found wrong. */
export function describeAnswer(response: Response, { requirement }: Step, report: Report): readonly Paragraph[] {
  const { rating, reason, note, assessed, evidence = [], actions = [], moderated } = response;
  const who = [assessed?.by, assessed === undefined ? undefined : describeDay(assessed.on)];
  const by = who.filter((part) => part !== undefined).join(", ");
  const gaps = report.gaps.filter((gap) => gap.requirement === requirement.id);
  const found = report.standards.flatMap(({ requirements }) => requirements).find(({ id }) => id === requirement.id);
  const told = gaps.filter(({ kind }) => !saidByRating.has(kind));
  return [
    ...(rating === undefined ? [] : [text(`Self rating: ${ratingInfo[rating]}${by === "" ? "" : ` (${by})`}`)]),
    ...(rating === "not-applicable" && reason !== undefined ? [item(`Reason: ${reason}`)] : []),
    ...(note === undefined || note === "" ? [] : [item(`Note: ${note}`)]),
    ...evidence.map((cited, index) =>
      item(`Evidence: ${describeEvidence(cited)}. ${describeReading(found?.evidence[index], told)}`),
    ),
    ...(evidence.length === 0 ? [item("No evidence is cited.")] : []),
    ...actions.filter(isOpen).map((action) => item(describeAction(action))),
    ...told.map(({ message }): Paragraph => ({ kind: "warning", text: message })),
    ...(moderated === undefined ? [] : describeBefore(moderated, response)),
  ];
}

/** Gaps that say no more than the ratings, which are shown. */
const saidByRating: ReadonlySet<GapKind> = new Set(["not-met", "partly-met", "moderated-lower", "no-evidence"]);

/** What was read of a piece of evidence; its problems are told apart. */
function describeReading(evidence: ReportEvidence | undefined, told: readonly Gap[]): string {
  if (evidence === undefined) return "It was not looked at.";
  const { problems, path, location, read } = evidence;
  if (problems.length > 0) {
    const isTold = told.some(({ about }) => about !== null && about === (path ?? location));
    return isTold
      ? "Something speaks against it; see below."
      : `${problems.map((kind) => gapInfo[kind].title).join(", ")}.`;
  }
  if (path === null) return "It is not a file here: ask to see it.";
  return read ? "It was read, and nothing speaks against it." : "It is there; its text could not be read.";
}

function describeBefore(moderated: Moderated, { assessed }: Response): readonly Paragraph[] {
  const { rating, reason, by, on } = moderated;
  const who = [by, describeDay(on)].filter((part) => part !== undefined).join(", ");
  const isOlder = assessed !== undefined && assessed.on > on;
  return [
    text(`Moderated before: ${ratingInfo[rating]} (${who})${reason === undefined ? "" : `: ${reason}`}`),
    ...(isOlder ? [{ kind: "quiet", text: "It was answered again after that." } as const] : []),
  ];
}

/** The last words when all answers were shown. */
export function describeModerationEnd(
  { progress }: Plan,
  counts: Readonly<Record<Difference, number>>,
  skipped: number,
  resume: string,
): readonly Paragraph[] {
  const { answered, total } = progress;
  const left = `You left ${skipped} for later. To come back to ${skipped === 1 ? "it" : "them"}: ${resume}`;
  const differences = describeCountedDifferences(counts);
  return [
    { kind: "heading", text: skipped === 0 ? "That was the last answer" : "You have been through them all" },
    text(`${answered} of ${countOf(total, "answer is", "answers are")} moderated, and everything is saved.`),
    ...(differences === "" ? [] : [text(`Beside the self ratings: ${differences}.`)]),
    ...(skipped === 0 ? [] : [text(left)]),
    { kind: "quiet", text: "The report shows both ratings side by side: wt-audit report" },
  ];
}

function text(words: string): Paragraph {
  return { kind: "text", text: words };
}

function item(words: string): Paragraph {
  return { kind: "item", text: words };
}
