import type {
  Gap,
  Location,
  Report,
  ReportDocument,
  ReportOverlay,
  ReportRequirement,
  ReportStandard,
  ReportWaiver,
  Summary,
} from "../model/report.js";
import { escapeJson } from "./escape.js";
import type { Reporter } from "./reporter.js";

/** The contract for programs: the keys of the published schema in its order, and no others. */
export const renderJson: Reporter = (report) => `${escapeJson(JSON.stringify(inOrder(report), null, 2))}\n`;

function inOrder(report: Report): Report {
  const { tool, checklist, audit, organisation, verdict } = report;
  return {
    schema: report.schema,
    tool: { name: tool.name, version: tool.version },
    today: report.today,
    checklist: {
      id: checklist.id,
      title: checklist.title,
      status: checklist.status,
      notice: checklist.notice,
      safetyNotice: checklist.safetyNotice,
      inForce: { from: checklist.inForce.from, until: checklist.inForce.until },
      supersededBy: checklist.supersededBy,
      overlays: checklist.overlays.map(overlayInOrder),
    },
    audit: {
      period: { from: audit.period.from, to: audit.period.to },
      assessors: audit.assessors,
      signOff: audit.signOff.map(({ role, on, minute, changed, since }) => ({ role, on, minute, changed, since })),
    },
    organisation: {
      name: organisation.name,
      reference: organisation.reference,
      facts: organisation.facts,
      duties: organisation.duties.map(({ id, title, law, force, summary, status, reason }) => {
        return { id, title, law, force, summary, status, reason };
      }),
    },
    summary: summaryInOrder(report.summary),
    form: formInOrder(report.form),
    standards: report.standards.map(standardInOrder),
    gaps: report.gaps.map(gapInOrder),
    waivers: report.waivers.map(waiverInOrder),
    baseline:
      report.baseline === null
        ? null
        : { file: report.baseline.file, known: report.baseline.known, gone: report.baseline.gone },
    documents: report.documents?.map(documentInOrder) ?? null,
    verdict: { passed: verdict.passed, failOn: verdict.failOn, reasons: verdict.reasons },
  };
}

function overlayInOrder({ id, title }: ReportOverlay): ReportOverlay {
  return { id, title };
}

function formInOrder(form: Report["form"]): Report["form"] {
  if (form === null) return null;
  const { id, title, scale, total, inexact } = form;
  return {
    id,
    title,
    scale: scale === null ? null : { id: scale.id, title: scale.title, note: scale.note },
    total: total === null ? null : { mean: total.mean, of: total.of, weight: total.weight },
    inexact,
  };
}

function scoreInOrder(score: ReportRequirement["score"]): ReportRequirement["score"] {
  if (score === null) return null;
  const { value, title, exact, candidates } = score;
  return { value, title, exact, candidates };
}

function summaryInOrder({ requirements, ratings, assurance, declared, assured, gaps }: Summary): Summary {
  return {
    requirements: {
      total: requirements.total,
      applicable: requirements.applicable,
      notApplicable: requirements.notApplicable,
      unknown: requirements.unknown,
    },
    ratings: {
      met: ratings.met,
      partlyMet: ratings.partlyMet,
      notMet: ratings.notMet,
      notApplicable: ratings.notApplicable,
      unanswered: ratings.unanswered,
    },
    assurance: {
      verified: assurance.verified,
      moderated: assurance.moderated,
      attested: assurance.attested,
      none: assurance.none,
    },
    declared: declared === null ? null : { low: declared.low, high: declared.high },
    assured: assured === null ? null : { low: assured.low, high: assured.high },
    gaps: { error: gaps.error, warning: gaps.warning, note: gaps.note },
  };
}

function standardInOrder({ id, title, requirements }: ReportStandard): ReportStandard {
  return { id, title, requirements: requirements.map(requirementInOrder) };
}

function requirementInOrder(requirement: ReportRequirement): ReportRequirement {
  return {
    id: requirement.id,
    overlay: requirement.overlay === null ? null : overlayInOrder(requirement.overlay),
    title: requirement.title,
    question: requirement.question,
    expectation: requirement.expectation,
    force: requirement.force,
    localForce: requirement.localForce,
    reference: referenceInOrder(requirement.reference),
    localReference: requirement.localReference,
    applicability: { status: requirement.applicability.status, reason: requirement.applicability.reason },
    rating: requirement.rating,
    score: scoreInOrder(requirement.score),
    reason: requirement.reason,
    note: requirement.note,
    moderated: requirement.moderated,
    moderation: moderationInOrder(requirement.moderation),
    assured: requirement.assured,
    assurance: requirement.assurance,
    evidence: requirement.evidence.map(({ title, path, location, reviewed, reviewDue, read, standsUp, problems }) => {
      return { title, path, location, reviewed, reviewDue, read, standsUp, problems };
    }),
    gaps: requirement.gaps,
  };
}

function moderationInOrder(moderation: ReportRequirement["moderation"]): ReportRequirement["moderation"] {
  if (moderation === null) return null;
  const { by, on, reason, stands } = moderation;
  return { by, on, reason, stands };
}

function referenceInOrder({ chapter, paragraph, verified, source, law }: Gap["reference"]): Gap["reference"] {
  return { chapter, paragraph, verified, source, law };
}

function gapInOrder(gap: Gap): Gap {
  return {
    kind: gap.kind,
    severity: gap.severity,
    standard: gap.standard,
    requirement: gap.requirement,
    overlay: gap.overlay === null ? null : overlayInOrder(gap.overlay),
    title: gap.title,
    force: gap.force,
    localForce: gap.localForce,
    reference: referenceInOrder(gap.reference),
    about: gap.about,
    message: gap.message,
    remedy: gap.remedy,
    actions: gap.actions.map(({ id, what, owner, due, status, overdue }) => ({
      id,
      what,
      owner,
      due,
      status,
      overdue,
    })),
    waived: gap.waived,
    known: gap.known,
    location: locationInOrder(gap.location),
  };
}

function locationInOrder(location: Location | null): Location | null {
  return location === null ? null : { file: location.file, line: location.line, column: location.column };
}

function waiverInOrder(waiver: ReportWaiver): ReportWaiver {
  const { requirement, gap, file, finding, reason, approvedBy, expires, state } = waiver;
  const location = locationInOrder(waiver.location);
  return { requirement, gap, file, finding, reason, approvedBy, expires, state, location };
}

function documentInOrder({ file, unit, findings }: ReportDocument): ReportDocument {
  return {
    file,
    unit,
    findings: findings.map(({ code, severity, line, about, message, hint, waived, known }) => {
      return { code, severity, line, about, message, hint, waived, known };
    }),
  };
}
