import { responseTo } from "../model/audit.js";
import { addDuration } from "../model/day.js";
import { requirementsOf } from "../model/checklist.js";
import type { GapKind, ReportEvidence, ReportRequirement } from "../model/report.js";
import type { Judged } from "./compared.js";

/**
 * Whether what is cited is what was cited when the audit was made: its digest was kept and is the same today. What has
 * no path cannot change by itself.
 */
function isAsItWas({ path, problems }: ReportEvidence, requirement: string, judged: Judged): boolean {
  if (path === null) return true;
  if (problems.includes("evidence-missing") || problems.includes("evidence-changed")) return false;
  const cited = responseTo(judged.audit, requirement)?.evidence;
  return cited?.some((each) => each.path === path && each.sha256 === undefined) === false;
}

/** Whether a gap in the evidence of an older audit was there at its time, and not only since its documents changed. */
export function wasThere(
  { kind, about }: { readonly kind: GapKind; readonly about: string | null },
  requirement: ReportRequirement,
  judged: Judged,
): boolean {
  const cited = requirement.evidence.filter(({ path, location }) => about === null || about === (path ?? location));
  if (kind !== "evidence-out-of-date") return cited.every((each) => isAsItWas(each, requirement.id, judged));
  return cited.every((each) => isAsItWas(each, requirement.id, judged) || isPastItsDays(each, requirement.id, judged));
}

/** By the days that the audit gives, whatever the document says. */
function isPastItsDays({ reviewed, reviewDue }: ReportEvidence, requirement: string, judged: Judged): boolean {
  const { today } = judged.report;
  if (reviewDue !== null && reviewDue < today) return true;
  return requirementsOf(judged.checklist).some(
    ({ id, practice }) => id === requirement && reviewed !== null && addDuration(reviewed, practice.review) < today,
  );
}

/** Gaps by which an answer is not assured, whatever its documents say. */
const barsAssurance: readonly GapKind[] = ["to-confirm", "question-changed", "audit-out-of-date", "moderated-lower"];

/**
 * Whether an answer of an older audit is assured, or was before what it cites changed: a document that is gone or
 * different today may have stood up then.
 */
export function mayBeAssured(requirement: ReportRequirement, judged: Judged): boolean {
  if (requirement.assured) return true;
  const { id, evidence, gaps, rating } = requirement;
  if ((rating !== "met" && rating !== "partly-met") || barsAssurance.some((kind) => gaps.includes(kind))) return false;
  const failing = evidence.filter(({ standsUp }) => !standsUp);
  return (
    failing.length > 0 && failing.every((each) => !isAsItWas(each, id, judged) && !isPastItsDays(each, id, judged))
  );
}
