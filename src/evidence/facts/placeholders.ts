import { isBlank } from "../blank.js";
import { isPlaceholder } from "../placeholder.js";
import type { Block, DocumentText } from "../../model/document.js";
import { type Told, toldIn } from "./told.js";

/** In most documents the first tells enough; a template has one in every line. */
const most = 50;

const worth =
  /[[<{_…]|\.{4}|x{3}|tb[cda]\b|todo|fixme|lorem|ipsum|\b(?:insert|enter|add|type|write)\b|to be (?:confirmed|inserted|completed|added|written|advised|decided|drafted)|\bdelete (?:as|where)/u;
const shouted = /\b(?:TBC|TBD|TBA|TODO|FIXME|X{4,})\b|(?:^|[:(–-] ?|\b(?:is|at|on|to|by) )XXX\b|\bXXX(?= \p{Lu})/u;
const pending =
  /(?:^|[:|–(,]|\bis|\bare|- )\s*(?:tb[cd]|to be (?:confirmed|inserted|completed|written|advised|decided|added|drafted))(?: (?:soon|shortly|later|in due course))?\s*(?:$|[.)|,])|\bdelete (?:as|where) (?:appropriate|applicable|necessary)\b/u;
const invitation =
  /\b(?:insert|enter|add|type|write) (?:[\p{L}’'/-]{1,20} ){0,6}here(?=$|[\])}.,:;|])|^\W{0,3}insert (?:the |your |name|date|logo|details|organi[sz]ation|school|address|telephone|contact)|\((?:insert|enter|add|your) (?:[\p{L}’'/-]{1,20} ?){1,8}\)/u;
/** A field names what belongs in it: a word such as name, date or number, or it speaks to whoever fills it in. */
const wanted =
  /\b(?:name|names|date|number|no|telephone|tel|phone|mobile|e-?mail|address|insert|enter|add|your|organi[sz]ation|school|setting|club|group|charity|company|church|parish|academy|nursery|college|role|title|job|position|person|lead|officer|contact|details|dsl|lado|governor|trustee|chair|headteacher|head|manager|local|council|authority|website|url|link|time|place|venue|logo|signature|xx+|to be|tbc|day|month|year|delete|amend|specify|state|describe|list|complete|here|text|team|body|committee|board|deputy)\b/u;
const brackets = /(?<![\w/:.)\][])\[([^[\]]{2,200})\](?![_([:])|<(\p{L}[^<>@:/]{1,200})>|\{(\p{L}[^{}]{2,200})\}/gu;
const notes =
  /^(?:sic|x|\.{3}|…|edit(?:ed)?|emphasis added|see\b|note\b|ibid|ref|figure|table|appendix|our italics|\d|citation|[ivx]+$|redacted|\p{L}{1,3}$)/iu;
const blank = /_{3,}|\.{5,}|…{2,}/u;
/** Lines that a person fills in by hand: to sign, to date, to print a name. */
const formLine =
  /\b(?:signed|signature|sign|date|dated|print|name|position|role|witness\w*|chair\w*|reviewed|approved|adopted|reviewer|on behalf of|parent|carer|guardian|class|time|address|telephone|tel|phone|mobile|e-?mail|dob|age|relationship|child|staff|volunteer|manager|trustee|year|minute)\b/u;

/** The lines where a template was left unfilled within a text that is otherwise written. */
export function findPlaceholders(document: DocumentText): readonly { readonly line: number }[] {
  const told = toldIn(document);
  const isForm = isFormDocument(document, told);
  const lines = new Set<number>();
  for (const each of told) {
    if (!worth.test(each.lower) || lines.size >= most) continue;
    if (hasField(each) || isToBeWritten(each) || (!isForm && hasBlank(each))) lines.add(each.line);
  }
  return [...lines].map((line) => ({ line }));
}

function hasField({ text }: Told): boolean {
  return [...text.matchAll(brackets)].slice(0, 50).some(({ 0: whole, 1: square, 2: angle, 3: curly, index }) => {
    const inside = square ?? angle ?? curly ?? "";
    if (notes.test(inside.trim()) || !/\p{L}{2}/u.test(inside)) return false;
    if (/^\p{Lu}[\p{Lu} ]{3,}$/u.test(inside)) return isPlaceholder(whole);
    return wanted.test(inside.toLowerCase()) && !isTag(angle) && !isQuoted(text.slice(0, index));
  });
}

/** In a quotation brackets are the editor's. */
function isQuoted(before: string): boolean {
  return /[“"][^”"]{0,200}$/u.test(before.slice(-200));
}

/** A tag that was shown as it stands. */
function isTag(angle: string | undefined): boolean {
  return (
    angle !== undefined &&
    /^(?:br|p|div|span|a|b|i|u|em|strong|li|ul|ol|table|tr|td|th|img|h\d|hr|details|summary|address|title|head|body|link|time|section|main|nav|label|form|input|button)\b/iu.test(
      angle,
    )
  );
}

function isToBeWritten({ text, lower }: Told): boolean {
  if (shouted.test(text) && text.length <= 400) return true;
  if (invitation.test(lower)) return isPlaceholder(text) || lower.length <= 160;
  if (pending.test(lower) && lower.length <= 200) return true;
  return /lorem|ipsum/u.test(lower) && isPlaceholder(text);
}

/** A line to write on in a sentence, not one of a form. */
function hasBlank({ text, lower, kind, cells }: Told): boolean {
  if (!blank.test(lower) || !isPlaceholder(text)) return false;
  if (kind === "row") return cells.some((cell) => /\p{L}{3,} [^_.…]*_{3,}/u.test(cell) && !formLine.test(cell));
  // Dots lead from a heading to its page.
  if (/(?:\.{5,}|…{2,})\s*\d{0,3}\s*$/u.test(lower)) return false;
  const words = lower.match(/\p{L}{2,}/gu)?.length ?? 0;
  return (
    words >= 5 &&
    (!formLine.test(lower) || words >= 10 || /\b(?:our|the|is|are|was) [^_.…]{0,60}(?:_{3,}|\.{5,}|…{2,})/u.test(lower))
  );
}

function isFormDocument({ title }: DocumentText, told: readonly Told[]): boolean {
  if (/\b(?:forms?|consent|register|record sheet|template|checklist|declaration|slip|log)\b/iu.test(title ?? ""))
    return true;
  const blanks = told.filter(({ lower }) => blank.test(lower)).length;
  return blanks >= 4 && blanks * 3 >= told.length;
}

/** Characters of text that are enough to tell that a document says something. */
const enough = 16_000;

/** Whether a document of any kind says nothing: without its headings, the heads of its tables and what nobody filled in. */
export function isBlankDocument({ blocks }: Pick<DocumentText, "blocks">): boolean {
  const parts: string[] = [];
  let length = 0;
  let isJudged = false;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "heading" || isTableHead(block, blocks[index - 1], blocks[index + 1])) continue;
    parts.push(block.text);
    length += block.text.length;
    if (isJudged || length < enough) continue;
    if (!isBlank(parts.join("\n\n"), "plain")) return false;
    isJudged = true;
  }
  return isBlank(parts.join("\n\n"), "plain");
}

/** The first of several rows names what stands below it. */
function isTableHead(block: Block, before: Block | undefined, next: Block | undefined): boolean {
  return (
    block.kind === "row" &&
    before?.kind !== "row" &&
    next?.kind === "row" &&
    block.text.split("|").every((cell) => cell.trim().length <= 40)
  );
}
