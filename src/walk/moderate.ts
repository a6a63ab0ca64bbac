import { differenceOf, type ModerationAge, type ModerationSelection, planModeration } from "../engine/moderation.js";
import type { Plan, Step } from "../engine/plan.js";
import { type Audit, responseTo } from "../model/audit.js";
import type { Report } from "../model/report.js";
import { countOf } from "../reporters/wording.js";
import { type Ledger, openLedger } from "./ledger.js";
import { askModeration } from "./moderate-answer.js";
import { askModerator } from "./moderate-role.js";
import { describeModerationEnd, describeModerationOpening, describeNothingToModerate } from "./moderate-text.js";
import type { Choice, Prompter } from "./prompter.js";
import {
  finish,
  firstOfStandard,
  leftToAsk,
  nextStep,
  previousStep,
  type Route,
  skip,
  startOfRoute,
  unskip,
  visit,
} from "./route.js";
import type { Walk, WalkEnd } from "./walk.js";

/** What a moderator goes through, and what that needs of the world. */
export interface Moderation extends Pick<Walk, "checklist" | "profile" | "audit" | "evidence" | "record"> {
  readonly selection: ModerationSelection;
  readonly age: ModerationAge;
  /** What was found about the answers, today. */
  readonly report: Report;
  /** What to type to come back to it. */
  readonly resume: string;
}

/** What is to be moderated of the audit as it stands. */
export function planOf({ checklist, profile, selection, age }: Moderation, audit: Audit): Plan {
  return planModeration(checklist, profile, audit, selection, age);
}

/**
 * A second person goes through the ratings, planned anew after every one; starting and resuming are the same call.
 * Rejects with Interrupted when the person stops with Ctrl-C: what was moderated until then is saved.
 */
export async function conductModeration(moderation: Moderation, prompter: Prompter): Promise<WalkEnd> {
  const ledger = openLedger(moderation);
  const before = planOf(moderation, ledger.current());
  if (before.remaining.length === 0) {
    prompter.show(describeNothingToModerate(before, ledger.current(), moderation.resume));
    return { kind: "finished", skipped: [] };
  }
  prompter.show(describeModerationOpening(ledger.current(), moderation.checklist, before, prompter.manual));
  const role = await askModerator(ledger.current(), prompter);
  return role === null ? { kind: "stopped" } : goThrough({ moderation, ledger, prompter, role });
}

interface Run {
  readonly moderation: Moderation;
  readonly ledger: Ledger;
  readonly prompter: Prompter;
  readonly role: string;
}

async function goThrough(run: Run): Promise<WalkEnd> {
  const { moderation, ledger, prompter } = run;
  const replan = () => planOf(moderation, ledger.current());
  let route = startOfRoute;
  let chosen: Step | null = null;
  for (;;) {
    const before: Plan = replan();
    const step: Step | null = chosen ?? nextStep(before, route);
    if (step === null) break;
    const id: string = step.requirement.id;
    route = visit(route, id);
    const canGoBack = previousStep(before, route) !== null;
    const outcome = await askModeration({ ...run, step, plan: before, canGoBack });
    chosen = null;
    if (outcome === "stop") return { kind: "stopped" };
    if (outcome === "moderated") route = finish(route, id);
    if (outcome === "skip") route = skip(route, id);
    if (outcome === "back") chosen = previousStep(replan(), route);
    if (outcome === "jump") {
      const landed = await jump(replan(), route, prompter);
      route = landed.route;
      chosen = landed.step ?? step;
    }
  }
  const after = replan();
  const left = after.steps.filter((step) => route.skipped.has(step.requirement.id) && !step.answered);
  prompter.show(
    describeModerationEnd(after, countDifferences(after, ledger.current()), left.length, moderation.resume),
  );
  return { kind: "finished", skipped: left.map((step) => step.requirement.id) };
}

/** How the moderated ratings stand to the self ratings, of all that are moderated. */
function countDifferences(plan: Plan, audit: Audit) {
  const counts = { agreed: 0, lower: 0, higher: 0, different: 0 };
  for (const { requirement, answered } of plan.steps) {
    const { rating, moderated } = responseTo(audit, requirement.id) ?? {};
    if (answered && rating !== undefined && moderated !== undefined)
      counts[differenceOf(rating, moderated.rating)] += 1;
  }
  return counts;
}

/** Where the person wants to go on; a null step returns to the question they came from. */
async function jump(now: Plan, route: Route, prompter: Prompter): Promise<{ step: Step | null; route: Route }> {
  const left = new Set(leftToAsk(now, route).map((step) => step.requirement.id));
  const standards = [...new Map(now.steps.map(({ standard }) => [standard.id, standard])).values()];
  const inside = (id: string) => now.steps.filter(({ standard }) => standard.id === id);
  const destination = await prompter.choose<string | null>({
    message: "Where would you like to go?",
    choices: [
      ...standards.map(({ id, title }): Choice<string> => {
        const count = inside(id).filter(({ requirement }) => left.has(requirement.id)).length;
        return { value: id, title: `${title} (${count === 0 ? "nothing left" : `${countOf(count, "answer")} left`})` };
      }),
      { value: null, title: "Back to the question", key: "b" },
    ],
  });
  if (destination === null) return { step: null, route };
  const back = inside(destination).map(({ requirement }) => requirement.id);
  return { step: firstOfStandard(now, destination), route: unskip(route, back) };
}
