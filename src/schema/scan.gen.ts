/* Generated from scan.schema.json by npm run generate; edit the schema instead. */

export type Day = string;
export type Count = number;
export type FindingCode =
  | "case-data"
  | "blank-document"
  | "placeholder"
  | "review-overdue"
  | "review-not-stated"
  | "impossible-date"
  | "draft"
  | "approval-not-stated"
  | "superseded-edition"
  | "superseded-term"
  | "no-contact"
  | "near-copy"
  | "older-copy"
  | "broken-link"
  | "other-jurisdiction"
  | "no-text";
export type Severity = "error" | "warning" | "note";

/**
 * What policy documents state and what is wrong with them: what scan -f json prints.
 */
export interface Scan {
  readonly schema: "scan/1";
  readonly tool: {
    readonly name: "wt-audit";
    readonly version: string;
  };
  readonly today: Day;
  readonly checklist: ScanChecklist;
  readonly summary: ScanSummary;
  readonly requirements: readonly ScanRequirement[];
  readonly documents: readonly ScanDocument[];
  /**
   * Files that were found and not read, and why.
   */
  readonly left: readonly LeftFile[];
  readonly verdict: ScanVerdict;
}
export interface ScanChecklist {
  readonly id: string;
  readonly title: string;
  readonly notice: string | null;
}
export interface ScanSummary {
  readonly requirements: {
    readonly found: Count;
    readonly needsAPerson: Count;
    readonly notFound: Count;
  };
  /**
   * Requirements that do not apply, or only to kinds of organisation that were not named.
   */
  readonly notAsked: number;
  readonly documents: {
    readonly read: Count;
    readonly left: Count;
  };
  readonly findings: {
    readonly error: Count;
    readonly warning: Count;
    readonly note: Count;
  };
}
export interface ScanRequirement {
  readonly id: string;
  readonly title: string;
  readonly standard: string;
  readonly force: "must" | "should" | "local" | "practice";
  readonly result: "found" | "not-found" | "needs-a-person";
  /**
   * Why, in a sentence.
   */
  readonly reason: string;
  /**
   * The best, at most three.
   */
  readonly passages: readonly ScanPassage[];
  readonly waived: boolean;
  /**
   * In the baseline: not new.
   */
  readonly known: boolean;
}
export interface ScanPassage {
  readonly file: string;
  readonly line: number;
  readonly unit: "line" | "paragraph" | "page";
  /**
   * The headings above it, outermost first.
   */
  readonly heading: readonly string[];
  /**
   * At most 25 words.
   */
  readonly excerpt: string;
  readonly reason: string;
}
export interface ScanDocument {
  readonly file: string;
  readonly kind: "markdown" | "html" | "rst" | "asciidoc" | "plain" | "word" | "pdf";
  readonly unit: "line" | "paragraph" | "page";
  readonly title: string | null;
  /**
   * Null: not stated.
   */
  readonly reviewed: Day | null;
  /**
   * As stated, or the last review and the stated interval. Null: neither is stated.
   */
  readonly reviewDue: Day | null;
  /**
   * False: a draft. Null: not stated.
   */
  readonly ratified: boolean | null;
  /**
   * Years of the editions of the guidance that it cites.
   */
  readonly editions: readonly number[];
  /**
   * Whose law it is written for. Null: nothing tells.
   */
  readonly jurisdiction: "england" | "wales" | "scotland" | "northern-ireland" | "ireland" | "elsewhere" | null;
  readonly audience: "children" | "adults" | "both" | "neither";
  readonly findings: readonly ScanFinding[];
}
export interface ScanFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /**
   * Counted in the document's unit. Null: the document as a whole.
   */
  readonly line: number | null;
  /**
   * What in the document it is about, whatever its line: the old term, where the link leads, the other document. Null: the document.
   */
  readonly about: string | null;
  readonly message: string;
  /**
   * What to do about it.
   */
  readonly hint: string;
  readonly waived: boolean;
  /**
   * In the baseline: not new.
   */
  readonly known: boolean;
}
export interface LeftFile {
  readonly file: string;
  readonly reason: string;
}
export interface ScanVerdict {
  readonly passed: boolean;
  readonly failOn: Severity;
  readonly reasons: readonly string[];
}
