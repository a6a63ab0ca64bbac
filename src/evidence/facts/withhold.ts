import type { DocumentFacts, StatedPassage } from "../../model/document-facts.js";
import { hasPersonName } from "./person-name.js";

/** What stands for the words of a passage that are not told. */
const withheld = "(Not shown: the document seems to hold information about a child.)";

/**
 * The facts without the words of a document that seems to hold information about a child: where something stands is
 * told, what stands there is not. Whatever shows or keeps facts can then echo none of it. Other documents stay as they are.
 */
export function withholdWords(facts: DocumentFacts): DocumentFacts {
  if (facts.caseData.length === 0) return facts;
  const lines = new Set(facts.caseData.map(({ line }) => line));
  const isApart = (stated: { readonly line: number } | null): boolean => stated === null || !lines.has(stated.line);
  const { reviewed, due, impossible } = facts.review;
  return {
    ...facts,
    title: facts.title === null || isHarmless(facts.title) ? facts.title : bareTitle(facts.title),
    review: {
      ...facts.review,
      reviewed: isApart(reviewed) ? reviewed : null,
      due: isApart(due) ? due : null,
      impossible: impossible.filter(isApart),
    },
    links: facts.links.filter((link) => isApart(link) && !/\d{4}|%\d/u.test(link.target)),
    passages: facts.passages.map(withholdPassage),
  };
}

function withholdPassage(passage: StatedPassage): StatedPassage {
  return { ...passage, heading: passage.heading.filter(isHarmless), excerpt: withheld };
}

function isHarmless(text: string): boolean {
  return !/\d{2}/u.test(text) && !hasPersonName(text);
}

/** Only the words that tell what kind of document it is; null: none do. */
function bareTitle(title: string): string | null {
  return title.match(/safeguarding|child protection|whistle-?blowing|polic(?:y|ies)|procedures?/giu)?.join(" ") ?? null;
}
