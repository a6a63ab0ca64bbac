import type { Rating } from "../model/audit.js";
import type { Interval, ReportRequirement } from "../model/report.js";

const values = { met: 1, "partly-met": 0.5, "not-met": 0 } satisfies Record<Exclude<Rating, "not-applicable">, number>;

/** What a score is made of: a finding, or the same as it is reported. */
export interface Scored extends Pick<ReportRequirement, "rating" | "assured"> {
  readonly applicability: Pick<ReportRequirement["applicability"], "status">;
  readonly gaps: readonly unknown[];
}

/** What one requirement may add to the score: the least and the most it can be worth, and whether it may fall out. */
interface Share {
  readonly low: number;
  readonly high: number;
  readonly optional: boolean;
}

/** The score as it was declared: what each answer claims. */
export function declaredScore(findings: readonly Scored[]): Interval {
  return interval(findings.flatMap((finding) => shareOf(finding, true)));
}

/**
 * The score that stands up: an answer that is not assured counts for nothing, and one that something is the matter with
 * does not leave the score by calling itself not applicable.
 */
export function assuredScore(findings: readonly Scored[]): Interval {
  return interval(
    findings.flatMap((finding) => (isDoubtful(finding) ? [nothing(finding)] : shareOf(finding, finding.assured))),
  );
}

function nothing({ applicability }: Scored): Share {
  return { low: 0, high: 0, optional: applicability.status === "unknown" };
}

function isDoubtful({ applicability, rating, gaps }: Scored): boolean {
  return applicability.status !== "does-not-apply" && rating === "not-applicable" && gaps.length > 0;
}

function shareOf({ applicability, rating }: Scored, counts: boolean): readonly Share[] {
  if (applicability.status === "does-not-apply" || rating === "not-applicable") return [];
  const optional = applicability.status === "unknown";
  if (rating === null) return [{ low: 0, high: 1, optional }];
  const value = counts ? values[rating] : 0;
  return [{ low: value, high: value, optional }];
}

/**
 * The lowest and the highest score over everything still open: an unanswered requirement may turn out anything, and
 * one whose applicability is unknown may also fall out. Null when nothing is sure to count and nothing may.
 */
function interval(shares: readonly Share[]): Interval {
  const low = extreme(
    shares,
    (share) => share.low,
    (value, mean) => value < mean,
    (a, b) => a - b,
  );
  const high = extreme(
    shares,
    (share) => share.high,
    (value, mean) => value > mean,
    (a, b) => b - a,
  );
  return low === null || high === null ? null : { low, high };
}

function extreme(
  shares: readonly Share[],
  worth: (share: Share) => number,
  helps: (value: number, mean: number) => boolean,
  order: (a: number, b: number) => number,
): number | null {
  const sure = shares.filter((share) => !share.optional).map(worth);
  let sum = sure.reduce((total, value) => total + value, 0);
  let count = sure.length;
  for (const value of shares
    .filter((share) => share.optional)
    .map(worth)
    .toSorted(order)) {
    if (count > 0 && !helps(value, sum / count)) break;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
