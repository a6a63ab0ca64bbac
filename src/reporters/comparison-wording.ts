import { ratingInfo } from "../model/audit.js";
import { describeDay } from "../model/day.js";
import { gapInfo } from "../model/gap.js";
import type { ComparedAction, ComparedAudit, Comparison, RatingChange, UnprovenGap } from "../schema/comparison.gen.js";
import { capitalise, countOf } from "./wording.js";

/** "both audits", "all 4 audits". */
export function allAudits({ trend }: Comparison): string {
  return trend.length === 2 ? "both audits" : `all ${trend.length} audits`;
}

/** "24 requirements apply in both audits and mean the same in each". */
export function describeShared(comparison: Comparison): string {
  const { length } = comparison.shared;
  const [apply, mean] = length === 1 ? ["applies", "means"] : ["apply", "mean"];
  return `${capitalise(countOf(length, "requirement"))} ${apply} in ${allAudits(comparison)} and ${mean} the same in each`;
}

/** "1 January 2025 to 31 December 2025". */
export function describePeriod({ period }: ComparedAudit): string {
  return `${describeDay(period.from)} to ${describeDay(period.to)}`;
}

/** "Partly met to met": with what is unsure about it. */
export function describeChange({ before, after, confirmed }: RatingChange): string {
  const doubt = confirmed ? "" : ", waits to be confirmed";
  return `${ratingName(before)} to ${ratingName(after).toLowerCase()}${doubt}`;
}

function ratingName(rating: RatingChange["before"]): string {
  return rating === null ? "Unanswered" : ratingInfo[rating];
}

/** The kind of a gap in a few words; a kind that this version does not know stands as it is. */
export function describeKind(kind: string): string {
  return Object.entries(gapInfo).find(([known]) => known === kind)?.[1].title ?? kind;
}

export const unprovenInfo = {
  unanswered: "it has no answer now",
  "to-confirm": "its answer waits to be confirmed",
  rating: "what it is rated now says nothing of it",
  narrowed: "less is asked now than was then",
  document: "what was cited is not there as it was, or nothing is cited now",
  action: "the action is left out now, or nothing shows that it was done",
  moderation: "nobody has moderated the answer since",
} as const satisfies Record<UnprovenGap["why"], string>;

/** "Action A1, Chair, due 31 January 2027, done on 2 February 2027": what is known of it. */
export function describeAction({ id, owner, due, completed }: ComparedAction): string {
  return [
    `Action ${id}`,
    owner ?? "nobody named",
    ...(due === null ? [] : [`due ${describeDay(due)}`]),
    ...(completed === null ? [] : [`done on ${describeDay(completed)}`]),
  ].join(", ");
}
