import type { Told } from "./told.js";

const past =
  /\b(?:formerly|previously|former|replaced (?:by|the|in|with|on)|replac(?:es|ing)|has replaced|have replaced|was replaced|been replaced|in place of|instead of the old|used to be|(?:was|were|been|is|are) (?:once |then |previously )?(?:known|called|named) as|once known|supersed\w*|now (?:the|known|called|named|part|replaced|an?|renamed|merged|dbs|disclosure|dfe|department|safeguarding|local|integrated|icbs?|nhs)\b|renamed|abolished|disbanded|ceased|no longer|historic\w*|originally|at (?:the|that) time|merged|became|succeeded|successor|predecessor|took over|taken over|old name|old term|outdated|obsolete|dissolved|until (?:\w+ )?(?:19|20)\d\d|before (?:\w+ )?(?:19|20)\d\d|prior to (?:\w+ )?(?:19|20)\d\d|ended in|earlier (?:edition|version)s?|first adopted|which (?:established|created|set up))\b|\((?:now|ex-|formerly|previously|was)\b|\bex-/u;
const law =
  /\b(?:act|order|regulations) (?:19|20)\d\d\b[^.;]{0,80}\b(?:established|establishes|set up|sets up|created|creates|introduced|introduces|transferred|amend\w*)\b|\b(?:established|set up|created|introduced) (?:by|under) the\b[^.;]{0,60}\bact\b/u;
const changes =
  /\b(?:change|version|revision|amendment|document|review)s? (?:history|log|record|control)\b|^history$|^changelog$|^(?:summary of )?(?:changes|amendments)\b/iu;

/** Whether a sentence tells of what was, or stands in a history of changes. */
export function isHistory({ lower, headings, columns }: Told): boolean {
  return (
    past.test(lower) ||
    law.test(lower) ||
    isOfChanges(headings) ||
    columns.some((column) => /^(?:version|revision|change|amendment)s?\b/u.test(column))
  );
}

/** Whether the part that the headings name is a history of changes to the document. */
export function isOfChanges(headings: readonly string[]): boolean {
  return headings.some((heading) => changes.test(heading));
}
