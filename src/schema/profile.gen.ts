/* Generated from profile.schema.json by npm run generate; edit the schema instead. */

export type Id = string;
export type Text = string;
export type Scalar = string | boolean;

/**
 * The facts about an organisation: what is asked, and what is derived from it.
 */
export interface ProfileFile {
  readonly schema: "profile/1";
  /**
   * @minItems 1
   */
  readonly facts: readonly Fact[];
}
export interface Fact {
  readonly id: Id;
  /**
   * A few words, for reasons and reports: 'employs staff'.
   */
  readonly title: string;
  readonly question: Text;
  readonly help?: Text;
  /**
   * yes-no: true or false. choice: one value. choices: a list of values.
   */
  readonly kind: "yes-no" | "choice" | "choices";
  /**
   * @minItems 2
   */
  readonly choices?: readonly Choice[];
  readonly "ask-when"?: Condition;
  /**
   * The value derived, without asking, when ask-when does not hold.
   */
  readonly otherwise?: Scalar | readonly Id[];
}
export interface Choice {
  readonly value: Id;
  readonly title: Text;
  readonly help?: Text;
}
/**
 * Asked only when these facts hold; otherwise the fact takes the value of otherwise.
 */
export interface Condition {
  /**
   * @minItems 1
   */
  readonly all?: readonly Condition1[];
  /**
   * @minItems 1
   */
  readonly any?: readonly Condition1[];
  readonly not?: Condition1;
  readonly [k: string]: Scalar | readonly Scalar[] | readonly Condition1[] | Condition1 | undefined;
}
/**
 * Facts that must hold: fact: value, fact: [any, of], all, any, not.
 */
export interface Condition1 {
  /**
   * @minItems 1
   */
  readonly all?: readonly Condition1[];
  /**
   * @minItems 1
   */
  readonly any?: readonly Condition1[];
  readonly not?: Condition1;
  readonly [k: string]: Scalar | readonly Scalar[] | readonly Condition1[] | Condition1 | undefined;
}
