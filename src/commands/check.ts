import { type ExitCode, UserError } from "../errors.js";
import { findConfig } from "../files/find-config.js";
import type { Host } from "../host.js";
import { checkFormats, type CheckOptions, conclude } from "./conclude.js";
import { judgeOptions } from "./judge.js";
import { wantedFormats } from "./output.js";
import type { PolicyScanner } from "./policies.js";
import { withoutProgress } from "./progress.js";
import { readReport } from "./read-report.js";

/** The gate: passes only when nothing at or above it was found and everything could be judged. */
export async function check(options: CheckOptions, host: Host, scanner?: PolicyScanner): Promise<ExitCode> {
  wantedFormats(options.format, checkFormats);
  if (options.inForce === true && options.checklist !== undefined)
    throw new UserError(
      "--in-force and --checklist exclude each other",
      [],
      "--checklist takes an edition whether it is in force or not; leave one of them out.",
    );
  const config = await configOf(options, host);
  const { baseline, updateBaseline, changedSince } = options;
  if (config !== null || baseline !== undefined || updateBaseline === true || changedSince !== undefined) {
    const { checkRepository } = await import("./check-repository.js");
    return checkRepository(
      options,
      config,
      withoutProgress(options, host),
      scanner ?? (await import("./policy-scanner.js")).policyScanner,
    );
  }
  const judged = await readReport(
    options.file ?? "audit.yaml",
    judgeOptions(options, host),
    withoutProgress(options, host),
  );
  return conclude({ ...judged, folder: host.cwd }, options, host);
}

/** The config as it is named or found; null: none. */
async function configOf({ config, file }: CheckOptions, host: Host): Promise<string | null> {
  if (config === false) return null;
  return config ?? findConfig(host, { above: file === undefined });
}
