import { describe, expect, it } from "vitest";
import { compare } from "../../src/engine/compare.js";
import type { Response } from "../../src/model/audit.js";
import type { GapKind } from "../../src/model/report.js";
import {
  between,
  edition2018,
  edition2023,
  ends,
  type Given,
  metNow,
  metThen,
  newer,
  older,
  oldMinutes,
  oldPolicy,
} from "./compare-fixture.js";
import { action, leadership, minutes, policy, present, readings, requirement, soundDigest, today } from "./fixtures.js";
import type { EvidenceReading } from "../../src/model/evidence.js";

const read = (reading: EvidenceReading): Given => ({ inputs: { readings: readings(reading) } });
const claim = (...evidence: NonNullable<Response["evidence"]>[number][]): Response => ({ rating: "met", evidence });
const none = { closed: [], opened: [], gone: [], unproven: [] };

/** Where one kind of gap of last year went. */
function endOf(kind: GapKind, told: ReturnType<typeof between>): string {
  const { closed, unproven, gone } = ends(told);
  return (
    unproven.find((each) => each.startsWith(`${kind}: `))?.replace(`${kind}: `, "") ??
    (closed.includes(kind) ? "closed" : gone.includes(kind) ? "gone" : "neither")
  );
}

describe("a gap", () => {
  it("is closed when the answer of today no longer has it", () => {
    expect(ends(between({ rating: "not-met" }, metNow))).toEqual({ ...none, closed: ["not-met", "action-missing"] });
    expect(between({ rating: "not-met" }, metNow).gaps.closed[0]).toEqual({
      requirement: "board-lead",
      title: "board lead",
      kind: "not-met",
      severity: "error",
      message: "The organisation says that this is not in place.",
    });
  });

  it("is opened when it was not there", () => {
    expect(ends(between(metThen, { rating: "not-met" }))).toEqual({ ...none, opened: ["not-met", "action-missing"] });
  });

  it("that is still there is neither, be it worse or better", () => {
    const planned = { actions: [action()] };
    expect(ends(between({ rating: "not-met", ...planned }, { rating: "partly-met", ...planned }))).toEqual(none);
    expect(ends(between({ rating: "partly-met", ...planned }, { rating: "not-met", ...planned }))).toEqual(none);
  });

  it("about another document is another gap", () => {
    const told = between(
      claim({ ...oldPolicy, "review-due": "2025-06-01" }),
      claim({ ...minutes, reviewed: "2024-01-01" }),
    );
    expect(ends(told)).toMatchObject({ closed: ["evidence-out-of-date"], opened: ["evidence-out-of-date"] });
  });

  it("is not closed by an answer that is missing or waits to be confirmed: the new gap is opened", () => {
    expect(ends(between({ rating: "not-met" }, null))).toEqual({
      ...none,
      opened: ["unanswered"],
      unproven: ["not-met: unanswered", "action-missing: unanswered"],
    });
    expect(ends(between({ rating: "not-met" }, { ...metNow, "to-confirm": "Carried." }))).toEqual({
      ...none,
      opened: ["to-confirm"],
      unproven: ["not-met: to-confirm", "action-missing: to-confirm"],
    });
  });

  it("of what is no longer asked is gone", () => {
    const old = edition2018(requirement("strategic-priorities"));
    const now = edition2023(requirement("culture"));
    const told = compare([older({}, { asks: old }), newer({ culture: metNow }, { asks: now })], [old, now], today);
    expect(told.gaps).toMatchObject({
      closed: [],
      unproven: [],
      gone: [{ requirement: "strategic-priorities", kind: "unanswered" }],
    });
  });

  it("of what no longer applies is gone", () => {
    const asks = leadership(requirement("board-lead", { appliesWhen: { "employs-staff": true } }));
    const over = { organisation: { name: "Riverside", facts: { "employs-staff": false } } };
    expect(ends(between({ rating: "not-met" }, null, { was: { asks }, now: { asks, over } }))).toEqual({
      ...none,
      gone: ["not-met", "action-missing"],
    });
  });

  it("of what was split is there until no part has it", () => {
    const old = edition2018(requirement("board-lead"));
    const part = { requirement: "board-lead", change: "split", edition: null, note: null } as const;
    const now = edition2023(requirement("board-lead", { from: [part] }), requirement("deputy", { from: [part] }));
    const to = (deputy: Response) =>
      compare(
        [
          older({ "board-lead": { rating: "not-met" } }, { asks: old }),
          newer({ "board-lead": metNow, deputy }, { asks: now }),
        ],
        [old, now],
        today,
      );
    expect(ends(to(metNow))).toEqual({ ...none, closed: ["not-met", "action-missing"] });
    expect(ends(to({ rating: "not-met" }))).toEqual(none);
    expect(ends(to({ rating: "not-applicable", reason: "None" })).unproven).toEqual([
      "not-met: rating",
      "action-missing: rating",
    ]);
  });

  it("of what asks for less now is not known to be closed", () => {
    const old = edition2018(requirement("board-lead"));
    const less = { requirement: "board-lead", change: "narrowed", edition: null, note: null } as const;
    const now = edition2023(requirement("board-lead", { from: [less] }));
    const told = compare(
      [older({ "board-lead": { rating: "not-met" } }, { asks: old }), newer({ "board-lead": metNow }, { asks: now })],
      [old, now],
      today,
    );
    expect(ends(told)).toEqual({ ...none, unproven: ["not-met: narrowed", "action-missing: narrowed"] });
  });
});

describe("a gap in evidence", () => {
  const blank = read(present({ blank: true }));

  it("is closed where the document is as it was then, and something sound is cited now", () => {
    expect(endOf("evidence-blank", between(claim(oldPolicy), metNow, { was: blank }))).toBe("closed");
  });

  it.each([
    [
      "the document changed since",
      claim(oldPolicy),
      metNow,
      read(present({ blank: true, sha256: "b".repeat(64) })),
      "document",
    ],
    ["its digest was not kept", claim(policy()), metNow, blank, "document"],
    ["nothing is cited now", claim(oldPolicy), claim(), blank, "document"],
    ["nothing is claimed now", claim(oldPolicy), { rating: "not-met" } as const, blank, "rating"],
  ])("is not known to be closed where %s", (_, then, now, given, why) => {
    expect(endOf("evidence-blank", between(then, now, { was: given }))).toBe(why);
  });

  it("is not known to be closed where the document is gone today: it may have been there", () => {
    const missing = read({ kind: "missing", what: "there is no such document" });
    expect(endOf("evidence-missing", between(claim(oldPolicy), metNow, { was: missing }))).toBe("document");
  });

  it("that it was past its days is closed by the days of the audit, whatever became of the document", () => {
    const changed = read(present({ sha256: "b".repeat(64) }));
    const past = (over: object) => between(claim({ ...oldPolicy, ...over }), metNow, { was: changed });
    expect(endOf("evidence-out-of-date", past({ "review-due": "2025-06-01" }))).toBe("closed");
    expect(endOf("evidence-out-of-date", past({ reviewed: "2024-03-01", "review-due": "2026-09-01" }))).toBe("closed");
    const { reviewed: _, "review-due": __, ...undated } = oldPolicy;
    expect(endOf("evidence-out-of-date", between(claim(undated), metNow, { was: changed }))).toBe("document");
    expect(endOf("evidence-out-of-date", between(claim(undated), metNow))).toBe("closed");
  });

  it("at a place that is no file is closed when it was reviewed", () => {
    const then = claim({ ...oldMinutes, reviewed: "2024-05-12" });
    expect(endOf("evidence-out-of-date", between(then, metNow))).toBe("closed");
  });
});

describe("what shows that a gap is closed", () => {
  it("is an answer that is met, for evidence that is not cited", () => {
    expect(endOf("no-evidence", between({ rating: "met" }, metNow))).toBe("closed");
    expect(endOf("no-evidence", between({ rating: "met" }, { rating: "partly-met" }))).toBe("rating");
  });

  it("is the action, done or moved, not an action that is left out", () => {
    const late = { rating: "not-met", actions: [action({ due: "2025-06-01" })] } as const;
    const done = action({ status: "done", evidence: [minutes] });
    expect(endOf("action-overdue", between(late, { ...metNow, actions: [done] }))).toBe("closed");
    expect(endOf("action-overdue", between(late, metNow))).toBe("action");
    const archived = { over: { "archived-actions": [{ requirement: "board-lead", action: done }] } };
    expect(endOf("action-overdue", between(late, metNow, { now: archived }))).toBe("closed");
    const other = { over: { "archived-actions": [{ requirement: "culture", action: done }] } };
    expect(endOf("action-overdue", between(late, metNow, { now: other }))).toBe("action");
  });

  it("is the action under the requirement's new name", () => {
    const old = edition2018(requirement("board-champion"));
    const renamed = { requirement: "board-champion", change: "renamed", edition: null, note: null } as const;
    const now = edition2023(requirement("board-lead", { from: [renamed] }));
    const late = { rating: "not-met", actions: [action({ due: "2025-06-01" })] } as const;
    const done = { ...metNow, actions: [action({ status: "done", evidence: [minutes] })] };
    const told = compare(
      [older({ "board-champion": late }, { asks: old }), newer({ "board-lead": done }, { asks: now })],
      [old, now],
      today,
    );
    expect(endOf("action-overdue", told)).toBe("closed");
    expect(told.actions.done).toMatchObject([{ requirement: "board-lead", id: "A1" }]);
  });

  it("is evidence, for an action that was closed without", () => {
    const bare = { ...metThen, actions: [action({ status: "done" })] };
    const now = (over: object) => between(bare, { ...metNow, actions: [action({ status: "done", ...over })] });
    expect(endOf("action-closed-without-evidence", now({ evidence: [minutes] }))).toBe("closed");
    expect(endOf("action-closed-without-evidence", between(bare, metNow))).toBe("action");
    expect(
      endOf("action-closed-without-evidence", between(bare, { ...metNow, actions: [action({ status: "open" })] })),
    ).toBe("action");
  });

  it("is a met answer and the action, for one that was open beside a met", () => {
    const open = { ...metThen, actions: [action()] };
    expect(endOf("action-still-open", between(open, { ...metNow, actions: [action({ status: "done" })] }))).toBe(
      "closed",
    );
    expect(endOf("action-still-open", between(open, metNow))).toBe("action");
    expect(endOf("action-still-open", between(open, { rating: "not-met", actions: [action()] }))).toBe("rating");
  });

  it("is a moderator, or a rating no better than the moderated one", () => {
    const moderated = { rating: "partly-met", on: "2025-12-01" } as const;
    const then = { ...metThen, moderated };
    expect(endOf("moderated-lower", between(then, { ...metNow, moderated: { rating: "met", on: "2026-05-01" } }))).toBe(
      "closed",
    );
    expect(endOf("moderated-lower", between(then, metNow))).toBe("moderation");
    const since = { assessed: { on: "2026-05-20" }, moderated: { rating: "met", on: "2026-05-01" } } as const;
    expect(endOf("moderated-lower", between(then, { ...metNow, ...since }))).toBe("moderation");
    expect(endOf("moderated-lower", between(then, { rating: "partly-met" }))).toBe("closed");
  });

  it("is any answer, for a reason that was missing or an answer that waited", () => {
    expect(
      endOf(
        "not-applicable-without-reason",
        between({ rating: "not-applicable" }, { rating: "not-applicable", reason: "None" }),
      ),
    ).toBe("closed");
    expect(endOf("to-confirm", between({ ...metThen, "to-confirm": "Carried." }, metNow))).toBe("closed");
    expect(endOf("unanswered", between(null, { rating: "not-met" }))).toBe("closed");
  });

  it("is never there for a document that held information about a child", () => {
    const says = {
      facts: { caseData: [{ line: 3 }], approval: { state: "none" }, oldTerms: [], review: {} },
      from: 1,
      to: 9,
      lookedFor: new Set(),
    };
    const named = present({ says: says as never });
    expect(soundDigest).toBe(oldPolicy.sha256);
    expect(endOf("evidence-case-data", between(claim(oldPolicy), metNow, { was: read(named) }))).toBe("document");
  });

  it("is a claim that documents state it, for documents that did not", () => {
    const says = {
      facts: { caseData: [], approval: { state: "none" }, oldTerms: [], review: { due: null }, passages: [] },
      from: 1,
      to: 9,
      lookedFor: new Set(["board-lead"]),
    };
    const silent = read(present({ says: says as never }));
    expect(endOf("evidence-off-topic", between(claim(oldPolicy), metNow, { was: silent }))).toBe("closed");
    expect(
      endOf(
        "evidence-off-topic",
        between(claim(oldPolicy), { rating: "partly-met", evidence: [minutes] }, { was: silent }),
      ),
    ).toBe("rating");
    expect(endOf("evidence-off-topic", between(claim(policy()), metNow, { was: silent }))).toBe("document");
  });
});
