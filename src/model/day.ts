/** An ISO day such as 2026-11-21; days compare as strings. */
export type Day = string;

/** A span of whole calendar units. */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const durationPattern = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/;

/** Whether the text is a day that exists in the calendar. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  return match !== null && toDay(toTime(text)) === text;
}

/** Whether the text is an ISO 8601 duration in whole years, months, weeks and days: P12M, P1Y6M, P14D. */
export function isDuration(text: string): boolean {
  return durationPattern.test(text);
}

/** The duration that the text states. Throws RangeError when `isDuration` is false. */
export function parseDuration(text: string): Duration {
  const match = durationPattern.exec(text);
  if (match === null) throw new RangeError(`not a duration: ${text}`);
  const count = (group: number): number => Number(match[group] ?? 0);
  return { months: count(1) * 12 + count(2), days: count(3) * 7 + count(4) };
}

/**
 * The day that lies the duration after; the last of the month where the month is too short, and 9999-12-31 for all
 * that lies beyond.
 */
export function addDuration(day: Day, duration: string): Day {
  const { months, days } = parseDuration(duration);
  const date = new Date(toTime(day));
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(dayOfMonth, date.getUTCDate()) + days);
  return date.getUTCFullYear() > 9999 ? "9999-12-31" : toDay(date.getTime());
}

/** Whether a span is the longer of two. A month counts 30.436875 days, its mean in the calendar: P12M is longer than P365D. */
export function isLonger(duration: string, than: string): boolean {
  return meanDays(duration) > meanDays(than);
}

function meanDays(duration: string): number {
  const { months, days } = parseDuration(duration);
  return months * 30.436875 + days;
}

/** January first. */
export const monthNames: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

/** "31 January 2027", the same in every locale; a text that is no day is given back as it is. */
export function describeDay(day: Day): string {
  const [, year, month, dayOfMonth] = dayPattern.exec(day) ?? [];
  const name = monthNames[Number(month) - 1];
  return name === undefined ? day : `${Number(dayOfMonth)} ${name} ${year}`;
}

/** In words: `P12M` is "12 months". */
export function describeDuration(text: string): string {
  const units = ["year", "month", "week", "day"];
  return (durationPattern.exec(text)?.slice(1) ?? [])
    .flatMap((part, index) =>
      part === undefined ? [] : [`${Number(part)} ${units[index]}${Number(part) === 1 ? "" : "s"}`],
    )
    .join(" ");
}

function toTime(day: Day): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? 0 : time;
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
