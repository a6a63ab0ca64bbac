import type { DocumentText } from "../../model/document.js";
import { isHistory } from "./history.js";
import { type Told, toldIn } from "./told.js";

/** The years in which an edition of Working Together to Safeguard Children was published. */
const published: readonly number[] = [1991, 1999, 2006, 2010, 2013, 2015, 2018, 2023, 2026];

const guidance =
  /\bworking together(?: (?:to|for) safeguard(?:ing)?(?: and promote the welfare of)?(?: children)?)?|\bwtt?sc\b|\bwt(?=[ (]{1,2}20\d\d)/gu;
const years = /(?<![\d/.-])(?:19|20)\d\d(?![\d]|[/.-]\d)/gu;

/** Words that may stand between the name of the guidance and its year. */
const between: ReadonlySet<string> = new Set(
  "to safeguard safeguarding children and young people promote promoting the welfare of a an guide inter agency interagency multi multiagency working help protect hm h m hmg her his majesty s government gov uk dfe dfes dcsf doh department for education health skills home office statutory guidance document edition version in from since on dated current latest most recent new published publication issued updated update revised revision last amended reissued january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec st nd rd th see also chapter crown london".split(
    " ",
  ),
);

/**
 * The years of the editions that the document cites, ascending. A year in which an edition was only corrected stands
 * for that edition; an edition that is told as history is left out.
 */
export function findEditions(document: DocumentText): readonly number[] {
  const found = new Set<number>();
  for (const told of toldIn(document)) {
    if (!/working together|\bwt/u.test(told.lower)) continue;
    const cited = yearsCited(told);
    const current = isHistory(told) ? (cited.length > 1 ? [Math.max(...cited)] : []) : cited;
    for (const year of current) found.add(year);
  }
  return [...found].toSorted((one, other) => one - other);
}

function yearsCited({ lower }: Told): readonly number[] {
  const names = [...lower.matchAll(guidance)]
    .slice(0, 20)
    .map(({ 0: { length }, index }) => ({ from: index, to: index + length }));
  const cited: number[] = [];
  let reach = 0;
  for (const { 0: text, index } of [...lower.matchAll(years)].slice(0, 40)) {
    const before = names.findLast(({ to }) => to <= index);
    const after = names.find(({ from }) => from >= index + 4);
    const opens = Math.max(reach, before?.to ?? 0);
    const isAfter = before !== undefined && isJoined(lower.slice(opens, index), 160);
    const isBefore = after !== undefined && isJoined(lower.slice(index + 4, after.from), 60);
    const year = editionOf(Number(text));
    if ((!isAfter && !isBefore) || year === null || isOfLaw(lower.slice(index + 4))) continue;
    cited.push(year);
    if (isAfter) reach = index + 4;
  }
  return [...new Set(cited)];
}

/** "2018 Act" is the year of a law. */
function isOfLaw(rest: string): boolean {
  return /^\W{0,2}(?:act|regulations|order)\b/u.test(rest);
}

function isJoined(text: string, longest: number): boolean {
  return (
    text.length <= longest && !/[;|]/u.test(text) && (text.match(/\p{L}+/gu) ?? []).every((word) => between.has(word))
  );
}

function editionOf(year: number): number | null {
  if (year > (published.at(-1) ?? 0)) return year;
  return published.findLast((known) => known <= year) ?? null;
}
