import type { Report } from "../model/report.js";

/** How a text is to be laid out for the place where it will be read. */
export interface RenderOptions {
  /** Columns of the terminal; only terminal reporters look at it. */
  readonly width: number;
  readonly colour: boolean;
  /** No symbols and nothing drawn: for screen readers and logs. */
  readonly plain: boolean;
}

/** A report made readable. Pure: the same report gives the same text. */
export type Reporter = (report: Report, options: RenderOptions) => string;
