import { type Told } from "./told.js";

const numbers = new Map(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, index) => [word, index + 1]),
);
const count = `(?:\\d{1,3}|${[...numbers.keys()].join("|")}|a|an)`;
const named: ReadonlyMap<string, string> = new Map([
  ["annual", "P1Y"],
  ["annually", "P1Y"],
  ["yearly", "P1Y"],
  ["per annum", "P1Y"],
  ["biennial", "P2Y"],
  ["biennially", "P2Y"],
  ["triennial", "P3Y"],
  ["triennially", "P3Y"],
  ["quarterly", "P3M"],
  ["quarter", "P3M"],
  ["termly", "P4M"],
  ["term", "P4M"],
  ["school term", "P4M"],
  ["half-yearly", "P6M"],
  ["half yearly", "P6M"],
  ["bi-monthly", "P2M"],
  ["monthly", "P1M"],
  ["weekly", "P1W"],
  ["year", "P1Y"],
  ["other year", "P2Y"],
  ["second year", "P2Y"],
  ["third year", "P3Y"],
  ["twelve months", "P1Y"],
  ["academic year", "P1Y"],
  ["school year", "P1Y"],
  ["calendar year", "P1Y"],
  ["month", "P1M"],
  ["week", "P1W"],
]);
const year = "(?:(?:academic|school|calendar) )?year";

const pattern = new RegExp(
  [
    `(?<![\\p{L}\\d-])(?<number>${count})(?: ?\\(\\d{1,3}\\))?[ -]?(?<unit>years?|yearly|yrs?|months?|monthly|mths?|weeks?|weekly|terms?|days?|y|m|w)\\b`,
    `\\b(?:every|each|per|once (?:a|an|per|every|each|in every)) (?<each>other year|second year|third year|${year}|school term|term|quarter|month|week)\\b`,
    `\\b(?<often>once|twice|two times|three times|four times) (?:a|per|each|every) (?<over>${year})\\b`,
    `(?<![\\p{L}-])(?<named>annual(?:ly)?|yearly|per annum|biennial(?:ly)?|triennial(?:ly)?|quarterly|termly|half[- ]yearly|monthly|weekly)(?![\\p{L}-])`,
  ].join("|"),
  "u",
);

/** The span of time that words such as "every two years", "annually" or "12 months" name, in ISO 8601; null: none. */
export function intervalIn(lower: string): { readonly duration: string; readonly from: number } | null {
  const iso = /^\W{0,3}(p(?=\d)(?:\d{1,2}y)?(?:\d{1,3}m)?(?:\d{1,3}w)?(?:\d{1,4}d)?)\W{0,3}$/u.exec(lower)?.[1];
  if (iso !== undefined) return { duration: iso.toUpperCase(), from: 0 };
  const found = pattern.exec(lower);
  if (found === null) return null;
  const { number, unit, each, often, named: name } = found.groups ?? {};
  const duration = durationOf(number, unit) ?? timesAYear(often) ?? named.get(each ?? name ?? "") ?? null;
  return duration === null ? null : { duration, from: found.index };
}

function durationOf(number: string | undefined, unit: string | undefined): string | null {
  if (number === undefined || unit === undefined) return null;
  const times = numbers.get(number) ?? (/^an?$/u.test(number) ? 1 : Number(number));
  if (times === 0) return null;
  if (unit.startsWith("t")) return `P${times * 4}M`;
  return `P${times}${(unit[0] ?? "y").toUpperCase()}`;
}

function timesAYear(often: string | undefined): string | null {
  if (often === undefined) return null;
  if (often === "once") return "P1Y";
  return often.startsWith("t") && !often.startsWith("three") ? "P6M" : often.startsWith("three") ? "P4M" : "P3M";
}

const reviewing =
  /\b(?:re-?)?(?:review\w*|revis(?:e|ed|es|ing|ion|ited)|updat\w*|evaluat\w*|re-?approv\w*|re-?adopt\w*|renew\w*)/u;
const policies =
  "polic(?:y|ies)|procedures?|documents?|statement|handbook|code of conduct|guidelines|protocol|code of practice";
const others =
  "risk assessments?|assessments?|registers?|records?|plans?|training|contracts?|logs?|insurance|lists?|dbs|checks?|performance|targets?|accounts?|budget|equipment|fees?|salar\\w+|pay|certificates?|cases?|progress|logins?|passwords?|permissions?|medication|consents?|forms?|effectiveness|practice|incidents?|curriculum|provision|needs|appraisals?|reserves|rotas?|premises|bod(?:y|ies)|statistics|attendance|volunteers?|staff|members?|children|agreements?|decisions?";
const subject = new RegExp(`\\b(?:(?<policy>${policies})|(?<other>${others}))\\b`, "gu");

/** How often the document is reviewed, as the sentence states it; null: it does not, or speaks of something else. */
export function reviewInterval({ lower: text, lead, headings, kind }: Told): string | null {
  if (text.endsWith("?")) return null;
  const lower = lead === null ? text : `${lead.toLowerCase()} ${text}`.slice(0, 4000);
  const verb = reviewing.exec(lower);
  if (verb === null) return isUnderReview(headings, lower) ? (intervalIn(lower)?.duration ?? null) : null;
  const window = lower.slice(Math.max(0, verb.index - 60), verb.index + 140);
  const interval = intervalIn(window);
  if (
    interval === null ||
    /\b(?:last|past|previous|within|for|after|first|aged?|over) $/u.test(window.slice(0, interval.from))
  )
    return null;
  const isLabel =
    kind === "row" || (verb.index <= 12 && lower.length <= 90 && !/^\W*(?:is|are|was|were)\b/u.test(lower));
  return isOfPolicy(lower, verb.index, isLabel) ? interval.duration : null;
}

/** Whether the nearest thing named before the verb, else after it, is a policy. */
function isOfPolicy(lower: string, verb: number, isLabel: boolean): boolean {
  const subjects = [...lower.matchAll(subject)];
  const nearest = subjects.findLast(({ index }) => index < verb) ?? subjects[0];
  return nearest === undefined ? isLabel : nearest.groups?.["policy"] !== undefined;
}

/** "Every two years." below a heading "Review cycle". */
function isUnderReview(headings: readonly string[], lower: string): boolean {
  return (
    lower.length <= 40 &&
    /^(?:policy )?review (?:cycle|period|frequency|interval|schedule)\b/u.test(headings.at(-1)?.toLowerCase() ?? "")
  );
}
