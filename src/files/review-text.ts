import { isDeepStrictEqual } from "node:util";
import type { Audit } from "../model/audit.js";
import { openEditor } from "./audit-editor.js";
import { carriedText } from "./carried-text.js";

/**
 * The text of the audit of the next period, made from that of the one before, so that comments beside what comes along
 * come with it. `renamed` are the requirements that go by another id now, by the old one.
 */
export function reviewText(
  original: string,
  before: Audit,
  after: Audit,
  renamed: ReadonlyMap<string, string>,
): string {
  const editor = openEditor(carriedText(original, before, after, renamed));
  for (const key of ["period", "previous", "archived-actions", "sign-off"] as const)
    if (!isDeepStrictEqual(before[key], after[key])) editor.set([key], after[key]);
  return editor.text();
}
