import { describe, expect, it } from "vitest";
import { compare } from "../../src/engine/compare.js";
import { dayToShow } from "../../src/engine/compare-day.js";
import {
  between,
  edition2018,
  edition2023,
  ends,
  metNow,
  metThen,
  newer,
  older,
  oldMinutes,
  oldPolicy,
  three,
} from "./compare-fixture.js";
import { action, audit, leadership, minutes, policy, present, readings, requirement, today } from "./fixtures.js";

const from = (
  id: string,
  change: "unchanged" | "renamed" | "widened" | "narrowed" | "split" | "merged" = "unchanged",
) => ({
  requirement: id,
  change,
  edition: null,
  note: null,
});

describe("ratings", () => {
  it("tells what went up, what went down and what is as it was", () => {
    const { changes, shared } = compare(
      [
        older({ "board-lead": { rating: "not-met" }, supervision: metThen, culture: metThen }),
        newer({ "board-lead": { rating: "partly-met" }, supervision: { rating: "partly-met" }, culture: metNow }),
      ],
      [three],
      today,
    );
    expect(shared).toEqual(["board-lead", "supervision", "culture"]);
    expect(changes).toEqual([
      {
        requirement: "board-lead",
        title: "board lead",
        before: "not-met",
        after: "partly-met",
        direction: "up",
        confirmed: true,
      },
      {
        requirement: "supervision",
        title: "supervision",
        before: "met",
        after: "partly-met",
        direction: "down",
        confirmed: true,
      },
    ]);
  });

  it.each([
    ["to unanswered", metThen, null],
    ["from unanswered", null, metNow],
    ["to not applicable", metThen, { rating: "not-applicable", reason: "None" }],
    ["from not applicable", { rating: "not-applicable", reason: "None" }, metNow],
  ] as const)("calls a change %s neither up nor down", (_, then, now) => {
    expect(between(then, now).changes.map(({ direction }) => direction)).toEqual(["other"]);
  });

  it("calls no rise one that waits to be confirmed, on either side", () => {
    const waiting = { "to-confirm": "It was carried." };
    for (const [then, now] of [
      [{ rating: "not-met" }, { ...metNow, ...waiting }],
      [{ rating: "not-met", ...waiting }, metNow],
    ] as const)
      expect(between(then, now).changes).toMatchObject([{ direction: "other", confirmed: false }]);
    expect(between(metThen, { rating: "not-met", ...waiting }).changes).toMatchObject([
      { direction: "down", confirmed: false },
    ]);
  });
});

describe("what is shared", () => {
  it("follows a new name, and gives the newest's id", () => {
    const old = edition2018(requirement("board-champion"));
    const now = edition2023(requirement("board-lead", { from: [from("board-champion", "renamed")] }));
    const told = compare(
      [
        older({ "board-champion": { rating: "not-met" } }, { asks: old }),
        newer({ "board-lead": metNow }, { asks: now }),
      ],
      [old, now],
      today,
    );
    expect(told.shared).toEqual(["board-lead"]);
    expect(told.changes).toMatchObject([{ requirement: "board-lead", direction: "up" }]);
    expect(ends(told)).toMatchObject({ closed: ["not-met", "action-missing"], opened: [] });
    expect(told.notCompared).toEqual([]);
  });

  it.each(["widened", "narrowed"] as const)("leaves out what was %s", (change) => {
    const old = edition2018(requirement("board-lead"));
    const now = edition2023(requirement("board-lead", { from: [from("board-lead", change)] }));
    const told = compare([older({}, { asks: old }), newer({ "board-lead": metNow }, { asks: now })], [old, now], today);
    expect(told).toMatchObject({ shared: [], changes: [], before: { declared: null, assured: null } });
    expect(told.notCompared).toEqual([{ requirement: "board-lead", title: "board lead", why: "changed" }]);
  });

  it("leaves out what only one asks, and says in which", () => {
    const old = edition2018(requirement("board-lead"), requirement("strategic-priorities"));
    const now = edition2023(requirement("board-lead", { from: [from("board-lead")] }), requirement("culture"));
    const told = compare([older({}, { asks: old }), newer({}, { asks: now })], [old, now], today);
    expect(told.shared).toEqual(["board-lead"]);
    expect(told.notCompared).toEqual([
      { requirement: "culture", title: "culture", why: "new" },
      { requirement: "strategic-priorities", title: "strategic priorities", why: "retired" },
    ]);
  });

  it("leaves out what does not apply in one of them, or is not known to, and is silent of what applies in none", () => {
    const asks = leadership(
      requirement("board-lead"),
      requirement("recruitment", { appliesWhen: { "employs-staff": true } }),
      requirement("commissioning", { appliesWhen: { "commissions-services": true } }),
      requirement("secure-estate", { appliesWhen: { sector: "police" } }),
    );
    const facts = { sector: ["voluntary-or-private"], "employs-staff": true } as const;
    const told = compare(
      [
        older({}, { asks, over: { organisation: { name: "Riverside", facts: { ...facts, "employs-staff": false } } } }),
        newer({}, { asks, over: { organisation: { name: "Riverside", facts } } }),
      ],
      [asks],
      today,
    );
    expect(told.shared).toEqual(["board-lead"]);
    expect(told.notCompared.map(({ requirement: id, why }) => `${id}: ${why}`)).toEqual([
      "recruitment: applicability",
      "commissioning: applicability",
    ]);
  });
});

describe("the sides", () => {
  it("stand in the order of their periods, whatever order they come in", () => {
    const [a, b] = [older({}), newer({})];
    const told = compare([b, a], [three], today);
    expect([told.before.file, told.after.file]).toEqual(["2025.yaml", "2026.yaml"]);
    expect([told.before.judgedOn, told.after.judgedOn]).toEqual(["2025-12-31", "2026-06-01"]);
    const longer = newer({}, { over: { period: { from: "2025-01-01", to: "2026-12-31" } }, file: "long.yaml" });
    expect(compare([longer, a], [three], today).after.file).toBe("long.yaml");
    const same = newer({}, { over: { period: a.audit.period }, file: "same.yaml" });
    expect(compare([a, same], [three], today).trend.map(({ file }) => file)).toEqual(["2025.yaml", "same.yaml"]);
  });

  it("count ratings, answers to confirm and gaps, and name the last sign-off", () => {
    const signed = [
      { role: "Chair", on: "2026-05-20" },
      { role: "Chair", on: "2026-05-28" },
      { role: "Treasurer", on: "2026-05-21" },
    ];
    const told = compare(
      [
        older({}),
        newer(
          { "board-lead": metNow, culture: { ...metNow, "to-confirm": "Carried." } },
          { over: { "sign-off": signed } },
        ),
      ],
      [three],
      today,
    );
    expect(told.after).toMatchObject({
      title: "Working Together to Safeguard Children 2023",
      period: { from: "2026-01-01", to: "2026-12-31" },
      signedOff: "2026-05-28",
      changedSince: "unknown",
      ratings: { met: 2, partlyMet: 0, notMet: 0, notApplicable: 0, unanswered: 1 },
      toConfirm: 1,
      declared: { low: 2 / 3, high: 1 },
      gaps: { error: 2, warning: 0, note: 0 },
    });
    expect([told.before.signedOff, told.before.changedSince]).toEqual([null, null]);
  });

  it("say that the answers changed since the last sign-off, whatever an earlier one says", () => {
    const assessed = { on: "2026-05-25" };
    const signed = [
      { role: "Chair", on: "2026-05-28" },
      { role: "Chair", on: "2026-05-20" },
      { role: "Treasurer", on: "2026-05-20" },
    ];
    const changedSince = (...entries: readonly (typeof signed)[number][]) =>
      compare(
        [older({}), newer({ "board-lead": { ...metNow, assessed } }, { over: { "sign-off": entries } })],
        [three],
        today,
      ).after.changedSince;
    expect([changedSince(...signed), changedSince(...signed.slice(1))]).toEqual(["unknown", "yes"]);
  });

  it("give of an older audit a range of what was assured, where its documents changed since", () => {
    const answer = { rating: "met", evidence: [oldPolicy] } as const;
    const told = between(answer, null, {
      was: { inputs: { readings: readings(present({ sha256: "b".repeat(64) })) } },
    });
    expect(told.before.assured).toEqual({ low: 0, high: 1 });
    expect(between(answer, null).before.assured).toEqual({ low: 1, high: 1 });
  });

  it.each([
    ["waits to be confirmed", { "to-confirm": "Carried." }],
    ["was past its days then", { evidence: [{ ...oldPolicy, "review-due": "2025-06-01" }] }],
    ["was not reviewed in time then", { evidence: [policy({ reviewed: "2024-01-01", "review-due": "2026-09-01" })] }],
    ["cites nothing", { evidence: [] }],
    ["is not met", { rating: "not-met" }],
  ] as const)("give no range for an answer that %s", (_, over) => {
    const answer = { rating: "met", evidence: [oldPolicy], ...over } as const;
    const told = between(answer, null, {
      was: { inputs: { readings: readings(present({ sha256: "b".repeat(64) })) } },
    });
    expect(told.before.assured).toEqual({ low: 0, high: 0 });
  });

  it("are two at the least", () => {
    expect(() => compare([], [], today)).toThrow(RangeError);
    expect(() => compare([older({})], [three], today)).toThrow(RangeError);
  });

  it("are as many as are given: changes are from the oldest to the newest", () => {
    const middle = older({ "board-lead": metThen }, { over: { period: { from: "2025-06-01", to: "2025-12-31" } } });
    const told = compare([older({}), middle, newer({ "board-lead": metNow })], [three], today);
    expect(told.trend.map(({ ratings }) => ratings.met)).toEqual([0, 1, 1]);
    expect(told.changes).toMatchObject([{ requirement: "board-lead", before: null, after: "met" }]);
  });
});

describe("actions", () => {
  it("are done once, also when they were put away", () => {
    const done = action({ status: "done", completed: "2026-02-01", evidence: [minutes] });
    const told = compare(
      [
        older({ "board-lead": { rating: "not-met", actions: [action(), action({ id: "A0", status: "done" })] } }),
        newer(
          { "board-lead": { rating: "met", actions: [done, action({ id: "A0", status: "done" })] } },
          {
            over: {
              "archived-actions": [
                { requirement: "culture", action: action({ id: "A7", status: "done" }) },
                { requirement: "strategic-priorities", action: action({ id: "A8", status: "done" }) },
                { requirement: "culture", action: action({ id: "A9", status: "cancelled" }) },
              ],
            },
          },
        ),
      ],
      [three],
      today,
    );
    expect(told.actions.done).toEqual([
      {
        requirement: "board-lead",
        id: "A1",
        what: "Appoint a trustee",
        owner: "Chair",
        due: "2026-09-30",
        completed: "2026-02-01",
      },
      {
        requirement: "culture",
        id: "A7",
        what: "Appoint a trustee",
        owner: "Chair",
        due: "2026-09-30",
        completed: null,
      },
      {
        requirement: "strategic-priorities",
        id: "A8",
        what: "Appoint a trustee",
        owner: "Chair",
        due: "2026-09-30",
        completed: null,
      },
    ]);
  });

  it("are late when their day has passed and they are still open", () => {
    const { due: _, owner: __, ...undated } = action({ id: "A3" });
    const actions = [
      action({ due: "2026-05-31" }),
      action({ id: "A2", due: "2026-06-01" }),
      undated,
      action({ id: "A4", due: "2026-05-31", status: "done" }),
    ];
    expect(between(null, { rating: "not-met", actions }).actions.late.map(({ id }) => id)).toEqual(["A1"]);
  });
});

describe("evidence", () => {
  it("is refreshed when it was reviewed on a later day, or is cited anew", () => {
    const { reviewed: _, ...undated } = minutes;
    const told = (then: readonly object[], now: readonly object[]) =>
      between({ rating: "met", evidence: then } as never, { rating: "met", evidence: now } as never).evidence.refreshed;
    const title = "Trustees' minutes";
    expect(told([oldMinutes], [minutes])).toEqual([
      { requirement: "board-lead", title, before: "2025-05-12", after: "2026-05-12" },
    ]);
    expect(told([undated], [minutes])).toEqual([
      { requirement: "board-lead", title, before: null, after: "2026-05-12" },
    ]);
    expect(told([], [minutes])).toEqual([{ requirement: "board-lead", title, before: null, after: "2026-05-12" }]);
    expect(told([minutes], [minutes])).toEqual([]);
    expect(told([{ ...minutes, title: "Other minutes" }], [minutes])).toHaveLength(1);
    expect(told([oldPolicy], [policy()])).toMatchObject([{ before: "2025-03-01", after: "2026-03-01" }]);
    expect(told([oldPolicy], [{ ...policy(), path: "policies/other.md" }]), "which is not there").toEqual([]);
    expect(told([], [{ ...undated, "review-due": "2026-09-01" }])).toMatchObject([{ before: null, after: null }]);
    expect(told([undated], [{ ...undated, "review-due": "2026-09-01" }])).toEqual([]);
  });

  it("of what was not asked before is not refreshed", () => {
    const old = edition2018(requirement("board-lead"));
    const now = edition2023(requirement("board-lead", { from: [from("board-lead")] }), requirement("culture"));
    const told = compare([older({}, { asks: old }), newer({ culture: metNow }, { asks: now })], [old, now], today);
    expect(told.evidence.refreshed).toEqual([]);
  });
});

describe("the day of an older audit", () => {
  const of = (responses: Parameters<typeof audit>[0], signed?: string) =>
    dayToShow(
      audit(
        responses,
        {},
        {
          period: { from: "2025-01-01", to: "2025-12-31" },
          ...(signed === undefined ? {} : { "sign-off": [{ role: "Chair", on: signed }] }),
        },
      ),
      today,
    );

  it("is the last of its period", () => {
    expect(
      of({ culture: { rating: "met", evidence: [oldMinutes], assessed: { on: "2025-11-02" } }, "board-lead": {} }),
    ).toBe("2025-12-31");
  });

  it("is the last on which it was worked on, where that is later", () => {
    expect(of({ culture: { assessed: { on: "2026-01-20" } } }, "2026-02-03"), "whenever it was signed").toBe(
      "2026-01-20",
    );
    expect(of({ culture: { moderated: { rating: "met", on: "2026-01-21" } } })).toBe("2026-01-21");
    expect(of({ culture: { evidence: [{ ...minutes, reviewed: "2026-01-22" }] } })).toBe("2026-01-22");
  });

  it("never lies ahead", () => {
    expect(dayToShow(audit({}), today)).toBe("2026-06-01");
  });
});
