import type { Alerts } from "../model/alert.js";
import type { AlertOptions, AlertReporter } from "./alert-reporter.js";

/** The formats that the programs of a CI host read. */
export const alertFormats = ["junit", "sarif", "github", "gitlab", "markdown"] as const;
export type AlertFormat = (typeof alertFormats)[number];

export function isAlertFormat(format: string): format is AlertFormat {
  return alertFormats.some((known) => known === format);
}

/** One reporter a format, loaded only when it is asked for. */
export const alertReporters = {
  junit: async () => (await import("./junit.js")).renderJunit,
  sarif: async () => (await import("./sarif.js")).renderSarif,
  github: async () => (await import("./github.js")).renderGithub,
  gitlab: async () => (await import("./gitlab.js")).renderGitlab,
  markdown: async () => (await import("./comment.js")).renderComment,
} as const satisfies Record<AlertFormat, () => Promise<AlertReporter>>;

export async function renderAlerts(format: AlertFormat, alerts: Alerts, options: AlertOptions): Promise<string> {
  const render = await alertReporters[format]();
  return render(alerts, options);
}

/** The page that GitHub shows of a run: Markdown for the file that GITHUB_STEP_SUMMARY names. */
export async function renderSummary(alerts: Alerts): Promise<string> {
  return (await import("./comment.js")).githubSummary(alerts);
}
