import type { Action } from "../model/audit.js";
import { type Checklist, forceInfo, type Force } from "../model/checklist.js";
import { type Day, describeDay } from "../model/day.js";
import { severityOrder } from "../model/gap.js";
import type { Gap, Interval, Location, Severity } from "../model/report.js";

/** "1 gap", "3 gaps", "no gaps". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}

/** "in force from 4 July 2018 until 14 December 2023". */
export function describeInForce({ from, until }: { readonly from: Day; readonly until: Day | null }): string {
  return `in force from ${describeDay(from)}${until === null ? "" : ` until ${describeDay(until)}`}`;
}

/** The title of an edition of which only the id is known, with the id; the id alone where it says no year. */
export function describeEdition(id: string): string {
  const year = /^working-together-(\d{4})$/.exec(id)?.[1];
  return year === undefined ? id : `Working Together to Safeguard Children ${year} (${id})`;
}

/** How the text of an edition came into the checklist. */
export const editionStatusInfo = {
  verified: "read in the guidance itself",
  restated: "written from sources that restate the guidance",
  "carried-over": "carried over from the edition before",
} as const satisfies Record<Checklist["status"], string>;

/** "Should (statutory guidance)". */
export function describeForce(force: Force): string {
  return `${capitalise(force)} (${forceInfo[force]})`;
}

/** Where in a file, as an editor opens it: "audit.yaml:41". */
export function describeLocation(location: Location): string {
  return `${location.file}:${location.line}`;
}

/** The severity as a heading and what it says about the gaps beneath. */
export const severityInfo = {
  error: {
    one: "error",
    many: "Errors",
    meaning: "not in place, or not provable, where the law or the statutory guidance expects it",
  },
  warning: {
    one: "warning",
    many: "Warnings",
    meaning: "partly in place, or in place with weak evidence; and local rules",
  },
  note: { one: "note", many: "Notes", meaning: "good practice to think about" },
} as const satisfies Record<Severity, { readonly one: string; readonly many: string; readonly meaning: string }>;

/** "2 errors", "1 note": worst first, and only what there is. */
export function countBySeverity(gaps: readonly Gap[]): readonly string[] {
  return severityOrder.flatMap((severity) => {
    const count = gaps.filter((gap) => gap.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severityInfo[severity].one)];
  });
}

/** The word that marks a gap which is waived. */
export const waivedMark = "waived";

/** "2 gaps are waived."; nothing when none is. */
export function describeWaived(gaps: readonly Gap[]): readonly string[] {
  const count = gaps.filter((gap) => gap.waived).length;
  return count === 0 ? [] : [`${countOf(count, "gap")} ${count === 1 ? "is" : "are"} ${waivedMark}.`];
}

export const actionStatusInfo = {
  open: "open",
  "in-progress": "in progress",
  done: "done",
  cancelled: "cancelled",
} as const satisfies Record<Action["status"], string>;

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

export function capitalise(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
