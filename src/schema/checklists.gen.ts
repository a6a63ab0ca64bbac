/* Generated from checklists.schema.json by npm run generate; edit the schema instead. */

/**
 * The shipped editions: what checklist list -f json prints.
 */
export interface ChecklistList {
  readonly schema: "checklists/1";
  readonly today: string;
  readonly checklists: readonly ChecklistSummary[];
}
export interface ChecklistSummary {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly inForce: {
    readonly from: string;
    readonly until: string | null;
  };
  readonly state: "in-force" | "superseded" | "not-yet-in-force";
  readonly status: "verified" | "restated" | "carried-over";
  readonly requirements: number;
  readonly verifiedReferences: number;
  readonly notice: string | null;
}
