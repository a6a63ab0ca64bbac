import { ratingInfo, type Rating } from "../model/audit.js";
import { addDuration, describeDay, describeDuration } from "../model/day.js";
import { type GapRule, gapIn, type Subject } from "./finding.js";

const unanswered: GapRule = {
  name: "unanswered",
  check: (subject) =>
    subject.response?.rating === undefined && subject.applicability.status === "applies"
      ? [gapIn(subject, "unanswered", "No rating has been given.")]
      : [],
};

const applicabilityUnknown: GapRule = {
  name: "applicability-unknown",
  check: (subject) =>
    subject.applicability.status === "unknown"
      ? [gapIn(subject, "applicability-unknown", subject.applicability.reason)]
      : [],
};

const shortfall: GapRule = {
  name: "shortfall",
  check: (subject) => {
    const rating = subject.response?.rating;
    if (rating === "not-met")
      return [gapIn(subject, "not-met", "The organisation says that this is not in place.", "rating")];
    if (rating === "partly-met")
      return [gapIn(subject, "partly-met", "The organisation says that this is only partly in place.", "rating")];
    return [];
  },
};

const notApplicableWithoutReason: GapRule = {
  name: "not-applicable-without-reason",
  check: (subject) =>
    subject.response?.rating === "not-applicable" && subject.response.reason === undefined
      ? [
          gapIn(
            subject,
            "not-applicable-without-reason",
            "It is marked not applicable, and no reason is given.",
            "rating",
          ),
        ]
      : [],
};

const noEvidence: GapRule = {
  name: "no-evidence",
  check: (subject) =>
    subject.response?.rating === "met" && subject.evidence.length === 0
      ? [gapIn(subject, "no-evidence", "It is rated met, and nothing is cited that proves it.", "rating")]
      : [],
};

const moderatedLower: GapRule = {
  name: "moderated-lower",
  check: (subject) => {
    const { rating, moderated } = subject.response ?? {};
    if (rating === undefined || moderated === undefined || !isLower(moderated.rating, rating)) return [];
    const by = moderated.by === undefined ? "the moderator" : `the moderator (${moderated.by})`;
    const message = `It is rated ${inWords(rating)}, but ${by} rated it ${inWords(moderated.rating)} on ${describeDay(moderated.on)}.`;
    return [gapIn(subject, "moderated-lower", message, "moderated", "rating")];
  },
};

const questionChanged: GapRule = {
  name: "question-changed",
  // A carried answer waits to be confirmed for the new wording already: that is told once.
  check: (subject) =>
    isForAnotherWording(subject) && !isCarriedOver(subject)
      ? [gapIn(subject, "question-changed", "It was answered for another wording of the question.", "question")]
      : [],
};

const toConfirm: GapRule = {
  name: "to-confirm",
  check: (subject) => {
    const why = subject.response?.["to-confirm"];
    return why === undefined
      ? []
      : [gapIn(subject, "to-confirm", `The answer waits to be confirmed: ${why}`, "to-confirm")];
  },
};

const auditOutOfDate: GapRule = {
  name: "audit-out-of-date",
  check: (subject) => {
    const problem = ageProblem(subject);
    const place = subject.response?.assessed === undefined ? ["rating"] : ["assessed", "on"];
    return problem === null ? [] : [gapIn(subject, "audit-out-of-date", problem, ...place)];
  },
};

/** Whether an answered requirement was answered too long ago, or on a day that has not come, which would never age. */
export function isStale(subject: Subject): boolean {
  return ageProblem(subject) !== null;
}

function ageProblem({ response, today, maxAge, periodFrom }: Subject): string | null {
  if (response?.rating === undefined) return null;
  const on = response.assessed?.on;
  if (on !== undefined && on > today) return `Its answer is dated ${describeDay(on)}, which has not come yet.`;
  if (on === undefined && periodFrom > today) return "It carries no day, and the period of the audit has not begun.";
  if (addDuration(on ?? periodFrom, maxAge) >= today) return null;
  const ago = `more than ${describeDuration(maxAge)} ago`;
  if (on !== undefined) return `It was answered on ${describeDay(on)}, ${ago}.`;
  return `It carries no day, and the period of the audit began on ${describeDay(periodFrom)}, ${ago}.`;
}

/** Whether the text of the requirement is no longer the one that was answered. */
export function isForAnotherWording({ response, requirement }: Subject): boolean {
  return response?.rating !== undefined && response.question !== undefined && response.question !== requirement.digest;
}

/** Whether the answer was given for another edition, and waits to be confirmed for this one. */
function isCarriedOver({ response }: Subject): boolean {
  return response?.["to-confirm"] !== undefined && response["carried-from"] !== undefined;
}

/**
 * Whether a moderated rating is worse than the self rating. To call a thing not applicable claims as much as to call
 * it met; a moderator who calls it not applicable lowers nothing.
 */
export function isLower(moderated: Rating, self: Rating): boolean {
  return ranks[moderated] < ranks[self];
}

const ranks = { "not-met": 0, "partly-met": 1, met: 2, "not-applicable": 2 } satisfies Record<Rating, number>;

function inWords(rating: Rating): string {
  return ratingInfo[rating].toLowerCase();
}

export const responseRules: readonly GapRule[] = [
  unanswered,
  applicabilityUnknown,
  shortfall,
  notApplicableWithoutReason,
  noEvidence,
  moderatedLower,
  questionChanged,
  toConfirm,
  auditOutOfDate,
];
