import type { Lineage, Requirement, Standard } from "./checklist.js";

/** A change that a requirement went through on its way from one checklist to another. */
export interface LineageStep {
  /** The edition that says so. */
  readonly checklist: string;
  /** As it is met on the way: to go back through what was widened narrows it. Never `unchanged`. */
  readonly change: Exclude<Lineage["change"], "unchanged">;
  readonly note: string | null;
}

export interface Located {
  readonly requirement: Requirement;
  readonly standard: Standard;
}

/**
 * A requirement of one checklist, and what it is in another. A requirement that was split or merged stands in several
 * links. Null on one side: it has no counterpart there.
 */
export interface Link {
  readonly before: Located | null;
  readonly after: Located | null;
  /** In the order of the way; empty when nothing but wording changed, if that. */
  readonly steps: readonly LineageStep[];
  /** The editions that did not ask it, between two that did, oldest first; empty when there was no such gap. */
  readonly gap: readonly string[];
  /** What is known of where it came from or went to, beyond the steps; null: nothing. */
  readonly note: string | null;
}
