import type { Day } from "../model/day.js";
import type { DocumentFacts } from "../model/document-facts.js";
import { findingInfo } from "../model/finding-code.js";
import type { FindingCode, ScanFinding } from "../model/scan.js";

/** A link as it is written, and the path that it leads to, from the folder that is scanned. */
export interface BrokenLink {
  readonly target: string;
  readonly path: string;
  readonly line: number;
}

/** A document that was read, and what of its links leads to nothing. */
export interface ReadDocument {
  /** As it is shown: from the folder that is scanned, forward slashes. */
  readonly file: string;
  readonly facts: DocumentFacts;
  /** Whether somebody says that it is a policy: by name, in a config, or by keeping it among policies. */
  readonly isDeclared: boolean;
  readonly brokenLinks: readonly BrokenLink[];
}

/** A finding as a rule states it; severity and hint follow from its code. */
export interface StatedFinding {
  readonly code: FindingCode;
  /** Null: the document as a whole. */
  readonly line: number | null;
  /** What in the document it is about, whatever its line; absent: the document. */
  readonly about?: string;
  readonly message: string;
}

/** A small named rule: what it finds wrong with a document on a day. */
export interface FindingRule {
  readonly name: string;
  readonly check: (document: ReadDocument, today: Day) => readonly StatedFinding[];
}

export function finding({ code, line, about, message }: StatedFinding): ScanFinding {
  const { severity, hint } = findingInfo[code];
  return { code, severity, line, about: about ?? null, message, hint, waived: false, known: false };
}
