import type { Action, Response } from "../model/audit.js";

type Answers = readonly (readonly [string, Response])[];

/**
 * The answers with ids of actions that are unique: where one stands twice, the later one gets the next of A1, A2 ...
 * that is not taken. The ids of `others` are left free as well: actions in the archive, which may come back.
 */
export function withUniqueActions(answers: Answers, others: readonly Action[]): Answers {
  const taken = [...answers.flatMap(([, { actions = [] }]) => actions), ...others];
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
