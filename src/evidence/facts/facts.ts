import type { DocumentText } from "../../model/document.js";
import type { DocumentFacts, StatedPassage } from "../../model/document-facts.js";
import type { SupersededTerm } from "../../model/lexicon.js";
import { findApproval } from "./approval.js";
import { findAudience } from "./audience.js";
import { findCaseData } from "./case-data.js";
import { namesContact } from "./contact.js";
import { findEditions } from "./editions.js";
import { findNation } from "./nation.js";
import { findOldTerms } from "./old-terms.js";
import { findPlaceholders, isBlankDocument } from "./placeholders.js";
import { isPolicyDocument } from "./policy-document.js";
import { findReview } from "./review.js";
import { sketchOf } from "./sketch.js";
import { withholdWords } from "./withhold.js";

/**
 * All that the document says of itself, beside the passages that speak of requirements. Of one that seems to hold
 * information about a child no words are told.
 */
export function factsOf(
  document: DocumentText,
  terms: readonly SupersededTerm[],
  passages: readonly StatedPassage[],
  { nation, audience } = publicOf(document),
): DocumentFacts {
  return withholdWords({
    kind: document.kind,
    unit: document.unit,
    title: document.title,
    words: countWords(document),
    isPolicy: isPolicyDocument(document),
    // Few words may be enough to state an arrangement.
    blank: isBlankDocument(document) && !passages.some(({ strength }) => strength === "states"),
    review: findReview(document),
    approval: findApproval(document),
    oldTerms: findOldTerms(document, terms),
    editions: findEditions(document),
    nation,
    audience,
    namesContact: namesContact(document),
    placeholders: findPlaceholders(document),
    caseData: findCaseData(document),
    links: linksToFiles(document),
    sketch: sketchOf(document),
    passages,
  });
}

/** For whom and for whose law the document is written. */
export function publicOf(document: DocumentText): Pick<DocumentFacts, "nation" | "audience"> {
  return { nation: findNation(document), audience: findAudience(document) };
}

/** Words that a reader sees; headings are left out, and signs alone are no words. */
function countWords({ blocks }: DocumentText): number {
  let count = 0;
  for (const { kind, text } of blocks)
    if (kind !== "heading") for (const word of text.split(/\s+/u)) if (isWord(word)) count += 1;
  return count;
}

/** Nearly all words open with a small letter of ASCII, which costs no pattern. */
function isWord(word: string): boolean {
  const code = word.charCodeAt(0);
  return (code >= 0x61 && code <= 0x7a) || /[\p{L}\p{N}]/u.test(word);
}

/** The links that may lead to a file beside the document, without the place within that file. */
function linksToFiles({ links }: DocumentText): DocumentFacts["links"] {
  return links.flatMap(({ target, line }) => {
    const file = target.trim().replace(/[#?].*$/su, "");
    return file === "" || isElsewhere(file) ? [] : [{ target: file, line }];
  });
}

/** An address with a scheme or a host, a path from the root of a site, and what a site's template fills in. */
function isElsewhere(file: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/|\\\\)|[{}<>]|%7B|\$\(|^\[|^www\./iu.test(file);
}
