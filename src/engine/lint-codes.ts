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
  "no-effect",
  "overlay-circular",
  "overlay-conflict",
  "overlay-depth",
  "overlay-missing",
  "overlay-weakens",
  "reading-age",
  "reused-id",
  "scale-incomplete",
  "scale-mixed",
  "scale-not-exact",
  "scale-order",
  "unknown-edition",
  "unknown-fact",
  "unknown-group",
  "unknown-requirement",
  "unknown-scale",
  "unknown-source",
  "unreachable-condition",
  "unused-source",
  "wrong-standard",
  "wrong-value",
] as const satisfies readonly DiagnosticCode[];

export type LintCode = (typeof lintCodes)[number];

/** The linter holds each overlay to the edition that it is for; that an audit names another edition is told elsewhere. */
export type ProblemCode = LintCode | "overlay-edition";
