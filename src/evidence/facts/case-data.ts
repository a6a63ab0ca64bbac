import type { Block, DocumentText } from "../../model/document.js";
import type { CaseData } from "../../model/document-facts.js";
import { hasPersonName } from "./person-name.js";
import { type Told, toldIn } from "./told.js";
import { findDays } from "./written-days.js";

/** Whoever was born before is no child in any policy of today. */
const firstBirth = "1990-01-01";

/**
 * Where the document seems to hold information about an identifiable child. What it holds is never given. A number of
 * the health service needs its right check digit and its name beside it; a pupil number its right check letter.
 */
export function findCaseData(document: DocumentText): readonly CaseData[] {
  const found = new Map<string, CaseData>();
  for (const told of [toldIn({ blocks: besideText(document) }), toldIn(document)])
    for (const each of caseDataIn(told)) if (found.size < most) found.set(`${each.kind} ${each.line}`, each);
  return [...found.values()].toSorted((one, other) => one.line - other.line);
}

/** Who has seen so many places will look through the whole. */
const most = 200;

/** What a reader does not see: the fields of front matter, and what links lead to. */
function besideText({ fields, links }: DocumentText): readonly Block[] {
  const texts = [
    ...fields.map(({ key, value, line }) => ({ text: `${wordsOfKey(key)}: ${value}`, line })),
    ...links.map(({ target, line }) => ({ text: wordsOfLink(target), line })),
  ];
  return texts.map((each) => ({ kind: "paragraph", level: 0, ...each }));
}

function wordsOfKey(key: string): string {
  return key.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/[_.-]/gu, " ");
}

function wordsOfLink(target: string): string {
  return target.replace(/%\d[\da-f]|[_+/]|-(?=[a-z])|(?<=[a-z])-/giu, " ");
}

function caseDataIn(told: readonly Told[]): readonly CaseData[] {
  return told.flatMap((each, at): readonly CaseData[] => {
    if (!/\d{2}/u.test(each.lower)) return [];
    const { line } = each;
    return [
      ...(hasBirth(each, told.slice(Math.max(0, at - 3), at + 3)) ? [{ kind: "birth-date", line } as const] : []),
      ...(hasHealthNumber(each, told[at - 1]) ? [{ kind: "nhs-number", line } as const] : []),
      ...(hasPupilNumber(each.text) ? [{ kind: "pupil-number", line } as const] : []),
    ];
  });
}

const birth = /\b(?:d\.? ?o\.? ?b\b\.?|born|date of birth|birth ?date|birthday)/u;
const named =
  /(?:^|\|)\W*(?:(?:full |first |child(?:'s|’s|ren’s)? |pupil(?:'s|’s)? |young person(?:'s|’s)? |client |student(?:'s|’s)? )*(?:name|surname|forename|child|pupil|student|young person)s?)\W*(?:[:|]|$)/u;

function hasBirth(told: Told, around: readonly Told[]): boolean {
  const days = findDays(told.lower).filter(
    ({ day, precision }) => day !== null && day >= firstBirth && precision === "day",
  );
  if (days.length === 0) return false;
  const byColumn = told.columns.findIndex((column) => birth.test(column));
  if (byColumn >= 0) return findDays(told.cells[byColumn] ?? "").length > 0 && hasNameInRow(told);
  const word = birth.exec(told.lower);
  if (word === null || !days.some(({ from }) => from > word.index && from - word.index <= 60)) return false;
  const last = days.find(({ from }) => from > word.index)?.to ?? told.text.length;
  if (hasPersonName(told.text.slice(Math.max(0, word.index - 120), last + 80)) || hasLabelledName(told.text))
    return true;
  return (
    told.text.length <= 100 &&
    around.some((near) => near !== told && near.text.length <= 100 && hasLabelledName(near.text))
  );
}

function hasNameInRow({ text, columns, written }: Told): boolean {
  if (hasPersonName(text)) return true;
  const at = columns.findIndex((column) => named.test(column));
  return /^\W*\p{Lu}\p{Ll}+/u.test(written.split("|")[at] ?? "");
}

/** "Name: Sam" or "Child | Sam". */
function hasLabelledName(text: string): boolean {
  const label = named.exec(text.toLowerCase());
  return (
    label !== null &&
    /^\s*\p{Lu}\p{Ll}+/u.test(text.slice(label.index + label[0].length)) &&
    !/^\s*(?:Date|Address|Class|Age|Parent|Of)\b/u.test(text.slice(label.index + label[0].length))
  );
}

const healthNumber = /(?<![\d+/.-])(?<!\d )\d{3}[ \u2010-\u2013-]?\d{3}[ \u2010-\u2013-]?\d{4}(?![\d/]|[ .-]\d)/gu;

function hasHealthNumber({ lower, columns }: Told, before: Told | undefined): boolean {
  const isNamed = /\bnhs\b|\bh&c (?:number|no)/u;
  const isNear =
    isNamed.test(lower) ||
    columns.some((column) => isNamed.test(column)) ||
    (before !== undefined && before.lower.length <= 40 && isNamed.test(before.lower));
  if (!isNear) return false;
  return [...lower.matchAll(healthNumber)]
    .slice(0, 50)
    .some(
      ({ 0: number, index }) =>
        !/\b(?:tel|telephone|phone|call|ring|mobile|fax|dial|text)\W{0,4}(?:us |on |nhs )*\W?$/u.test(
          lower.slice(Math.max(0, index - 20), index),
        ) && isHealthNumber(number.replace(/\D/gu, "")),
    );
}

/** The tenth digit checks the nine before it, by modulus 11. */
function isHealthNumber(digits: string): boolean {
  if (/^(\d)\1*$/u.test(digits)) return false;
  const numbers = [...digits].map(Number);
  const sum = numbers.slice(0, 9).reduce((left, digit, index) => left + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === numbers[9];
}

/** The letters that a unique pupil number knows, in the order of their value. */
const pupilLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

function hasPupilNumber(text: string): boolean {
  return [...text.matchAll(/(?<![\p{L}\d])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![\p{L}\d])/gu)].some(({ 0: number }) =>
    isPupilNumber(number),
  );
}

/** The first letter checks the twelve characters after it, by modulus 23. */
function isPupilNumber(number: string): boolean {
  if (/^.(\d)\1*$/u.test(number)) return false;
  const values = Array.from(number.slice(1), (sign) => (/\d/u.test(sign) ? Number(sign) : pupilLetters.indexOf(sign)));
  const sum = values.reduce((left, value, index) => left + value * (index + 2), 0);
  return pupilLetters[sum % 23] === number[0];
}
