import type { DocumentFacts } from "./document-facts.js";

/**
 * What was found where a piece of evidence points to.
 * missing: no such document, or no such heading in it; `what` says which.
 * present: it is there. `read` is whether its text was read: a Word or PDF file is there but not read.
 */
export type EvidenceReading =
  | { readonly kind: "missing"; readonly what: string }
  | {
      readonly kind: "present";
      readonly read: boolean;
      readonly blank: boolean;
      readonly sha256: string;
      /** What it says; not given where it was only looked whether it is there. */
      readonly says?: EvidenceSays;
    };

/** What a cited document says, and which part of it is cited. */
export interface EvidenceSays {
  readonly facts: DocumentFacts;
  /** The first and the last line that are cited; the whole document: 1 and Infinity. */
  readonly from: number;
  readonly to: number;
  /** Requirements for whose words it was looked through. */
  readonly lookedFor: ReadonlySet<string>;
}

/** Readings by the evidence's path as the audit file writes it. */
export type EvidenceReadings = ReadonlyMap<string, EvidenceReading>;

/** Where a conversation looks up documents. */
export interface EvidenceDesk {
  /**
   * Where the documents of the folder state a requirement, best first, at most three, no path twice; none when nothing
   * was found or could be read. Never rejects.
   */
  passages(requirement: string): Promise<readonly FoundPassage[]>;
  /** Paths, as the audit file writes them, that continue what was typed; folders end in a slash. */
  complete(typed: string): Promise<readonly string[]>;
  inspect(path: string): Promise<EvidenceCheck>;
}

/** A place in a document that states a requirement, or that may. */
export interface FoundPassage {
  /** As the audit file writes it; with the heading after # where the document is Markdown and the heading can be cited. */
  readonly path: string;
  /** "policies/safeguarding.md:12, Who to tell". */
  readonly place: string;
  /** At most 25 words. */
  readonly excerpt: string;
  /** hints: its words are there, and a person must say whether it is stated. */
  readonly result: "states" | "hints";
}

/** What was found at a path that is to be cited. */
export interface EvidenceCheck {
  /** The path as the audit file writes it: relative, forward slashes, a heading after #. */
  readonly path: string;
  /** Why it cannot be cited; null when it can. */
  readonly problem: string | null;
  /** What a person should know about it, though it can be cited. */
  readonly warnings: readonly string[];
  /** Digest of the passage or of the file; null when it cannot be read. */
  readonly sha256: string | null;
  /** What was found there; null when it could not be looked at. */
  readonly reading: EvidenceReading | null;
}
