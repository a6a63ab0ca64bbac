import type { Rating, Response } from "../model/audit.js";
import type { ReportScore, ReportTotal } from "../model/report.js";
import type { Scale, ScaleValue } from "../schema/scales.gen.js";

/** The values of a scale that stand for the rating, worst first; empty when it has none. */
export function candidatesFor(rating: Rating, scale: Scale): readonly ScaleValue[] {
  return scale.values.filter((value) => value.rating === rating);
}

/** What a value of the scale comes to; null when the scale has no such value. The number 0 and the text "0" are two. */
export function ratingOf({ values }: Scale, value: string | number): Rating | null {
  return values.find((each) => each.value === value)?.rating ?? null;
}

/**
 * The answer on the scale; null when it is not rated or the scale has no value for its rating. A score given on this very
 * scale is exact; a rating that may stand for several values becomes the worst of them, and says so.
 */
export function scoreOf({ rating, scores }: Pick<Response, "rating" | "scores">, scale: Scale): ReportScore | null {
  if (rating === undefined) return null;
  const candidates = candidatesFor(rating, scale);
  const given = candidates.find(({ value }) => value === scoreOn(scale, scores));
  if (given !== undefined) return { value: given.value, title: given.title, exact: true, candidates: [given.value] };
  const [worst] = candidates;
  if (worst === undefined) return null;
  const exact = worst.exact && candidates.length === 1;
  return { value: worst.value, title: worst.title, exact, candidates: candidates.map(({ value }) => value) };
}

function scoreOn({ id }: Scale, scores: Response["scores"]): string | number | undefined {
  return scores !== undefined && Object.hasOwn(scores, id) ? scores[id] : undefined;
}

/** The ratings that the scores of an answer come to, each once, of those whose scale is known and has the value. */
export function ratingsOf(scores: NonNullable<Response["scores"]>, scales: readonly Scale[]): readonly Rating[] {
  const ratings = scales.flatMap((scale) => {
    const score = scoreOn(scale, scores);
    return score === undefined ? [] : (ratingOf(scale, score) ?? []);
  });
  return [...new Set(ratings)];
}

/** Whether one may calculate with its values. */
export function isNumeric({ values }: Scale): boolean {
  return values.every(({ value }) => typeof value === "number");
}

/** A score of one requirement, and how much it counts. */
export interface Weighted {
  readonly score: ReportScore;
  readonly weight: number;
}

/**
 * The weighted mean of the scores, in the numbers of the scale. What is scored as not applicable is left out, even where
 * that score is a number. Null where nothing counts, or where the scale has no numbers.
 */
export function weightedTotal(scored: readonly Weighted[], scale: Scale): ReportTotal | null {
  if (!isNumeric(scale)) return null;
  const counted = scored.flatMap(({ score: { value }, weight }) =>
    typeof value !== "number" || ratingOf(scale, value) === "not-applicable" ? [] : [{ value, weight }],
  );
  const weight = counted.reduce((sum, each) => sum + each.weight, 0);
  if (weight === 0) return null;
  return {
    mean: counted.reduce((sum, each) => sum + each.value * each.weight, 0) / weight,
    of: counted.length,
    weight,
  };
}
