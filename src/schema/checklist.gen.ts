/* Generated from checklist.schema.json by npm run generate; edit the schema instead. */

export type Id = string;
export type Day = string;
export type EditionStatus = "verified" | "restated" | "carried-over";
/**
 * must: law. should: statutory guidance. local: a partnership's rule. practice: good practice.
 */
export type Force = "must" | "should" | "local" | "practice";
export type Scalar = string | boolean;

/**
 * An edition with its practice notes, and the overlays applied to it: what checklist show ID -f json prints.
 */
export interface Checklist {
  readonly schema: "checklist/1";
  readonly id: Id;
  readonly title: string;
  readonly published: Day;
  readonly inForce: {
    readonly from: Day;
    readonly until: Day | null;
  };
  readonly status: EditionStatus;
  /**
   * null: none.
   */
  readonly notice: string | null;
  readonly safetyNotice: string;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  /**
   * The overlays that are applied, each after those it extends; empty for an edition alone.
   */
  readonly overlays: readonly Overlay[];
  /**
   * How the form of an overlay shows the checklist; null for an edition alone, and where several forms are asked at once.
   */
  readonly form: Form | null;
  readonly sources: readonly Source[];
  readonly duties: readonly Duty[];
  readonly standards: readonly Standard[];
  readonly retired: readonly Retired[];
}
export interface Overlay {
  readonly id: Id;
  readonly title: string;
}
export interface Form {
  /**
   * The overlay whose form it is.
   */
  readonly id: string;
  readonly title: string;
  /**
   * Id of the rating scale of the form; null: the four ratings.
   */
  readonly scale: Id | null;
  /**
   * The form's own numbering, by requirement: 1.5.
   */
  readonly references: {
    readonly [k: string]: string;
  };
  /**
   * How much a requirement counts in the form's total, by requirement; 1 where none is given.
   */
  readonly weights: {
    readonly [k: string]: number;
  };
}
export interface Source {
  readonly id: Id;
  readonly title: string;
  readonly kind: string;
  readonly note: string | null;
}
export interface Duty {
  readonly id: Id;
  readonly title: string;
  readonly law: string;
  readonly force: Force;
  readonly summary: string;
  readonly bodies: readonly string[];
  readonly appliesWhen: Condition | null;
}
/**
 * Facts that must hold: fact: value, fact: [any, of], all, any, not.
 */
export interface Condition {
  /**
   * @minItems 1
   */
  readonly all?: readonly Condition[];
  /**
   * @minItems 1
   */
  readonly any?: readonly Condition[];
  readonly not?: Condition;
  readonly [k: string]: Scalar | readonly Scalar[] | readonly Condition[] | Condition | undefined;
}
export interface Standard {
  readonly id: Id;
  readonly title: string;
  readonly requirements: readonly Requirement[];
}
export interface Requirement {
  readonly id: Id;
  /**
   * The overlay that asks it; null: the edition does.
   */
  readonly overlay: Overlay | null;
  readonly title: string;
  readonly question: string;
  readonly expectation: string;
  readonly points: readonly string[];
  readonly force: Force;
  /**
   * What an overlay raises the force to; null: not raised.
   */
  readonly localForce: Force | null;
  readonly reference: Reference;
  /**
   * null: everyone.
   */
  readonly appliesWhen: Condition | null;
  readonly from: readonly Lineage[];
  readonly note: string | null;
  /**
   * Digest of the text as it is asked.
   */
  readonly digest: string;
  readonly practice: Practice;
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
export interface Lineage {
  readonly requirement: Id;
  readonly change: "unchanged" | "renamed" | "reworded" | "widened" | "narrowed" | "split" | "merged" | "moved" | "returned";
  readonly edition: string | null;
  readonly note: string | null;
}
/**
 * How to audit the requirement.
 */
export interface Practice {
  readonly why: string;
  readonly lookFor: readonly string[];
  readonly ratings: {
    readonly met: string;
    readonly partlyMet: string;
    readonly notMet: string;
  };
  readonly evidence: readonly PracticeEvidence[];
  readonly remedy: {
    readonly action: string;
    readonly within: string;
  };
  readonly review: string;
}
export interface PracticeEvidence {
  readonly kind: string;
  readonly what: string;
}
export interface Retired {
  readonly requirement: Id;
  readonly into: string | null;
  readonly note: string;
}
