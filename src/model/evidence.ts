/**
 * What was found where a piece of evidence points to.
 * missing: no such document, or no such heading in it; `what` says which.
 * present: it is there. `read` is whether its text was read: a Word or PDF file is there but not read.
 */
export type EvidenceReading =
  | { readonly kind: "missing"; readonly what: string }
  | { readonly kind: "present"; readonly read: boolean; readonly blank: boolean; readonly sha256: string };

/** Readings by the evidence's path as the audit file writes it. */
export type EvidenceReadings = ReadonlyMap<string, EvidenceReading>;
