import type { Audit } from "../model/audit.js";
import { createDraft, withValue } from "./yaml-patch.js";

const opening = `# The answers of one organisation for one period. wt-audit writes this file, and you may edit it: your comments,
# your order and your layout are kept. Days are written 2026-11-21. To go on answering: wt-audit
# Never write the name of a child in this file, nor anything by which a child could be known.
`;

/** The text of a new audit file. */
export function newAuditText(audit: Audit): string {
  return withValue(createDraft(`${opening}schema: ${audit.schema}\n`), [], audit).text;
}
