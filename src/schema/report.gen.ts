/* Generated from report.schema.json by npm run generate; edit the schema instead. */

export type Day = string;
export type Id = string;
export type FactValue = (string | boolean) | readonly string[];
/**
 * must: law. should: statutory guidance. local: a partnership's rule. practice: good practice.
 */
export type Force = "must" | "should" | "local" | "practice";
/**
 * Fractions from 0 to 1; null when nothing is applicable.
 */
export type Interval = {
  readonly low: number;
  readonly high: number;
} | null;
export type Rating = "met" | "partly-met" | "not-met" | "not-applicable";
export type GapKind =
  | "unanswered"
  | "not-met"
  | "partly-met"
  | "not-applicable-without-reason"
  | "applicability-unknown"
  | "no-evidence"
  | "evidence-missing"
  | "evidence-blank"
  | "evidence-unratified"
  | "evidence-out-of-date"
  | "evidence-changed"
  | "evidence-superseded"
  | "evidence-off-topic"
  | "evidence-case-data"
  | "moderated-lower"
  | "question-changed"
  | "to-confirm"
  | "audit-out-of-date"
  | "action-missing"
  | "action-overdue"
  | "action-without-owner"
  | "action-closed-without-evidence"
  | "action-still-open"
  | "waiver-expired";
export type Severity = "error" | "warning" | "note";

/**
 * An assessment made readable by programs: what report -f json prints.
 */
export interface Report {
  readonly schema: "report/1";
  readonly tool: {
    readonly name: "wt-audit";
    readonly version: string;
  };
  readonly today: Day;
  readonly checklist: ReportChecklist;
  readonly audit: ReportAudit;
  readonly organisation: ReportOrganisation;
  readonly summary: Summary;
  /**
   * The form of a partnership or company that the report is a return for; null: none.
   */
  readonly form: ReportForm | null;
  readonly standards: readonly ReportStandard[];
  /**
   * Worst first, then in checklist order.
   */
  readonly gaps: readonly Gap[];
  /**
   * Every waiver of the config, and whether it holds.
   */
  readonly waivers: readonly ReportWaiver[];
  /**
   * Null: checked without a baseline.
   */
  readonly baseline: null | ReportBaseline;
  /**
   * The policy documents that were read beside the audit; null when none were asked for.
   */
  readonly documents: null | readonly ReportDocument[];
  readonly verdict: Verdict;
}
export interface ReportChecklist {
  readonly id: Id;
  readonly title: string;
  readonly status: "verified" | "restated" | "carried-over";
  readonly notice: string | null;
  readonly safetyNotice: string;
  readonly inForce: {
    readonly from: Day;
    readonly until: Day | null;
  };
  readonly supersededBy: string | null;
  /**
   * The overlays that the report holds the audit to, each after those it extends.
   */
  readonly overlays: readonly ReportOverlay[];
}
export interface ReportOverlay {
  readonly id: Id;
  readonly title: string;
}
export interface ReportAudit {
  readonly period: {
    readonly from: Day;
    readonly to: Day;
  };
  readonly assessors: readonly string[];
  readonly signOff: readonly ReportSignOff[];
}
export interface ReportSignOff {
  readonly role: string;
  readonly on: Day;
  readonly minute: string | null;
  /**
   * Whether the answers are still those that were signed. unknown: the entry carries no digest, and no later answer tells.
   */
  readonly changed: "no" | "yes" | "unknown";
  /**
   * Requirements answered or moderated, or with an action done, on a later day than the entry; empty when none can be told.
   */
  readonly since: readonly Id[];
}
export interface ReportOrganisation {
  readonly name: string;
  readonly reference: string | null;
  readonly facts: {
    readonly [k: string]: FactValue;
  };
  readonly duties: readonly ReportDuty[];
}
export interface ReportDuty {
  readonly id: Id;
  readonly title: string;
  readonly law: string;
  readonly force: Force;
  readonly summary: string;
  /**
   * unknown: a fact is missing.
   */
  readonly status: "applies" | "unknown";
  readonly reason: string;
}
export interface Summary {
  readonly requirements: {
    readonly total: number;
    readonly applicable: number;
    /**
     * Out of scope by the facts.
     */
    readonly notApplicable: number;
    readonly unknown: number;
  };
  readonly ratings: {
    readonly met: number;
    readonly partlyMet: number;
    readonly notMet: number;
    /**
     * Rated not applicable.
     */
    readonly notApplicable: number;
    readonly unanswered: number;
  };
  readonly assurance: {
    readonly verified: number;
    readonly moderated: number;
    readonly attested: number;
    readonly none: number;
  };
  readonly declared: Interval;
  readonly assured: Interval;
  readonly gaps: {
    readonly error: number;
    readonly warning: number;
    readonly note: number;
  };
}
export interface ReportForm {
  readonly id: Id;
  readonly title: string;
  /**
   * null: the four ratings.
   */
  readonly scale: ReportScale | null;
  /**
   * The weighted mean of the scores, for scales of numbers; null where nothing is scored, or the scale has no numbers.
   */
  readonly total: ReportTotal | null;
  /**
   * How many scores the ratings do not tell exactly.
   */
  readonly inexact: number;
}
export interface ReportScale {
  readonly id: Id;
  readonly title: string;
  readonly note: string | null;
}
export interface ReportTotal {
  /**
   * In the numbers of the scale.
   */
  readonly mean: number;
  /**
   * How many requirements are scored.
   */
  readonly of: number;
  /**
   * The sum of their weights.
   */
  readonly weight: number;
}
export interface ReportStandard {
  readonly id: Id;
  readonly title: string;
  readonly requirements: readonly ReportRequirement[];
}
export interface ReportRequirement {
  readonly id: Id;
  /**
   * The overlay that asks it; null: the edition does.
   */
  readonly overlay: ReportOverlay | null;
  readonly title: string;
  readonly question: string;
  readonly expectation: string;
  readonly force: Force;
  /**
   * What an overlay raises the force to; null: not raised.
   */
  readonly localForce: Force | null;
  readonly reference: Reference;
  /**
   * Its number in the form; null: none.
   */
  readonly localReference: string | null;
  readonly applicability: ReportApplicability;
  readonly rating: Rating | null;
  /**
   * The rating on the form's scale; null: no form, no scale, not asked, not rated, or the scale has no value for it.
   */
  readonly score: ReportScore | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly moderated: Rating | null;
  /**
   * Who moderated it, when and why; null: nobody did.
   */
  readonly moderation: ReportModeration | null;
  readonly assured: boolean;
  readonly assurance: "verified" | "moderated" | "attested" | "none";
  readonly evidence: readonly ReportEvidence[];
  readonly gaps: readonly GapKind[];
}
/**
 * Where the requirement stands. verified is true only when it was read in the guidance itself.
 */
export interface Reference {
  readonly chapter: number | null;
  readonly paragraph: string | null;
  readonly verified: boolean;
  readonly source: string;
  readonly law: string | null;
}
export interface ReportApplicability {
  readonly status: "applies" | "does-not-apply" | "unknown";
  readonly reason: string;
}
/**
 * A rating on the form's scale.
 */
export interface ReportScore {
  readonly value: string | number;
  readonly title: string;
  /**
   * false: the rating does not say which of the candidates it is, and the worst of them stands here.
   */
  readonly exact: boolean;
  /**
   * Every value of the scale that the rating may be, worst first.
   */
  readonly candidates: (string | number)[];
}
export interface ReportModeration {
  readonly by: string | null;
  readonly on: Day;
  readonly reason: string | null;
  /**
   * Whether it is of the answer as it is now, and still counts: not given before it, in the future, or too long ago.
   */
  readonly stands: boolean;
}
export interface ReportEvidence {
  readonly title: string;
  readonly path: string | null;
  readonly location: string | null;
  readonly reviewed: Day | null;
  readonly reviewDue: Day | null;
  /**
   * Whether the document was opened and its text read.
   */
  readonly read: boolean;
  /**
   * Whether nothing was found against it.
   */
  readonly standsUp: boolean;
  readonly problems: readonly GapKind[];
}
export interface Gap {
  readonly kind: GapKind;
  readonly severity: Severity;
  readonly standard: Id;
  readonly requirement: Id;
  /**
   * The overlay that asks it; null: the edition does.
   */
  readonly overlay: ReportOverlay | null;
  readonly title: string;
  readonly force: Force;
  /**
   * What an overlay raises the force to; null: not raised.
   */
  readonly localForce: Force | null;
  readonly reference: Reference;
  /**
   * What of the answer it is about, wherever it stands: the evidence's path, the action's id. Null: the answer.
   */
  readonly about: string | null;
  readonly message: string;
  readonly remedy: string | null;
  readonly actions: readonly ReportAction[];
  readonly waived: boolean;
  /**
   * In the baseline: it was there before, and does not fail a check.
   */
  readonly known: boolean;
  readonly location: Location | null;
}
export interface ReportAction {
  readonly id: string;
  readonly what: string;
  readonly owner: string | null;
  readonly due: Day | null;
  readonly status: "open" | "in-progress" | "done" | "cancelled";
  readonly overdue: boolean;
}
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
export interface ReportWaiver {
  readonly requirement: string | null;
  readonly gap: string | null;
  readonly file: string | null;
  readonly finding: string | null;
  readonly reason: string;
  readonly approvedBy: string;
  readonly expires: Day;
  /**
   * used: it moved a gap or finding to the waived ones. unused: nothing that it names is there. expired: its day has passed, so that it waives nothing.
   */
  readonly state: "used" | "unused" | "expired";
  readonly location: Location | null;
}
export interface ReportBaseline {
  readonly file: string;
  /**
   * Gaps and findings that are in it and still there.
   */
  readonly known: number;
  /**
   * What is in it and no longer there, each in a few words.
   */
  readonly gone: readonly string[];
}
export interface ReportDocument {
  readonly file: string;
  readonly unit: "line" | "paragraph" | "page";
  readonly findings: readonly ReportFinding[];
}
export interface ReportFinding {
  /**
   * One of the codes of scan/1.
   */
  readonly code: string;
  readonly severity: Severity;
  readonly line: number | null;
  /**
   * What in the document it is about, whatever its line: the old term, where the link leads, the other document. Null: the document.
   */
  readonly about: string | null;
  readonly message: string;
  readonly hint: string;
  readonly waived: boolean;
  readonly known: boolean;
}
export interface Verdict {
  readonly passed: boolean;
  readonly failOn: Severity;
  readonly reasons: readonly string[];
}
