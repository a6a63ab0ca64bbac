import { isDeepStrictEqual } from "node:util";
import type { Audit } from "../model/audit.js";
import { openEditor } from "./audit-editor.js";

/**
 * The text of an audit file after its answers were carried over: only what changed is written anew. `renamed` are the
 * requirements that go by another id now, by the old one.
 */
export function carriedText(
  original: string,
  before: Audit,
  after: Audit,
  renamed: ReadonlyMap<string, string>,
): string {
  const editor = openEditor(original);
  editor.set(["checklist"], after.checklist);
  for (const key of ["overlays", "archive", "archived-facts"] as const)
    if (!isDeepStrictEqual(before[key], after[key])) editor.set([key], after[key]);
  if (!isDeepStrictEqual(before.organisation.facts, after.organisation.facts))
    editor.setEntries(["organisation", "facts"], after.organisation.facts, new Map());
  editor.setEntries(["responses"], after.responses, renamed);
  return editor.text();
}
