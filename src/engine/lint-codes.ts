import type { DiagnosticCode } from "../model/diagnostic.js";

/** Every code that the linter may raise beyond a file's schema. Each has a page in checklists/lint, which a test holds to. */
export const lintCodes = [
  "always-true-condition",
  "broken-lineage",
  "days-out-of-order",
  "double-barrelled-question",
  "duplicate-id",
  "duplicate-text",
  "empty-practice",
  "example-fails",
  "false-verified",
  "meaning-changed",
  "missing-key",
  "missing-law",
  "missing-practice",
  "negative-question",
  "reading-age",
  "reused-id",
  "unknown-edition",
  "unknown-fact",
  "unknown-group",
  "unknown-requirement",
  "unknown-source",
  "unreachable-condition",
  "unused-source",
  "wrong-standard",
  "wrong-value",
] as const satisfies readonly DiagnosticCode[];

export type LintCode = (typeof lintCodes)[number];
