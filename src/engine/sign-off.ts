import type { Audit, SignOff } from "../model/audit.js";
import type { Day } from "../model/day.js";
import type { Report } from "../model/report.js";
import { signedContent } from "./signed-content.js";

type ReportSignOff = Report["audit"]["signOff"][number];

/** The SHA-256 of a text, as 64 hexadecimal digits. */
export type Digest = (text: string) => string;

/**
 * Every sign-off, and whether the answers are still those that were signed: by its digest, and by days alone where it
 * carries none.
 */
export function reportSignOff(audit: Audit, digest: Digest): readonly ReportSignOff[] {
  const entries = audit["sign-off"] ?? [];
  if (entries.length === 0) return [];
  const content = digest(signedContent(audit));
  return entries.map((entry) => {
    const { role, on, minute = null } = entry;
    const changed = changedSince(entry, content, audit);
    return { role, on, minute, changed, since: changed === "yes" ? answeredAfter(on, audit) : [] };
  });
}

function changedSince(entry: SignOff, content: string, audit: Audit): ReportSignOff["changed"] {
  if (entry.content !== undefined) return entry.content === content ? "no" : "yes";
  return answeredAfter(entry.on, audit).length > 0 ? "yes" : "unknown";
}

/** The requirements that were answered or moderated, or have an action that was done, on a later day; as the file has them. */
export function answeredAfter(day: Day, { responses }: Audit): readonly string[] {
  return Object.entries(responses)
    .filter(([, { assessed, moderated, actions = [] }]) =>
      [assessed?.on, moderated?.on, ...actions.map(({ completed }) => completed)].some(
        (on) => on !== undefined && on > day,
      ),
    )
    .map(([requirement]) => requirement);
}
