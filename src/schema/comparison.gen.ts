/* Generated from comparison.schema.json by npm run generate; edit the schema instead. */

/**
 * What changed between audits of one organisation: what compare OLD NEW -f json prints.
 */
export interface Comparison {
  readonly schema: "comparison/1";
  readonly today: string;
  readonly organisation: string;
  readonly before: ComparedAudit;
  readonly after: ComparedAudit;
  /**
   * Requirements that every audit compared asks, and that apply in each: scores and ratings are compared over these alone.
   */
  readonly shared: readonly string[];
  /**
   * Ratings that went up or down, on the shared requirements, in checklist order.
   */
  readonly changes: readonly RatingChange[];
  readonly gaps: {
    readonly closed: readonly ComparedGap[];
    readonly opened: readonly ComparedGap[];
    /**
     * Gaps of requirements that are no longer asked: neither closed nor open.
     */
    readonly gone: readonly ComparedGap[];
  };
  readonly actions: {
    readonly done: readonly ComparedAction[];
    /**
     * Open, and their day has passed.
     */
    readonly late: readonly ComparedAction[];
  };
  readonly evidence: {
    /**
     * Evidence that was reviewed again, or cited anew, since.
     */
    readonly refreshed: readonly RefreshedEvidence[];
  };
  /**
   * Every audit given, oldest first, over what all of them share; two when two are compared.
   */
  readonly trend: readonly ComparedAudit[];
}
export interface ComparedAudit {
  readonly file: string;
  readonly checklist: string;
  /**
   * Of the edition.
   */
  readonly title: string;
  readonly period: {
    readonly from: string;
    readonly to: string;
  };
  /**
   * The last day on which it was signed off; null: not yet.
   */
  readonly signedOff: string | null;
  /**
   * Over the shared requirements that apply in both audits.
   */
  readonly ratings: {
    readonly met: number;
    readonly partlyMet: number;
    readonly notMet: number;
    readonly notApplicable: number;
    readonly unanswered: number;
  };
  /**
   * Over the shared requirements alone; null: none of them is scored.
   */
  readonly declared: ComparedScore | null;
  readonly assured: ComparedScore1 | null;
  /**
   * Of the whole audit.
   */
  readonly gaps: {
    readonly error: number;
    readonly warning: number;
    readonly note: number;
  };
}
export interface ComparedScore {
  readonly low: number;
  readonly high: number;
}
export interface ComparedScore1 {
  readonly low: number;
  readonly high: number;
}
export interface RatingChange {
  readonly requirement: string;
  readonly title: string;
  readonly before: ("met" | "partly-met" | "not-met" | "not-applicable") | null;
  readonly after: ("met" | "partly-met" | "not-met" | "not-applicable") | null;
  readonly direction: "up" | "down" | "other";
  /**
   * false: the answer was carried and waits to be confirmed.
   */
  readonly confirmed: boolean;
}
export interface ComparedGap {
  readonly requirement: string;
  readonly title: string;
  readonly kind: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
}
export interface ComparedAction {
  readonly requirement: string;
  readonly id: string;
  readonly what: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly completed: string | null;
}
export interface RefreshedEvidence {
  readonly requirement: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}
