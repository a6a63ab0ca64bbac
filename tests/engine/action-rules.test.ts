import { describe, expect, it } from "vitest";
import type { Action } from "../../src/model/audit.js";
import { action, find, kinds, minutes, policy } from "./fixtures.js";

const notMet = (...actions: readonly Action[]) => ({ rating: "not-met", actions }) as const;
const met = (...actions: readonly Action[]) => ({ rating: "met", evidence: [policy()], actions }) as const;
/** Neither rated met, beside which an open action is a gap of its own, nor short of anything. */
const aside = (...actions: readonly Action[]) => ({ rating: "not-applicable", reason: "Not ours.", actions }) as const;
const undated: Action = { id: "A1", what: "Appoint a trustee", owner: "Chair", status: "open" };
const unowned: Action = { id: "A1", what: "Appoint a trustee", due: "2026-09-30", status: "open" };
const described = (...actions: readonly Action[]) =>
  find(aside(...actions)).gaps.map(({ message, path }) => [message, path.slice(2).join(".")]);

describe("action-missing", () => {
  it.each(["not-met", "partly-met"] as const)("a requirement rated %s with nothing planned is a gap", (rating) => {
    expect(kinds({ rating })).toEqual([rating, "action-missing"]);
  });

  it("says so at the rating", () => {
    expect(find({ rating: "not-met" }).gaps[1]).toEqual({
      kind: "action-missing",
      severity: "warning",
      message: "Nothing is planned that would put it right.",
      path: ["responses", "line-of-accountability", "rating"],
    });
  });

  it.each(["open", "in-progress"] as const)("an action that is %s is a plan", (status) => {
    expect(kinds(notMet(action({ status })))).toEqual(["not-met"]);
  });

  it.each(["done", "cancelled"] as const)("an action that is %s is no plan", (status) => {
    expect(kinds(notMet(action({ status, evidence: [minutes] })))).toEqual(["not-met", "action-missing"]);
  });

  it("one open action among closed ones is a plan", () => {
    expect(kinds(notMet(action({ status: "cancelled" }), action({ id: "A2" })))).toEqual(["not-met"]);
  });

  it.each(["not-met", "partly-met"] as const)("a plan without a day is none for what is rated %s", (rating) => {
    expect(find({ rating, actions: [undated, { ...undated, id: "A2" }] }).gaps.slice(1)).toEqual([
      {
        kind: "action-missing",
        severity: "warning",
        message: "What is planned has no date by which it will be done.",
        path: ["responses", "line-of-accountability", "rating"],
      },
    ]);
  });

  it("one day among several open actions is a plan", () => {
    expect(kinds(notMet(undated, action({ id: "A2" })))).toEqual(["not-met"]);
  });

  it("the day of a closed action is no plan for the open ones", () => {
    expect(kinds(notMet(undated, action({ id: "A2", status: "cancelled" })))).toEqual(["not-met", "action-missing"]);
  });

  it("a day that has passed is a plan, overdue", () => {
    expect(kinds(notMet(action({ due: "2026-05-31" })))).toEqual(["not-met", "action-overdue"]);
  });

  it.each([[met()], [aside(undated)], [aside()]] as const)("nothing need be planned for %j", (response) => {
    expect(kinds(response)).toEqual([]);
  });

  it("nothing need be planned for what is unanswered", () => {
    expect(kinds(null)).toEqual(["unanswered"]);
  });
});

describe("action-overdue", () => {
  it("an open action whose day has passed is a gap", () => {
    expect(described(action({ due: "2026-05-31" }))).toEqual([["Action A1 was due on 31 May 2026.", "actions.0.due"]]);
  });

  it("an action due today is not overdue", () => {
    expect(kinds(aside(action({ due: "2026-06-01" })))).toEqual([]);
  });

  it("an action without a day is not overdue", () => {
    expect(kinds(aside(undated))).toEqual([]);
  });

  it.each(["done", "cancelled"] as const)("an action that is %s is not overdue", (status) => {
    expect(kinds(aside(action({ status, due: "2026-05-31", evidence: [minutes] })))).toEqual([]);
  });

  it("the place is that of the action among all, closed ones counted", () => {
    const gaps = described(action({ status: "cancelled" }), action({ id: "A2", due: "2026-05-31" }));
    expect(gaps).toEqual([["Action A2 was due on 31 May 2026.", "actions.1.due"]]);
  });
});

describe("action-without-owner", () => {
  it("an open action of nobody is a gap", () => {
    expect(kinds(aside(unowned))).toEqual(["action-without-owner"]);
    expect(described(unowned)).toEqual([["Nobody is named to do action A1.", "actions.0.id"]]);
  });

  it.each(["done", "cancelled"] as const)("an action of nobody that is %s is none", (status) => {
    expect(kinds(aside({ ...unowned, status, evidence: [minutes] }))).toEqual([]);
  });

  it("an action can be overdue and without an owner", () => {
    expect(kinds(aside({ ...unowned, due: "2026-05-31" }))).toEqual(["action-overdue", "action-without-owner"]);
  });
});

describe("action-closed-without-evidence", () => {
  it.each([[action({ status: "done" })], [action({ status: "done", evidence: [] })]])(
    "an action done with nothing to show is a gap: %j",
    (done) => {
      expect(kinds(aside(done))).toEqual(["action-closed-without-evidence"]);
      expect(described(done)).toEqual([
        ["Action A1 is marked done, and nothing is cited that shows it.", "actions.0.status"],
      ]);
    },
  );

  it("an action done with evidence is none", () => {
    expect(kinds(aside(action({ status: "done", evidence: [minutes] })))).toEqual([]);
  });

  it.each(["open", "in-progress", "cancelled"] as const)("an action that is %s needs none", (status) => {
    expect(kinds(aside(action({ status })))).toEqual([]);
  });
});

describe("action-still-open", () => {
  it.each(["open", "in-progress"] as const)("an action that is %s beside a met is a gap", (status) => {
    expect(find(met(action({ id: "A2", status }))).gaps).toEqual([
      {
        kind: "action-still-open",
        severity: "warning",
        about: "A2",
        message: "It is rated met, and action A2 is still to be done.",
        path: ["responses", "line-of-accountability", "actions", 0, "status"],
      },
    ]);
  });

  it("each open action is a gap of its own, at its place among all", () => {
    const { gaps } = find(met(action(), action({ id: "A2", status: "cancelled" }), action({ id: "A3" })));
    expect(gaps.map(({ about, path }) => [about, path[3]])).toEqual([
      ["A1", 0],
      ["A3", 2],
    ]);
  });

  it.each(["done", "cancelled"] as const)("an action that is %s beside a met is none", (status) => {
    expect(kinds(met(action({ status, evidence: [minutes] })))).toEqual([]);
  });

  it.each([notMet(action()), { ...notMet(action()), rating: "partly-met" as const }, aside(action())])(
    "an open action beside another rating is as it should be: %j",
    (response) => {
      expect(kinds(response)).not.toContain("action-still-open");
    },
  );

  it("an open action beside no rating is as it should be", () => {
    expect(kinds({ actions: [action()] })).toEqual(["unanswered"]);
  });
});

it("an action without a response's rating is still watched", () => {
  expect(kinds({ actions: [action({ due: "2026-05-31" })] })).toEqual(["unanswered", "action-overdue"]);
});
