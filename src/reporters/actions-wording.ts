import { type ActionFilter, lastDay } from "../engine/actions.js";
import type { Calendar } from "../engine/calendar.js";
import { isOpen } from "../model/audit.js";
import { describeDay } from "../model/day.js";
import { gapInfo } from "../model/gap.js";
import type { ActionList, ListedAction } from "../schema/actions.gen.js";
import { actionStatusInfo, capitalise, describeForces } from "./wording.js";

/** Action plans, what was asked for, and what of it falls due. */
export interface ActionPlan {
  readonly list: ActionList;
  readonly filter: ActionFilter;
  readonly calendar: Calendar;
}

/** Actions of one kind, in the order in which they press. */
export interface ActionGroup {
  readonly title: string;
  readonly isOverdue: boolean;
  readonly actions: readonly ListedAction[];
}

const groups = [
  { title: "Overdue", isOverdue: true, holds: ({ overdue }) => overdue },
  { title: "Due", isOverdue: false, holds: (action) => isOpen(action) && !action.overdue && action.due !== null },
  { title: "Without a day", isOverdue: false, holds: (action) => isOpen(action) && action.due === null },
  { title: "Closed", isOverdue: false, holds: (action) => !isOpen(action) },
] as const satisfies readonly (Omit<ActionGroup, "actions"> & { readonly holds: (action: ListedAction) => boolean })[];

/** Overdue first, closed last; no group is empty. */
export function groupActions({ actions }: ActionList): readonly ActionGroup[] {
  return groups
    .map(({ title, isOverdue, holds }) => ({ title, isOverdue, actions: actions.filter(holds) }))
    .filter((group) => group.actions.length > 0);
}

/** "3 actions are due by 22 December 2026, 1 of them overdue." */
export function summariseActions({ list: { actions, today }, filter }: Omit<ActionPlan, "calendar">): string {
  const such = filter.owner === null && filter.requirements === null && filter.forces === null ? "" : "such ";
  const what = describeSought(filter, today);
  if (actions.length === 0) return `No ${such}action is ${what}.`;
  const overdue = actions.filter((action) => action.overdue).length;
  const some = actions.length === 1 ? ", and it is overdue" : `, ${overdue} of them overdue`;
  const late = overdue === 0 || filter.overdue ? "" : some;
  return `${actions.length} ${such}${actions.length === 1 ? "action is" : "actions are"} ${what}${late}.`;
}

function describeSought(filter: ActionFilter, today: string): string {
  const last = lastDay(filter, today);
  if (filter.overdue) return "overdue";
  if (last !== null) return `due by ${describeDay(last)}`;
  return filter.all ? "planned, open or closed" : "open";
}

/** "OVERDUE since 31 October 2026", "due 31 January 2027", "done on 3 March 2026". */
export function describeWhen({ due, overdue, status, completed }: ListedAction): string {
  if (!isOpen({ status }))
    return `${actionStatusInfo[status]}${completed === null ? "" : ` on ${describeDay(completed)}`}`;
  if (due === null) return "no day is set";
  return `${overdue ? "OVERDUE since" : "due"} ${describeDay(due)}`;
}

/** "Board lead (board-lead), should (statutory guidance)". */
export function describeRequirement(action: ListedAction): string {
  const forces = describeForces(action);
  return `${action.title} (${action.requirement}), ${forces.slice(0, 1).toLowerCase()}${forces.slice(1)}`;
}

/** What is wrong with the action and is not said by its day; empty: nothing. */
export function describeProblems({ gaps }: ListedAction): readonly string[] {
  return Object.entries(gapInfo).flatMap(([kind, { title }]) =>
    kind !== "action-overdue" && gaps.includes(kind) ? [title] : [],
  );
}

/** "Chair", or that there is none. */
export function describeOwner({ owner }: ListedAction): string {
  return owner ?? "nobody is named";
}

/** "Riverside Youth Project (audit.yaml)". */
export function describeAudit({ organisation, audit }: ListedAction): string {
  return `${organisation} (${audit})`;
}

/** Whether the actions are of several audits, so that each must say of which. */
export function isOfSeveral({ actions }: ActionList): boolean {
  return actions.some(({ audit }) => audit !== actions[0]?.audit);
}

/** "In progress", "Open". */
export function describeStatus({ status }: ListedAction): string {
  return capitalise(actionStatusInfo[status]);
}
