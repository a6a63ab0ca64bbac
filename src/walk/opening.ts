import type { Plan } from "../engine/plan.js";
import type { Audit } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import { countOf } from "../reporters/wording.js";
import type { Paragraph } from "./prompter.js";

/** The first screen: what this is, what it is not for, and how to move about. */
export function describeOpening(
  checklist: Checklist,
  audit: Audit,
  plan: Plan,
  manual: readonly string[],
): readonly Paragraph[] {
  const notice: readonly Paragraph[] = checklist.notice === null ? [] : [{ kind: "warning", text: checklist.notice }];
  const { answered, total } = plan.progress;
  const resumed: readonly Paragraph[] =
    answered === 0 ? [] : [{ kind: "text", text: `Welcome back. ${answered} of ${total} questions are answered.` }];
  const name = audit.organisation.name.trim();
  return [
    { kind: "heading", text: name === "" ? "Safeguarding self-audit" : `Safeguarding self-audit: ${name}` },
    {
      kind: "text",
      text: `Checklist: ${[checklist.title, ...checklist.overlays.map(({ title }) => title)].join("; ")}`,
    },
    ...notice,
    { kind: "warning", text: checklist.safetyNotice },
    { kind: "warning", text: "Never type a child's name, here or in any answer." },
    ...resumed,
    { kind: "text", text: "How this works:" },
    { kind: "item", text: "Every answer is saved as you give it. You can stop at any time and go on another day." },
    ...manual.map((text): Paragraph => ({ kind: "item", text })),
    { kind: "item", text: "There is no score to win. A gap found today can be mended." },
  ];
}

/** Why there is nothing to ask. */
export function describeNothingToAsk(plan: Plan, resume: string): readonly Paragraph[] {
  if (plan.progress.total === 0) {
    return [{ kind: "text", text: "There is nothing to ask: no question of this checklist applies to you." }];
  }
  if (plan.steps.length === 0) {
    return [
      {
        kind: "text",
        text: "There is nothing to ask: the questions you chose do not apply to you. The report says why.",
      },
    ];
  }
  return [
    { kind: "text", text: `There is nothing left to ask: ${describeAnswered(plan.steps.length)}.` },
    { kind: "quiet", text: `To go over answers again: ${resume} --redo` },
  ];
}

function describeAnswered(count: number): string {
  return count === 1 ? "the question is answered" : `all ${count} questions are answered`;
}

/** The last words when everything was asked. */
export function describeEnd(plan: Plan, skipped: number, resume: string): readonly Paragraph[] {
  const { answered, total } = plan.progress;
  const counts = `${answered} of ${countOf(total, "question is", "questions are")} answered, and everything is saved.`;
  if (skipped === 0)
    return [
      { kind: "heading", text: "That was the last question" },
      { kind: "text", text: counts },
    ];
  return [
    { kind: "heading", text: "You have been through them all" },
    { kind: "text", text: counts },
    {
      kind: "text",
      text: `You left ${skipped} for later. To come back to ${skipped === 1 ? "it" : "them"}: ${resume}`,
    },
  ];
}
