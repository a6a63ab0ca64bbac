import { resolve } from "node:path";
import { buildReport } from "../engine/report.js";
import type { Gate } from "../engine/verdict.js";
import { citedDiagnostics, readCited } from "../evidence/read-evidence.js";
import { checkAudit } from "../files/audit-checks.js";
import { type LoadedAudit, readAudit } from "../files/audit-file.js";
import { diagnose, refusal } from "../files/diagnostics.js";
import { readShippedChecklist, readShippedProfile, shippedIds } from "../files/shipped.js";
import { didYouMean } from "../files/suggest.js";
import type { Host } from "../host.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Profile } from "../model/profile.js";
import type { Report } from "../model/report.js";
import { version } from "../version.js";

export interface JudgeOptions {
  readonly today: Day;
  readonly maxAge: string;
  readonly gate: Gate;
}

/** An audit with all it is judged against. */
export interface Opened extends LoadedAudit {
  readonly checklist: Checklist;
  readonly profile: Profile;
  /** Absolute path of the audit file, by which evidence is found. */
  readonly path: string;
}

/** Reads an audit file and what it names. Throws UserError with everything that is wrong. */
export async function openAudit(file: string, host: Host): Promise<Opened> {
  const loaded = await readAudit(file, host);
  await requireShipped(loaded);
  const [checklist, profile] = await Promise.all([readShippedChecklist(loaded.audit.checklist), readShippedProfile()]);
  const diagnostics = checkAudit(loaded.audit, loaded.source, checklist, profile);
  if (diagnostics.length > 0) throw refusal(loaded.source.file, diagnostics);
  return {
    ...loaded,
    checklist,
    profile,
    path: file === "-" ? resolve(host.cwd, "audit.yaml") : resolve(host.cwd, file),
  };
}

/** An audit of an edition that is not shipped cannot be judged. */
async function requireShipped({ audit, source }: LoadedAudit): Promise<void> {
  const ids = await shippedIds();
  if (ids.includes(audit.checklist)) return;
  const place = source.locate(["checklist"], "value");
  const message = `No edition ${JSON.stringify(audit.checklist)} is shipped.`;
  throw refusal(source.file, [
    diagnose(
      "unknown-checklist",
      source.file,
      place,
      message,
      didYouMean(audit.checklist, ids, `Shipped: ${ids.join(", ")}.`),
    ),
  ]);
}

/** The report of an audit file, its evidence read. */
export async function readReport(file: string, options: JudgeOptions, host: Host): Promise<Report> {
  return reportOn(await openAudit(file, host), options, host);
}

/** The report of an audit that is open. Throws UserError when cited evidence could not be looked at. */
export async function reportOn(
  { audit, source, checklist, profile, path }: Opened,
  options: JudgeOptions,
  host: Host,
): Promise<Report> {
  const { readings, problems } = await readCited(audit, path, host.files);
  const locate = (place: readonly (string | number)[]) => ({ file: source.file, ...source.locate(place, "value") });
  const diagnostics = citedDiagnostics(audit, problems, locate);
  if (diagnostics.length > 0) throw refusal(source.file, diagnostics);
  return buildReport({ checklist, profile, audit, readings, ...options, version, locate });
}
