/* Generated from actions.schema.json by npm run generate; edit the schema instead. */

/**
 * The action plans of one or more audits: what actions -f json prints.
 */
export interface ActionList {
  readonly schema: "actions/1";
  readonly today: string;
  /**
   * By due day, those without one last; then in the order of the audits.
   */
  readonly actions: readonly ListedAction[];
}
export interface ListedAction {
  /**
   * The audit file, as it was named.
   */
  readonly audit: string;
  readonly organisation: string;
  readonly requirement: string;
  /**
   * Of the requirement.
   */
  readonly title: string;
  /**
   * What the guidance, or the overlay that asks it, says.
   */
  readonly force: "must" | "should" | "local" | "practice";
  /**
   * What an overlay raises the force to; null: not raised. By the stronger of the two the requirement is judged, and filtered.
   */
  readonly localForce: ("must" | "should" | "local" | "practice") | null;
  readonly id: string;
  readonly what: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly status: "open" | "in-progress" | "done" | "cancelled";
  /**
   * Open, and its day has passed.
   */
  readonly overdue: boolean;
  readonly completed: string | null;
  /**
   * What is wrong with it: kinds of gaps.
   */
  readonly gaps: readonly string[];
}
