import type { Severity } from "./report.js";

/**
 * Something wrong with a file we were given. Never a gap: a gap is a shortfall of the organisation.
 * `line` and `column` count from 1; null when the problem has no place in the file.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  /** What to do about it; null when the message says it all. */
  readonly hint: string | null;
}

export type DiagnosticCode = keyof typeof diagnosticInfo;

/** What each code means; the codes are stable for ever. */
export const diagnosticInfo = {
  "file-missing": "The file is not there.",
  "file-exists": "A file is there already and is not overwritten.",
  "file-changed": "The file was changed by someone else since it was read.",
  "not-a-file": "A folder, a device, a pipe or a socket stands where a file is expected.",
  "no-permission": "The file may not be read, or the folder not written.",
  "not-readable": "The system could not read the file.",
  "not-written": "The system could not write the file.",
  "too-large": "The file is larger than the tool reads.",
  "not-text": "The file is not UTF-8 text.",
  "path-outside": "The path leaves the folder tree of the audit.",
  "path-form": "The path is not written as the audit file writes paths.",
  "yaml-syntax": "The file is not YAML.",
  "yaml-alias": "The file uses anchors or aliases.",
  "yaml-tag": "The file uses tags.",
  "yaml-depth": "The file is nested too deeply.",
  "yaml-documents": "The file holds more than one document.",
  "merge-conflict": "The file holds both sides of a merge that was not finished.",
  "duplicate-key": "A key stands twice in one mapping.",
  empty: "The file is empty.",
  "unknown-schema": "The file does not say, in its schema key, what kind of file it is.",
  "unknown-key": "The key is not one of those the file may hold.",
  "missing-key": "A key that must be there is not.",
  "wrong-type": "The value is of another kind than expected.",
  "wrong-value": "The value is not one of those allowed.",
  "not-a-day": "The value is not a day that exists, written YYYY-MM-DD.",
  "not-a-duration": "The value is not an ISO 8601 duration such as P12M.",
  "days-out-of-order": "A day lies before the one it must follow.",
  "unknown-checklist": "No such edition is shipped.",
  "unknown-requirement": "The checklist has no such requirement.",
  "unknown-standard": "The checklist has no such standard.",
  "unknown-fact": "The profile has no such fact.",
  "unknown-source": "The edition names no such source.",
  "unknown-edition": "The lineage names an edition that is not shipped.",
  "duplicate-id": "An id stands twice.",
  "wrong-standard": "The practice file holds a note of another standard.",
  "missing-practice": "A requirement has no practice note.",
  "broken-lineage": "A requirement of the edition before is neither carried on nor retired.",
  "false-verified": "A reference is marked verified without having been read in the guidance.",
  "missing-law": "A must names no law.",
  "missing-reason": "A not-applicable answer gives no reason.",
  "unknown-group": "The lexicon has no such group of words, or it leads back to itself.",
  "double-barrelled-question": "A question asks two things at once.",
  "negative-question": "A question asks whether something is not so.",
  "unused-source": "A source is named that nothing rests on.",
  "duplicate-text": "Two requirements ask the same.",
  "meaning-changed": "What the lineage says of a requirement does not agree with its text.",
  "unreachable-condition": "A condition can never hold.",
  "always-true-condition": "A condition always holds.",
  "empty-practice": "A practice note says nothing, or the same of two ratings.",
  "reading-age": "The text is hard to read.",
  "example-fails": "An example of the lexicon is not taken as it should be.",
  "unreadable-document": "The document is damaged, or is not what its name says.",
  "nothing-matched": "No document was found where documents are expected.",
  "duplicate-waiver": "Two waivers are for the same gap or finding.",
  "no-effect": "The key has no effect beside the others of the file.",
  "unused-waiver": "A waiver is for a gap or finding that is not there.",
  "duplicate-entry": "Two entries of the baseline are for the same gap or finding.",
  "unknown-scale": "No such rating scale is shipped.",
  "unknown-score": "The rating scale has no such value.",
  "score-disagrees": "A score comes to another rating than the one beside it.",
  "scale-order": "The values of a rating scale do not stand worst first.",
  "scale-mixed": "A rating scale mixes numbers and words.",
  "scale-incomplete": "No value of a rating scale stands for a rating that it must have.",
  "scale-not-exact": "A value is said to be exact, and its rating stands for others, too.",
  "overlay-missing": "What an overlay extends, or the overlay that an audit names, is not there.",
  "overlay-circular": "An overlay extends itself, by way of others or at once.",
  "overlay-depth": "An overlay extends another that extends another, too many of them.",
  "overlay-edition": "An overlay is for another edition than the audit.",
  "overlay-weakens": "An overlay would take away or lower what is asked.",
  "overlay-conflict": "Two overlays say different things under one id.",
  "reused-id": "An id stands for something else already, and ids are never reused.",
} as const satisfies Record<string, string>;
