import type { Severity } from "./report.js";

/** Where an alert points to: a path from the folder that is checked, forward slashes. Line and column count from 1. */
export interface AlertPlace {
  readonly file: string;
  /** Null: the file as a whole, or a paragraph or page of a document that has no lines. */
  readonly line: number | null;
  readonly column: number | null;
}

/** One gap or finding as the programs of a CI host take it. */
export interface Alert {
  /** The id of its rule, such as `gap/not-met` or `finding/review-overdue`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about: the requirement's title, or the document's path. */
  readonly subject: string;
  readonly message: string;
  /** What to do about it; null where the message says it all. */
  readonly hint: string | null;
  readonly place: AlertPlace | null;
  /** The same from run to run while the gap or finding is the same one, and unlike that of every other of the run. */
  readonly fingerprint: string;
  /** `waived`: a waiver holds. `known`: it is in the baseline. Neither fails a check. */
  readonly state: "new" | "waived" | "known";
  /** Of a waived one: the waiver's reason, who approved it and until when. Otherwise null. */
  readonly justification: string | null;
}

/** What an alert's rule means; every rule that there is, whether it fired or not. */
export interface AlertRule {
  readonly id: string;
  readonly title: string;
  /** What to do about any alert of the rule. */
  readonly help: string;
  readonly severity: Severity;
}

/** One thing that was looked at: a requirement of a standard, or a document. */
export interface AlertCheck {
  readonly suite: string;
  readonly name: string;
  readonly alerts: readonly Alert[];
  /** Why it was not judged: it does not apply. Null: it was. */
  readonly skipped: string | null;
}

/** A report or a scan as the programs of a CI host take it. */
export interface Alerts {
  readonly tool: { readonly name: string; readonly version: string };
  /** Such as "wt-audit check". */
  readonly title: string;
  readonly today: string;
  readonly rules: readonly AlertRule[];
  readonly checks: readonly AlertCheck[];
  readonly failOn: Severity;
  readonly passed: boolean;
  readonly reasons: readonly string[];
  /** Counts and scores in a few lines of plain text, for a summary. */
  readonly summary: readonly string[];
}
