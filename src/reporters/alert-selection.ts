import type { Alert, Alerts } from "../model/alert.js";
import { isAtLeast, severityOrder } from "../model/gap.js";
import { countOf, severityInfo } from "./wording.js";

/** Every alert of the run, worst first, then in the order of the checks. */
export function alertsIn({ checks }: Alerts): readonly Alert[] {
  const alerts = checks.flatMap((check) => check.alerts);
  return severityOrder.flatMap((severity) => alerts.filter((alert) => alert.severity === severity));
}

/** Those that are neither waived nor known, worst first. */
export function newAlerts(alerts: Alerts): readonly Alert[] {
  return alertsIn(alerts).filter((alert) => alert.state === "new");
}

/** Whether it makes the check fail. */
export function isFailing(alert: Alert, { failOn }: Alerts): boolean {
  return alert.state === "new" && isAtLeast(alert.severity, failOn);
}

/** Whether the check failed for nothing that an alert tells, such as too low a score. */
export function failsOtherwise(alerts: Alerts): boolean {
  return !alerts.passed && !alertsIn(alerts).some((alert) => isFailing(alert, alerts));
}

/** "2 errors, 1 note": worst first, and only what there is; "nothing" when there is none. */
export function tally(alerts: readonly Alert[]): string {
  const counts = severityOrder.flatMap((severity) => {
    const count = alerts.filter((alert) => alert.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severityInfo[severity].one)];
  });
  return counts.length === 0 ? "nothing" : counts.join(", ");
}

/** The title of the rule of each alert; the rule's id where it is not among the rules. */
export function titlesOf({ rules }: Alerts): (alert: Alert) => string {
  const titles = new Map(rules.map((rule) => [rule.id, rule.title]));
  return ({ rule }) => titles.get(rule) ?? rule;
}

/** "audit.yaml:41", as an editor opens it; null where the alert has no place. Raw text. */
export function describePlace({ place }: Alert): string | null {
  if (place === null) return null;
  return place.line === null ? place.file : `${place.file}:${place.line}`;
}

/** The message, and what to do about it. Raw text. */
export function messageWithHint({ message, hint }: Alert): string {
  return hint === null ? message : `${message} ${hint}`;
}
