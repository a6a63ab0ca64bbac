import type { Plan, Step } from "../engine/plan.js";
import { type Moderated, type Rating, ratingInfo, responseTo } from "../model/audit.js";
import type { Requirement } from "../model/checklist.js";
import type { Ledger } from "./ledger.js";
import type { Moderation } from "./moderate.js";
import { describeAnswer } from "./moderate-text.js";
import type { Choice, Prompter } from "./prompter.js";
import { describeHelp, describePassages, describeStep } from "./requirement-text.js";

/** An answer on the table, and all that is needed to moderate it. */
export interface ModerationTable {
  readonly moderation: Moderation;
  readonly ledger: Ledger;
  readonly prompter: Prompter;
  /** The moderator's. */
  readonly role: string;
  readonly step: Step;
  readonly plan: Plan;
  readonly canGoBack: boolean;
}

export type ModerationOutcome = "moderated" | "back" | "skip" | "jump" | "stop";
type Pick = Rating | "agree" | "help" | "back" | "skip" | "jump" | "stop";

/** Shows one answer until it is moderated or left. */
export async function askModeration(table: ModerationTable): Promise<ModerationOutcome> {
  const { moderation, ledger, prompter, step, plan } = table;
  const { requirement } = step;
  const response = responseTo(ledger.current(), requirement.id) ?? {};
  const self = response.rating;
  if (self === undefined) return "skip";
  prompter.show(describeStep(step, plan, moderation.checklist));
  const found = await prompter.wait(moderation.evidence.passages(requirement.id));
  prompter.show([...describeAnswer(response, step, moderation.report), ...describePassages(found)]);
  for (;;) {
    const pick = await prompter.choose<Pick>({
      message: `The self rating is: ${ratingInfo[self]}. Do you agree?`,
      choices: choicesFor(self, table),
      // A stray Enter must never rate anything.
      initial: "help",
    });
    if (pick === "back" || pick === "skip" || pick === "jump" || pick === "stop") return pick;
    if (pick === "help") {
      prompter.show([...describeHelp(requirement), { kind: "heading", text: requirement.question }]);
      continue;
    }
    const rating = pick === "agree" ? self : pick;
    const reason = pick === "agree" ? "" : await askReason(rating, self, response.moderated, prompter);
    if (reason === null) continue;
    const moderated = {
      rating,
      ...(reason === "" ? {} : { reason }),
      on: moderation.age.today,
      by: table.role,
    };
    await ledger.record({ kind: "moderation", requirement: requirement.id, moderated });
    return "moderated";
  }
}

const ratingKeys = { met: "m", "partly-met": "p", "not-met": "n", "not-applicable": "a" } as const;

function choicesFor(self: Rating, { step, canGoBack }: ModerationTable): readonly Choice<Pick>[] {
  const rate = (rating: Rating): Choice<Pick> => ({
    value: rating,
    title: rating === self ? `${ratingInfo[rating]}, and add a remark` : ratingInfo[rating],
    key: ratingKeys[rating],
    help: looksLike(rating, step.requirement),
  });
  return [
    {
      value: "agree",
      title: `Agree: ${ratingInfo[self].toLowerCase()}`,
      key: "y",
      help: looksLike(self, step.requirement),
    },
    rate("met"),
    rate("partly-met"),
    rate("not-met"),
    rate("not-applicable"),
    {
      value: "help",
      title: "Help with this question",
      key: "?",
      help: "Why it is asked, what to look for, what each rating looks like.",
    },
    ...(canGoBack ? [{ value: "back", title: "Back to the answer before", key: "b" } as const] : []),
    { value: "skip", title: step.answered ? "Leave it and go on" : "Skip for now", key: "s" },
    { value: "jump", title: "Jump to another part", key: "j" },
    { value: "stop", title: "Stop here", key: "q", help: "Everything is saved. You can go on another day." },
  ];
}

function looksLike(rating: Rating, { practice: { ratings } }: Requirement): string {
  return {
    met: ratings.met,
    "partly-met": ratings.partlyMet,
    "not-met": ratings.notMet,
    "not-applicable": "It cannot arise in this organisation.",
  }[rating];
}

/** Why it is rated so; empty when nothing is to be said, null when the person goes back. */
function askReason(
  rating: Rating,
  self: Rating,
  before: Moderated | undefined,
  prompter: Prompter,
): Promise<string | null> {
  const initial = before?.rating === rating ? before.reason : undefined;
  const standing = initial === undefined ? {} : { initial };
  if (rating === self)
    return prompter.askText({ message: "What do you want to add? Never name a child.", ...standing });
  return prompter.askText({
    message: `Why "${ratingInfo[rating]}" rather than "${ratingInfo[self]}"? Never name a child.`,
    ...standing,
    check: (text) => (text === "" ? "A reason is needed, so that others can follow it." : null),
  });
}
