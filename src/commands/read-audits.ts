import { resolve } from "node:path";
import type { PlannedAudit } from "../engine/actions.js";
import { UserError } from "../errors.js";
import { findConfig } from "../files/find-config.js";
import type { Host } from "../host.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import { openProgress } from "./progress.js";
import { openAudit } from "./read-report.js";

/** An audit file, as it was named, and the host in whose folder the name counts. */
export interface NamedAudit {
  readonly file: string;
  readonly host: Host;
}

/** The files named, each once; without any the config's audit, or audit.yaml. Throws UserError for a config that is wrong. */
export async function findAudits(files: readonly string[], today: Day, host: Host): Promise<readonly NamedAudit[]> {
  if (files.length > 0) {
    const named = new Map(files.map((file) => [file === "-" ? file : resolve(host.cwd, file), file]));
    return [...named.values()].map((file) => ({ file, host }));
  }
  const config = await findConfig(host, { above: true });
  if (config === null) return [{ file: "audit.yaml", host }];
  const { findConfigAudit } = await import("./config-audit.js");
  return [await findConfigAudit(config, today, host)];
}

export interface ListedAudit extends PlannedAudit {
  /** Absolute paths that no output may overwrite. */
  readonly inputs: readonly string[];
}

/**
 * Reads all audits. Throws UserError with everything that is wrong with any of them: a list without one of them would
 * say less than it seems to.
 */
export async function readAudits(named: readonly NamedAudit[], host: Host): Promise<readonly ListedAudit[]> {
  const audits: ListedAudit[] = [];
  const wrong: UserError[] = [];
  const editions = new Map<string, Checklist>();
  const progress = openProgress(named.length, "audits", host);
  for (const audit of named) {
    await progress.step();
    const read = await attempt(audit, editions);
    if (read instanceof UserError) wrong.push(read);
    else audits.push(read);
  }
  await progress.end();
  const [first] = wrong;
  if (first !== undefined) throw named.length === 1 ? first : together(wrong, named.length);
  return audits;
}

async function attempt({ file, host }: NamedAudit, editions: Map<string, Checklist>): Promise<ListedAudit | UserError> {
  try {
    const { audit, checklist, profile, inputs } = await openAudit(file, host);
    return { file, audit, checklist: shared(checklist, editions), profile, inputs };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** One copy of an edition for all audits against it. */
function shared(checklist: Checklist, editions: Map<string, Checklist>): Checklist {
  if (checklist.overlays.length > 0) return checklist;
  const known = editions.get(checklist.id) ?? checklist;
  editions.set(checklist.id, known);
  return known;
}

function together(wrong: readonly UserError[], count: number): UserError {
  const message = `${wrong.length} of ${count} audits cannot be used, so nothing was listed`;
  const others = wrong
    .filter(({ diagnostics }) => diagnostics.length === 0)
    .map((error) => [error.message, ...(error.hint === null ? [] : [error.hint])].join(". "));
  return new UserError(
    message,
    wrong.flatMap(({ diagnostics }) => diagnostics),
    [...others, "Put them right, or leave them out."].join("\n"),
  );
}
