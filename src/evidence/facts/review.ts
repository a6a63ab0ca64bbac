import { isDuration } from "../../model/day.js";
import type { DocumentText } from "../../model/document.js";
import type { StatedDay, StatedReview } from "../../model/document-facts.js";
import { type DateClaim, dateClaims } from "./date-claims.js";
import { isOfChanges } from "./history.js";
import { intervalIn, reviewInterval } from "./review-interval.js";
import { type DateKind, findDateLabels, keyWords, kindOfKey } from "./review-labels.js";
import { type Told, toldIn } from "./told.js";
import { findDays } from "./written-days.js";

/**
 * What the document says of its own review. A change history, the date of a page and a date in the title count only
 * where no better date of review is stated.
 */
export function findReview(document: DocumentText): StatedReview {
  const told = toldIn(document);
  const better = [...fieldClaims(document), ...textClaims(told)];
  const titles = titleClaims(document, told).filter(({ line }) => better.every((claim) => claim.line !== line));
  const claims = [...better, ...titles];
  const hasDue = claims.some(({ kind, written }) => kind === "due" && written.day !== null);
  const kindOf = ({ kind }: DateClaim): DateKind => (kind === "either" ? (hasDue ? "reviewed" : "due") : kind);
  const latest = (wanted: DateKind): StatedDay | null =>
    claims.filter((claim) => kindOf(claim) === wanted).reduce(later, null);
  return {
    reviewed: latest("reviewed") ?? latest("weak"),
    due: latest("due"),
    every: findInterval(document, told),
    impossible: claims
      .filter(({ kind, written }) => kind !== "weak" && written.day === null)
      .map(({ written: { text }, line }) => ({ text, line })),
  };
}

function later(known: StatedDay | null, { written: { day, precision }, line }: DateClaim): StatedDay | null {
  return day === null || (known !== null && known.day >= day) ? known : { day, precision, line };
}

function fieldClaims({ fields }: DocumentText): readonly DateClaim[] {
  return fields.flatMap(({ key, value, line }) => {
    const kind = kindOfKey(key);
    const [written] = kind === null ? [] : findDays(value.toLowerCase());
    return kind === null || written === undefined || written.from > 20 ? [] : [{ kind, written, line }];
  });
}

function textClaims(told: readonly Told[]): readonly DateClaim[] {
  const claims: DateClaim[] = [];
  let label: DateKind | null = null;
  for (const [index, sentence] of told.entries()) {
    const above = label;
    const found = dateClaims(sentence, told.slice(Math.max(0, index - 3), index)).map((claim) =>
      above !== null && claim.kind === "weak" && /^(?:date|month)\b/u.test(sentence.lower)
        ? { ...claim, kind: above }
        : claim,
    );
    claims.push(...found);
    if (found.length === 0 && /\d\d/u.test(sentence.lower)) claims.push(...unlabelled(sentence, label));
    label = loneLabel(sentence) ?? (isCarriedOn(sentence, label) ? label : null);
  }
  return claims;
}

/** A date that opens its sentence: below a label it is what the label says, in a history of changes a weak date. */
function unlabelled(sentence: Told, label: DateKind | null): readonly DateClaim[] {
  const [written] = findDays(sentence.lower);
  if (written === undefined || written.from > 12) return [];
  const rest = sentence.lower.slice(written.to);
  if (label !== null && (rest.match(/\p{L}{2,}/gu)?.length ?? 0) <= 6)
    return written.precision === "year" && /\p{L}/u.test(rest) ? [] : [{ kind: label, written, line: sentence.line }];
  return isOfChanges(sentence.headings) ? [{ kind: "weak", written, line: sentence.line }] : [];
}

/** A short text that only names a date: the date stands in the next. */
function loneLabel({ lower, kind }: Told): DateKind | null {
  if (kind === "row" || lower.length > 60 || /\d\d/u.test(lower) || /[.!?]$/u.test(lower)) return null;
  const labels = findDateLabels(lower.replace(/^\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]? )?/u, ""));
  const label = labels.find(({ kind: told }) => told !== "weak") ?? labels[0];
  if (label !== undefined) return label.kind;
  return /^\W*(?:\d{1,2}[.)]? )?(?:policy |monitoring and |monitoring & )?reviews?\W*$/u.test(lower) ? "either" : null;
}

/** "Date" under "Approved by". */
function isCarriedOn({ lower }: Told, label: DateKind | null): boolean {
  return label !== null && /^(?:date|month)\W*$/u.test(lower);
}

/** A date in the title, or alone among the first lines, is when the document was issued. */
function titleClaims({ title }: DocumentText, told: readonly Told[]): readonly DateClaim[] {
  const opening = told.slice(0, 6).filter(({ kind, lower }) => kind !== "row" && lower.length <= 100);
  const lines = [
    ...(title === null ? [] : [{ lower: title.toLowerCase(), line: told[0]?.line ?? 1, isTitle: true }]),
    ...opening.map(({ lower, line, kind }) => ({ lower, line, isTitle: kind === "heading" })),
  ];
  return lines.flatMap(({ lower, line, isTitle }) => {
    const written = findDays(lower).at(-1);
    if (written?.day == null || /\b(?:act|order|regulations|registered|guidance|born|minutes)\b/u.test(lower))
      return [];
    const isAlone = /^\W*$/u.test(lower.slice(0, written.from)) && /^\W*$/u.test(lower.slice(written.to));
    return isAlone || (isTitle && written.precision !== "year") ? [{ kind: "weak", written, line } as const] : [];
  });
}

function findInterval({ fields }: DocumentText, told: readonly Told[]): StatedReview["every"] {
  for (const { key, value, line } of fields) {
    const words = keyWords(key);
    if (
      !/\breview|^frequency$|\bupdate (?:frequency|interval)\b|\brenewal\b/u.test(words) ||
      findDays(value.toLowerCase()).length > 0
    )
      continue;
    const lower = /^\d{1,3}$/u.test(value.trim()) ? inUnit(value.trim(), words) : value.toLowerCase();
    const duration = intervalIn(lower)?.duration;
    if (duration !== undefined && isDuration(duration)) return { duration, line };
  }
  for (const sentence of told) {
    if (!/year|annu|month|term|quarter|enni|week|\dy\b/u.test(sentence.lower)) continue;
    const duration = reviewInterval(sentence);
    if (duration !== null) return { duration, line: sentence.line };
  }
  return null;
}

/** `review_months: 12`. */
function inUnit(value: string, words: string): string {
  return `${value} ${/\b(?:months?|years?|weeks?|days?)\b/u.exec(words)?.[0] ?? ""}`;
}
