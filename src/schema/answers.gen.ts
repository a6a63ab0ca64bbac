/* Generated from answers.schema.json by npm run generate; edit the schema instead. */

export type Text = string;
export type FactValue = (string | boolean) | readonly string[];
export type Rating = "met" | "partly-met" | "not-met" | "not-applicable";
/**
 * An ISO day: 2026-11-21.
 */
export type Day = string;

/**
 * Responses for an unattended walk: audit --answers FILE.
 */
export interface Answers {
  readonly schema: "answers/1";
  readonly organisation?: AnsweredOrganisation;
  /**
   * The role that answers.
   */
  readonly assessor?: string;
  readonly responses: {
    readonly [k: string]: Response;
  };
}
export interface AnsweredOrganisation {
  readonly name?: Text;
  readonly reference?: Text;
  readonly facts?: {
    readonly [k: string]: FactValue;
  };
}
/**
 * The answer to one requirement. Without a rating it is unanswered.
 */
export interface Response {
  readonly rating?: Rating;
  readonly scores?: Scores;
  /**
   * Why it is not applicable.
   */
  readonly reason?: string;
  readonly evidence?: readonly Evidence[];
  /**
   * Never the name of a child.
   */
  readonly note?: string;
  readonly actions?: readonly Action[];
  readonly assessed?: Assessed;
  /**
   * Digest of the requirement's text as it was asked.
   */
  readonly question?: string;
  readonly moderated?: Moderated;
  /**
   * Why a carried answer waits to be confirmed; absent when confirmed.
   */
  readonly "to-confirm"?: string;
}
/**
 * The rating as forms with scales of their own ask for it, by the id of the scale: zero-to-three: 2. Each agrees with the rating.
 */
export interface Scores {
  readonly [k: string]: string | number;
}
/**
 * A pointer to what proves the rating: a path, or a location for what is not a file.
 */
export interface Evidence {
  readonly title: Text;
  /**
   * Relative to the audit file, forward slashes; a heading after #.
   */
  readonly path?: string;
  /**
   * Where it is, when it is not a file: a minute book, a shelf.
   */
  readonly location?: string;
  readonly reviewed?: Day;
  readonly "review-due"?: Day;
  /**
   * Digest of the passage, or of the file, when it was assessed.
   */
  readonly sha256?: string;
}
export interface Action {
  /**
   * Unique within the audit.
   */
  readonly id: string;
  readonly what: Text;
  /**
   * A role, never a name.
   */
  readonly owner?: string;
  readonly due?: Day;
  readonly status: "open" | "in-progress" | "done" | "cancelled";
  readonly priority?: "high" | "medium" | "low";
  /**
   * How its success will be told.
   */
  readonly measure?: string;
  readonly progress?: readonly Text[];
  readonly completed?: Day;
  readonly evidence?: readonly Evidence[];
}
export interface Assessed {
  readonly on: Day;
  /**
   * A role.
   */
  readonly by?: string;
}
/**
 * The rating of someone who checked the audit.
 */
export interface Moderated {
  readonly rating: Rating;
  readonly reason?: Text;
  readonly on: Day;
  /**
   * A role.
   */
  readonly by?: string;
}
