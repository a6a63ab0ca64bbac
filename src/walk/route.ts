import type { Plan, Step } from "../engine/plan.js";

/** Where the walk has been in this run. Requirements by id. */
export interface Route {
  /** The requirement asked last; null before the first. */
  readonly at: string | null;
  /** Asked, in this run, whatever came of it. */
  readonly visited: ReadonlySet<string>;
  /** Answered or confirmed in this run. */
  readonly done: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
}

export const startOfRoute: Route = { at: null, visited: new Set(), done: new Set(), skipped: new Set() };

/** What is left to ask in this run. */
export function leftToAsk(plan: Plan, route: Route): readonly Step[] {
  return plan.remaining.filter(
    ({ requirement }) => !route.done.has(requirement.id) && !route.skipped.has(requirement.id),
  );
}

/** The next to ask: the first left after where we are, else the first left; null when nothing is. */
export function nextStep(plan: Plan, route: Route): Step | null {
  const left = leftToAsk(plan, route);
  const position = positionOf(plan, route);
  return left.find((step) => step.position > position) ?? left[0] ?? null;
}

/** The one before where we are that was answered or asked; null when there is none. */
export function previousStep(plan: Plan, route: Route): Step | null {
  const position = positionOf(plan, route);
  return (
    plan.steps.findLast(
      (step) => step.position < position && (step.answered || route.visited.has(step.requirement.id)),
    ) ?? null
  );
}

/** Where a jump to the standard lands: its first unanswered requirement, else its first. */
export function firstOfStandard(plan: Plan, standard: string): Step | null {
  const steps = plan.steps.filter((step) => step.standard.id === standard);
  return steps.find((step) => !step.answered) ?? steps[0] ?? null;
}

export function visit(route: Route, requirement: string): Route {
  return { ...route, at: requirement, visited: new Set([...route.visited, requirement]) };
}

export function finish(route: Route, requirement: string): Route {
  return { ...route, done: new Set([...route.done, requirement]), skipped: without(route.skipped, [requirement]) };
}

export function skip(route: Route, requirement: string): Route {
  return { ...route, skipped: new Set([...route.skipped, requirement]) };
}

/** A jump to a standard brings back what was skipped in it. */
export function unskip(route: Route, requirements: readonly string[]): Route {
  return { ...route, skipped: without(route.skipped, requirements) };
}

function positionOf(plan: Plan, route: Route): number {
  return plan.steps.find((step) => step.requirement.id === route.at)?.position ?? 0;
}

function without(ids: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...ids].filter((id) => !gone.includes(id)));
}
