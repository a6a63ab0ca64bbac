import { type DateKind, type DateLabel, findDateLabels } from "./review-labels.js";
import type { Told } from "./told.js";
import { findDays, type WrittenDay } from "./written-days.js";

/** A date, and what the words around it say of it. */
export interface DateClaim {
  readonly kind: DateKind;
  readonly written: WrittenDay;
  readonly line: number;
}

/** What is not the document: laws, guidance, certificates, people and their cases. */
const outside =
  /\b(?:acts?|regulations?|guidance|kcsie|keeping children safe|working together|legislation|bill|order|eyfs|early years foundation|dbs|certificates?|insurance|training|risk assessments?|contracts?|licen[cs]es?|ofsted|inspect\w*|curriculum|directive|convention|prevent duty|statutory|court|cases?|child'?s|complaints?|edition|framework|standards|reflect\w*|in line with|in accordance|following|based on|account of|compl\w+ with|born|birth|aged?|incidents?|meeting minutes|census|report|equipment|register|forms?|checks?|allegations?)\b/gu;
const itself =
  /\b(?:polic(?:y|ies)|procedures?|documents?|statement|handbook|code of conduct|guidelines|protocol|safeguarding plan)\b/gu;
const afterDate =
  /^\W{0,3}(?:guidance|edition|act|version of|regulations?|changes|legislation|framework|update to|code|inspection|report)\b/u;

/** More dates in one sentence are a list of something else; and further from its date no label stands. */
const [most, furthest] = [20, 250] as const;

/** What a sentence or row says of dates, as far as it tells of the document itself. */
export function dateClaims(told: Told, before: readonly Told[]): readonly DateClaim[] {
  const days = findDays(told.lower).slice(0, most);
  if (days.length === 0) return [];
  const byColumn = told.columns.length > 0 ? columnClaims(told) : [];
  if (byColumn.length > 0) return byColumn;
  const labels = findDateLabels(told.lower);
  const claims: DateClaim[] = [];
  let [from, last]: [number, { readonly kind: DateKind; readonly to: number } | null] = [0, null];
  for (const written of days) {
    const kind: DateKind | null =
      kindBefore(told.lower, written, labels, from) ?? kindInList(told.lower, written, last);
    if (kind !== null) claims.push({ kind: promoted(kind, told, before), written, line: told.line });
    if (kind !== null || written.precision === "day") from = written.to;
    last = kind === null ? null : { kind, to: written.to };
  }
  return claims.length > 0 ? claims : dateThenLabel(told, days, labels);
}

/** What the label says that stands before the date, not before `from`. */
function kindBefore(lower: string, written: WrittenDay, labels: readonly DateLabel[], from: number): DateKind | null {
  const near = labels.filter((label) => label.from >= from && label.to <= written.from);
  const label = near.findLast(({ kind }) => kind !== "weak") ?? near.at(-1);
  if (label === undefined || written.from - label.to > furthest) return null;
  if (afterDate.test(lower.slice(written.to, written.to + 20))) return null;
  const furthestOpen = Math.max(from, label.from - furthest);
  const open = lastEnd(/[;|]/gu, lower.slice(furthestOpen, label.from), furthestOpen);
  const start = lastEnd(itself, lower.slice(open, label.from), open);
  const [prefix, gap] = [lower.slice(start, label.from), lower.slice(label.to, written.from)];
  if (start === open && isOfAnother(prefix, label.kind)) return null;
  if (hasMatch(outside, prefix) || hasMatch(outside, gap)) return null;
  if (countWords(prefix) > 10 || countWords(gap) > (written.precision === "year" ? 3 : 10)) return null;
  if (label.kind === "weak" && (countWords(gap) > 2 || countWords(prefix) > 6)) return null;
  return label.kind;
}

/** "The child was reviewed on ...": what stands before is a subject of its own. */
function isOfAnother(prefix: string, kind: DateKind): boolean {
  const isSubject =
    /\p{L}/u.test(prefix) &&
    !/^\W*(?:it|this|these|which|that|date|last|to|and|or|will|should|must|next)\b/u.test(prefix);
  return (
    isSubject &&
    (kind === "due"
      ? /\b(?:will|should|must|shall|to|can|may)\W*$/u
      : /\b(?:was|were|been|who|has|have|had|is|are)(?: \w{1,10})?\W*$/u
    ).test(prefix)
  );
}

/** "Reviewed: May 2021, May 2022": the label of the date before. */
function kindInList(
  lower: string,
  written: WrittenDay,
  last: { readonly kind: DateKind; readonly to: number } | null,
): DateKind | null {
  return last !== null && /^[\s,;|&/–-]*(?:and)?[\s|]*$/u.test(lower.slice(last.to, written.from)) ? last.kind : null;
}

/** "3 May 2024: approved by the trustees"; a change that is not said to be a review counts little. */
function dateThenLabel(told: Told, days: readonly WrittenDay[], labels: readonly DateLabel[]): readonly DateClaim[] {
  const [written] = days;
  if (written === undefined || days.length > 1 || written.from > 3) return [];
  const label = labels.find(({ from }) => from >= written.to);
  const between = label === undefined ? "" : told.lower.slice(written.to, label.from);
  if (label === undefined || countWords(between) > 4 || hasMatch(outside, between)) return [];
  const says = told.lower.slice(label.from, label.to);
  const isStrong = label.kind === "due" || /review|approv|adopt|ratif|agreed|endors/u.test(says);
  return [{ kind: isStrong ? label.kind : "weak", written, line: told.line }];
}

const history = /version|review|approv|author|amend|chang|status|issue|revision|by whom|summary|adopt|ratif/u;
const log = /chang|amend|comment|reviewed by|reviewer|by whom|summary|descri|outcome|detail/u;

/** What the headings of a table say of the dates in a row. */
function columnClaims(told: Told): readonly DateClaim[] {
  const isHistory = told.columns.some((column) => history.test(column));
  const isLog = told.columns.some((column) => log.test(column));
  const kinds = told.columns.map((column) => findDateLabels(column)[0]?.kind ?? null);
  if (told.columns.some((column) => /^(?:name of )?(?:polic|document|procedure)/u.test(column))) return [];
  const found: DateClaim[] = [];
  for (const [index, cell] of told.cells.entries()) {
    const kind = kinds[index] ?? null;
    const [written] = findDays(cell);
    if (kind === null || written === undefined || written.from > 20) continue;
    const isReviewed = (kind === "weak" && isHistory) || (kind === "either" && isLog && !kinds.includes("due"));
    found.push({ kind: isReviewed ? "reviewed" : kind, written, line: told.line });
  }
  return found;
}

/** "Date: 3 May 2024" beside or below a signature is the day of the approval. */
function promoted(kind: DateKind, told: Told, before: readonly Told[]): DateKind {
  if (kind !== "weak" || !/\bdate\b/u.test(told.lower)) return kind;
  const around = [...before.slice(-3), told].filter(({ lower }) => lower.length <= 120);
  return around.some(({ lower }) => /\b(?:signed|signature|approved|adopted|ratified|agreed|reviewed)\b/u.test(lower))
    ? "reviewed"
    : kind;
}

function hasMatch(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}

function lastEnd(pattern: RegExp, text: string, offset: number): number {
  let end = offset;
  for (const { 0: found, index } of text.matchAll(pattern)) end = offset + index + found.length;
  return end;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s|]*/gu)?.length ?? 0;
}
