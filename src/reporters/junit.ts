import type { Alert, AlertCheck, Alerts } from "../model/alert.js";
import { isAtLeast } from "../model/gap.js";
import type { AlertReporter } from "./alert-reporter.js";
import { describePlace, isFailing, messageWithHint, titlesOf } from "./alert-selection.js";
import { escapeXml } from "./escape.js";

interface Case {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** The element within the test case; null: it passed. */
  readonly element: string | null;
  /** What was found and does not decide, a line each, raw. */
  readonly remarks: readonly string[];
}

/**
 * JUnit XML as Jenkins and Ant define it, so without what only one of them takes: a failure a test case, remarks with
 * the suite. Nothing was timed, so every time is 0, and the hour of the day that was judged is midnight.
 */
export const renderJunit: AlertReporter = (alerts) => {
  const suites = [
    { name: alerts.title, cases: [verdictCase(alerts)] },
    ...[...new Set(alerts.checks.map((check) => check.suite))].map((name) => ({
      name,
      cases: alerts.checks.filter((check) => check.suite === name).map((check) => caseOf(check, alerts)),
    })),
  ];
  const lines = suites.flatMap(({ name, cases }, index) => suiteLines(name, cases, index, alerts));
  return `${['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", ...lines, "</testsuites>"].join("\n")}\n`;
};

/** A check can fail for no requirement's sake, such as too low a score. */
function verdictCase({ passed, reasons }: Alerts): Case {
  const text = reasons.join(" ");
  if (passed) return { name: "Verdict", outcome: "passed", element: null, remarks: reasons };
  return { name: "Verdict", outcome: "failed", element: failure("verdict", text, [text]), remarks: [] };
}

function caseOf({ name, alerts: found, skipped }: AlertCheck, alerts: Alerts): Case {
  const titleOf = titlesOf(alerts);
  const lineOf = (alert: Alert): string => describe(alert, titleOf(alert));
  // Asked only where nothing is failing: what is at the gate then is waived or known.
  const isHeld = (alert: Alert): boolean => isAtLeast(alert.severity, alerts.failOn);
  const failing = found.filter((alert) => isFailing(alert, alerts));
  const remarksBut = (isDecisive: (alert: Alert) => boolean): readonly string[] =>
    found.flatMap((alert) => (isDecisive(alert) ? [] : [`${name}: ${lineOf(alert)}`]));
  const [first] = failing;
  if (first !== undefined) {
    const element = failure(first.rule, `${titleOf(first)}: ${first.message}`, failing.map(lineOf));
    return { name, outcome: "failed", element, remarks: remarksBut((alert) => isFailing(alert, alerts)) };
  }
  const reasons = skipped === null ? found.filter(isHeld).map(lineOf) : [skipped];
  if (reasons.length === 0) return { name, outcome: "passed", element: null, remarks: remarksBut(isHeld) };
  // Text, not an attribute: Jenkins's older schemas know no attribute here.
  const element = `<skipped>${reasons.map(escapeXml).join("\n")}</skipped>`;
  return { name, outcome: "skipped", element, remarks: remarksBut(isHeld) };
}

function failure(type: string, message: string, lines: readonly string[]): string {
  const body = lines.map(escapeXml).join("\n");
  return `<failure type="${escapeXml(type)}" message="${escapeXml(message)}">${body}</failure>`;
}

/** "Waived: Not met (error): The organisation says ... (audit.yaml:31)". */
function describe(alert: Alert, title: string): string {
  const state = { new: "", waived: "Waived: ", known: "Known: " }[alert.state];
  const place = describePlace(alert);
  const why = alert.justification === null ? "" : ` ${alert.justification}`;
  return `${state}${title} (${alert.severity}): ${messageWithHint(alert)}${why}${place === null ? "" : ` (${place})`}`;
}

function suiteLines(name: string, cases: readonly Case[], index: number, alerts: Alerts): readonly string[] {
  const count = (outcome: Case["outcome"]): number => cases.filter((each) => each.outcome === outcome).length;
  const attributes = {
    id: String(index),
    package: alerts.title,
    name,
    timestamp: `${alerts.today}T00:00:00`,
    hostname: "localhost",
    tests: String(cases.length),
    failures: String(count("failed")),
    errors: "0",
    skipped: String(count("skipped")),
    time: "0",
  };
  const remarks = cases.flatMap((each) => each.remarks);
  return [
    `  <testsuite ${attributesOf(attributes)}>`,
    "    <properties>",
    `      <property name="tool" value="${escapeXml(`${alerts.tool.name} ${alerts.tool.version}`)}"/>`,
    `      <property name="fail-on" value="${alerts.failOn}"/>`,
    "    </properties>",
    ...cases.map((each) => caseLine(name, each)),
    `    <system-out>${remarks.map(escapeXml).join("\n")}</system-out>`,
    "    <system-err></system-err>",
    "  </testsuite>",
  ];
}

function caseLine(suite: string, { name, element }: Case): string {
  const opening = `    <testcase ${attributesOf({ classname: suite, name, time: "0" })}`;
  return element === null ? `${opening}/>` : `${opening}>${element}</testcase>`;
}

function attributesOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(" ");
}
