/* Generated from edition.schema.json by npm run generate; edit the schema instead. */

export type Id = string;
export type Text = string;
export type Day = string;
/**
 * must: law. should: statutory guidance. local: a partnership's rule. practice: good practice.
 */
export type Force = "must" | "should" | "local" | "practice";
export type Scalar = string | boolean;

/**
 * What one edition of the guidance says: its standards and requirements, whom they bind, and where each came from.
 */
export interface EditionFile {
  readonly schema: "edition/1";
  readonly id: Id;
  readonly title: Text;
  readonly published: Day;
  /**
   * First and last day in force. A null until means in force today.
   */
  readonly "in-force": {
    readonly from: Day;
    readonly until: Day | null;
  };
  /**
   * The edition before, shipped or not; null when unknown.
   */
  readonly supersedes: Id | null;
  /**
   * The edition after, shipped or not; null for the edition in force.
   */
  readonly "superseded-by": Id | null;
  /**
   * verified: read in the guidance. restated: read in a source that restates it. carried-over: taken from an earlier edition.
   */
  readonly status: "verified" | "restated" | "carried-over";
  /**
   * Printed wherever the edition is used.
   */
  readonly notice?: string;
  /**
   * That an audit is no place to report a concern, and whom to call when a child is in danger.
   */
  readonly "safety-notice": string;
  /**
   * @minItems 1
   */
  readonly sources: readonly Source[];
  readonly duties: readonly Duty[];
  /**
   * @minItems 1
   */
  readonly standards: readonly Standard[];
  /**
   * Requirements of the shipped edition before this one that left.
   */
  readonly retired: readonly Retired[];
}
export interface Source {
  readonly id: Id;
  readonly title: Text;
  readonly kind: "guidance" | "procedures" | "newsletter" | "article" | "web-page" | "legislation" | "edition";
  readonly note?: Text;
}
export interface Duty {
  readonly id: Id;
  readonly title: Text;
  /**
   * Act or regulations, with the section.
   */
  readonly law: string;
  readonly force: Force;
  /**
   * What the duty asks, in a sentence.
   */
  readonly summary: string;
  /**
   * The bodies bound, as that edition named them.
   */
  readonly bodies?: readonly Text[];
  readonly "applies-when": Condition;
  readonly source?: Id;
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
  readonly title: Text;
  /**
   * @minItems 1
   */
  readonly requirements: readonly Requirement[];
}
export interface Requirement {
  readonly id: Id;
  readonly title: Text;
  /**
   * What is asked; answered with a rating.
   */
  readonly question: string;
  /**
   * What the guidance says, paraphrased.
   */
  readonly expectation: string;
  /**
   * The parts of a list the expectation holds, such as the limbs of an allegation.
   *
   * @minItems 1
   */
  readonly points?: readonly Text[];
  readonly force: Force;
  readonly reference: Reference;
  readonly "applies-when"?: Condition1;
  /**
   * Lineage to the requirements of the shipped edition before. Empty: new here.
   */
  readonly from: readonly Lineage[];
  readonly note?: Text;
}
export interface Reference {
  /**
   * null when unknown.
   */
  readonly chapter: number | null;
  /**
   * A number or a range as the edition counts them; null when unknown.
   */
  readonly paragraph: Text | null;
  /**
   * true only when read in the guidance itself.
   */
  readonly verified: boolean;
  /**
   * The id of the source it was read in.
   */
  readonly source: string;
  /**
   * For a must: the Act or regulations, with the section.
   */
  readonly law?: string;
}
/**
 * Absent: everyone.
 */
export interface Condition1 {
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
export interface Lineage {
  readonly requirement: Id;
  readonly change: "unchanged" | "renamed" | "reworded" | "widened" | "narrowed" | "split" | "merged" | "moved" | "returned";
  /**
   * Only for returned: the edition in which it last stood.
   */
  readonly edition?: string;
  readonly note?: Text;
}
export interface Retired {
  readonly requirement: Id;
  /**
   * The requirement here that holds part of it.
   */
  readonly into?: string;
  readonly note: Text;
}
