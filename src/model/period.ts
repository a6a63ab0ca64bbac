import { addDuration, type Day, describeDay } from "./day.js";

/** The days that an audit is about, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const millisecondsOfDay = 24 * 60 * 60 * 1000;
/** No period is longer: months are counted up to here. */
const longest = 1200;

/**
 * The period that follows: it begins the day after, or on `from`, and is as long. What covers whole months covers as
 * many again, so that a calendar year is followed by one, a leap year or not.
 */
export function nextPeriod(period: Period, from: Day = dayAfter(period.to)): Period {
  const months = wholeMonths(period);
  if (months !== null) return { from, to: dayBefore(addDuration(from, `P${months}M`)) };
  const days = (timeOf(period.to) - timeOf(period.from)) / millisecondsOfDay;
  return { from, to: addDuration(from, `P${Math.min(days, 9999)}D`) };
}

/** "1 January 2026 to 31 December 2026". */
export function describePeriod({ from, to }: Period): string {
  return `${describeDay(from)} to ${describeDay(to)}`;
}

/** How many months a period covers, when it covers whole ones; null: it does not. */
function wholeMonths({ from, to }: Period): number | null {
  const end = dayAfter(to);
  const years = Number(end.slice(0, 4)) - Number(from.slice(0, 4));
  const months = years * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7));
  return months > 0 && months <= longest && addDuration(from, `P${months}M`) === end ? months : null;
}

function dayAfter(day: Day): Day {
  return addDuration(day, "P1D");
}

function dayBefore(day: Day): Day {
  return new Date(timeOf(day) - millisecondsOfDay).toISOString().slice(0, 10);
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
