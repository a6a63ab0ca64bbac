import type { Audit } from "../model/audit.js";

/** What a board signs: the answers and what they are answers to. */
const signed = [
  "checklist",
  "overlays",
  "organisation",
  "period",
  "responses",
  "archive",
  "archived-facts",
] as const satisfies readonly (keyof Audit)[];

/**
 * The text whose digest a sign-off keeps: JSON with sorted keys and no white space. Layout, comments and the order of
 * keys make no difference; nor do sign-off, assessors, actions of earlier periods and the audit before.
 */
export function signedContent(audit: Audit): string {
  return canonical(Object.fromEntries(signed.map((key) => [key, audit[key]])));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
