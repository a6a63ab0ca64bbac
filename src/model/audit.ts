import type {
  Action,
  Audit,
  Evidence,
  Facts,
  FactValue,
  Moderated,
  Rating,
  Response,
  SignOff,
} from "../schema/audit.gen.js";

export type { Action, Audit, Evidence, Facts, FactValue, Moderated, Rating, Response, SignOff };

/** The ratings in the order in which they are offered, and their plain names. */
export const ratingInfo = {
  met: "Met",
  "partly-met": "Partly met",
  "not-met": "Not met",
  "not-applicable": "Not applicable",
} satisfies Record<Rating, string>;

/** The response to the requirement, as the audit holds it; undefined: none. Ids are data, `__proto__` too. */
export function responseTo({ responses }: Pick<Audit, "responses">, requirement: string): Response | undefined {
  return Object.hasOwn(responses, requirement) ? responses[requirement] : undefined;
}

/** Whether work on the action is still to be done. */
export function isOpen(action: Pick<Action, "status">): boolean {
  return action.status === "open" || action.status === "in-progress";
}

/** Why an answer that was begun is asked again. */
export const unfinished = "The answer was begun and not finished.";

/** Whether the answer was begun and not finished; each reason why it waits is a line. */
export function isUnfinished({ "to-confirm": why }: Response): boolean {
  return why !== undefined && why.split("\n").includes(unfinished);
}

/** How the line begins by which an answer waits that a moderator rated lower in the audit before. */
export const moderatedLower = "It was moderated lower";

/** Whether a moderator of the audit before rated the answer lower than it stands here. */
export function wasModeratedLower({ "to-confirm": why }: Response): boolean {
  return why !== undefined && why.split("\n").some((line) => line.startsWith(moderatedLower));
}
