import type { Alert, AlertCheck, Alerts } from "../model/alert.js";
import type { Scan, ScanPassage, ScanRequirement } from "../model/scan.js";
import { type Fingerprint, fingerprints } from "./alert-fingerprint.js";
import { findingRules, statementInfo, statementRules } from "./alert-rules.js";
import { documentChecks, documentSuite, stateOf, withUnit } from "./document-alerts.js";

/** What `scan` found, as the programs of a CI host take it. A file that was left is a check that was skipped. */
export function alertsOfScan(scan: Scan): Alerts {
  const { tool, today, verdict } = scan;
  const fingerprint = fingerprints();
  return {
    tool,
    title: "wt-audit scan",
    today,
    rules: [...statementRules, ...findingRules],
    checks: [
      ...scan.requirements.map((requirement) => statementCheck(requirement, fingerprint)),
      ...documentChecks(scan.documents, fingerprint, () => null),
      ...scan.left.map(({ file, reason }) => ({ suite: documentSuite, name: file, alerts: [], skipped: reason })),
    ],
    failOn: verdict.failOn,
    passed: verdict.passed,
    reasons: verdict.reasons,
    summary: summaryOf(scan),
  };
}

function statementCheck(requirement: ScanRequirement, fingerprint: Fingerprint): AlertCheck {
  const { id, title, standard, result } = requirement;
  const check = { suite: standard, name: title, skipped: null };
  if (result === "found") return { ...check, alerts: [] };
  const { id: rule, help, severity } = statementInfo[result];
  const [passage] = requirement.passages;
  const alert: Alert = {
    rule,
    severity,
    subject: title,
    message: passage === undefined ? requirement.reason : withUnit(requirement.reason, passage.line, passage.unit),
    hint: help,
    place: passage === undefined ? null : placeOf(passage),
    fingerprint: fingerprint(rule, id),
    state: stateOf(requirement),
    justification: null,
  };
  return { ...check, alerts: [alert] };
}

function placeOf({ file, line, unit }: ScanPassage): Alert["place"] {
  return { file, line: unit === "line" ? line : null, column: null };
}

function summaryOf({ summary: { requirements, notAsked, documents, findings } }: Scan): readonly string[] {
  return [
    `Requirements: ${requirements.found} stated, ${requirements.needsAPerson} for a person to read, ${requirements.notFound} not stated, ${notAsked} not asked.`,
    `Policy documents: ${documents.read} read, ${documents.left} left.`,
    `Findings by severity: error ${findings.error}, warning ${findings.warning}, note ${findings.note}.`,
  ];
}
