import { type Day, isDay, monthNames } from "../../model/day.js";

/** A day, month or year as a text writes it. */
export interface WrittenDay {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** A month or a year stands for its last day; null: there is no such day, or it cannot be told. */
  readonly day: Day | null;
  readonly precision: "day" | "month" | "year";
}

const month =
  "(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b";
const year = "(?:(?:1[89]|2[01])\\d\\d\\b|['’‘]\\d\\d\\b)";
const shortYear = "(?:\\d{4}|['’‘]?\\d\\d)\\b";
const gap = "[ .,/–-]{0,3}";

/** Each form with its own group, whose name tells how it is read. */
const forms = [
  "(?<iso>\\b\\d{4}([-/.])\\d{1,2}\\2\\d{1,2}(?!\\d))",
  "(?<british>(?<![\\d.])\\d{1,2} ?([-/.]) ?\\d{1,2} ?\\4 ?(?:\\d{4}|\\d\\d)(?![\\d]|[./-]\\d))",
  `(?<dayFirst>\\b\\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)?${gap}${month}${gap}${shortYear})`,
  `(?<monthFirst>\\b${month}${gap}\\d{1,2}(?:st|nd|rd|th)?,? (?:\\d{4})\\b)`,
  `(?<months>\\b${month}(?: ?[/&–-] ?${month})?${gap}(?:${year}|\\d\\d\\b(?![:.]\\d)))`,
  "(?<term>\\b(?:spring|summer|autumn|winter|easter|lent|michaelmas|trinity|hilary|christmas)(?: term)?(?: [12])?,? (?:of )?20\\d\\d\\b)",
  "(?<compact>\\b20\\d\\d[01]\\d[0-3]\\d\\b)",
  "(?<monthOfYear>\\b\\d{1,2}[/.-](?:19|20)\\d\\d\\b)",
  "(?<isoMonth>\\b20\\d\\d-(?:0[1-9]|1[0-2])\\b)",
  "(?<school>\\b20\\d\\d ?[/–-] ?(?:20)?\\d\\d\\b)",
  "(?<year>\\b(?:19[89]|20\\d)\\d\\b)",
];
const pattern = new RegExp(forms.join("|"), "gu");

/** The days, months and years that a text in small letters writes; days and months in figures are read as British. */
export function findDays(lower: string): readonly WrittenDay[] {
  if (!/\d\d/u.test(lower)) return [];
  return [...lower.matchAll(pattern)].map(({ 0: text, index, groups = {} }) => {
    const form = Object.keys(groups).find((name) => groups[name] !== undefined) ?? "year";
    return { from: index, to: index + text.length, text, ...(readers[form] ?? readYear)(text) };
  });
}

type Reading = Pick<WrittenDay, "day" | "precision">;
type Reader = (text: string) => Reading;

const readYear: Reader = (text) => ({ day: `${text}-12-31`, precision: "year" });

const readers: Readonly<Record<string, Reader>> = {
  iso: (text) => ofNumbers(text, (first, second, third) => dayOf(first, second, third)),
  british: (text) => ofNumbers(text, (first, second, third) => dayOf(fullYear(third), second, first)),
  dayFirst: (text) => ofNumbers(text, (first, second) => dayOf(fullYear(second), lastMonth(text), first)),
  monthFirst: (text) => ofNumbers(text, (first, second) => dayOf(second, lastMonth(text), first)),
  months: (text) => ofNumbers(text, (first) => monthOf(fullYear(first), lastMonth(text))),
  term: (text) => monthOf(Number(text.slice(-4)), lastMonthOfTerm(text)),
  compact: (text) => dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))),
  monthOfYear: (text) => ofNumbers(text, (first, second) => monthOf(second, first)),
  isoMonth: (text) => ofNumbers(text, (first, second) => monthOf(first, second)),
  school: (text) => readYear(`20${text.slice(-2)}`),
  year: readYear,
};

function ofNumbers(text: string, read: (...numbers: readonly [number, number, number]) => Reading): Reading {
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = (text.match(/\d+/gu) ?? []).map(Number);
  return read(first, second, third);
}

function dayOf(yearNumber: number, monthNumber: number, dayNumber: number): Reading {
  const day = `${String(yearNumber)}-${twoDigits(monthNumber)}-${twoDigits(dayNumber)}`;
  return { day: isDay(day) && isLikely(yearNumber) ? day : null, precision: "day" };
}

function monthOf(yearNumber: number, monthNumber: number): Reading {
  const isMonth = monthNumber >= 1 && monthNumber <= 12 && isLikely(yearNumber);
  const last = new Date(Date.UTC(yearNumber, monthNumber, 0)).getUTCDate();
  return { day: isMonth ? `${yearNumber}-${twoDigits(monthNumber)}-${last}` : null, precision: "month" };
}

/** Years in which nobody wrote or will review a policy are slips of the pen. */
function isLikely(yearNumber: number): boolean {
  return yearNumber >= 1900 && yearNumber <= 2199;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function fullYear(written: number): number {
  if (written >= 100) return written;
  return written < 70 ? 2000 + written : 1900 + written;
}

const monthStarts = monthNames.map((name) => name.slice(0, 3).toLowerCase());

/** Of "May/June 2024" the later. */
function lastMonth(text: string): number {
  const names = text.match(/\p{L}{3,}/gu) ?? [];
  return Math.max(...names.map((name) => monthStarts.indexOf(name.slice(0, 3)) + 1));
}

/** A school term stands for the month in which it ends, a season for its last month. */
function lastMonthOfTerm(text: string): number {
  if (/^(?:spring (?!term)|spring$)/u.test(text)) return 5;
  if (/^(?:spring|easter|lent|hilary)/u.test(text)) return 4;
  if (/^summer (?!term)/u.test(text)) return 8;
  return /^(?:summer|trinity)/u.test(text) ? 7 : 12;
}
