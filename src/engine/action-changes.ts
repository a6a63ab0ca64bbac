import { type Action, type Audit, type Evidence, isOpen, type Response } from "../model/audit.js";
import type { Day } from "../model/day.js";

/** An action where it stands. */
export interface PlacedAction {
  readonly requirement: string;
  readonly response: Response;
  readonly action: Action;
}

/** The actions of the answers, in their order; what is archived is closed for good. */
export function placedActions(audit: Audit): readonly PlacedAction[] {
  return Object.entries(audit.responses).flatMap(([requirement, response]) =>
    (response.actions ?? []).map((action) => ({ requirement, response, action })),
  );
}

/** The ids of the actions that are still to be done. */
export function openIds(audit: Audit): readonly string[] {
  return placedActions(audit).flatMap(({ action }) => (isOpen(action) ? [action.id] : []));
}

/** The action done on that day, with what shows it beside what was cited before. */
export function completeAction(action: Action, on: Day, shown: readonly Evidence[]): Action {
  const evidence = [...(action.evidence ?? []), ...shown];
  return { ...action, status: "done", completed: on, ...(evidence.length === 0 ? {} : { evidence }) };
}

/** The action due on another day; its progress says from when, and why. */
export function moveAction(action: Action, due: Day, today: Day, why: string | null): Action {
  const way = action.due === undefined ? `due ${due}` : `due ${action.due} to ${due}`;
  const line = `${today}: ${way}${why === null ? "" : `: ${why}`}`;
  return { ...action, due, progress: [...(action.progress ?? []), line] };
}
