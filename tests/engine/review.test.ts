import { describe, expect, it } from "vitest";
import { lookAgain, startReview } from "../../src/engine/review.js";
import type { Action, Audit, Response } from "../../src/model/audit.js";
import { type Checklist, requirementsOf } from "../../src/model/checklist.js";
import { checklists, profile } from "../data/shipped.js";
import { carry, editionOf } from "./carry-fixture.js";

const editions = [...checklists.values()];
const of2026 = editionOf(editions, "working-together-2026");
const sha256 = "d".repeat(64);
const reason = "Carried forward from the audit of 1 January 2026 to 31 December 2026.";
const question = requirementsOf(of2026).find(({ id }) => id === "board-lead")?.digest ?? "";

function auditWith(responses: Audit["responses"], over: Partial<Audit> = {}): Audit {
  return {
    schema: "audit/1",
    checklist: "working-together-2026",
    organisation: { name: "Riverside Youth Project", facts: { sector: ["voluntary-or-private"], charity: false } },
    period: { from: "2026-01-01", to: "2026-12-31" },
    responses,
    ...over,
  };
}

function next(before: Audit, to: Checklist = of2026) {
  const carried = carry(before, { checklist: to, profile }, { editions, profile });
  const period = { from: "2027-01-01", to: "2027-12-31" };
  return startReview({ before, carried, to: { checklist: to, profile }, period, sha256 });
}

const done: Action = { id: "A1", what: "Rehearse the call", status: "done", completed: "2026-07-14" };
const dropped: Action = { id: "A2", what: "Buy a safe", status: "cancelled" };
const begun: Action = { id: "A3", what: "Appoint a trustee", status: "in-progress" };

describe("the start of the next audit", () => {
  it("names the audit before by its edition, period and digest", () => {
    expect(next(auditWith({})).audit).toEqual({
      ...auditWith({}),
      period: { from: "2027-01-01", to: "2027-12-31" },
      previous: { checklist: "working-together-2026", period: { from: "2026-01-01", to: "2026-12-31" }, sha256 },
    });
  });

  it("brings an answer forward to be confirmed, as it was given", () => {
    const given: Response = { rating: "met", note: "Minuted.", assessed: { on: "2026-11-02" }, question };
    expect(next(auditWith({ "board-lead": given })).audit.responses).toEqual({
      "board-lead": { ...given, "to-confirm": reason },
    });
  });

  it("notes the wording of the edition for an answer that came without it", () => {
    const { audit } = next(auditWith({ "board-lead": { rating: "met" }, stray: { rating: "met" } }));
    expect(audit.responses).toEqual({ "board-lead": { rating: "met", question, "to-confirm": reason } });
  });

  it("marks nothing where no rating was given", () => {
    const { audit, carry: told } = next(auditWith({ "board-lead": { note: "Ask the chair." } }));
    expect([audit.responses, told.toConfirm]).toEqual([{ "board-lead": { note: "Ask the chair." } }, []]);
  });

  it("keeps why an answer waited, each reason on a line", () => {
    const given: Response = { rating: "met", question, "to-confirm": "The answer was begun and not finished." };
    expect(next(auditWith({ "board-lead": given })).audit.responses["board-lead"]?.["to-confirm"]).toBe(
      `The answer was begun and not finished.\n${reason}`,
    );
  });

  it("says once that an answer came forward from the same audit", () => {
    const given: Response = { rating: "met", question, "to-confirm": reason };
    expect(next(auditWith({ "board-lead": given })).audit.responses["board-lead"]?.["to-confirm"]).toBe(reason);
  });

  it("keeps what another edition asks otherwise as the last reason, so that it still waits when that is undone", () => {
    const of2013 = editionOf(editions, "working-together-2013");
    const before = auditWith({ "board-lead": { rating: "met" } }, { checklist: "working-together-2013" });
    const of2018 = editionOf(editions, "working-together-2018");
    const { audit } = next(before, of2018);
    const { "to-confirm": why = "", "carried-from": from } = audit.responses["board-lead"] ?? {};
    expect(why.split("\n")).toEqual([reason, expect.stringMatching(/^The 2018 edition asks for more\./u)]);
    expect(from).toBe("working-together-2013");
    const back = carry(audit, { checklist: of2013, profile }, { editions, profile }).audit;
    expect(back.responses["board-lead"]?.["to-confirm"]).toBe(reason);
  });

  it("leaves moderations and sign-offs behind, and counts them", () => {
    const moderated = { rating: "met", on: "2026-11-12" } as const;
    const before = auditWith(
      { "board-lead": { rating: "met", question, moderated }, whistleblowing: { note: "-", moderated } },
      { "sign-off": [{ role: "Chair of trustees", on: "2026-11-20" }] },
    );
    const { audit, counts } = next(before);
    expect(audit["sign-off"]).toBeUndefined();
    expect(Object.values(audit.responses).filter((response) => "moderated" in response)).toEqual([]);
    expect(counts).toMatchObject({ moderated: 2, signOffs: 1 });
  });

  it("says of an answer that was moderated lower that it was, before that it came forward", () => {
    const moderated = { rating: "partly-met", on: "2026-11-12", reason: "Nobody has read it." } as const;
    const { responses } = next(auditWith({ "board-lead": { rating: "met", question, moderated } })).audit;
    expect(responses).toEqual({
      "board-lead": {
        rating: "met",
        question,
        "to-confirm": `It was moderated lower, as partly met, on 12 November 2026.\n${reason}`,
      },
    });
  });

  it("says nothing of an answer that was moderated higher", () => {
    const moderated = { rating: "met", on: "2026-11-12" } as const;
    const { responses } = next(auditWith({ "board-lead": { rating: "partly-met", question, moderated } })).audit;
    expect(responses["board-lead"]?.["to-confirm"]).toBe(reason);
  });

  it("archives closed actions after those that were archived before, and brings open ones along", () => {
    const older = { requirement: "whistleblowing", action: { ...done, id: "A0" } };
    const before = auditWith(
      { "board-lead": { rating: "not-met", question, actions: [done, dropped, begun] } },
      { "archived-actions": [older] },
    );
    const { audit, counts } = next(before);
    expect(audit.responses["board-lead"]?.actions).toEqual([begun]);
    expect(audit["archived-actions"]).toEqual([
      older,
      { requirement: "board-lead", action: done },
      { requirement: "board-lead", action: dropped },
    ]);
    expect(counts).toMatchObject({ openActions: 1, closedActions: 2 });
  });

  it("counts the open actions that leave the plan with a requirement that is no longer asked", () => {
    const of2006 = editionOf(editions, "working-together-2006");
    const before = auditWith(
      Object.fromEntries(
        requirementsOf(of2006).map(({ id }) => [
          id,
          {
            rating: "not-met",
            actions: [
              { ...begun, id: `A-${id}` },
              { ...dropped, id: `B-${id}` },
            ],
          } as const,
        ]),
      ),
      { checklist: of2006.id },
    );
    const { carry: told, counts } = next(before);
    expect(told.retired.length).toBeGreaterThan(0);
    expect(counts.retiredActions).toBe(told.retired.length);
  });

  it("brings the archive along, and the facts in it", () => {
    const archive = [
      { checklist: "working-together-2010", requirement: "old-duty", on: "2013-05-01", response: { rating: "met" } },
    ] as const;
    const before = auditWith({}, { archive, "archived-facts": { "runs-a-boat": true } });
    expect(next(before).audit).toMatchObject({ archive, "archived-facts": { "runs-a-boat": true } });
  });

  it("counts what is unanswered apart from what is new", () => {
    const before = auditWith({}, { checklist: "working-together-2013" });
    const asked = (checklist: string) => next(auditWith({}, { checklist }));
    const same = asked("working-together-2026");
    expect([same.carry.added, same.counts.unanswered]).toEqual([[], expect.any(Number)]);
    const { carry: told, counts } = next(before);
    expect(told.added.length).toBeGreaterThan(0);
    expect(counts.unanswered + told.added.length).toBe(same.counts.unanswered);
  });
});

describe("the evidence of an answer that comes forward", () => {
  const path = "policies/safeguarding.md";
  const cited = { title: "Safeguarding policy", path, reviewed: "2026-03-01", sha256: "a".repeat(64) };
  const look = (response: Partial<Response>, found = "a".repeat(64)) => {
    const review = next(auditWith({ "board-lead": { rating: "met", question, ...response } }));
    const readings = new Map([[path, { kind: "present", read: true, blank: false, sha256: found }] as const]);
    return lookAgain(review, of2026, readings, "2026-06-01");
  };

  it("stands as it was when the document is there, in date and the same", () => {
    expect(look({ evidence: [cited] })).toEqual([{ requirement: "board-lead", state: "as-it-was", reasons: [] }]);
  });

  it("needs a look when the document has changed", () => {
    expect(look({ evidence: [cited] }, "b".repeat(64))).toEqual([
      {
        requirement: "board-lead",
        state: "needs-a-look",
        reasons: [`"Safeguarding policy" (${path}): it has changed since it was assessed.`],
      },
    ]);
  });

  it("needs a look when its content was not noted", () => {
    const { sha256: _digest, ...unnoted } = cited;
    expect(look({ evidence: [unnoted] })[0]?.reasons).toEqual([
      `"Safeguarding policy" (${path}): its content was not noted when it was cited, so nobody can tell whether it has changed.`,
    ]);
  });

  it("needs a look when a document is gone, and says nothing of what was not noted then", () => {
    expect(look({ evidence: [{ title: "Minutes", path: "gone.md", reviewed: "2026-03-01" }] })[0]?.reasons).toEqual([
      '"Minutes" (gone.md): it was not read.',
    ]);
  });

  it("is none where nothing is cited", () => {
    expect(look({})).toEqual([{ requirement: "board-lead", state: "without-evidence", reasons: [] }]);
  });

  it("is not told of a requirement that the checklist does not hold", () => {
    const review = next(auditWith({ "board-lead": { rating: "met", question } }));
    const stray = { ...review, carry: { ...review.carry, toConfirm: ["no-such", "line-of-accountability"] } };
    expect(lookAgain(stray, of2026, new Map(), "2026-06-01")).toEqual([]);
  });
});
