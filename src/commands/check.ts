import { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import { formats, renderReport } from "../reporters/reporters.js";
import { renderVerdict } from "../reporters/verdict.js";
import { type JudgingOptions, judgeOptions } from "./judge.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";
import { readReport } from "./read-report.js";

export interface CheckOptions extends OutputOptions, JudgingOptions {
  readonly file: string;
}

/** The gate: passes only when nothing at or above it was found and everything could be judged. */
export async function check(options: CheckOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, formats);
  const { report, inputs } = await readReport(options.file, judgeOptions(options, host), host);
  await writeWanted(
    wanted,
    async (format, render) =>
      format === "terminal" ? renderVerdict(report, render) : renderReport(format, report, render),
    { ...options, inputs },
    host,
  );
  const { passed, reasons } = report.verdict;
  if (options.quiet !== true && !wanted.some((item) => item.format === "terminal")) {
    await host.stderr.write(passed ? "Passed\n" : `Failed: ${reasons.join(" ")}\n`);
  }
  return passed ? ExitCode.passed : ExitCode.gaps;
}
