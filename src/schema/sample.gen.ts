/* Generated from sample.schema.json by npm run generate; edit the schema instead. */

/**
 * Answers drawn for moderation: what moderate --sample N --list -f json prints.
 */
export interface Sample {
  readonly schema: "sample/1";
  readonly today: string;
  readonly organisation: string;
  readonly period: {
    readonly from: string;
    readonly to: string;
  };
  /**
   * The id of the edition.
   */
  readonly checklist: string;
  /**
   * What the sample was drawn by: the same seed draws the same requirements.
   */
  readonly seed: string;
  /**
   * How many answers it was drawn from.
   */
  readonly of: number;
  /**
   * In the order of the checklist.
   */
  readonly requirements: readonly SampledRequirement[];
}
export interface SampledRequirement {
  readonly id: string;
  readonly title: string;
  /**
   * Its title.
   */
  readonly standard: string;
  readonly question: string;
  /**
   * The self rating.
   */
  readonly rating: "met" | "partly-met" | "not-met" | "not-applicable";
  /**
   * The moderated rating, where the answer as it stands has one; null: it waits.
   */
  readonly moderated: "met" | "partly-met" | "not-met" | "not-applicable" | null;
}
