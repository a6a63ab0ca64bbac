/* Generated from carry.schema.json by npm run generate; edit the schema instead. */

/**
 * What became of the answers of an audit: what migrate and review print with -f json. All are ids of requirements.
 */
export interface Carry {
  readonly schema: "carry/1";
  /**
   * The edition that the answers were given for.
   */
  readonly from: string;
  readonly to: string;
  /**
   * Answers that stand as they are.
   */
  readonly carried: readonly string[];
  /**
   * Answers that came along and wait to be confirmed.
   */
  readonly toConfirm: readonly string[];
  /**
   * What is asked now and was not before, of an organisation with these facts.
   */
  readonly added: readonly string[];
  /**
   * What was asked before, and is no longer; its answers are in the archive.
   */
  readonly retired: readonly string[];
}
