import { resolve } from "node:path";
import { openIds, type PlacedAction, placedActions } from "../engine/action-changes.js";
import { UserError } from "../errors.js";
import { diagnose, refusal } from "../files/diagnostics.js";
import { isThere } from "../files/place.js";
import { didYouMean } from "../files/suggest.js";
import type { Host } from "../host.js";
import { type Action, isOpen } from "../model/audit.js";
import { type Day, describeDay } from "../model/day.js";
import { withChangedAction } from "../walk/answer.js";
import { type AuditRecord, openRecord } from "./audit-record.js";
import { findAudits } from "./read-audits.js";

export interface ChangeOptions {
  /** Absent: the config's audit, or audit.yaml. */
  readonly file?: string;
  readonly today?: Day;
  readonly quiet?: boolean;
}

/** The audit whose plan is changed. */
export interface ChangedPlan {
  readonly record: AuditRecord;
  /** As it was named. */
  readonly file: string;
  readonly today: Day;
}

/** Opens the audit whose plan is to be changed. Throws UserError when there is none, or something is wrong with it. */
export async function openPlan(options: ChangeOptions, host: Host): Promise<ChangedPlan> {
  const today = options.today ?? host.today();
  const [named] = await findAudits(options.file === undefined ? [] : [options.file], today, host);
  const { file, host: there } = named ?? { file: "audit.yaml", host };
  if (file === "-")
    throw new UserError(
      "the change is saved in the audit file, and standard input is none",
      [],
      "Name it: --file FILE",
    );
  if (!(await isThere(resolve(there.cwd, file), there.files))) {
    const hint = "Name the audit file with --file; to start one: wt-audit init.";
    throw refusal(file, [diagnose("file-missing", file, null, "There is no such file.", hint)]);
  }
  return { record: await openRecord({ file, today }, there), file, today };
}

/** The open action of that id. Throws UserError for one that there is not, or that is closed. */
export function findOpenAction(id: string, { record, file }: ChangedPlan): PlacedAction {
  const placed = placedActions(record.audit());
  const found = placed.find(({ action }) => action.id === id);
  if (found === undefined) {
    const open = openIds(record.audit());
    const listed = open.length === 0 ? "No action is open." : `Open actions: ${open.slice(0, 20).join(", ")}.`;
    const meant = didYouMean(
      id,
      placed.map(({ action }) => action.id),
      null,
    );
    throw new UserError(`${file} has no action "${id}"`, [], meant === null ? listed : `${meant} ${listed}`);
  }
  const { status, completed } = found.action;
  if (isOpen(found.action)) return found;
  const when = completed === undefined ? "" : ` on ${describeDay(completed)}`;
  throw new UserError(
    `action ${id} is closed: it was ${status === "done" ? "done" : "cancelled"}${when}`,
    [],
    `For something more: wt-audit actions add ${found.requirement} --what TEXT`,
  );
}

/** Saves the audit with the action changed; all else that was said stays. */
export async function saveAction({ requirement, response }: PlacedAction, changed: Action, { record }: ChangedPlan) {
  await record.record([{ kind: "response", requirement, response: withChangedAction(response, changed) }]);
}

/** Throws UserError for a day by which nothing can be done any more. */
export function refusePast(due: Day, today: Day): void {
  if (due < today)
    throw new UserError(`${describeDay(due)} has passed`, [], `Choose ${describeDay(today)} or a later day.`);
}

/** One line of text. Throws UserError when nothing is in it. */
export function textOf(option: string, text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line === "") throw new UserError(`${option} says nothing`, [], "Write it as a sentence, in quotes.");
  return line;
}
