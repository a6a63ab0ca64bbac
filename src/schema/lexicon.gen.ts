/* Generated from lexicon.schema.json by npm run generate; edit the schema instead. */

/**
 * A phrase alone, or what must stand together in one sentence, list item or table row.
 */
export type StatementRule = string | CombinedRule;
/**
 * A sentence that a policy may hold, our own words.
 */
export type StatementExample = string | ExampleInContext;

/**
 * Terms and editions that have had their day, and the words by which a policy states a requirement.
 */
export interface LexiconFile {
  readonly schema: "lexicon/1";
  readonly "superseded-terms": readonly SupersededTerm[];
  /**
   * By requirement key: the words by which real policies state it.
   */
  readonly statements: {
    readonly [k: string]: Statement;
  };
  /**
   * Groups of words and phrases, used in rules as <group>. A word stands for its plain endings too: report for reports, reported, reporting.
   */
  readonly words: {
    /**
     * @minItems 1
     */
    readonly [k: string]: readonly string[];
  };
}
export interface SupersededTerm {
  readonly term: string;
  readonly also?: readonly string[];
  readonly "replaced-by": readonly string[];
  /**
   * When it stopped being current: YYYY, YYYY-MM or a day.
   */
  readonly from: string;
  readonly note?: string;
}
export interface Statement {
  /**
   * What states it. Any one is enough.
   *
   * @minItems 1
   */
  readonly states: readonly StatementRule[];
  /**
   * What is too weak to state it: a person must look.
   */
  readonly hints?: readonly StatementRule[];
  /**
   * Passages that must state it before it counts as found; with fewer a person must look. One unless told: for what is said in many ways, and of many things, one sentence is too little.
   */
  readonly "passages-needed"?: number;
  /**
   * The nation whose law or officers it is about: a policy for another nation is not expected to state it.
   */
  readonly law?: "england";
  readonly examples?: {
    /**
     * Each states it.
     *
     * @minItems 1
     */
    readonly good: readonly StatementExample[];
    /**
     * None states it, near as they come.
     *
     * @minItems 1
     */
    readonly bad: readonly StatementExample[];
  };
}
export interface CombinedRule {
  /**
   * All of these, in any order; in each, alternatives are set apart by |, and <group> stands for a group of words.
   *
   * @minItems 1
   */
  readonly says: readonly string[];
  /**
   * At most so many words from the first to the last; 30 unless told.
   */
  readonly within?: number;
  /**
   * One of these must stand in a heading above it, in the title or in the lead-in of its list.
   *
   * @minItems 1
   */
  readonly under?: readonly string[];
  /**
   * None of these may stand in it.
   *
   * @minItems 1
   */
  readonly not?: readonly string[];
  /**
   * None of these may stand in a heading above it, in the title or in the lead-in of its list.
   *
   * @minItems 1
   */
  readonly "not-under"?: readonly string[];
}
export interface ExampleInContext {
  /**
   * The heading above it.
   */
  readonly under?: string;
  /**
   * The lead-in of the list that it is an item of.
   */
  readonly lead?: string;
  readonly text: string;
}
