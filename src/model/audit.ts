import type { Action, Audit, Evidence, Facts, FactValue, Rating, Response } from "../schema/audit.gen.js";

export type { Action, Audit, Evidence, Facts, FactValue, Rating, Response };

/** The ratings in the order in which they are offered, and their plain names. */
export const ratingInfo = {
  met: "Met",
  "partly-met": "Partly met",
  "not-met": "Not met",
  "not-applicable": "Not applicable",
} satisfies Record<Rating, string>;

/** Whether work on the action is still to be done. */
export function isOpen(action: Pick<Action, "status">): boolean {
  return action.status === "open" || action.status === "in-progress";
}
