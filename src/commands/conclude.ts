import type { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import type { Alerts } from "../model/alert.js";
import type { Report } from "../model/report.js";
import { renderReport } from "../reporters/reporters.js";
import { renderVerdict } from "../reporters/verdict.js";
import type { RenderOptions } from "../reporters/reporter.js";
import type { JudgingOptions } from "./judge.js";
import { type OutputOptions, tellVerdict, wantedFormats, writeWanted } from "./output.js";

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

/** What a check ended in. */
interface Concluded {
  readonly report: Report;
  /** Absolute paths that no output may overwrite. */
  readonly inputs: readonly string[];
  /** The folder from which the report's paths count. */
  readonly folder: string;
}

/** Writes a report that is judged in every format that is asked for, and says how it ended. */
export async function conclude(concluded: Concluded, options: CheckOptions, host: Host): Promise<ExitCode> {
  const { report, inputs } = concluded;
  const wanted = wantedFormats(options.format, checkFormats);
  await writeWanted(
    wanted,
    (format, render) => renderCheck(format, concluded, render, host),
    { ...options, inputs },
    host,
  );
  if (wanted.some(({ format }) => format === "github")) {
    const { tellOnGithub } = await import("./github-summary.js");
    await tellOnGithub(await readAlerts(concluded, host), host);
  }
  return tellVerdict(report.verdict, wanted, options, host);
}

/** What a check prints: a line a gap in a terminal, a comment in Markdown, the whole report where a page or data is wanted. */
async function renderCheck(
  format: CheckFormat,
  concluded: Concluded,
  options: RenderOptions,
  host: Host,
): Promise<string> {
  switch (format) {
    case "terminal":
      return renderVerdict(concluded.report, options);
    case "html":
    case "json":
    case "csv":
      return renderReport(format, concluded.report, options);
    default: {
      const alerts = await readAlerts(concluded, host);
      const { renderAlerts } = await import("../reporters/alert-reporters.js");
      return renderAlerts(format, alerts, { file: firstFile(alerts) ?? "audit.yaml" });
    }
  }
}

async function readAlerts({ report, folder }: Concluded, host: Host): Promise<Alerts> {
  const [{ alertsFor }, { alertsOf }] = await Promise.all([import("./host-alerts.js"), import("../engine/alerts.js")]);
  return alertsFor(alertsOf(report), folder, host);
}

/** Where an alert without a place is shown. */
function firstFile({ checks }: Alerts): string | undefined {
  return checks.flatMap(({ alerts }) => alerts.flatMap(({ place }) => place?.file ?? []))[0];
}
