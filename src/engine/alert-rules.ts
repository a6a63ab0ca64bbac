import type { AlertRule } from "../model/alert.js";
import { findingInfo } from "../model/finding-code.js";
import { gapInfo, nextStep, severityOf } from "../model/gap.js";
import type { GapKind } from "../model/report.js";
import type { ScanRequirement } from "../model/scan.js";

export function gapRule(kind: GapKind): string {
  return `gap/${kind}`;
}

export function findingRule(code: string): string {
  return `finding/${code}`;
}

export function statementRule(result: Exclude<ScanRequirement["result"], "found">): string {
  return `statement/${result}`;
}

/** Of a gap whose remedy the requirement's practice note says better. */
const practiceHelp = "Put it in place, or agree an action: what, which role, by when.";

/** A rule for every kind of gap. Its severity is that under statutory guidance; an alert has the one of its requirement. */
export const gapRules: readonly AlertRule[] = Object.keys(gapInfo)
  .filter(isGapKind)
  .map((kind) => ({
    id: gapRule(kind),
    title: gapInfo[kind].title,
    help: nextStep(kind, "REQUIREMENT") ?? practiceHelp,
    severity: severityOf(kind, "should"),
  }));

/** A rule for everything that can be wrong with a document. */
export const findingRules: readonly AlertRule[] = Object.entries(findingInfo).map(
  ([code, { title, hint, severity }]) => ({
    id: findingRule(code),
    title,
    help: hint,
    severity,
  }),
);

/** What a scan says of a requirement that it did not find stated. */
export const statementInfo = {
  "not-found": {
    id: statementRule("not-found"),
    title: "Not stated",
    help: "Say it in a policy, or name the document that says it.",
    severity: "warning",
  },
  "needs-a-person": {
    id: statementRule("needs-a-person"),
    title: "For a person to read",
    help: "Read the passage, and judge whether it states what is asked.",
    severity: "note",
  },
} as const satisfies Record<Exclude<ScanRequirement["result"], "found">, AlertRule>;

export const statementRules: readonly AlertRule[] = Object.values(statementInfo);

function isGapKind(key: string): key is GapKind {
  return key in gapInfo;
}
