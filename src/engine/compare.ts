import type { Audit, Rating } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Report } from "../model/report.js";
import type { ComparedAudit, Comparison, RatingChange } from "../schema/comparison.gen.js";
import { doneActions, lateActions } from "./compare-actions.js";
import { refreshedEvidence } from "./compare-evidence.js";
import { compareGaps } from "./compare-gaps.js";
import { comparable, counterpartsOf, notCompared } from "./compare-shared.js";
import { type Followed, isToConfirm, type Judged, judgedOf, sameIn } from "./compared.js";
import { mayBeAssured } from "./compare-documents.js";
import { assuredScore, declaredScore } from "./score.js";

/** An audit to compare, with its report as it stood on the day it is to be shown by. */
export interface ToCompare {
  readonly report: Report;
  readonly audit: Audit;
  readonly checklist: Checklist;
  /** As it is named to the reader. */
  readonly file: string;
}

/**
 * What changed between the oldest and the newest of two or more audits of one organisation, and how all of them score
 * on what they share; `editions` are all that lie between theirs. Throws RangeError for fewer than two.
 */
export function compare(audits: readonly ToCompare[], editions: readonly Checklist[], today: Day): Comparison {
  const ordered = audits.map(judgedOf).toSorted(byPeriod);
  const newest = ordered.at(-1);
  if (newest === undefined) throw new RangeError("two audits are compared, at the least");
  const followed = ordered.map((judged): Followed => ({ ...judged, way: counterpartsOf(judged, newest, editions) }));
  const [before, ...later] = followed;
  const after = later.at(-1);
  if (before === undefined || after === undefined) throw new RangeError("two audits are compared, at the least");
  const shared = comparable(followed, after);
  const sideOf = (audit: Followed): ComparedAudit => describeSide(audit, shared, audit === after);
  return {
    schema: "comparison/1",
    today,
    organisation: after.report.organisation.name,
    before: sideOf(before),
    after: sideOf(after),
    shared,
    changes: shared.flatMap((id) => changesOf(id, before, after)),
    gaps: compareGaps(before, after),
    actions: { done: doneActions(before, after), late: lateActions(after, today) },
    evidence: { refreshed: refreshedEvidence(before, after) },
    trend: followed.map(sideOf),
    notCompared: notCompared(followed, shared, after),
  };
}

/** By the first day of the period, then by the last. */
function byPeriod(a: Judged, b: Judged): number {
  const [one, other] = [a.audit.period, b.audit.period];
  return compareDays(one.from, other.from) || compareDays(one.to, other.to);
}

function compareDays(a: Day, b: Day): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function describeSide(audit: Followed, shared: readonly string[], isNewest: boolean): ComparedAudit {
  const asked = shared.flatMap((id) => sameIn(audit, id));
  const count = (rating: Rating | null): number => asked.filter((each) => each.rating === rating).length;
  const low = assuredScore(asked);
  const high = isNewest ? low : assuredScore(asked.map((each) => ({ ...each, assured: mayBeAssured(each, audit) })));
  const { summary, checklist, audit: told } = audit.report;
  const [signOff = null] = told.signOff.toReversed().toSorted((a, b) => compareDays(b.on, a.on));
  return {
    file: audit.file,
    checklist: checklist.id,
    title: checklist.title,
    period: { from: told.period.from, to: told.period.to },
    signedOff: signOff?.on ?? null,
    changedSince: signOff?.changed ?? null,
    judgedOn: audit.report.today,
    ratings: {
      met: count("met"),
      partlyMet: count("partly-met"),
      notMet: count("not-met"),
      notApplicable: count("not-applicable"),
      unanswered: count(null),
    },
    toConfirm: asked.filter(isToConfirm).length,
    declared: declaredScore(asked),
    assured: low === null || high === null ? null : { low: low.low, high: high.high },
    gaps: { error: summary.gaps.error, warning: summary.gaps.warning, note: summary.gaps.note },
  };
}

const ranks = { "not-met": 0, "partly-met": 1, met: 2 } satisfies Record<Exclude<Rating, "not-applicable">, number>;

function changesOf(id: string, before: Followed, after: Followed): readonly RatingChange[] {
  return sameIn(after, id).flatMap((now) =>
    sameIn(before, id)
      .filter((then) => then.rating !== now.rating)
      .map((then) => {
        const confirmed = !isToConfirm(then) && !isToConfirm(now);
        const direction = directionOf(then.rating, now.rating, confirmed);
        return { requirement: id, title: now.title, before: then.rating, after: now.rating, direction, confirmed };
      }),
  );
}

/** What waits to be confirmed is no improvement yet; a fall is told in any case. */
function directionOf(before: Rating | null, after: Rating | null, confirmed: boolean): RatingChange["direction"] {
  if (before === null || after === null || before === "not-applicable" || after === "not-applicable") return "other";
  if (ranks[after] < ranks[before]) return "down";
  return confirmed ? "up" : "other";
}
