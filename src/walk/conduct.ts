import { type Plan, plan, type Step } from "../engine/plan.js";
import { countOf } from "../reporters/wording.js";
import type { Assessor } from "./answer.js";
import { askFacts, changeFacts } from "./ask-facts.js";
import { askAssessor, askOrganisation } from "./ask-organisation.js";
import { askRequirement } from "./ask-requirement.js";
import { describeScope } from "./fact-text.js";
import { type Ledger, openLedger } from "./ledger.js";
import { describeEnd, describeNothingToAsk, describeOpening } from "./opening.js";
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

/**
 * The whole conversation, planned anew after every answer; starting and resuming are the same call.
 * Rejects with Interrupted when the person stops with Ctrl-C: what was answered until then is saved.
 */
export async function conduct(walk: Walk, prompter: Prompter): Promise<WalkEnd> {
  const ledger = openLedger(walk);
  const resume = walk.resume ?? "wt-audit audit";
  const replan = () => plan(walk.checklist, walk.profile, ledger.current(), walk.selection);
  prompter.show(describeOpening(walk.checklist, ledger.current(), replan(), prompter.manual));
  await askOrganisation(ledger, prompter);
  if (replan().facts.length === 0 && replan().remaining.length === 0) {
    prompter.show(describeNothingToAsk(replan(), resume));
    return { kind: "finished", skipped: [] };
  }
  const role = await askAssessor(walk.assessor, ledger, prompter);
  if (replan().facts.length > 0) {
    if ((await askFacts(walk, ledger, prompter)) === "stop") return { kind: "stopped" };
    prompter.show(describeScope(replan(), walk.profile, ledger.current()));
  }
  if (replan().remaining.length === 0) {
    prompter.show(describeNothingToAsk(replan(), resume));
    return { kind: "finished", skipped: [] };
  }
  return askRequirements({ walk, ledger, prompter, replan, assessor: { role, today: walk.today } });
}

interface Run {
  readonly walk: Walk;
  readonly ledger: Ledger;
  readonly prompter: Prompter;
  readonly replan: () => Plan;
  readonly assessor: Assessor;
}

async function askRequirements(run: Run): Promise<WalkEnd> {
  const { ledger, prompter, replan, assessor } = run;
  let route = startOfRoute;
  let chosen: Step | null = null;
  for (;;) {
    const before: Plan = replan();
    const step: Step | null = chosen ?? nextStep(before, route);
    if (step === null) break;
    const id: string = step.requirement.id;
    route = visit(route, id);
    const canGoBack = previousStep(before, route) !== null;
    const { evidence: desk, scales = [] } = run.walk;
    const table = { step, assessor, desk, scales, ledger, prompter };
    const outcome = await askRequirement(table, before, run.walk.checklist, canGoBack);
    chosen = null;
    if (outcome === "stop") return { kind: "stopped" };
    if (outcome === "answered") route = finish(route, id);
    if (outcome === "skip") route = skip(route, id);
    if (outcome === "back") chosen = previousStep(replan(), route);
    if (outcome === "jump") {
      const landed = await jump(run, route);
      if (landed === "stop") return { kind: "stopped" };
      route = landed.route;
      chosen = landed.step ?? stepOf(replan(), id);
    }
  }
  const after = replan();
  const unanswered = after.steps.filter((step) => route.skipped.has(step.requirement.id) && !step.answered);
  prompter.show(describeEnd(after, unanswered.length, run.walk.resume ?? "wt-audit audit"));
  return { kind: "finished", skipped: unanswered.map((step) => step.requirement.id) };
}

function stepOf(now: Plan, requirement: string): Step | null {
  return now.steps.find((step) => step.requirement.id === requirement) ?? null;
}

type Destination = { readonly standard: string } | "facts" | "return";

/** Where the person wants to go on; a null step returns to the question they came from. */
async function jump(run: Run, route: Route): Promise<{ readonly step: Step | null; readonly route: Route } | "stop"> {
  const { walk, ledger, prompter, replan } = run;
  const destination = await prompter.choose<Destination>({
    message: "Where would you like to go?",
    choices: destinations(replan(), route),
  });
  if (destination === "return") return { step: null, route };
  if (destination === "facts") {
    if ((await changeFacts(walk, ledger, prompter)) === "stop") return "stop";
    prompter.show(describeScope(replan(), walk.profile, ledger.current()));
    return { step: null, route };
  }
  const now = replan();
  const inside = now.steps
    .filter((step) => step.standard.id === destination.standard)
    .map((step) => step.requirement.id);
  return { step: firstOfStandard(now, destination.standard), route: unskip(route, inside) };
}

function destinations(now: Plan, route: Route): readonly Choice<Destination>[] {
  const left = new Set(leftToAsk(now, route).map((step) => step.requirement.id));
  const standards = [...new Map(now.steps.map((step) => [step.standard.id, step.standard])).values()];
  return [
    ...standards.map(({ id, title }): Choice<Destination> => {
      const count = now.steps.filter((step) => step.standard.id === id && left.has(step.requirement.id)).length;
      return {
        value: { standard: id },
        title: `${title} (${count === 0 ? "nothing left" : `${countOf(count, "question")} left`})`,
      };
    }),
    { value: "facts", title: "What I said about my organisation", key: "o" },
    { value: "return", title: "Back to the question", key: "b" },
  ];
}
