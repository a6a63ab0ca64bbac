import { type Action, type Audit, type Evidence, type Rating, type Response, unfinished } from "../model/audit.js";
import type { Requirement } from "../model/checklist.js";
import type { Day } from "../model/day.js";

/** Who answers, and when. */
export interface Assessor {
  readonly role: string;
  readonly today: Day;
}

/**
 * The response rated anew; all else that was said stays. Not its scores, when it was rated otherwise: each stands for one
 * rating only.
 */
export function rate(before: Response, rating: Rating, requirement: Requirement, assessor: Assessor): Response {
  const { scores, ...rest } = before;
  return {
    ...rest,
    ...(scores === undefined || before.rating !== rating ? {} : { scores }),
    rating,
    assessed: { on: assessor.today, by: assessor.role },
    question: requirement.digest,
  };
}

/** The response waiting to be finished: it is asked again until it is. What was begun is given for this edition. */
export function asUnfinished(response: Response): Response {
  const { "carried-from": _edition, ...rest } = response;
  return { ...rest, "to-confirm": unfinished };
}

/** The response waiting for nothing, and without a reason that its rating does not need. */
export function asFinished(response: Response): Response {
  const { "to-confirm": _confirmed, "carried-from": _edition, reason, ...rest } = response;
  return rest.rating === "not-applicable" && reason !== undefined ? { ...rest, reason } : rest;
}

export function withEvidence(response: Response, evidence: readonly Evidence[]): Response {
  const { evidence: _before, ...rest } = response;
  return evidence.length === 0 ? rest : { ...rest, evidence };
}

/** The response with its score on a scale; null: none. */
export function withScore(response: Response, scale: string, score: string | number | null): Response {
  const { scores: before, ...rest } = response;
  const others = Object.entries(before ?? {}).filter(([id]) => id !== scale);
  const scores = Object.fromEntries(score === null ? others : [...others, [scale, score]]);
  return Object.keys(scores).length === 0 ? rest : { ...rest, scores };
}

export function withNote(response: Response, note: string): Response {
  const { note: _before, ...rest } = response;
  return note === "" ? rest : { ...rest, note };
}

export function withAction(response: Response, action: Action): Response {
  return { ...response, actions: [...(response.actions ?? []), action] };
}

/** The response with the action in place of the one that has its id. */
export function withChangedAction(response: Response, changed: Action): Response {
  return { ...response, actions: (response.actions ?? []).map((one) => (one.id === changed.id ? changed : one)) };
}

/** The next of A1, A2 ... that no action of the audit has or had, and none in `also`. */
export function nextActionId(audit: Audit, also: readonly Action[] = []): string {
  const responses = [...Object.values(audit.responses), ...(audit.archive ?? []).map(({ response }) => response)];
  const archived = (audit["archived-actions"] ?? []).map(({ action }) => action);
  const actions = [...responses.flatMap((response) => response.actions ?? []), ...archived, ...also];
  const numbers = actions.map((action) => Number(/^A(\d{1,9})$/i.exec(action.id)?.[1] ?? 0));
  return `A${Math.max(0, ...numbers) + 1}`;
}
