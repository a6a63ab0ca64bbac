import type { Interval } from "./report.js";

/**
 * "62% to 71%", or "62%" when nothing is open. Never claims more than is true: the low end is rounded down, the high
 * end up, and 100% is only said of all.
 */
export function describeInterval(interval: Interval): string {
  if (interval === null) return "no score";
  const low = toPercent(interval.low, Math.floor);
  const high = interval.low === interval.high ? low : toPercent(interval.high, Math.ceil);
  return low === high ? `${low}%` : `${low}% to ${high}%`;
}

/** The ninth decimal is dropped first: 0.29 * 100 is 28.999999999999996. */
function toPercent(fraction: number, round: (value: number) => number): number {
  if (fraction >= 1) return 100;
  return Math.min(99, round(Number((fraction * 100).toFixed(9))));
}
