import { type Action, type Audit, isOpen } from "../model/audit.js";
import { type Checklist, type Duty, numberInForm } from "../model/checklist.js";
import { addDuration, type Day, describeDay, describeDuration } from "../model/day.js";
import { nextStep, severityOrder } from "../model/gap.js";
import type { Gate } from "../model/gate.js";
import type { Profile } from "../model/profile.js";
import type {
  Gap,
  Location,
  Report,
  ReportAction,
  ReportRequirement,
  ReportStandard,
  Summary,
} from "../model/report.js";
import type { Scale } from "../schema/scales.gen.js";
import { judge } from "./applicability.js";
import { type AssessInputs, assess } from "./assess.js";
import type { Finding, FoundGap } from "./finding.js";
import { deriveFacts } from "./profile.js";
import { assuredScore, declaredScore } from "./score.js";
import { type Digest, reportSignOff } from "./sign-off.js";
import { isModerated } from "./moderation.js";
import { reportForm, reportScore } from "./report-form.js";
import { judgeGate } from "./verdict.js";

export interface ReportInputs extends AssessInputs {
  readonly gate: Gate;
  /** Id of the edition that the audit must be against, the one in force; null: it need not. */
  readonly inForce?: string | null;
  readonly version: string;
  readonly digest: Digest;
  /** The scale of the checklist's form; null: it has no form, or the form has the four ratings. */
  readonly scale: Scale | null;
  /** Where a path of the audit file stands; null when there is no file. */
  readonly locate: (path: readonly (string | number)[]) => Location | null;
}

/** Without waivers, a baseline and documents beside the audit: `settle` brings them in. */
const unsettled = { waivers: [], baseline: null, documents: null, hasRead: true } as const;

/** The whole assessment, made readable. Pure: the day and what was read of the evidence are arguments. */
export function buildReport(inputs: ReportInputs): Report {
  const { audit, checklist, profile, today } = inputs;
  const findings = assess(inputs);
  const gaps = reportGaps(findings, inputs);
  const summary = summarise(findings, gaps);
  const standards = reportStandards(findings, inputs);
  return {
    schema: "report/1",
    tool: { name: "wt-audit", version: inputs.version },
    today,
    checklist: {
      id: checklist.id,
      title: checklist.title,
      status: checklist.status,
      notice: checklist.notice,
      safetyNotice: checklist.safetyNotice,
      inForce: checklist.inForce,
      supersededBy: supersededOn(checklist, today),
      overlays: checklist.overlays,
    },
    audit: {
      period: audit.period,
      assessors: (audit.assessors ?? []).map((assessor) => assessor.role),
      signOff: reportSignOff(audit, inputs.digest),
    },
    organisation: {
      name: audit.organisation.name,
      reference: audit.organisation.reference ?? null,
      facts: audit.organisation.facts,
      duties: reportDuties(checklist, audit, profile),
    },
    summary,
    form: reportForm(standards, inputs),
    standards,
    gaps,
    waivers: unsettled.waivers,
    baseline: unsettled.baseline,
    documents: unsettled.documents,
    verdict: judgeGate({ ...unsettled, gaps, summary, editionProblem: editionProblem(inputs) }, inputs.gate),
  };
}

/** The edition that took over by that day; null while the edition is in force. */
function supersededOn(checklist: Checklist, today: Day): string | null {
  const { until } = checklist.inForce;
  return until !== null && until < today ? checklist.supersededBy : null;
}

/** An edition that was no longer in force when the period began tells nothing of what was asked in it. */
export function editionProblem(
  inputs: Pick<ReportInputs, "audit" | "checklist" | "today" | "maxAge" | "inForce" | "locate">,
): string | null {
  const { audit, checklist, today, maxAge } = inputs;
  if (inputs.inForce != null && inputs.inForce !== checklist.id) return notInForce(inputs, inputs.inForce);
  const { period } = audit;
  const { title, inForce } = checklist;
  const { from, until } = inForce;
  if (from > today || from > period.to)
    return `${title} came into force on ${describeDay(from)}, after what is audited.`;
  if (until === null || (until >= period.from && addDuration(until, maxAge) >= today)) return null;
  const why =
    until < period.from ? "before the period of the audit began" : `more than ${describeDuration(maxAge)} ago`;
  return `${title} was in force until ${describeDay(until)}, ${why}.`;
}

/** Which edition took its place, and how to move on. */
function notInForce(
  { checklist, today, locate }: Pick<ReportInputs, "checklist" | "today" | "locate">,
  wanted: string,
): string {
  const { title, inForce, supersededBy } = checklist;
  const next = `To move on: wt-audit migrate ${locate(["checklist"])?.file ?? "FILE"} --to ${wanted}.`;
  if (inForce.until === null || inForce.until >= today)
    return `${title} is not in force on ${describeDay(today)}. ${next}`;
  const by = supersededBy === null ? "" : ` by ${supersededBy}`;
  return `${title} was superseded${by} on ${describeDay(addDuration(inForce.until, "P1D"))}. ${next}`;
}

function reportDuties(checklist: Checklist, audit: Audit, profile: Profile): Report["organisation"]["duties"] {
  const facts = deriveFacts(audit.organisation.facts, profile);
  return checklist.duties.flatMap(({ id, title, law, force, summary, appliesWhen }: Duty) => {
    const { status, reason } = judge(appliesWhen, facts, profile);
    return status === "does-not-apply" ? [] : [{ id, title, law, force, summary, status, reason }];
  });
}

function reportStandards(findings: readonly Finding[], inputs: ReportInputs): readonly ReportStandard[] {
  return inputs.checklist.standards.map((standard) => ({
    id: standard.id,
    title: standard.title,
    requirements: findings
      .filter((finding) => finding.standard === standard)
      .map((finding) => reportRequirement(finding, inputs)),
  }));
}

function reportRequirement(finding: Finding, inputs: ReportInputs): ReportRequirement {
  const { requirement, response } = finding;
  return {
    id: requirement.id,
    overlay: requirement.overlay,
    title: requirement.title,
    question: requirement.question,
    expectation: requirement.expectation,
    force: requirement.force,
    localForce: requirement.localForce,
    reference: requirement.reference,
    localReference: numberInForm(requirement.id, inputs.checklist),
    applicability: finding.applicability,
    rating: finding.rating,
    score: reportScore(finding, inputs),
    reason: response?.reason ?? null,
    note: response?.note ?? null,
    moderated: response?.moderated?.rating ?? null,
    moderation: reportModeration(response, inputs),
    assured: finding.assured,
    assurance: finding.assurance,
    evidence: finding.evidence,
    gaps: finding.gaps.map((gap) => gap.kind),
  };
}

function reportModeration(response: Finding["response"], inputs: ReportInputs): ReportRequirement["moderation"] {
  if (response?.moderated === undefined) return null;
  const { by = null, on, reason = null } = response.moderated;
  return { by, on, reason, stands: isModerated(response, inputs) };
}

/** Worst first, then in checklist order. */
function reportGaps(findings: readonly Finding[], inputs: ReportInputs): readonly Gap[] {
  const gaps = findings.flatMap((finding) => finding.gaps.map((gap) => reportGap(gap, finding, inputs)));
  return severityOrder.flatMap((severity) => gaps.filter((gap) => gap.severity === severity));
}

function reportGap(gap: FoundGap, { standard, requirement, response }: Finding, inputs: ReportInputs): Gap {
  const { action, within } = requirement.practice.remedy;
  return {
    kind: gap.kind,
    severity: gap.severity,
    standard: standard.id,
    requirement: requirement.id,
    overlay: requirement.overlay,
    title: requirement.title,
    force: requirement.force,
    localForce: requirement.localForce,
    reference: requirement.reference,
    about: gap.about ?? null,
    message: gap.message,
    remedy: nextStep(gap.kind, requirement.id) ?? `${action.replace(/\.$/u, "")} (within ${describeDuration(within)}).`,
    actions: (response?.actions ?? []).filter(isOpen).map((item) => reportAction(item, inputs.today)),
    waived: false,
    known: false,
    location: inputs.locate(gap.path),
  };
}

function reportAction(action: Action, today: Day): ReportAction {
  const { id, what, owner = null, due = null, status } = action;
  return { id, what, owner, due, status, overdue: due !== null && due < today };
}

function summarise(findings: readonly Finding[], gaps: readonly Gap[]): Summary {
  const count = (holds: (finding: Finding) => boolean): number => findings.filter(holds).length;
  const asked = findings.filter((finding) => finding.applicability.status !== "does-not-apply");
  const rated = (rating: Finding["rating"]): number => asked.filter((finding) => finding.rating === rating).length;
  const claims = asked.filter((finding) => finding.rating === "met" || finding.rating === "partly-met");
  const assured = (assurance: Finding["assurance"]): number =>
    claims.filter((finding) => finding.assurance === assurance).length;
  const severe = (severity: Gap["severity"]): number => gaps.filter((gap) => gap.severity === severity).length;
  return {
    requirements: {
      total: findings.length,
      applicable: count((finding) => finding.applicability.status === "applies"),
      notApplicable: count((finding) => finding.applicability.status === "does-not-apply"),
      unknown: count((finding) => finding.applicability.status === "unknown"),
    },
    ratings: {
      met: rated("met"),
      partlyMet: rated("partly-met"),
      notMet: rated("not-met"),
      notApplicable: rated("not-applicable"),
      unanswered: rated(null),
    },
    assurance: {
      verified: assured("verified"),
      moderated: assured("moderated"),
      attested: assured("attested"),
      none: assured("none"),
    },
    declared: declaredScore(findings),
    assured: assuredScore(findings),
    gaps: { error: severe("error"), warning: severe("warning"), note: severe("note") },
  };
}
