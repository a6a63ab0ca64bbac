import type { Severity } from "../model/report.js";
import type { AlertReporter } from "./alert-reporter.js";
import { messageWithHint, newAlerts } from "./alert-selection.js";
import { escapeJson } from "./escape.js";

const severities = { error: "critical", warning: "minor", note: "info" } as const satisfies Record<Severity, string>;

/** The code quality report of GitLab: what is new, worst first. GitLab wants a line of everything, so the first stands for none. */
export const renderGitlab: AlertReporter = (alerts, options) => {
  const issues = newAlerts(alerts).map((alert) => ({
    description: `${alert.subject}: ${messageWithHint(alert)}`,
    check_name: alert.rule,
    fingerprint: alert.fingerprint,
    severity: severities[alert.severity],
    location: { path: alert.place?.file ?? options.file, lines: { begin: alert.place?.line ?? 1 } },
  }));
  return `${escapeJson(JSON.stringify(issues, null, 2))}\n`;
};
