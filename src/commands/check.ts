import { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import type { Severity } from "../model/report.js";
import { formats, renderReport } from "../reporters/reporters.js";
import { renderVerdict } from "../reporters/verdict.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";
import { readReport } from "./read-report.js";

export interface CheckOptions extends OutputOptions {
  readonly file: string;
  readonly failOn: Severity;
  readonly maxAge: string;
  /** Percent; absent: any score passes. */
  readonly minAssured?: number;
  readonly today?: string;
}

/** The gate: passes only when nothing at or above it was found and everything could be judged. */
export async function check(options: CheckOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, formats);
  const { file, failOn, maxAge, minAssured, today = host.today() } = options;
  const gate = { failOn, minAssured: minAssured === undefined ? null : minAssured / 100 };
  const found = await readReport(file, { today, maxAge, gate }, host);
  await writeWanted(
    wanted,
    async (format, render) =>
      format === "terminal" ? renderVerdict(found, render) : renderReport(format, found, render),
    options,
    host,
  );
  if (options.quiet !== true && !wanted.some((item) => item.format === "terminal")) {
    await host.stderr.write(`${found.verdict.passed ? "Passed" : `Failed: ${found.verdict.reasons.join(" ")}`}\n`);
  }
  return found.verdict.passed ? ExitCode.passed : ExitCode.gaps;
}
