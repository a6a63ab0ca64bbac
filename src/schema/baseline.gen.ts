/* Generated from baseline.schema.json by npm run generate; edit the schema instead. */

/**
 * The gaps and findings that were there when the baseline was written: check --update-baseline writes it.
 */
export interface BaselineFile {
  readonly schema: "baseline/1";
  readonly gaps: readonly BaselineGap[];
  readonly findings: readonly BaselineFinding[];
}
export interface BaselineGap {
  /**
   * The audit file, from the folder of the config.
   */
  readonly audit: string;
  readonly requirement: string;
  readonly gap: string;
  readonly count: number;
}
export interface BaselineFinding {
  /**
   * From the folder of the config.
   */
  readonly file: string;
  readonly finding: string;
  readonly count: number;
}
