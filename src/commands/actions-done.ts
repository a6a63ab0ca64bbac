import { dirname, resolve } from "node:path";
import { completeAction } from "../engine/action-changes.js";
import { ExitCode, UserError } from "../errors.js";
import { createEvidenceDesk } from "../evidence/desk.js";
import { openLibrary } from "../evidence/facts-reader.js";
import { checkEvidencePath } from "../files/evidence-path.js";
import type { Host } from "../host.js";
import type { Evidence } from "../model/audit.js";
import { type Day, describeDay } from "../model/day.js";
import type { EvidenceCheck, EvidenceDesk } from "../model/evidence.js";
import { titleFromPath } from "../walk/cite.js";
import { type ChangedPlan, type ChangeOptions, findOpenAction, openPlan, saveAction, textOf } from "./change-action.js";
import { tellingSignOff } from "./telling-sign-off.js";

export interface DoneOptions extends ChangeOptions {
  readonly id: string;
  /** Paths of documents, from the folder of the audit or the current one. */
  readonly evidence?: readonly string[];
  /** Where the evidence is, when it is no file. */
  readonly location?: string;
  readonly on?: Day;
}

/** Closes an action, with what shows that it was done. */
export async function closeAction(options: DoneOptions, host: Host): Promise<ExitCode> {
  const plan = await openPlan(options, host);
  return tellingSignOff(plan.record, { ...options, file: plan.file }, host, () => close(options, plan, host));
}

async function close({ id, on, ...options }: DoneOptions, plan: ChangedPlan, host: Host): Promise<ExitCode> {
  const placed = findOpenAction(id, plan);
  const day = on ?? plan.today;
  if (day > plan.today)
    throw new UserError(`${describeDay(day)} is still to come`, [], "Give the day on which it was done with --on.");
  const location = options.location === undefined ? null : textOf("--location", options.location);
  const documents = await lookAt(options.evidence ?? [], plan, host);
  const cited = [...documents.map(cite), ...(location === null ? [] : [{ title: location, location }])];
  const done = completeAction(placed.action, day, cited);
  await saveAction(placed, done, plan);
  const lines = [
    `Action ${id} was done on ${describeDay(day)}. Saved in ${plan.file}.`,
    ...documents.flatMap(({ path, warnings }) => warnings.map((warning) => `${path}: ${warning}`)),
    ...(done.evidence === undefined ? [nothingShown] : []),
    ...(placed.response.rating === "met"
      ? []
      : [`To rate it anew: wt-audit audit --only ${placed.requirement} --redo`]),
  ];
  if (options.quiet !== true) await host.stderr.write(`${lines.join("\n")}\n`);
  return ExitCode.passed;
}

const nothingShown = `Nothing is cited that shows it, which the report shows as a gap. Next time: --evidence PATH. For this one, write
into the audit file, below the action's "status: done", in line with it:
  evidence: [{ title: What it is, path: its file }]`;

function cite({ path, sha256 }: EvidenceCheck): Evidence {
  return { title: titleFromPath(path), path, ...(sha256 === null ? {} : { sha256 }) };
}

/** The documents as the walk looks at them. Throws UserError with all that cannot be cited. */
async function lookAt(paths: readonly string[], { record, today }: ChangedPlan, host: Host) {
  if (paths.length === 0) return [];
  const folder = dirname(record.path);
  const library = await openLibrary(folder, true, host);
  const desk = createEvidenceDesk(folder, host.files, { passages: async () => [], facts: library.cited, today });
  const looked = [];
  for (const typed of new Set(paths)) looked.push({ typed, found: await inspect(typed, folder, desk, host) });
  await library.save();
  const refused = looked.flatMap(({ typed, found }) => {
    const problem = found.problem ?? checkEvidencePath(found.path)?.message ?? null;
    return problem === null ? [] : [`${typed}: ${problem}`];
  });
  if (refused.length > 0)
    throw new UserError("what was given as evidence cannot be cited, so nothing was saved", [], refused.join("\n"));
  return looked.map(({ found }) => found);
}

/** A path counts from the folder of the audit, as in the file; what is not there may be named from the current one. */
async function inspect(typed: string, folder: string, desk: EvidenceDesk, host: Host): Promise<EvidenceCheck> {
  const found = await desk.inspect(typed);
  if (found.problem === null || folder === host.cwd) return found;
  const here = await desk.inspect(resolve(host.cwd, typed));
  return here.problem === null ? here : found;
}
