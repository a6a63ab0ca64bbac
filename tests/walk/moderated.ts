import { expect } from "vitest";
import { buildReport } from "../../src/engine/report.js";
import { Interrupted } from "../../src/errors.js";
import { usualGate } from "../../src/model/gate.js";
import type { Audit } from "../../src/model/audit.js";
import type { EvidenceReadings } from "../../src/model/evidence.js";
import { conductModeration, type Moderation } from "../../src/walk/moderate.js";
import { checklist, profile, readyAudit, today, walkOver } from "./fixture.js";
import { script } from "./scripted-prompter.js";

const assessed = { on: "2026-09-01", by: "Welfare officer" };

/** Three of four requirements answered, by the welfare officer. */
export const answered: Audit = {
  ...readyAudit,
  responses: {
    lead: {
      rating: "met",
      note: "Since 2019.",
      evidence: [
        { title: "Child policy", path: "policies/child-policy.md", reviewed: "2026-03-01", "review-due": "2027-03-01" },
        { title: "Minutes", location: "Minute book, item 4", reviewed: "2026-05-12" },
      ],
      actions: [
        { id: "A1", what: "Thank the lead", status: "done" },
        { id: "A2", what: "Find a deputy", owner: "Chair", due: "2026-12-01", status: "open" },
      ],
      assessed,
    },
    policy: { rating: "partly-met", assessed },
    reporting: { rating: "not-applicable", reason: "Nobody reports to us.", assessed },
  },
};

export const readings: EvidenceReadings = new Map([
  ["policies/child-policy.md", { kind: "present", read: true, blank: false, sha256: "a".repeat(64) }],
]);

/** A moderation over memory. */
export function moderationOver(audit: Audit, more: Partial<Moderation> = {}, read: EvidenceReadings = readings) {
  const { walk, disk, saved } = walkOver(audit);
  const age = { today, maxAge: "P12M" };
  const report = buildReport({
    checklist,
    profile,
    audit,
    readings: read,
    ...age,
    gate: usualGate,
    version: "0.1.0",
    digest: (text) => text,
    scale: null,
    locate: () => null,
  });
  const moderation: Moderation = {
    ...walk,
    selection: {},
    age,
    report,
    resume: "wt-audit moderate audit.yaml",
    ...more,
  };
  return { moderation, disk, saved };
}

/** Moderates until the replies are used up, or to the end. */
export async function moderatedBy(replies: readonly string[], audit = answered, more: Partial<Moderation> = {}) {
  const { moderation, disk, saved } = moderationOver(audit, more);
  const { prompter, log, asked } = script(...replies);
  const end = await conductModeration(moderation, prompter).catch((error: unknown) => {
    expect(error).toBeInstanceOf(Interrupted);
    return { kind: "interrupted" } as const;
  });
  return { end, audit: disk.audit, saved, log, asked };
}
