import { describe, expect, it } from "vitest";
import type { Action, Response } from "../../src/model/audit.js";
import { conduct } from "../../src/walk/conduct.js";
import { interruptedAfter, metWithoutEvidence, oneAnswered } from "./conducted.js";
import { readyAudit, today, walkOver } from "./fixture.js";
import { script } from "./scripted-prompter.js";

const unfinished = "The answer was begun and not finished.";
const old = oneAnswered.responses.lead;
const redo = { selection: { requirements: ["lead"], redo: true } };

/** Answers the first requirement again, to the end. */
async function answeredAgain(response: Response, ...replies: readonly string[]) {
  const { walk, disk } = walkOver({ ...readyAudit, responses: { lead: response } }, redo);
  const { prompter, log, asked } = script(...replies);
  await conduct(walk, prompter);
  return { response: disk.audit.responses["lead"], log, asked };
}

describe("an answer that is changed", () => {
  const assessed = { on: today, by: "Welfare officer" };
  const minutes = { title: "Our minutes", location: "Minute book, item 4", reviewed: "2026-05-12" };

  it.each<readonly [string, readonly string[], Partial<Response>]>([
    ["the rating", ["n"], { rating: "not-met" }],
    ["a note", ["n", "We stopped."], { rating: "not-met", note: "We stopped." }],
    [
      "evidence",
      ["p", "c", "Minutes, Minute book, item 4, reviewed 12 May 2026", "Our minutes", "", "", ""],
      { rating: "partly-met", evidence: [{ ...minutes, "review-due": "2027-05-12" }] },
    ],
  ])("is on disk with %s, unfinished, when it is interrupted", async (_part, replies, changed) => {
    const { audit } = await interruptedAfter(oneAnswered, "b", ...replies);
    expect(audit.responses["lead"]).toEqual({ ...old, assessed, ...changed, "to-confirm": unfinished });
  });

  it("keeps its reason until another rating is finished", async () => {
    const response = { rating: "not-applicable" as const, reason: "We have no members." };
    const before = { ...readyAudit, responses: { lead: response } };
    const { audit } = await interruptedAfter(before, "b", "m", "n");
    expect(audit.responses["lead"]).toMatchObject({ rating: "met", reason: "We have no members." });
    const resumed = await interruptedAfter(audit);
    expect(resumed.log).toContain("Your answer so far: Met (not finished)");
    expect((await answeredAgain(response, ...metWithoutEvidence)).response).toEqual({
      rating: "met",
      assessed,
      question: "00000004",
    });
  });

  it("stands until a reason is given, where it becomes not applicable", async () => {
    const { audit } = await interruptedAfter(oneAnswered, "b", "a");
    expect(audit.responses["lead"]).toEqual(old);
  });

  it.each<readonly [string, readonly string[]]>([
    ["at once", ["n", "<"]],
    ["after a look at what is asked", ["p", "d", "", "b", "<", "b"]],
  ])("stands as it was when one goes back %s", async (_when, replies) => {
    const { audit, log } = await interruptedAfter(oneAnswered, "b", ...replies);
    expect(audit.responses["lead"]).toEqual(old);
    expect(log).toContain("Your answer so far: Met");
    expect(log.findLast((line) => line.startsWith("Your answer"))).toBe("Your answer so far: Met");
  });

  it("waits to be finished when one goes back after more was said, and is asked again", async () => {
    const { walk, disk } = walkOver(oneAnswered);
    const { prompter, log } = script("b", "n", "We stopped.", "b", "<", "Skip for now", "s", "s", "s");
    await expect(conduct(walk, prompter)).resolves.toMatchObject({
      skipped: ["lead", "policy", "checks", "reporting"],
    });
    const response = disk.audit.responses["lead"];
    expect(response).toMatchObject({ rating: "not-met", note: "We stopped.", "to-confirm": unfinished });
    expect(log).toContain("Your answer so far: Not met (not finished)");
    expect(log).toContain("You left 4 for later. To come back to them: wt-audit audit");
  });

  it("takes the digests of today, so that a changed document is no gap any more", async () => {
    const cited = { title: "Draft", path: "policies/draft.md", sha256: "f".repeat(64) };
    const { response, log } = await answeredAgain({ rating: "met", evidence: [cited] }, "m", "d", "");
    expect(log).toContain("Draft has changed since it was cited. Read it again before you answer.");
    expect(response?.evidence).toEqual([{ ...cited, sha256: "b".repeat(64) }]);
  });
});

describe("an action that is open when its requirement is rated as met", () => {
  const evidence = [{ title: "Minutes", location: "Book 3" }];
  const open: Action = { id: "A1", what: "Write the lead page", owner: "Chair", status: "open" };
  const started: Action = { id: "A2", what: "Tell everyone", status: "in-progress", evidence };
  const done: Action = { id: "A3", what: "Choose a lead", status: "done" };
  const planned: Response = { rating: "not-met", evidence, actions: [open, started, done] };

  it("is asked about, and is done with what is cited, cancelled, or left open", async () => {
    const { response, asked } = await answeredAgain(planned, "m", "d", "", "n", "y");
    expect(asked.slice(-2)).toEqual([
      "An action is open here. Is it done? Write the lead page",
      "An action is open here. Is it done? Tell everyone",
    ]);
    expect(response?.actions).toEqual([
      { ...open, status: "cancelled" },
      { ...started, status: "done", completed: today, evidence: [...evidence, ...evidence] },
      done,
    ]);
    expect((await answeredAgain(planned, "m", "d", "", "k", "k")).response?.actions).toEqual(planned.actions);
  });

  it("is open again when one goes back and leaves it open", async () => {
    const { response } = await answeredAgain(planned, "m", "d", "", "y", "b", "k", "k");
    expect(response?.actions).toEqual(planned.actions);
  });

  it("is not done where nothing is cited that could show it", async () => {
    const { walk } = walkOver({ ...readyAudit, responses: { lead: { rating: "not-met", actions: [open] } } }, redo);
    await expect(conduct(walk, script(...metWithoutEvidence, "y").prompter)).rejects.toThrow("has no y, only n k b q");
  });

  it("is not asked about where the rating is another, or no action is open", async () => {
    expect((await answeredAgain(planned, "p", "d", "", "k")).response?.actions).toEqual(planned.actions);
    expect((await answeredAgain({ ...planned, actions: [done] }, "m", "d", "")).asked).toHaveLength(3);
  });
});
