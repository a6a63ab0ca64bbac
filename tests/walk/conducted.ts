import { expect } from "vitest";
import { Interrupted } from "../../src/errors.js";
import { conduct } from "../../src/walk/conduct.js";
import { readyAudit, walkOver } from "./fixture.js";
import { script } from "./scripted-prompter.js";

/** The replies for an answer without evidence. */
export const metWithoutEvidence = ["m", "n", ""];
/** The audit with a whole answer to the first requirement. */
export const oneAnswered = {
  ...readyAudit,
  responses: {
    lead: {
      rating: "met" as const,
      note: "Since 2019.",
      evidence: [{ title: "Minutes", location: "Minute book, item 4", reviewed: "2026-05-12" }],
      actions: [{ id: "A7", what: "Thank the lead", status: "done" as const }],
      moderated: { rating: "partly-met" as const, on: "2026-06-01", by: "Reviewer" },
      assessed: { on: "2026-05-20", by: "Chair" },
      question: "00000004",
    },
  },
};

/** Conducts until the replies are used up. */
export async function interruptedAfter(audit: typeof readyAudit, ...replies: readonly string[]) {
  const { walk, disk, saved } = walkOver(audit);
  const { prompter, log, asked } = script(...replies);
  await expect(conduct(walk, prompter)).rejects.toBeInstanceOf(Interrupted);
  return { audit: disk.audit, saved, log, asked };
}
