import { isDeepStrictEqual } from "node:util";
import { UserError } from "../errors.js";
import type { Audit } from "../model/audit.js";
import { isObject } from "../schema/alternatives.js";
import { type LoadedAudit, parseAudit } from "./audit-file.js";
import { editLines } from "./line-edits.js";

/** What becomes of an audit: `renamed` are the requirements that go by another id now, by the old one. */
export interface NextAudit {
  readonly before: LoadedAudit;
  readonly after: Audit;
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * The text of the audit of the next period, with all comments beside what comes along. It has been read again. Throws
 * UserError when it holds more than an audit can.
 */
export async function nextAuditText({ before, after, renamed }: NextAudit, shownAs: string): Promise<string> {
  const quick = renamed.size > 0 ? null : await byLines(before, after, shownAs);
  if (quick !== null) return quick;
  // What edits any text brings a second parser with it: most audits do without.
  const { reviewText } = await import("./review-text.js");
  const text = reviewText(before.source.text, before.audit, after, renamed);
  await parseAudit(text, shownAs);
  return text;
}

/** Null where lines alone do not do, or do not come out as what was meant. */
async function byLines({ source, audit }: LoadedAudit, after: Audit, shownAs: string): Promise<string | null> {
  const wanted = wantedFrom(source.value, audit, after);
  const text = editLines(source, wanted);
  if (text === null) return null;
  try {
    const { source: made } = await parseAudit(text, shownAs);
    return isDeepStrictEqual(made.value, wanted) ? text : null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return null;
  }
}

const changing = [
  "checklist",
  "overlays",
  "period",
  "previous",
  "responses",
  "archive",
  "archived-actions",
  "archived-facts",
  "sign-off",
] as const;

/** What the file is to hold: what it held, but for what the next audit has otherwise. */
function wantedFrom(value: unknown, before: Audit, after: Audit): Readonly<Record<string, unknown>> {
  const held = new Map(Object.entries(isObject(value) ? value : {}));
  for (const key of changing) held.set(key, after[key]);
  if (!isDeepStrictEqual(before.organisation.facts, after.organisation.facts))
    held.set("organisation", { ...before.organisation, facts: after.organisation.facts });
  // Without keys that hold nothing, as in a file.
  return JSON.parse(JSON.stringify(Object.fromEntries(held)));
}
