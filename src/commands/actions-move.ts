import { moveAction } from "../engine/action-changes.js";
import { ExitCode, UserError } from "../errors.js";
import type { Host } from "../host.js";
import { type Day, describeDay } from "../model/day.js";
import {
  type ChangedPlan,
  type ChangeOptions,
  findOpenAction,
  openPlan,
  refusePast,
  saveAction,
  textOf,
} from "./change-action.js";
import { tellingSignOff } from "./telling-sign-off.js";

export interface MoveOptions extends ChangeOptions {
  readonly id: string;
  readonly due: Day;
  readonly why?: string;
}

/** Sets another day by which an action is to be done, and keeps in the audit when that was decided and why. */
export async function postponeAction(options: MoveOptions, host: Host): Promise<ExitCode> {
  const plan = await openPlan(options, host);
  return tellingSignOff(plan.record, { ...options, file: plan.file }, host, () => postpone(options, plan, host));
}

async function postpone({ id, due, why, ...options }: MoveOptions, plan: ChangedPlan, host: Host): Promise<ExitCode> {
  const placed = findOpenAction(id, plan);
  refusePast(due, plan.today);
  const { due: before } = placed.action;
  if (before === due) throw new UserError(`action ${id} is due on ${describeDay(due)} already`);
  const reason = why === undefined ? null : textOf("--why", why);
  await saveAction(placed, moveAction(placed.action, due, plan.today, reason), plan);
  const from = before === undefined ? "" : ` instead of ${describeDay(before)}`;
  if (options.quiet !== true)
    await host.stderr.write(`Action ${id} is due on ${describeDay(due)}${from}. Saved in ${plan.file}.\n`);
  return ExitCode.passed;
}
