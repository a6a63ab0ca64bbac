import type { Alert, AlertCheck, Alerts } from "../model/alert.js";
import { describeDay } from "../model/day.js";
import { describeInterval } from "../model/interval.js";
import type { Gap, Report, ReportRequirement } from "../model/report.js";
import { type Fingerprint, fingerprints } from "./alert-fingerprint.js";
import { findingRules, gapRule, gapRules } from "./alert-rules.js";
import { documentChecks, stateOf } from "./document-alerts.js";

export { alertsOfScan } from "./scan-alerts.js";

/** What `check` found, as the programs of a CI host take it: one check a requirement and one a document. */
export function alertsOf(report: Report): Alerts {
  const { tool, today, verdict, waivers } = report;
  const fingerprint = fingerprints();
  return {
    tool,
    title: "wt-audit check",
    today,
    rules: [...gapRules, ...findingRules],
    checks: [
      ...requirementChecks(report, fingerprint),
      ...documentChecks(report.documents ?? [], fingerprint, (code, file) =>
        justificationOf(waivers.find((waiver) => waiver.finding === code && waiver.file === file)),
      ),
    ],
    failOn: verdict.failOn,
    passed: verdict.passed,
    reasons: verdict.reasons,
    summary: summaryOf(report),
  };
}

function requirementChecks({ standards, gaps, waivers }: Report, fingerprint: Fingerprint): readonly AlertCheck[] {
  return standards.flatMap(({ title: suite, requirements }) =>
    requirements.map((requirement) => {
      const alerts = gaps
        .filter((gap) => gap.requirement === requirement.id)
        .map((gap) => gapAlert(gap, fingerprint(gapRule(gap.kind), gap.requirement, gap.about), waivers));
      return { suite, name: requirement.title, alerts, skipped: alerts.length > 0 ? null : whyNotJudged(requirement) };
    }),
  );
}

function gapAlert(gap: Gap, fingerprint: string, waivers: Report["waivers"]): Alert {
  const waiver = waivers.find(({ requirement, gap: kind }) => requirement === gap.requirement && kind === gap.kind);
  return {
    rule: gapRule(gap.kind),
    severity: gap.severity,
    subject: gap.title,
    message: gap.message,
    hint: gap.remedy,
    place: gap.location,
    fingerprint,
    state: stateOf(gap),
    justification: gap.waived ? justificationOf(waiver) : null,
  };
}

/** Null: it was judged. A gap is never passed over for this. */
function whyNotJudged({ applicability, rating, reason }: ReportRequirement): string | null {
  if (applicability.status === "does-not-apply") return applicability.reason;
  return rating === "not-applicable" ? reason : null;
}

function justificationOf(waiver: Report["waivers"][number] | undefined): string | null {
  if (waiver === undefined) return null;
  const reason = /[.!?]$/u.test(waiver.reason) ? waiver.reason : `${waiver.reason}.`;
  return `${reason} Approved by ${waiver.approvedBy}, until ${describeDay(waiver.expires)}.`;
}

function summaryOf({ summary, documents, waivers, baseline }: Report): readonly string[] {
  const { requirements, ratings, gaps, declared, assured } = summary;
  const inState = (state: Report["waivers"][number]["state"]): number =>
    waivers.filter((waiver) => waiver.state === state).length;
  const findings = (documents ?? []).flatMap((document) => document.findings);
  return [
    `Requirements: ${requirements.applicable} apply, ${requirements.notApplicable} do not, ${requirements.unknown} not known.`,
    `Ratings: ${ratings.met} met, ${ratings.partlyMet} partly met, ${ratings.notMet} not met, ${ratings.notApplicable} not applicable, ${ratings.unanswered} unanswered.`,
    declared === null
      ? "No score: nothing on the checklist applies."
      : `Declared ${describeInterval(declared)} (what was rated), assured ${describeInterval(assured)} (what of it stands up).`,
    `Gaps by severity: error ${gaps.error}, warning ${gaps.warning}, note ${gaps.note}.`,
    ...(documents === null
      ? []
      : [`Policy documents: ${documents.length} read, ${findings.length} found wrong with them.`]),
    ...(waivers.length === 0
      ? []
      : [`Waivers: ${inState("used")} used, ${inState("unused")} unused, ${inState("expired")} expired.`]),
    ...(baseline === null ? [] : [`Baseline: ${baseline.known} known, ${baseline.gone.length} gone.`]),
    ...(baseline?.gone ?? []).map((gone) => `Gone since the baseline: ${gone}`),
  ];
}
