/* Generated from baseline.schema.json by npm run generate; edit the schema instead. */

/**
 * The gaps and findings that were there when the baseline was written: check --update-baseline writes it.
 */
export interface BaselineFile {
  readonly schema: "baseline/1";
  readonly gaps: readonly BaselineGap[];
  readonly findings: readonly BaselineFinding[];
  /**
   * What the policies did not state, where no audit stands beside them.
   */
  readonly statements?: readonly BaselineStatement[];
}
export interface BaselineGap {
  /**
   * The audit file, from the folder of the config.
   */
  readonly audit: string;
  readonly requirement: string;
  readonly gap: string;
  /**
   * The evidence's path or the action's id; absent: the answer.
   */
  readonly about?: string;
  readonly count: number;
}
export interface BaselineFinding {
  /**
   * From the folder of the config.
   */
  readonly file: string;
  readonly finding: string;
  /**
   * The old term, where a link leads, the other document; absent: the document.
   */
  readonly about?: string;
  readonly count: number;
}
export interface BaselineStatement {
  readonly requirement: string;
  readonly result: "not-found" | "needs-a-person";
}
