import { ExitCode, UserError } from "../errors.js";
import { didYouMean } from "../files/suggest.js";
import type { Host } from "../host.js";
import { type Action, responseTo } from "../model/audit.js";
import { requirementsOf } from "../model/checklist.js";
import { type Day, describeDay } from "../model/day.js";
import { nextActionId, withAction } from "../walk/answer.js";
import type { AuditRecord } from "./audit-record.js";
import { type ChangedPlan, type ChangeOptions, openPlan, refusePast, textOf } from "./change-action.js";
import { tellingSignOff } from "./telling-sign-off.js";

export interface AddOptions extends ChangeOptions {
  readonly requirement: string;
  readonly what: string;
  readonly owner?: string;
  readonly due?: Day;
  readonly priority?: "high" | "medium" | "low";
  readonly measure?: string;
}

/** Takes on an action for a requirement. */
export async function addAction(options: AddOptions, host: Host): Promise<ExitCode> {
  const plan = await openPlan(options, host);
  return tellingSignOff(plan.record, { ...options, file: plan.file }, host, () => add(options, plan, host));
}

async function add(options: AddOptions, { record, file, today }: ChangedPlan, host: Host): Promise<ExitCode> {
  checkRequirement(options.requirement, record);
  if (options.due !== undefined) refusePast(options.due, today);
  const action = actionOf(options, nextActionId(record.audit()));
  const response = responseTo(record.audit(), options.requirement) ?? {};
  const change = {
    kind: "response",
    requirement: options.requirement,
    response: withAction(response, action),
  } as const;
  await record.record([change]);
  if (options.quiet === true) return ExitCode.passed;
  const { due, owner } = action;
  const lines = [
    `Action ${action.id} is in ${file}, for ${options.requirement}${due === undefined ? "" : `, due ${describeDay(due)}`}.`,
    ...(due === undefined ? [`No day is set: wt-audit actions move ${action.id} --due DAY.`] : []),
    ...(owner === undefined ? ["Nobody is named to do it, which the report shows as a gap."] : []),
    ...(response.rating === "met"
      ? [
          "It is rated met, though something is still to be done: the report shows that as a gap until the action is closed.",
        ]
      : []),
  ];
  await host.stderr.write(`${lines.join("\n")}\n`);
  return ExitCode.passed;
}

function checkRequirement(id: string, { checklist }: AuditRecord): void {
  const known = requirementsOf(checklist).map((requirement) => requirement.id);
  if (known.includes(id)) return;
  const hint = didYouMean(id, known, `They are listed by: wt-audit checklist show ${checklist.id}`);
  throw new UserError(`${checklist.id} has no requirement "${id}"`, [], hint);
}

function actionOf({ what, owner, due, priority, measure }: AddOptions, id: string): Action {
  return {
    id,
    what: textOf("--what", what),
    ...(owner === undefined ? {} : { owner: textOf("--owner", owner) }),
    ...(due === undefined ? {} : { due }),
    status: "open",
    ...(priority === undefined ? {} : { priority }),
    ...(measure === undefined ? {} : { measure: textOf("--measure", measure) }),
  };
}
