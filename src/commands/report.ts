import { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import { formats, renderReport } from "../reporters/reporters.js";
import { type JudgingOptions, judgeOptions } from "./judge.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";
import { withoutProgress } from "./progress.js";
import { readReport } from "./read-report.js";

export interface ReportOptions extends OutputOptions, JudgingOptions {
  readonly file: string;
}

/** The gap report. Passes whatever the gaps: `check` decides. */
export async function report(options: ReportOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, formats);
  const found = await readReport(options.file, judgeOptions(options, host), withoutProgress(options, host));
  await writeWanted(
    wanted,
    (format, render) => renderReport(format, found.report, render),
    { ...options, ...found },
    host,
  );
  return ExitCode.passed;
}
