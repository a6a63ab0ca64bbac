import type { DocumentText } from "../../model/document.js";
import { kindOfKey } from "./review-labels.js";
import { type Told, toldIn } from "./told.js";

const setsOut =
  /\b(?:polic(?:y|ies)|procedures?|code of (?:conduct|practice|behaviour|ethics)|guidelines|protocol|charter|safeguarding|child protection|safer recruitment|whistle-?blowing|complaints|anti-?bullying|behaviour|confidentiality|data protection|gdpr|equal opportunit\w+|equality|health (?:and|&) safety|lone working|rules|handbook|allegations|escalation|terms (?:and|of)|risk management|data retention)\b/u;
/** Titles of what is no policy, whatever it is about. */
const somethingElse =
  /\b(?:forms?|consent|minutes|agendas?|newsletters?|news|job|vacanc(?:y|ies)|advert\w*|application|articles of association|memorandum|constitution|bye-?laws|index|contents|readme|licen[cs]e|authors|contributors|changelog|template list|register|log ?sheet|sign-?in|checklist|questionnaire|survey|quiz|faqs?|frequently asked|certificate|invoice|receipt|letter|flyer|poster|leaflet|press release|blog|annual report|accounts|presentation|glossary|job description|person specification|role description|meeting notes|event|timetable|calendar|directory|contact us|about us|links|resources|home ?page|welcome|training (?:log|register|record)|record sheet)\b/u;
const lists =
  /^(?:(?:our|all|the|riverside|school|club|key|statutory|other|list of|and|&|[\p{L}’'-]+) ){0,4}(?:policies|procedures|policies (?:and|&) procedures|documents|downloads|policy (?:index|list|documents|library|register))$/u;
const duties =
  /\b(?:must|shall|will|should|ensures?|required to|requires?|expected to|expects?|responsible for|responsibility|committed to|may not|never|not (?:permitted|allowed|acceptable|tolerated)|aims? to|we \p{L}{2,}|i (?:have|keep|make|always|follow|do|take|work|ask|am|provide)|is made|are (?:made|kept|asked|checked|recorded|told|trained|given|informed)|is (?:kept|recorded|told|informed))\b/u;
const formWords =
  /_{3,}|\.{5,}|…{2,}|\[ ?\]|☐|□|\bplease (?:tick|complete|delete|circle|sign|print)\b|\bi (?:give|do not give|consent|agree|confirm|understand)\b|\bdelete as (?:appropriate|applicable)\b/u;
const minutesWords =
  /\b(?:apologies (?:were |for |received)|in attendance|minutes of the (?:last|previous)|matters arising|any other business|aob|the meeting (?:closed|opened|ended)|date of (?:the )?next meeting)\b/u;
const ownWords =
  /\bthis (?:[\p{L}-]{1,20} ){0,3}?(?:policy|procedures?|code of conduct|statement|guidelines|handbook)\b|\bpolicy statement\b|\b(?:aims?|purpose|scope) of (?:this|the) (?:policy|document)\b|\b(?:it is|our) (?:[\p{L}-]{1,20} ){0,3}?policy (?:is|to|that|sets|aims|applies|covers)\b/u;
const frontLine =
  /^\W*(?:last (?:updated|reviewed)|next review|reviewed|review date|date (?:of|for) (?:next |last )?review|date (?:approved|adopted|ratified|reviewed)|approved by|adopted|policy (?:owner|number|reference|lead|date))\b/u;
const parts =
  /^\W*(?:\d+\.?\d*\.?)?\W*(?:polic(?:y|ies)(?: statement| aims?)?|statement of (?:policy|intent)|policy and procedures?|procedures?|our commitment|aims? of (?:the|this) policy)\W*$/u;

/**
 * Whether the document sets out a policy, procedure or code: enough sentences that state duties, and neither a title nor
 * a content of something else such as a form, an index, minutes or a news item. When in doubt it is none.
 */
export function isPolicyDocument(document: DocumentText): boolean {
  const told = toldIn(document);
  const title = (document.title ?? told.find(({ kind }) => kind === "heading")?.text ?? "").toLowerCase().trim();
  const { body, stated, isForm, isMinutes } = bodyOf(told);
  const isNamed = /\b(?:policy|procedures?|code of (?:conduct|practice|behaviour|ethics))\b/u.test(
    title.replace(/\b(?:policy|policies) (?:index|list|register|documents)\b/u, ""),
  );
  if (lists.test(title) && !/\b(?:safeguarding|protection) (?:policies|procedures)/u.test(title))
    return hasMuchOwn(body, stated, document);
  if (somethingElse.test(title) && !isNamed) return false;
  if (/\b(?:forms?|minutes|template|register|checklist|job description|consent form)$/u.test(title)) return false;
  if (isForm || isMinutes || isLinkList(document, body, stated)) return false;
  if (isNamed) return stated >= 2 || (stated >= 1 && wordsOf(body) >= 30);
  const isOwn =
    body.slice(0, 12).some(({ lower }) => ownWords.test(lower)) ||
    told.some(({ kind, lower }) => kind === "heading" && parts.test(lower));
  if (isOwn) return stated >= 3;
  const isAbout =
    setsOut.test(title) || body.slice(0, 12).some(({ lower }) => frontLine.test(lower)) || hasReviewField(document);
  return isAbout && stated >= 4 && stated * 6 >= Math.min(body.length, 60);
}

/** Titles of what tells of things done, planned or to be filled in. */
const recordTitle =
  /\b(?:minutes|agendas?|action plan|improvement plan|development plan|work ?plan|meetings?|newsletters?|news|blog|diary|timetable|calendar|planner|year ahead|safeguarding year|index|contents|list of policies|policy list|register|log|forms?|self[- ]assessment|audit|annual report|accounts|vacanc(?:y|ies)|advert\w*|questionnaire|survey)\b/u;

/**
 * Whether the document records, plans, lists or asks for something: what stands in it is not what an organisation has
 * laid down.
 */
export function isRecord(document: DocumentText): boolean {
  const told = toldIn(document);
  const title = (document.title ?? told.find(({ kind }) => kind === "heading")?.text ?? "").toLowerCase();
  if (recordTitle.test(title))
    return !/\b(?:policy|procedures?|code of)\b/u.test(
      title.replace(/\b(?:policy|policies) (?:index|list|register)\b/u, ""),
    );
  const { body, stated, isForm, isMinutes } = bodyOf(told);
  return isForm || isMinutes || isLinkList(document, body, stated);
}

/** Front matter that tells of a review or an approval. */
function hasReviewField({ fields }: DocumentText): boolean {
  return fields.some(({ key }) => ["reviewed", "due", "either"].includes(kindOfKey(key) ?? ""));
}

/** A page of many policies in one is no index of them. */
function hasMuchOwn(body: readonly Told[], stated: number, document: DocumentText): boolean {
  return stated >= 12 && !isLinkList(document, body, stated);
}

/** The text of a document without its headings, and what it is made of. */
interface Body {
  readonly body: readonly Told[];
  /** Sentences that state duties. */
  readonly stated: number;
  readonly isForm: boolean;
  readonly isMinutes: boolean;
}

const known = new WeakMap<readonly Told[], Body>();

/** Worked out once for the two that ask. */
function bodyOf(told: readonly Told[]): Body {
  const found = known.get(told);
  if (found !== undefined) return found;
  const body = told.filter(({ kind }) => kind !== "heading");
  const stated = body.filter(({ lower }) => duties.test(lower)).length;
  const made = { body, stated, isForm: asksMuch(body), isMinutes: hasMinutes(body) };
  known.set(told, made);
  return made;
}

function asksMuch(body: readonly Told[]): boolean {
  const asks = body.filter(({ lower }) => formWords.test(lower)).length;
  return asks >= 4 && asks * 3 >= body.length;
}

function hasMinutes(body: readonly Told[]): boolean {
  return body.filter(({ lower }) => minutesWords.test(lower)).length >= 2;
}

/** More links than sentences that state something. */
function isLinkList({ links }: DocumentText, body: readonly Told[], stated: number): boolean {
  return links.length >= 5 && links.length > stated && links.length * 12 >= wordsOf(body) / 2;
}

function wordsOf(body: readonly Told[]): number {
  return body.reduce((sum, { text }) => sum + text.split(" ").length, 0);
}
