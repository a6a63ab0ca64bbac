import { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import type { Severity } from "../model/report.js";
import { formats, renderReport } from "../reporters/reporters.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";
import { readReport } from "./read-report.js";

export interface ReportOptions extends OutputOptions {
  readonly file: string;
  readonly failOn: Severity;
  readonly maxAge: string;
  readonly today?: string;
}

/** The gap report. Passes whatever the gaps: `check` decides. */
export async function report(options: ReportOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, formats);
  const { file, failOn, maxAge, today = host.today() } = options;
  const found = await readReport(file, { today, maxAge, gate: { failOn, minAssured: null } }, host);
  await writeWanted(wanted, (format, render) => renderReport(format, found, render), options, host);
  return ExitCode.passed;
}
