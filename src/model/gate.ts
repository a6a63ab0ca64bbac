import type { Severity } from "./report.js";

/** Which gaps fail a check. */
export interface Gate {
  readonly failOn: Severity;
  /** The lowest assured score that passes, from 0 to 1; null: any. */
  readonly minAssured: number | null;
  /** Whether an edition that was superseded before the audit's period began may be audited against. */
  readonly anyEdition: boolean;
  /** Whether the audit must be against the edition that is in force on the day; absent: no. */
  readonly inForce?: boolean;
}

/** The gate unless told otherwise. */
export const usualGate: Gate = { failOn: "error", minAssured: null, anyEdition: false };

/** How old an answer may be unless told otherwise, an ISO 8601 duration. */
export const usualMaxAge = "P12M";
