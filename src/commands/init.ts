import { resolve } from "node:path";
import { ExitCode, UserError } from "../errors.js";
import { newAuditText } from "../files/new-audit.js";
import { makeFolder } from "../files/place.js";
import { saveNewFile } from "../files/save-file.js";
import type { Host } from "../host.js";
import type { Day } from "../model/day.js";
import { newAudit } from "./new-audit.js";

export interface InitOptions {
  readonly folder: string;
  readonly name?: string;
  readonly reference?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly checklist?: string;
  readonly today?: Day;
  readonly quiet?: boolean;
}

/** Starts an audit file; never over one that is there. */
export async function init(options: InitOptions, host: Host): Promise<ExitCode> {
  const today = options.today ?? host.today();
  const name = options.name?.trim() ?? "";
  if (name === "")
    throw new UserError(
      "the audit needs the name of your organisation",
      [],
      'Give it: wt-audit init --name "Riverside Youth Project"',
    );
  const audit = await newAudit({ ...options, name, today });
  const shown = options.folder === "." ? "audit.yaml" : `${options.folder.replace(/[\\/]+$/u, "")}/audit.yaml`;
  const folder = resolve(host.cwd, options.folder);
  await makeFolder(folder, options.folder, host.files);
  await saveNewFile(resolve(folder, "audit.yaml"), shown, newAuditText(audit), host.files);
  if (options.quiet === true) return ExitCode.passed;
  await host.stderr.write(
    `Wrote ${shown} for ${audit.checklist}.\nNext: wt-audit audit${shown === "audit.yaml" ? "" : ` ${shown}`}\n`,
  );
  return ExitCode.passed;
}
