import { type Action, isOpen, responseTo } from "../model/audit.js";
import type { Day } from "../model/day.js";
import type { ComparedAction } from "../schema/comparison.gen.js";
import type { Followed, Judged } from "./compared.js";

interface Placed {
  readonly requirement: string;
  readonly action: Action;
}

/** Marked done since: in the newest audit or its archive, and not done in the older one. In the newest's order. */
export function doneActions(before: Followed, after: Judged): readonly ComparedAction[] {
  const newIds = (id: string): readonly string[] => before.way.newerOf.get(id) ?? [id];
  const known = new Set(
    actionsIn(before)
      .filter(isDone)
      .flatMap((placed) => [placed.requirement, ...newIds(placed.requirement)].map((id) => keyOf(placed, id))),
  );
  const done = actionsIn(after).filter(isDone);
  const fresh = done.filter(
    (placed) => ![placed.requirement, ...newIds(placed.requirement)].some((id) => known.has(keyOf(placed, id))),
  );
  return fresh.map(toldOf);
}

/** Still to be done, and their day has passed. */
export function lateActions(after: Judged, today: Day): readonly ComparedAction[] {
  return answeredActions(after)
    .filter(({ action }) => isOpen(action) && action.due !== undefined && action.due < today)
    .map(toldOf);
}

function isDone({ action }: Placed): boolean {
  return action.status === "done";
}

function keyOf({ action }: Placed, requirement: string): string {
  return JSON.stringify([requirement, action.id]);
}

function actionsIn(judged: Judged): readonly Placed[] {
  return [...answeredActions(judged), ...(judged.audit["archived-actions"] ?? [])];
}

/** In checklist order. */
function answeredActions({ audit, requirements }: Judged): readonly Placed[] {
  return [...requirements.keys()].flatMap((requirement) => {
    const actions = responseTo(audit, requirement)?.actions ?? [];
    return actions.map((action) => ({ requirement, action }));
  });
}

function toldOf({ requirement, action }: Placed): ComparedAction {
  const { id, what, owner = null, due = null, completed = null } = action;
  return { requirement, id, what, owner, due, completed };
}
