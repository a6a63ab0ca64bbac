import type { DocumentText } from "../../model/document.js";
import type { StatedApproval } from "../../model/document-facts.js";
import { keyWords } from "./review-labels.js";
import { type Told, toldIn } from "./told.js";
import { isUnfilled } from "./unfilled.js";

const verbs =
  "(?:approved|adopted|ratified|agreed|endorsed|signed[ -]off|authorised|authorized|accepted|passed|sanctioned)";
const bodies =
  "(?:trustees?|governors?|governing body|board|committee|council|directors?|chair\\w*|head ?teacher|principal|pcc|parochial church council|executive|members|trust|manager|owner|minister|vicar|elders|session|deacons|secretary|proprietor|leadership team|agm|annual general meeting|management|corporation|academy|body)";
const paper =
  "(?:polic(?:y|ies)|documents?|procedures?|statement|handbook|code(?: of (?:conduct|practice))?|guidelines|protocol|version)";

/** Before the verb, what takes the approval back or puts it off. */
const putOff =
  /\b(?:not|never|yet|will|to|must|should|shall|may|can|cannot|once|until|when|if|before|unless|after|awaiting|pending|need\w*|requires?|subject|been fully|are|any|all|been)(?: (?:be|been|being|formally|fully|yet|then|also|it|is|currently|have|has|this|the|first)){0,3} $/u;
const isOn = /\b(?:has|have) (?:now )?(?:been|also been)(?: \w{1,12}){0,1} $/u;

const passive = new RegExp(
  `\\b(?:this|the|our|above|these|said)(?: [\\p{L}&'’/-]{1,25}){0,6}? ?${paper}\\b[^.;|]{0,80}?\\b(?:was|were|has been|have been|is|been)(?:(?: [\\p{L}]{1,15}){0,3}?| [^.;|]{1,60} and(?: formally| then| was| has been){0,2}) (${verbs}|signed)\\b`,
  "u",
);
const active = new RegExp(
  `\\b${bodies}\\b[^.;|]{0,60}? (?:has |have |formally )*(${verbs})(?: and [a-z]+)? (?:this|the|our) (?:[\\p{L}-]{1,20} ){0,3}?${paper}`,
  "u",
);
const label = new RegExp(
  `(?:^|; )[^\\p{L}]*(?:(?:policy|document|version|status|date|of|name|and|this|the|was|number|v?[\\d.]+|reviewed|first|last|originally|formally|board|trustees?|trustee|governors?|governing body|committee|council|re|[|,:;&/–-]) ?){0,8}(?:${verbs}|approval|adoption|ratification|authorisation|sign[- ]off)(?: (?:date|by|on|at|in|for use|and reviewed|and adopted|and approved|and signed)){0,3}\\b`,
  "u",
);
const signature = /^\W*(?:signed|signature|signed by|signed on behalf of)\b[^:|–_]{0,60}[:|–-]/u;
const signedPart = /\|\s*(?:signed|signature|approved by|authorised by)\s*\|/u;

const notYet = new RegExp(
  `\\b(?:not (?:yet |currently |been |yet been |formally ){0,3}${verbs}|(?:awaiting|pending|subject to)(?: [\\p{L}’']{1,15}){0,3}? (?:approval|ratification|adoption|sign[- ]off|agreement)|unratified|unapproved)\\b`,
  "u",
);
const paperWaits = new RegExp(`\\b(?:this|the) ${paper}\\b[^.;]{0,60}${notYet.source}`, "u");
const watermark =
  /^\W*(?:(?:this|it) is (?:a|only a|still a) )?(?:(?:first|second|third|final|working|revised|initial|early|latest|current|consultation|discussion) )?draft(?:$|\W*$|[ \t]*(?:[-–:(.,]|v?\d|only\b|copy\b|version\b|document\b|polic(?:y|ies)\b|for\b|not\b|under\b|subject\b))/u;
const draftLine =
  /^\W*(?:status|document status|policy status|version|state)\W{1,4}(?:v?[\d.]+\W{0,3})?(?:\w+ )?draft\b|\bversion \W?[\d.]+ ?[-–(]? ?draft\b|\bv\d[\d.]* ?[-–(]? ?draft\b|\bdraft (?:v\d|version|\d)|^\W*(?:for consultation|consultation (?:draft|version|copy))\W*$|\bthis (?:draft (?:policy|document|version)|(?:policy|document|version) is (?:currently |still )?(?:a |an |in )?(?:\w+ )?draft)\b/u;
const unfilledAfter = /_{3,}|\.{4,}|…{2,}|^\W{0,2}(?:on|by|at)(?: the)? (?:[[<]|tb[acd]\b|x{3,}|dd ?[/.-] ?mm)/u;
const worth = /approv|adopt|ratif|agreed|endors|sign|authori|accepted|passed|sanction|draft|consult/u;

interface Sign {
  readonly state: "approved" | "draft";
  readonly line: number;
  /** One of the versions of a history, which a later one may overtake. */
  readonly past?: boolean;
}

/**
 * Whether somebody approved the document. A line that is left to sign, or "Approved by: TBC", states nothing. A draft
 * that an approval follows in a history of versions is one no more.
 */
export function findApproval(document: DocumentText): StatedApproval {
  const told = toldIn(document);
  const signs = [
    ...titleSigns(document, told),
    ...fieldSigns(document),
    ...told.flatMap((each, at) => signOf(each, told[at + 1])),
  ];
  const sign =
    signs.find(({ state, past }) => state === "draft" && past !== true) ??
    signs.find(({ state }) => state === "approved") ??
    signs[0];
  return sign === undefined ? { state: "not-stated", line: null } : { state: sign.state, line: sign.line };
}

function titleSigns({ title }: DocumentText, told: readonly Told[]): readonly Sign[] {
  const isDraft = /(?:^|[^\p{L}])draft(?!ing|ed|s)(?![\p{L}]| (?:letters?|minutes|agenda|message))/iu.test(title ?? "");
  return isDraft ? [{ state: "draft", line: told.find(({ text }) => text === title)?.line ?? 1 }] : [];
}

function fieldSigns({ fields }: DocumentText): readonly Sign[] {
  return fields.flatMap(({ key, value, line }): readonly Sign[] => {
    const words = keyWords(key);
    const lower = value.toLowerCase();
    const isNo = /^(?:false|no|0|off)$/u.test(lower);
    const says = /^(?:status|state|stage|(?:policy|document) (?:status|state)|version|watermark)$/u.test(words)
      ? lower
      : "";
    if (words === "draft") return isNo || isUnfilled(value) ? [] : [{ state: "draft", line }];
    if (/\bdraft\b|consultation/u.test(says) || notYet.test(lower)) return [{ state: "draft", line }];
    if (says !== "" && /^(?:approved|ratified|adopted|agreed|signed[ -]off)\b/u.test(says))
      return [{ state: "approved", line }];
    if (
      !/\b(?:approv|adopt|ratif|signed|endors|authoris)(?!al (?:due|required|needed))/u.test(words) ||
      /\b(?:next|required|due|for)\b/u.test(words)
    )
      return [];
    if (isNo) return [{ state: "draft", line }];
    return isUnfilled(value) ? [] : [{ state: "approved", line }];
  });
}

function signOf(told: Told, next: Told | undefined): readonly Sign[] {
  const { lower, line, kind } = told;
  const past = kind === "row" && told.columns.length > 0;
  if (!worth.test(lower) && !(past && told.columns.some((column) => worth.test(column)))) return [];
  if (saysDraft(told)) return [{ state: "draft", line, past }];
  const isApproved = past ? isApprovedRow(told) : lower.length <= 600 && (isStated(lower) || isLabelled(told, next));
  return isApproved ? [{ state: "approved", line, past }] : [];
}

function saysDraft({ lower, kind, headings }: Told): boolean {
  const waits = notYet.exec(lower);
  if (waits !== null) {
    if (lower.length > 90) return paperWaits.test(lower);
    const isAbout =
      waits.index <= (kind === "item" ? 3 : 25) || /\b(?:policy|document|procedure|draft|version)\b/u.test(lower);
    return isAbout && !/\b(?:volunteers?|staff|leave|expens|spend|visit)/u.test(lower);
  }
  if (!/draft|consult/u.test(lower) || lower.length > 200) return false;
  if (kind === "row") return /(?:^|\|)\s*(?:\w+ )?draft\s*(?:$|\||for|v?\d)/u.test(lower) || draftLine.test(lower);
  if (kind === "item" && headings.length > 0) return false;
  return (
    draftLine.test(lower) ||
    (lower.length <= 80 && watermark.test(lower) && !/\bdraft (?:a|an|the|letters?|minutes|agendas?)\b/u.test(lower))
  );
}

/** A sentence that tells of the approval. */
function isStated(lower: string): boolean {
  const told = passive.exec(lower);
  if (told !== null) {
    if (unfilledAfter.test(lower.slice(told.index + told[0].length, told.index + told[0].length + 60))) return false;
    const before = lower.slice(0, told.index + told[0].lastIndexOf(told[1] ?? ""));
    if (isOn.test(before) || !putOff.test(before))
      return (
        !/\b(?:if|once|until|when|unless|before|after)\b/u.test(before.slice(-80)) &&
        !/ by (?:parents|all staff)\b/u.test(lower)
      );
  }
  const acted = active.exec(lower);
  return acted !== null && !putOff.test(lower.slice(0, acted.index + acted[0].search(new RegExp(`${verbs}`, "u"))));
}

/** "Approved by: the trustees", "Date of approval | 3 May 2024", "Signed: A. Chair": with its value filled in. */
function isLabelled({ lower, text, kind, cells }: Told, next: Told | undefined): boolean {
  const found = label.exec(lower) ?? signature.exec(lower);
  if (found === null) return kind === "row" && signedPart.test(lower) && filledAfter(cells);
  if (/\b(?:to be|not|required|due|next)\b/u.test(found[0])) return false;
  const value = text.slice(found.index + found[0].length).replace(/^[\s:|–—-]+/u, "");
  if (/\p{L}{2}|\d/u.test(value)) return isFilled(value.toLowerCase(), found[0]);
  return (
    kind !== "row" && next !== undefined && next.lower.length <= 60 && next.kind !== "row" && isWhoOrWhen(next.lower)
  );
}

function filledAfter(cells: readonly string[]): boolean {
  return cells.some(
    (cell, index) =>
      /^(?:signed|signature|approved by|authorised by)$/u.test(cell) && !isUnfilled(cells[index + 1] ?? ""),
  );
}

function isFilled(value: string, before: string): boolean {
  const first = value.split(/\||\b(?:date|signed|signature)\b/u)[0] ?? "";
  if (isUnfilled(first)) return false;
  // "Approved providers are ..." is no approval: a body, a date or a short value must follow.
  return (
    isWhoOrWhen(value) ||
    (value.length <= 60 && /(?:\bby|\bon|date|[:|–-]|signed|signature)\W*$/u.test(before)) ||
    /^[^\p{L}]*[:|]/u.test(value)
  );
}

function isWhoOrWhen(lower: string): boolean {
  if (isUnfilled(lower) || /\b(?:to be|must be|will be|should be)\b/u.test(lower)) return false;
  return (
    new RegExp(`^(?:[\\p{L}’'&.,-]{1,20} ){0,7}?${bodies}\\b`, "u").test(lower) ||
    /^\W*(?:\p{L}{1,12} ){0,5}?(?:\d{1,2}[/.-]\d|\d{1,2}(?:st|nd|rd|th)?(?: of)? \p{L}{3}|\p{L}{3,9},? (?:19|20)\d\d|(?:19|20)\d\d)/u.test(
      lower,
    )
  );
}

/** A row of a table whose head says what its cells are: "Version | Date | Approved by". */
function isApprovedRow({ cells, columns, lower }: Told): boolean {
  const isBy = (column: string): boolean =>
    /^(?:date )?(?:approved|adopted|ratified|agreed|signed|signature|approval|authorised)\b/u.test(column);
  const hasValue = columns.some((column, index) => isBy(column) && !isUnfilled(cells[index] ?? ""));
  return (
    hasValue ||
    isStated(lower) ||
    cells.some(
      (cell) =>
        new RegExp(`^(?:${verbs})(?:$| by | on |\\W)`, "u").test(cell) && !cell.endsWith(":") && cells.length > 2,
    )
  );
}
