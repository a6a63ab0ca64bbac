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
    /**
     * Not there before.
     */
    readonly opened: readonly ComparedGap[];
    /**
     * Gaps of requirements that are no longer asked: neither closed nor open.
     */
    readonly gone: readonly ComparedGap[];
    /**
     * Gaps before that are not there now, and yet are not known to be closed.
     */
    readonly unproven: readonly UnprovenGap[];
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
  /**
   * Requirements that an audit asks and that are not shared. Those that apply in none are left out.
   */
  readonly notCompared: readonly NotCompared[];
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
   * Whether the answers changed since that sign-off. unknown: it carries no digest, and no later answer tells. null: not signed off yet.
   */
  readonly changedSince: "no" | "yes" | "unknown" | null;
  /**
   * The day as it stood on which it is shown: today for the newest; for the others the last day of their period, or a later one of an answer, a moderation or a review in them. What it cites is read as it is today.
   */
  readonly judgedOn: string;
  /**
   * Over the shared requirements.
   */
  readonly ratings: {
    readonly met: number;
    readonly partlyMet: number;
    readonly notMet: number;
    readonly notApplicable: number;
    readonly unanswered: number;
  };
  /**
   * How many answers to the shared requirements wait to be confirmed.
   */
  readonly toConfirm: number;
  /**
   * Over the shared requirements alone; null: none of them is scored.
   */
  readonly declared: ComparedScore | null;
  /**
   * Over the shared requirements alone. Of an older audit it reaches from what its documents show as they are today to what they may have shown before they were changed or removed.
   */
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
  /**
   * other: to or from not applicable or unanswered, or a rise that is not confirmed.
   */
  readonly direction: "up" | "down" | "other";
  /**
   * false: one of the two answers waits to be confirmed.
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
export interface UnprovenGap {
  readonly requirement: string;
  readonly title: string;
  readonly kind: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  /**
   * unanswered: there is no answer now. to-confirm: the answer waits to be confirmed. rating: the rating now says nothing of it. narrowed: less is asked now. document: what was cited is not known to be as it was, or nothing is cited now. action: the action is gone, or does not show it. moderation: nobody has moderated the answer since.
   */
  readonly why: "unanswered" | "to-confirm" | "rating" | "narrowed" | "document" | "action" | "moderation";
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
export interface NotCompared {
  /**
   * Its id in the newest audit; of one that is no longer asked, in the audit that asked it last.
   */
  readonly requirement: string;
  readonly title: string;
  /**
   * new: an older audit does not ask it. retired: the newest does not. changed: it was widened, narrowed, split or merged on the way, or left out for a time. applicability: it is not known to apply in each.
   */
  readonly why: "new" | "retired" | "changed" | "applicability";
}
