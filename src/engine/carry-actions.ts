import type { Action, Response } from "../model/audit.js";

type Answers = readonly (readonly [string, Response])[];

/**
 * The answers with ids of actions that are unique: where one stands twice, the later one gets the next of A1, A2 ...
 * that is not taken. `archived` are answers whose ids are left free as well, for the day on which they come back.
 */
export function withUniqueActions(answers: Answers, archived: readonly Response[]): Answers {
  const taken = [...answers.map(([, response]) => response), ...archived].flatMap(({ actions = [] }) => actions);
  let last = Math.max(0, ...taken.map(({ id }) => Number(/^A(\d{1,9})$/iu.exec(id)?.[1] ?? 0)));
  const seen = new Set<string>();
  const unique = (action: Action): Action => {
    const id = seen.has(action.id) ? `A${(last += 1)}` : action.id;
    seen.add(id);
    return id === action.id ? action : { ...action, id };
  };
  return answers.map(([id, response]) =>
    response.actions === undefined ? [id, response] : [id, { ...response, actions: response.actions.map(unique) }],
  );
}
