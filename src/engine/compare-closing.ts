import { type Action, type Rating, responseTo } from "../model/audit.js";
import type { Gap, GapKind, ReportRequirement } from "../model/report.js";
import type { UnprovenGap } from "../schema/comparison.gen.js";
import { wasThere } from "./compare-documents.js";
import type { Judged } from "./compared.js";
import { isLower } from "./response-rules.js";

/** A gap that is no longer there, and the answer, given and confirmed, to what it was about. */
interface Vanished {
  readonly gap: Gap;
  readonly was: ReportRequirement;
  readonly now: ReportRequirement;
  readonly before: Judged;
  readonly after: Judged;
}

/** Why it is not known to be closed; null: it is closed. */
type ClosingRule = (vanished: Vanished) => UnprovenGap["why"] | null;

/** It was about the answer, and there is one that it is not about. */
const answered: ClosingRule = () => null;

const never: ClosingRule = () => "document";

/** Only these ratings are looked at for such a gap. */
function rated(...ratings: readonly Rating[]): ClosingRule {
  return ({ now: { rating } }) => (rating !== null && ratings.includes(rating) ? null : "rating");
}

const claimed = rated("met", "partly-met");

/** In the evidence of a claim: it must have been there at its time, and the claim still be made, with evidence. */
const evidence: ClosingRule = (vanished) => {
  const isTold = vanished.now.evidence.length > 0 && wasThere(vanished.gap, vanished.was, vanished.before);
  return claimed(vanished) ?? (isTold ? null : "document");
};

const offTopic: ClosingRule = (vanished) => rated("met")(vanished) ?? evidence(vanished);

/** An action that is only left out was not done. */
const action: ClosingRule = ({ gap, was, now, after }) =>
  actionsOf(after, [now.id, was.id]).some(({ id }) => id === gap.about) ? null : "action";

const actionShown: ClosingRule = ({ gap, was, now, after }) =>
  actionsOf(after, [now.id, was.id]).some(({ id, evidence: shown = [] }) => id === gap.about && shown.length > 0)
    ? null
    : "action";

/** Without a moderator of the answer as it is now, only a rating that is no better than the moderated one ends the difference. */
const moderated: ClosingRule = ({ was, now }) => {
  if (now.moderation?.stands === true) return null;
  const agreed = was.moderated !== null && now.rating !== null && !isLower(was.moderated, now.rating);
  return agreed ? null : "moderation";
};

/** What must hold before a gap of that kind, which is not there any more, is called closed. */
export const closingRules = {
  unanswered: answered,
  "not-met": rated("met"),
  "partly-met": rated("met"),
  "not-applicable-without-reason": answered,
  "applicability-unknown": answered,
  "no-evidence": rated("met"),
  "evidence-missing": evidence,
  "evidence-blank": evidence,
  "evidence-unratified": evidence,
  "evidence-out-of-date": evidence,
  "evidence-changed": evidence,
  "evidence-superseded": evidence,
  "evidence-off-topic": offTopic,
  // A document that is no longer cited was not read.
  "evidence-case-data": never,
  "moderated-lower": moderated,
  "question-changed": answered,
  "to-confirm": answered,
  "audit-out-of-date": answered,
  "action-missing": rated("met", "partly-met", "not-met"),
  "action-overdue": action,
  "action-without-owner": action,
  "action-closed-without-evidence": actionShown,
  "action-still-open": (vanished) => rated("met")(vanished) ?? action(vanished),
  "waiver-expired": answered,
} as const satisfies Record<GapKind, ClosingRule>;

/** Those of the answers, and those put away for either requirement. */
function actionsOf(judged: Judged, requirements: readonly string[]): readonly Action[] {
  const archived = (judged.audit["archived-actions"] ?? []).filter(({ requirement }) =>
    requirements.includes(requirement),
  );
  return [
    ...requirements.flatMap((id) => responseTo(judged.audit, id)?.actions ?? []),
    ...archived.map((item) => item.action),
  ];
}
