/* Generated from scales.schema.json by npm run generate; edit the schema instead. */

export type Rating = "met" | "partly-met" | "not-met" | "not-applicable";

/**
 * Rating scales in use and how each maps to the four ratings.
 */
export interface ScalesFile {
  readonly schema: "scales/1";
  /**
   * @minItems 1
   */
  readonly scales: readonly Scale[];
}
export interface Scale {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /**
   * @minItems 2
   */
  readonly values: readonly ScaleValue[];
}
export interface ScaleValue {
  readonly value: string | number;
  readonly title: string;
  readonly rating: Rating;
  /**
   * false: going back from the rating may give another value.
   */
  readonly exact: boolean;
}
