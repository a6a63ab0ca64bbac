import { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import type { Report } from "../model/report.js";
import { renderReport } from "../reporters/reporters.js";
import { renderVerdict } from "../reporters/verdict.js";
import type { RenderOptions } from "../reporters/reporter.js";
import type { JudgingOptions } from "./judge.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";

export interface CheckOptions extends OutputOptions, JudgingOptions {
  /** Absent: the config's audit, or audit.yaml. */
  readonly file?: string;
  /** A config by its path; false: none, though one is there. */
  readonly config?: string | false;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** A git revision. */
  readonly changedSince?: string;
}

/** The formats in which a check can be had; the first is the usual one. */
export const checkFormats = [
  "terminal",
  "markdown",
  "html",
  "json",
  "csv",
  "junit",
  "sarif",
  "github",
  "gitlab",
] as const;
type CheckFormat = (typeof checkFormats)[number];

/** Writes a report that is judged in every format that is asked for, and says how it ended. */
export async function conclude(
  { report, inputs }: { readonly report: Report; readonly inputs: readonly string[] },
  options: CheckOptions,
  host: Host,
): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, checkFormats);
  await writeWanted(wanted, (format, render) => renderCheck(format, report, render), { ...options, inputs }, host);
  if (wanted.some(({ format }) => format === "github")) {
    const [{ tellOnGithub }, { alertsOf }] = await Promise.all([
      import("./github-summary.js"),
      import("../engine/alerts.js"),
    ]);
    await tellOnGithub(alertsOf(report), host);
  }
  const { passed, reasons } = report.verdict;
  if (options.quiet !== true && !wanted.some((item) => item.format === "terminal")) {
    await host.stderr.write(passed ? "Passed\n" : `Failed: ${reasons.join(" ")}\n`);
  }
  return passed ? ExitCode.passed : ExitCode.gaps;
}

/** What a check prints: a line a gap in a terminal, a comment in Markdown, the whole report where a page or data is wanted. */
async function renderCheck(format: CheckFormat, report: Report, options: RenderOptions): Promise<string> {
  switch (format) {
    case "terminal":
      return renderVerdict(report, options);
    case "html":
    case "json":
    case "csv":
      return renderReport(format, report, options);
    default: {
      const [{ renderAlerts }, { alertsOf }] = await Promise.all([
        import("../reporters/alert-reporters.js"),
        import("../engine/alerts.js"),
      ]);
      return renderAlerts(format, alertsOf(report), {
        file: report.gaps.find(({ location }) => location !== null)?.location?.file ?? "audit.yaml",
      });
    }
  }
}
