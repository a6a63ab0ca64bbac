/* Generated from lexicon.schema.json by npm run generate; edit the schema instead. */

/**
 * Terms and editions that have had their day, and the words by which a policy states a requirement.
 */
export interface LexiconFile {
  readonly schema: "lexicon/1";
  readonly "superseded-terms": readonly SupersededTerm[];
  /**
   * By requirement key: words that state it.
   */
  readonly statements: {
    readonly [k: string]: Statement;
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
   * @minItems 1
   */
  readonly phrases: readonly string[];
}
