/* Generated from diff.schema.json by npm run generate; edit the schema instead. */

export type ChangeKind =
  | "added"
  | "retired"
  | "returned"
  | "renamed"
  | "reworded"
  | "widened"
  | "narrowed"
  | "split"
  | "merged"
  | "moved"
  | "force"
  | "applicability"
  | "reference"
  | "unchanged";

/**
 * What changed between two checklists: what checklist diff A B -f json prints.
 */
export interface Diff {
  readonly schema: "diff/1";
  readonly from: DiffSide;
  readonly to: DiffSide;
  /**
   * How many requirements both ask, each the same arrangement: the subset over which scores compare.
   */
  readonly shared: number;
  /**
   * In the order of the checklist that is gone to; what left it last, in the order of the other. A requirement stands here once for each thing that changed, or once as unchanged.
   */
  readonly changes: readonly Change[];
}
export interface DiffSide {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly overlays: readonly string[];
}
export interface Change {
  readonly kind: ChangeKind;
  /**
   * Its id in the checklist that is gone to; for what left, in the other.
   */
  readonly requirement: string;
  readonly title: string;
  /**
   * What of its text was reworded; null for every other kind.
   */
  readonly part: "question" | "expectation" | "points" | null;
  /**
   * What stood before: the text, the id or ids, the title of the standard, the force, who is asked, the reference, what there was to look for, how long evidence stands. Null: nothing did.
   */
  readonly before: string | null;
  readonly after: string | null;
  /**
   * What more is known: the history of what returned, where a part of what left went. Null: nothing.
   */
  readonly note: string | null;
}
