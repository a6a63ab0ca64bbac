import type { Alert, AlertRule, Alerts } from "../model/alert.js";
import type { AlertOptions, AlertReporter } from "./alert-reporter.js";
import { alertsIn, messageWithHint } from "./alert-selection.js";
import { escapeJson, escapePath, escapeSarifMessage } from "./escape.js";

/** SARIF 2.1.0, for GitHub's code scanning and the viewers of editors. What is waived or known is there, suppressed. */
export const renderSarif: AlertReporter = (alerts, options) => {
  const { tool, title, today, passed, failOn, reasons } = alerts;
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules: alerts.rules.map(describeRule) } },
        automationDetails: { id: `${title.replaceAll(" ", "/")}/` },
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The folder that was checked." } } },
        columnKind: "utf16CodeUnits",
        results: resultsOf(alerts, options),
        properties: { today, passed, failOn, reasons },
      },
    ],
  };
  return `${escapeJson(JSON.stringify(log, null, 2))}\n`;
};

function describeRule({ id, title, help, severity }: AlertRule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: help },
    defaultConfiguration: { level: severity },
    properties: { tags: ["safeguarding"] },
  };
}

function resultsOf(alerts: Alerts, options: AlertOptions) {
  const indexes = new Map(alerts.rules.map((rule, index) => [rule.id, index]));
  return alertsIn(alerts).map((alert) => {
    const ruleIndex = indexes.get(alert.rule);
    return {
      ruleId: alert.rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: alert.severity,
      message: { text: escapeSarifMessage(`${alert.subject}: ${messageWithHint(alert)}`) },
      locations: [locationOf(alert, options)],
      partialFingerprints: { "wtAudit/v1": alert.fingerprint },
      suppressions: suppressionsOf(alert),
    };
  });
}

/** GitHub refuses a file with a result that has no physical location. */
function locationOf({ place, subject }: Alert, options: AlertOptions) {
  const uri = escapePath(place?.file ?? options.file);
  const { line, column } = place ?? { line: null, column: null };
  return {
    physicalLocation: {
      artifactLocation: uri.startsWith("file:") ? { uri } : { uri, uriBaseId: "%SRCROOT%" },
      ...(line === null
        ? {}
        : { region: column === null ? { startLine: line } : { startLine: line, startColumn: column } }),
    },
    logicalLocations: [{ name: subject }],
  };
}

/** Empty, not left out, for a new one: SARIF wants them of every result of a run or of none. */
function suppressionsOf({ state, justification }: Alert) {
  switch (state) {
    case "new":
      return [];
    case "waived":
      return [{ kind: "external", status: "accepted", justification: justification ?? "Waived." }];
    case "known":
      return [{ kind: "external", status: "accepted", justification: "In the baseline: it was there before." }];
  }
}
