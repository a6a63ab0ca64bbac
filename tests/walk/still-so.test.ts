import { describe, expect, it } from "vitest";
import type { Action, Audit, Evidence, Response } from "../../src/model/audit.js";
import { conduct } from "../../src/walk/conduct.js";
import { readyAudit, today, walkOver } from "./fixture.js";
import { script } from "./scripted-prompter.js";

const reason = "Carried forward from the audit of 1 January 2025 to 31 December 2025.";

const policy: Evidence = {
  title: "Child policy",
  path: "policies/child-policy.md",
  reviewed: "2026-03-01",
  sha256: "a".repeat(64),
};

const waiting: Response = {
  rating: "met",
  evidence: [policy],
  note: "Read by all.",
  assessed: { on: "2025-11-02", by: "Chair" },
  question: "00000004",
  "to-confirm": reason,
};

const open: Action = { id: "A1", what: "Tell the parents", owner: "Chair", due: "2026-12-01", status: "open" };

/** The walk of one answer that waits, its replies given. */
async function walkThrough(response: Response, ...replies: readonly string[]) {
  const audit: Audit = { ...readyAudit, responses: { lead: response } };
  const { walk, saved, disk } = walkOver(audit, { selection: { requirements: ["lead"] } });
  const { prompter, log, asked } = script(...replies);
  const end = await conduct(walk, prompter).catch((error: unknown) => error);
  return { end, log, asked, saved, answer: disk.audit.responses["lead"] };
}

const { "to-confirm": _waits, ...said } = waiting;
const assessed = { on: today, by: "Welfare officer" };

describe("an answer that waits to be confirmed, and of which nothing has changed", () => {
  it("is confirmed with one key, and recorded as given today with its evidence and digest", async () => {
    const { end, answer, log, asked, saved } = await walkThrough(waiting, "y");
    expect(end).toEqual({ kind: "finished", skipped: [] });
    expect(answer).toEqual({ ...said, assessed });
    expect([asked, saved.length]).toEqual([["Is it still so?"], 1]);
    expect(log).toContain(`To be confirmed: ${reason}`);
    expect(log).toContain('"Child policy": as it was when it was cited.');
  });

  it("has that choice first, and picked", async () => {
    const audit: Audit = { ...readyAudit, responses: { lead: waiting } };
    const { walk } = walkOver(audit, { selection: { requirements: ["lead"] } });
    const { prompter } = script("q");
    const menus: { readonly first: string | undefined; readonly initial: unknown }[] = [];
    await conduct(walk, {
      ...prompter,
      choose: (menu) => {
        menus.push({ first: menu.choices[0]?.title, initial: menu.initial });
        return prompter.choose(menu);
      },
    });
    expect(menus).toEqual([{ first: "Yes, still so", initial: "yes" }]);
  });

  it("may rest on a location whose review is not overdue", async () => {
    const minutes: Evidence = { title: "Minutes", location: "Minute book 4", reviewed: "2026-05-12" };
    const { answer, log } = await walkThrough({ ...waiting, evidence: [minutes] }, "y");
    expect(answer).toEqual({ ...said, evidence: [minutes], assessed });
    expect(log).toContain('"Minutes": it is no file that can be read here, and its review is not overdue.');
  });

  it.each<Response>([
    { rating: "not-applicable", reason: "We have no boats", question: "00000004", "to-confirm": reason },
    {
      rating: "not-met",
      actions: [open, { id: "A2", what: "Ask", status: "open" }],
      question: "00000004",
      "to-confirm": reason,
    },
    { rating: "partly-met", actions: [{ ...open, due: today }], question: "00000004", "to-confirm": reason },
  ])("may be $rating", async (response) => {
    const { "to-confirm": _why, ...rest } = response;
    expect((await walkThrough(response, "y")).answer).toEqual({ ...rest, assessed });
  });

  it("is confirmed for the edition that it was carried to, where the wording is the same", async () => {
    const { answer } = await walkThrough({ ...waiting, "carried-from": "club-2013" }, "y");
    expect(answer).toEqual({ ...said, assessed });
  });

  it("can be rated otherwise all the same", async () => {
    const { answer } = await walkThrough(waiting, "n", "", "n");
    expect(answer).toEqual({ ...said, rating: "not-met", assessed });
  });

  it("asks what became of its open actions, where it is met", async () => {
    const { answer, asked } = await walkThrough({ ...waiting, actions: [open] }, "y", "y");
    const done = { ...open, status: "done", completed: today, evidence: [policy] };
    expect(answer).toEqual({ ...said, actions: [done], assessed });
    expect(asked).toEqual(["Is it still so?", "An action is open here. Is it done? Tell the parents"]);
  });

  it("keeps what was said of one action when it is interrupted at the next, and waits still", async () => {
    const two = [open, { ...open, id: "A2", what: "Tell the coaches" }];
    const { answer } = await walkThrough({ ...waiting, actions: two }, "y", "n", "^C");
    expect(answer).toEqual({ ...waiting, actions: [{ ...open, status: "cancelled" }, two[1]] });
  });

  it("is not confirmed by going back from its actions", async () => {
    const { answer, asked } = await walkThrough({ ...waiting, actions: [open] }, "y", "b", "q");
    expect(answer).toEqual({ ...waiting, actions: [open] });
    expect(asked.filter((message) => message === "Is it still so?")).toHaveLength(2);
  });

  it("is not confirmed by stopping at its actions", async () => {
    const { answer, end } = await walkThrough({ ...waiting, actions: [open] }, "y", "q");
    expect([answer, end]).toEqual([{ ...waiting, actions: [open] }, { kind: "stopped" }]);
  });
});

describe("an answer that waits to be confirmed is asked in full, and says why,", () => {
  const { sha256: _digest, ...unnoted } = policy;
  it.each<readonly [string, Response, string]>([
    [
      "when its evidence changed",
      { ...waiting, evidence: [{ ...policy, sha256: "b".repeat(64) }] },
      '"Child policy" (policies/child-policy.md): it has changed since it was assessed.',
    ],
    [
      "when no digest was kept of its evidence",
      { ...waiting, evidence: [unnoted] },
      '"Child policy" (policies/child-policy.md): its content was not noted when it was cited, so nobody can tell whether it has changed.',
    ],
    [
      "when its evidence is gone",
      { ...waiting, evidence: [{ ...policy, path: "policies/gone.md" }] },
      '"Child policy" (policies/gone.md): There is no such file.',
    ],
    [
      "when the review of its evidence is overdue",
      { ...waiting, evidence: [policy, { title: "Minutes", location: "Book 4", "review-due": "2026-09-28" }] },
      '"Minutes" (Book 4): its review was due on 28 September 2026.',
    ],
    [
      "when it is met and nothing is cited",
      { ...said, evidence: [], "to-confirm": reason },
      "It is rated met, and nothing is cited that proves it.",
    ],
    [
      "when the wording of its question changed",
      { ...waiting, question: "11111111" },
      "The wording of this question has changed since it was answered.",
    ],
    [
      "when nobody can tell what was asked",
      { rating: "not-met", "to-confirm": reason },
      "Nobody can tell for which wording of the question it was given.",
    ],
    [
      "when a moderator rated it lower in the audit before",
      { ...waiting, "to-confirm": `It was moderated lower, as partly met, on 12 November 2025.\n${reason}` },
      "A moderator rated it lower: the audit before says why.",
    ],
    [
      "when an action for what is not met is overdue",
      { rating: "not-met", actions: [{ ...open, due: "2026-09-28" }], question: "00000004", "to-confirm": reason },
      "Action A1 was due on 28 September 2026.",
    ],
    [
      "when no reason is given why it does not apply",
      { rating: "not-applicable", question: "00000004", "to-confirm": reason },
      "No reason is given why it does not apply.",
    ],
  ])("%s", async (_why, response, told) => {
    for (const key of ["y", "k"]) {
      const { end, answer, log } = await walkThrough(response, key);
      expect(String(end)).toContain(`How would you rate this? has no ${key}, only m p n a ? s j q`);
      expect(answer).toEqual(response);
      expect(log).toContain(told);
      expect(log).toContain("Something has changed since: please rate it again. All else that you said is kept.");
    }
  });

  it("with the old answer as the start", async () => {
    const changed = { ...waiting, evidence: [{ ...policy, sha256: "b".repeat(64) }] };
    const { answer } = await walkThrough(changed, "m", "d", "");
    expect(answer).toEqual({ ...said, assessed });
  });

  it("when it was begun and not finished before it came forward", async () => {
    const begun = { ...waiting, "to-confirm": `The answer was begun and not finished.\n${reason}` };
    const { end, log } = await walkThrough(begun, "y");
    expect(String(end)).toContain("How would you rate this? has no y, only m p n a ? s j q");
    expect(log).toContain("Your answer so far: Met (not finished)");
  });
});
