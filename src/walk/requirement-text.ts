import { editionName } from "../model/edition-name.js";
import type { Plan, Step } from "../engine/plan.js";
import { type Action, type Evidence, isUnfinished, ratingInfo, type Response, unfinished } from "../model/audit.js";
import { type Checklist, describeReference, forceInfo, numberInForm, type Requirement } from "../model/checklist.js";
import { describeDay, describeDuration } from "../model/day.js";
import type { FoundPassage } from "../model/evidence.js";
import { capitalise } from "../reporters/wording.js";
import type { Paragraph } from "./prompter.js";

/** A requirement as it is asked. */
export function describeStep(step: Step, plan: Plan, checklist: Checklist): readonly Paragraph[] {
  const { requirement, standard, applicability } = step;
  const reference = describeReference(requirement.overlay?.title ?? checklist.title, requirement.reference);
  const number = numberInForm(requirement.id, checklist);
  const unknown: readonly Paragraph[] =
    applicability.status === "unknown"
      ? [{ kind: "warning", text: `It is not known yet whether this applies to you. ${applicability.reason}` }]
      : [];
  return [
    { kind: "heading", text: `${standard.title} (${step.position} of ${plan.progress.total})` },
    { kind: "text", text: requirement.question },
    {
      kind: "quiet",
      text: `${number === null ? "" : `${number} `}${requirement.title}. From ${describeOrigin(requirement)}: ${reference}.`,
    },
    ...unknown,
  ];
}

/** "statutory guidance, raised to must by local rule". */
function describeOrigin({ force, localForce }: Requirement): string {
  const raised = localForce === null ? "" : `, raised to ${localForce} by local rule`;
  return `${forceInfo[force]}${raised}`;
}

/** Passages that are shown under a question. */
const mostShown = 2;

/** Where the documents state it; where they may, only when nothing states it. */
export function describePassages(passages: readonly FoundPassage[]): readonly Paragraph[] {
  const [best] = passages;
  if (best === undefined) return [];
  const shown = passages.filter(({ result }) => result === best.result).slice(0, mostShown);
  return [
    text(best.result === "states" ? "Found in your documents:" : "May be stated in:"),
    ...shown.map(({ place, excerpt }) => item(`${place}: "${excerpt}"`)),
  ];
}

/** All that helps to rate a requirement. */
export function describeHelp(requirement: Requirement): readonly Paragraph[] {
  const { practice } = requirement;
  const note: readonly Paragraph[] = requirement.note === null ? [] : [{ kind: "quiet", text: requirement.note }];
  const lookFor = practice.lookFor.length === 0 ? [] : [text("What to look for:"), ...practice.lookFor.map(item)];
  return [
    { kind: "heading", text: `Help: ${requirement.title}` },
    text(`What ${requirement.overlay?.title ?? "the guidance"} expects: ${requirement.expectation}`),
    ...requirement.points.map(item),
    ...note,
    text(`Why this is asked: ${practice.why}`),
    ...lookFor,
    text("How to choose:"),
    item(`${ratingInfo.met}: ${practice.ratings.met}`),
    item(`${ratingInfo["partly-met"]}: ${practice.ratings.partlyMet}`),
    item(`${ratingInfo["not-met"]}: ${practice.ratings.notMet}`),
    item(`${ratingInfo["not-applicable"]}: it cannot arise in your organisation. You will be asked why.`),
    ...describeGoodEvidence(requirement),
    {
      kind: "quiet",
      text: `Look at this evidence again every ${describeDuration(practice.review).replace(/^1 /, "")}.`,
    },
  ];
}

export function describeGoodEvidence(requirement: Requirement): readonly Paragraph[] {
  const { evidence } = requirement.practice;
  return evidence.length === 0
    ? []
    : [
        text("What could show it:"),
        ...evidence.map(({ kind, what }) => item(`${capitalise(kind.replaceAll("-", " "))}: ${what}`)),
      ];
}

/** The answer that stands, in words. */
export function describeResponse(response: Response, requirement: Requirement): readonly Paragraph[] {
  const { rating, reason, scores = {}, evidence = [], note, actions = [], moderated } = response;
  const toConfirm = response["to-confirm"];
  if (rating === undefined) return [];
  const because = reason === undefined || rating !== "not-applicable" ? "" : `, because: ${reason}`;
  const given = response["carried-from"];
  const isCarried = given !== undefined && toConfirm !== undefined;
  // That a carried answer was given for other words is why it waits, and is said there.
  const wording: readonly Paragraph[] =
    response.question !== undefined && response.question !== requirement.digest && !isCarried
      ? [{ kind: "warning", text: "The wording of this question has changed since it was answered." }]
      : [];
  const confirm: readonly Paragraph[] =
    toConfirm === undefined || toConfirm === unfinished
      ? []
      : [
          {
            kind: "warning",
            text: `To be confirmed${given === undefined ? "" : `, given for ${editionName(given)}`}: ${toConfirm.replaceAll("\n", " ")}`,
          },
        ];
  return [
    text(`Your answer so far: ${ratingInfo[rating]}${because}${isUnfinished(response) ? " (not finished)" : ""}`),
    ...confirm,
    ...wording,
    ...Object.entries(scores).map(([scale, score]) => item(`Score: ${score} (${scale})`)),
    ...evidence.map((cited) => item(`Evidence: ${describeEvidence(cited)}`)),
    ...(note === undefined ? [] : [item(`Note: ${note}`)]),
    ...actions.map((action) => item(describeAction(action))),
    ...(moderated === undefined ? [] : [item(`Moderated rating: ${ratingInfo[moderated.rating]}`)]),
  ];
}

/** A cited document in a line: "Safeguarding policy, policies/safeguarding.md, reviewed 1 March 2026". */
export function describeEvidence(cited: Evidence): string {
  return [
    cited.title,
    cited.path ?? cited.location,
    cited.reviewed === undefined ? undefined : `reviewed ${describeDay(cited.reviewed)}`,
    cited["review-due"] === undefined ? undefined : `review due ${describeDay(cited["review-due"])}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

export function describeAction({ id, what, owner, due, status }: Action): string {
  const by = due === undefined ? undefined : `by ${describeDay(due)}`;
  return `Action ${id} (${status.replace("-", " ")}): ${[what.replace(/\.$/u, ""), owner, by].filter((part) => part !== undefined).join("; ")}`;
}

function text(words: string): Paragraph {
  return { kind: "text", text: words };
}

function item(words: string): Paragraph {
  return { kind: "item", text: words };
}
