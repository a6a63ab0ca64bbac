import type { DocumentText } from "../../model/document.js";
import type { Audience } from "../../model/document-facts.js";
import { toldIn } from "./told.js";

const pattern =
  /(?<![\p{L}])(?:(?<adults>(?:vulnerable |at[- ]risk |dependent )adults?|adults? (?:at risk|with care|who (?:are|may be) (?:vulnerable|at risk)|safeguarding|protection|social care)|(?:safeguarding|protect(?:ing|ion of)) adults|service[- ]users?|residents?|clients?|patients?|tenants?|(?:people|persons|those|individuals) (?:we support|who use (?:our|the) services?|using (?:our|the) services?)|older people|elderly|care act 2014|care homes?|mental capacity|cqc|care quality commission|domiciliary)|(?<children>child(?:ren|hood|care|minders?|minding)?|kids|young (?:people|persons?)|pupils?|under[- ]?(?:18|eighteen|16)s?|minors?|youths?|bab(?:y|ies)|infants?|toddlers?|teenagers?|adolescents?|juniors?|boys|girls))(?![\p{L}])/gu;

/** Every word of the pattern holds one of these. */
const worthALook =
  /adult|user|resident|client|patient|tenant|people|person|those|individual|care|cqc|elder|mental|domicil|child|kids|young|pupil|under|minor|youth|bab|infant|toddler|teen|adolesc|junior|boys|girls/u;

/** How much more a word tells in the title and in a heading. */
const weights = { title: 8, heading: 3, text: 1 } as const;

/** What share of the words must speak of one kind of people for the document to be for them alone. */
const mostly = 0.8;

/** Whom the document protects, by the words that it has for them. */
export function findAudience(document: DocumentText): Audience {
  const title = countIn((document.title ?? "").toLowerCase(), weights.title);
  let [children, adults] = [title.children, title.adults];
  for (const { lower, kind } of toldIn(document)) {
    const count = countIn(lower, kind === "heading" ? weights.heading : weights.text);
    children += count.children;
    adults += count.adults;
  }
  const total = children + adults;
  if (total < 2) return "neither";
  if (title.children > 0 && title.adults > 0) return "both";
  if (children >= total * mostly) return "children";
  return adults >= total * mostly ? "adults" : "both";
}

function countIn(lower: string, weight: number): { readonly children: number; readonly adults: number } {
  const count = { children: 0, adults: 0 };
  if (!worthALook.test(lower)) return count;
  for (const { groups } of lower.matchAll(pattern))
    count[groups?.["adults"] === undefined ? "children" : "adults"] += weight;
  return count;
}
