import { createHash } from "node:crypto";
import { type ActionFilter, listActions, type PlannedAudit } from "../engine/actions.js";
import { planCalendar } from "../engine/calendar.js";
import { ExitCode, UserError } from "../errors.js";
import { didYouMean } from "../files/suggest.js";
import type { Host } from "../host.js";
import { type Force, requirementsOf } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import { actionFormats, renderActions } from "../reporters/actions.js";
import { summariseActions } from "../reporters/actions-wording.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";
import { withoutProgress } from "./progress.js";
import { findAudits, readAudits } from "./read-audits.js";

export interface ActionsOptions extends OutputOptions {
  /** None: the config's audit, or audit.yaml. */
  readonly files: readonly string[];
  /** An ISO 8601 duration. */
  readonly due?: string;
  readonly overdue?: boolean;
  readonly owner?: string;
  readonly requirement?: readonly string[];
  readonly force?: readonly Force[];
  readonly all?: boolean;
  readonly today?: Day;
}

/** The action plans of audits. Fails, for a schedule to act on, when it is asked for what is due and there is some. */
export async function actions(options: ActionsOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, actionFormats);
  const today = options.today ?? host.today();
  const named = await findAudits(options.files, today, host);
  const audits = await readAudits(named, withoutProgress(options, host));
  checkRequirements(options.requirement ?? [], audits);
  const filter = filterOf(options);
  const list = listActions(audits, filter, today);
  const plan = { list, filter, calendar: planCalendar(audits, filter, today, digest) };
  const inputs = audits.flatMap((audit) => audit.inputs);
  await writeWanted(wanted, (format, render) => renderActions(format, plan, render), { ...options, inputs }, host);
  if (options.quiet !== true && !wanted.some(({ format }) => format === "terminal"))
    await host.stderr.write(`${summariseActions(plan)}\n`);
  const isAsked = filter.due !== null || filter.overdue;
  return isAsked && list.actions.length > 0 ? ExitCode.gaps : ExitCode.passed;
}

function filterOf({ due, overdue, owner, requirement, force, all }: ActionsOptions): ActionFilter {
  return {
    due: due ?? null,
    overdue: overdue ?? false,
    owner: owner ?? null,
    requirements: requirement ?? null,
    forces: force ?? null,
    all: all ?? false,
  };
}

/** A requirement that no audit knows is a slip: an empty list would hide it. */
function checkRequirements(ids: readonly string[], audits: readonly PlannedAudit[]): void {
  const known = [...new Set(audits.flatMap(({ checklist }) => requirementsOf(checklist).map(({ id }) => id)))];
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const hint = didYouMean(unknown, known, "They are listed by: wt-audit checklist show ID");
  throw new UserError(`no checklist of these audits has a requirement "${unknown}"`, [], hint);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
