/* Generated from practice.schema.json by npm run generate; edit the schema instead. */

export type Id = string;
export type Text = string;

/**
 * How to audit the requirements of one standard: shared by all editions, by requirement key.
 */
export interface PracticeFile {
  readonly schema: "practice/1";
  readonly standard: Id;
  /**
   * A practice note by requirement key.
   */
  readonly notes: {
    readonly [k: string]: PracticeNote;
  };
}
export interface PracticeNote {
  /**
   * Why it is asked.
   */
  readonly why: string;
  /**
   * What must be true before rating it met.
   *
   * @minItems 2
   */
  readonly "look-for": readonly Text[];
  /**
   * What each rating looks like.
   */
  readonly ratings: {
    readonly met: Text;
    readonly "partly-met": Text;
    readonly "not-met": Text;
  };
  /**
   * @minItems 1
   */
  readonly evidence: readonly NoteEvidence[];
  readonly remedy: {
    readonly action: Text;
    /**
     * A sensible time to do it in.
     */
    readonly within: string;
  };
  /**
   * How often its evidence must be reviewed.
   */
  readonly review: string;
}
export interface NoteEvidence {
  readonly kind:
    | "policy"
    | "procedure"
    | "record"
    | "minutes"
    | "job-description"
    | "agreement"
    | "plan"
    | "training"
    | "feedback"
    | "published";
  readonly what: Text;
}
