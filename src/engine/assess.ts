import { type Audit, responseTo } from "../model/audit.js";
import { bindingForce, type Checklist, type Requirement, type Standard } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { EvidenceReadings } from "../model/evidence.js";
import { severityOf } from "../model/gap.js";
import type { Profile } from "../model/profile.js";
import type { ReportEvidence, ReportRequirement } from "../model/report.js";
import { actionRules } from "./action-rules.js";
import { judge } from "./applicability.js";
import { caseDataRule, evidenceRule, reportEvidence, topicRule } from "./evidence-rules.js";
import type { Finding, Subject } from "./finding.js";
import { isModerated } from "./moderation.js";
import { deriveFacts } from "./profile.js";
import { isForAnotherWording, isLower, isStale, responseRules } from "./response-rules.js";

export interface AssessInputs {
  readonly checklist: Checklist;
  readonly profile: Profile;
  readonly audit: Audit;
  readonly readings: EvidenceReadings;
  readonly today: Day;
  /** How old an answer may be, an ISO 8601 duration. */
  readonly maxAge: string;
}

/** One finding a requirement, in checklist order. */
export function assess(inputs: AssessInputs): readonly Finding[] {
  const facts = deriveFacts(inputs.audit.organisation.facts, inputs.profile);
  const rules = [
    ...responseRules,
    evidenceRule(inputs.readings),
    topicRule(inputs.readings),
    caseDataRule(inputs.readings),
    ...actionRules,
  ];
  return inputs.checklist.standards.flatMap((standard) =>
    standard.requirements.map((requirement): Finding => {
      const subject = subjectOf(requirement, inputs, judge(requirement.appliesWhen, facts, inputs.profile));
      const assurance = assuranceOf(subject);
      const gaps =
        subject.applicability.status === "does-not-apply" ? [] : rules.flatMap((rule) => rule.check(subject));
      return {
        ...describeAnswer(standard, subject),
        assurance,
        assured: assurance === "verified" || assurance === "moderated",
        gaps: gaps.map((gap) => ({ ...gap, severity: severityOf(gap.kind, bindingForce(requirement)) })),
      };
    }),
  );
}

function describeAnswer(standard: Standard, { requirement, applicability, response, evidence }: Subject) {
  return { standard, requirement, applicability, response, rating: response?.rating ?? null, evidence };
}

function subjectOf(requirement: Requirement, inputs: AssessInputs, applicability: Subject["applicability"]): Subject {
  const response = responseTo(inputs.audit, requirement.id) ?? null;
  return {
    requirement,
    applicability,
    response,
    evidence: reportEvidence(response?.evidence ?? [], inputs.readings, requirement.practice.review, inputs.today),
    today: inputs.today,
    maxAge: inputs.maxAge,
    periodFrom: inputs.audit.period.from,
  };
}

/**
 * How far a rating of met or partly met is more than a claim. `verified`: a cited document was read and everything
 * cited stands up. `moderated`: a moderator gave this answer the same rating or a better one, and not too long ago. `attested`: all that is cited
 * stands up, but none of it could be read. An answer that waits to be confirmed, was given for another wording, is
 * too old, or was moderated lower is none of these.
 */
function assuranceOf(subject: Subject): ReportRequirement["assurance"] {
  const { rating, moderated, "to-confirm": waiting } = subject.response ?? {};
  if (subject.applicability.status === "does-not-apply") return "none";
  if (rating !== "met" && rating !== "partly-met") return "none";
  if (waiting !== undefined || isForAnotherWording(subject) || isStale(subject)) return "none";
  if (moderated !== undefined && isLower(moderated.rating, rating)) return "none";
  const standsUp = subject.evidence.length > 0 && subject.evidence.every((evidence) => evidence.standsUp);
  if (standsUp && subject.evidence.some(isRead)) return "verified";
  if (moderated !== undefined && moderated.rating !== "not-applicable" && isModerated(subject.response, subject))
    return "moderated";
  return standsUp ? "attested" : "none";
}

function isRead(evidence: ReportEvidence): boolean {
  return evidence.read;
}
