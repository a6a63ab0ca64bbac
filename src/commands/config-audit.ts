import { dirname, relative } from "node:path";
import { UserError } from "../errors.js";
import { readConfig } from "../files/config-file.js";
import { refusal } from "../files/diagnostics.js";
import { readShippedProfile, shippedIds } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Day } from "../model/day.js";
import type { NamedAudit } from "./read-audits.js";

/** The audit that a config names. Throws UserError when it names none, or something is wrong with it. */
export async function findConfigAudit(path: string, today: Day, host: Host): Promise<NamedAudit> {
  const [profile, editions] = await Promise.all([readShippedProfile(), shippedIds()]);
  const shownAs = relative(dirname(path), path);
  const { config, folder, problems } = await readConfig(path, shownAs, { ...host, today, profile, editions });
  if (config === null) throw refusal(shownAs, problems);
  if (config.audit === undefined)
    throw new UserError(`${shownAs} names no audit`, [], "Name the file: wt-audit actions audit.yaml");
  return { file: config.audit, host: { ...host, cwd: folder } };
}
