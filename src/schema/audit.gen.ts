/* Generated from audit.schema.json by npm run generate; edit the schema instead. */

export type Text = string;
export type FactValue = (string | boolean) | readonly string[];
/**
 * An ISO day: 2026-11-21.
 */
export type Day = string;
export type Rating = "met" | "partly-met" | "not-met" | "not-applicable";
export type Id = string;

/**
 * One organisation's answers for one period.
 */
export interface Audit {
  readonly schema: "audit/1";
  /**
   * The id of the edition audited against.
   */
  readonly checklist: string;
  /**
   * Local files that add to the edition; relative to the audit file.
   */
  readonly overlays?: readonly Text[];
  readonly organisation: Organisation;
  readonly period: {
    readonly from: Day;
    readonly to: Day;
  };
  readonly previous?: Previous;
  readonly assessors?: readonly Assessor[];
  readonly responses: {
    readonly [k: string]: Response;
  };
  /**
   * Answers to requirements that the checklist no longer holds, or that were split or merged, as they stood. They count for nothing.
   */
  readonly archive?: readonly Archived[];
  /**
   * Actions that were closed in an earlier period.
   */
  readonly "archived-actions"?: readonly ArchivedAction[];
  /**
   * What was answered to facts that the checklist no longer asks for.
   */
  readonly "archived-facts"?: {
    readonly [k: string]: FactValue;
  };
  readonly "sign-off"?: readonly SignOff[];
}
export interface Organisation {
  readonly name: Text;
  readonly reference?: Text;
  readonly facts: Facts;
}
export interface Facts {
  readonly [k: string]: FactValue;
}
/**
 * The audit whose answers came forward into this one.
 */
export interface Previous {
  /**
   * The edition it was against.
   */
  readonly checklist: string;
  readonly period: {
    readonly from: Day;
    readonly to: Day;
  };
  /**
   * Digest of its file when the answers were taken.
   */
  readonly sha256: string;
}
export interface Assessor {
  readonly role: Text;
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
  /**
   * The edition that the answer was given for, while it waits to be confirmed for another.
   */
  readonly "carried-from"?: string;
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
export interface Archived {
  /**
   * The edition that the answer was given for.
   */
  readonly checklist: string;
  readonly requirement: Id;
  /**
   * An ISO day: 2026-11-21.
   */
  readonly on: string;
  readonly response: Response;
}
export interface ArchivedAction {
  readonly requirement: Id;
  readonly action: Action;
}
export interface SignOff {
  readonly role: Text;
  readonly on: Day;
  readonly minute?: Text;
  /**
   * Digest of the answers as they were signed: what is changed afterwards shows.
   */
  readonly content?: string;
}
