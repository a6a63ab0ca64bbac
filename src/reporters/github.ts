import type { Alert, Alerts } from "../model/alert.js";
import { severityOrder } from "../model/gap.js";
import type { Severity } from "../model/report.js";
import type { AlertReporter } from "./alert-reporter.js";
import { failsOtherwise, messageWithHint, newAlerts, tally, titlesOf } from "./alert-selection.js";
import { escapeTerminal, escapeWorkflowMessage, escapeWorkflowProperty } from "./escape.js";

const commands = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<Severity, string>;

/** How many annotations of a kind GitHub shows of one step. */
const shown = 10;

/** Workflow commands by which GitHub annotates the files of a change; the last line says what it does not show. */
export const renderGithub: AlertReporter = (alerts) => {
  const found = newAlerts(alerts);
  const annotated = severityOrder.flatMap((severity) =>
    inTurn(
      found.filter((alert) => alert.severity === severity),
      shown,
    ),
  );
  const titleOf = titlesOf(alerts);
  const lines = [
    ...verdictLines(alerts),
    ...annotated.map((alert) => annotation(alert, titleOf(alert))),
    closingLine(alerts, found, annotated),
  ];
  return `${lines.join("\n")}\n`;
};

/** So many of the alerts, in their order: of every rule one, then of every rule another, so that none crowds out the rest. */
function inTurn(alerts: readonly Alert[], most: number): readonly Alert[] {
  const counts = new Map<string, number>();
  const rounds = new Map(
    alerts.map((alert) => {
      const round = counts.get(alert.rule) ?? 0;
      counts.set(alert.rule, round + 1);
      return [alert, round] as const;
    }),
  );
  const taken = new Set(
    [...rounds]
      .toSorted(([, a], [, b]) => a - b)
      .slice(0, most)
      .map(([alert]) => alert),
  );
  return alerts.filter((alert) => taken.has(alert));
}

/** A check that fails for no alert's sake must say so all the same. There is no other error then. */
function verdictLines(alerts: Alerts): readonly string[] {
  if (!failsOtherwise(alerts)) return [];
  return [
    `::error title=${escapeWorkflowProperty(`${alerts.title} failed`)}::${escapeWorkflowMessage(alerts.reasons.join(" "))}`,
  ];
}

function annotation(alert: Alert, title: string): string {
  const { severity, subject, place } = alert;
  const { file, line, column } = place ?? { file: null, line: null, column: null };
  const properties = Object.entries({ file, line, col: column, title }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${escapeWorkflowProperty(String(value))}`],
  );
  return `::${commands[severity]} ${properties.join(",")}::${escapeWorkflowMessage(`${subject}: ${messageWithHint(alert)}`)}`;
}

function closingLine(alerts: Alerts, found: readonly Alert[], annotated: readonly Alert[]): string {
  const rest = found.filter((alert) => !annotated.includes(alert));
  const more = rest.length === 0 ? "" : ` Not annotated, because GitHub shows ten of a kind: ${tally(rest)}.`;
  return escapeTerminal(`${alerts.title} ${alerts.passed ? "passed" : "failed"}. New: ${tally(found)}.${more}`);
}
