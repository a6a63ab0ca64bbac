import { distance } from "fastest-levenshtein";

/**
 * What a label says of the date it stands by. `either`: "Review date" is the last review or the next one. `weak`: a date
 * that counts only where nothing better is stated, such as the date of a page.
 */
export type DateKind = "reviewed" | "due" | "either" | "weak";

export interface DateLabel {
  readonly kind: DateKind;
  readonly from: number;
  readonly to: number;
}

const few = "(?:[\\p{L}'’-]{1,20} ){0,3}?";
const done =
  "(?:reviewed|updated|revised|amended|adopted|approved|ratified|agreed|endorsed|signed off|issued|published|implemented|introduced|written|created|produced|accepted|authorised|passed|signed|dated|launched|re-?issued)";
const act =
  "(?:update|approval|adoption|issue|ratification|publication|revision|amendment|implementation|agreement|sign[- ]?off|authorisation|acceptance|re-?issue|signing|signature|creation)";

const due = [
  "dates? (?:of|for) (?:the |its |our )?(?:next|future|subsequent) (?:policy )?reviews?\\b",
  `(?:next|future|forthcoming|subsequent|planned|scheduled|proposed)(?: [\\p{L}-]{1,12}){0,2}? (?:reviews?|revisions?|updates?|renewal|approval|evaluation)(?: date| due| by| on)*`,
  "(?:review|revision|renewal|update|re-?approval)s?(?: date)?(?: is| was)?(?: next)? (?:due|required|needed|scheduled|planned|deadline|will|shall|is to|by|before|no later than|on or before)\\b",
  "reviewed (?:next|due|no later than|on or before)\\b",
  "(?:next )?(?:due|date|ready|scheduled|planned) for (?:its |the |a |next |annual |policy |full ){0,3}(?:review(?:ed|al)?|renewal|revision|update)(?: date)?",
  `due to be ${few}(?:reviewed|revised|updated|renewed|re-?approved|evaluated)`,
  "due (?:by|on|date)\\b",
  `be ${few}(?:reviewed|revised|updated|renewed|re-?approved|evaluated)`,
  "(?:renewal|expiry|expiration|review by|review due|due) date",
  "(?:expires|valid (?:until|to|through|till)|approved until|in force until|for review)\\b",
  "next due",
  "next(?= ?[:|–-])",
];
const reviewed = [
  "dates? of (?:the |its |our )?(?:last|latest|most recent|previous) (?:policy )?reviews?\\b",
  `(?:last|latest|most recent|previous|prior|current|initial|first)(?: [\\p{L}-]{1,12})? (?:reviews?|updates?|revisions?|amendments?|approval|version|edited|changed|checked)(?: date| on| by)*`,
  `(?:date|month|year) ${few}(?:of|for|when) ${few}(?:${act}|policy|document|version)\\b`,
  `${act} date`,
  "(?:policy|version|effective|document|commencement|start) date",
  "(?:effective|in force|in effect|applies|operative) (?:from|as of|as from|since|on)",
  "effective(?= ?[:|–-])",
  "c(?:a|o)me into (?:force|effect|operation)",
  "reviews?(?: of (?:this|the|our) [\\p{L}-]{1,20})? (?:was|were|took|has been|completed|carried out|undertaken|held|done|conducted)",
  `${act}(?= ?[:|–-])`,
  `${done}\\b`,
  "last(?= ?[:|–-])",
];
const either = [
  "reviews? dates?",
  `dates? of ${few}reviews?\\b`,
  "review (?:month|year|on|in)\\b",
  "reviews?(?= (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|\\d))",
  "(?:policy |annual )?reviews?(?= ?(?:[:|–-]|$))",
];
const weak = ["date(?= ?(?:[:|–-]|$))", "version\\b", "(?<![\\p{L}\\d])v ?\\d", "edition\\b", "month(?= ?[:|])"];

const pattern = new RegExp(
  `(?<![\\p{L}])(?:(?<due>${due.join("|")})|(?<reviewed>${reviewed.join("|")})|(?<either>${either.join("|")})|(?<weak>${weak.join("|")}))`,
  "gu",
);
const worthALook =
  /review|updat|revis|adopt|approv|ratif|agree|issue|publish|implement|introduc|writt|creat|produc|accept|pass|sign|date|launch|amend|endors|authoris|effect|force|expir|valid|renew|due|next|last|version|v ?\d|edition|month|evaluat|operative|applies|polic/u;

/** The labels in a text in small letters that tell of a date, in order. */
export function findDateLabels(lower: string): readonly DateLabel[] {
  if (!worthALook.test(lower)) return [];
  return [...lower.matchAll(pattern)].map(({ 0: { length }, index, groups = {} }) => {
    const kind = kinds.find((name) => groups[name] !== undefined) ?? "weak";
    return { kind, from: index, to: index + length };
  });
}

const kinds: readonly DateKind[] = ["due", "reviewed", "either"];

/** Words of keys that people misspell. Those that name a person are here so that they are not taken for a date. */
const vocabulary =
  "review reviews reviewed reviewer approve approved approver approval adopt adopted adopter adoption update updated updater ratified revise revised reviser revision issued issue issuer published publisher publication effective agreed agreement amended amendment expires expiry renewal signed signer frequency period interval cycle version last next date due policy preview previewed relieved retrieved revived adapted".split(
    " ",
  );

/** The words of a key as they were meant: `adpoted_date` is "adopted date", `nextReview` is "next review". */
export function keyWords(key: string): string {
  return key
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(meantWord)
    .join(" ");
}

/** A word of five letters or more that has its letters in another order or differs by one; of seven, by two. */
function meantWord(word: string): string {
  if (word.length < 5 || word.length > 20 || vocabulary.includes(word)) return word;
  const near = vocabulary
    .filter((known) => known.length >= 5 && known[0] === word[0])
    .map((known) => ({ known, far: letters(known) === letters(word) ? 1 / 2 : distance(known, word) }))
    .toSorted((one, other) => one.far - other.far)[0];
  return near !== undefined && near.far <= (word.length < 7 ? 1 : 2) ? near.known : word;
}

function letters(word: string): string {
  return [...word].toSorted().join("");
}

/** What machines write of the file, people write of a person or of another thing. */
const foreignKey =
  /\b(?:modified|lastmod|mtime|created|birth|born|url|link|by|author|person|reviewer|approver|adopter|updater|issuer|publisher|signer|reviser|preview|previewed|relieved|retrieved|revived|adapted|name|email|image|event|file|build|copyright|expires|sitemap|changefreq|inspection|training|dbs)\b/u;
const weakKey =
  /^(?:(?:page |post |publish(?:ed)? |publication |pub )?date|date (?:published|posted)|updated?|published(?: at| on)?|updated at|dc date|dcterms (?:issued|date)|version|edition)$/u;

/** What the key of a field says of a date that is its value; null: nothing. */
export function kindOfKey(key: string): DateKind | null {
  const words = keyWords(key);
  if (weakKey.test(words)) return "weak";
  if (/^policy expires|^expir(?:y|es)/u.test(words)) return "due";
  if (/^(?:next )?review by$/u.test(words)) return "due";
  if (foreignKey.test(words)) return null;
  if (/^(?:next|due)$/u.test(words)) return "due";
  return findDateLabels(words)[0]?.kind ?? (/\breview/u.test(words) ? "either" : null);
}
