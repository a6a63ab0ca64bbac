import { describe, expect, it } from "vitest";
import type { Action } from "../../src/model/audit.js";
import { action, find, kinds, minutes, policy } from "./fixtures.js";

const notMet = (...actions: readonly Action[]) => ({ rating: "not-met", actions }) as const;
const met = (...actions: readonly Action[]) => ({ rating: "met", evidence: [policy()], actions }) as const;
const undated: Action = { id: "A1", what: "Appoint a trustee", owner: "Chair", status: "open" };
const unowned: Action = { id: "A1", what: "Appoint a trustee", due: "2026-09-30", status: "open" };
const described = (...actions: readonly Action[]) =>
  find(met(...actions)).gaps.map(({ message, path }) => [message, path.slice(2).join(".")]);

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

  it.each([[met()], [met(undated)], [{ rating: "not-applicable", reason: "Not ours." }]] as const)(
    "nothing need be planned for %j",
    (response) => {
      expect(kinds(response)).toEqual([]);
    },
  );

  it("nothing need be planned for what is unanswered", () => {
    expect(kinds(null)).toEqual(["unanswered"]);
  });
});

describe("action-overdue", () => {
  it("an open action whose day has passed is a gap", () => {
    expect(described(action({ due: "2026-05-31" }))).toEqual([["Action A1 was due on 31 May 2026.", "actions.0.due"]]);
  });

  it("an action due today is not overdue", () => {
    expect(kinds(met(action({ due: "2026-06-01" })))).toEqual([]);
  });

  it("an action without a day is not overdue", () => {
    expect(kinds(met(undated))).toEqual([]);
  });

  it.each(["done", "cancelled"] as const)("an action that is %s is not overdue", (status) => {
    expect(kinds(met(action({ status, due: "2026-05-31", evidence: [minutes] })))).toEqual([]);
  });

  it("the place is that of the action among all, closed ones counted", () => {
    const gaps = described(action({ status: "cancelled" }), action({ id: "A2", due: "2026-05-31" }));
    expect(gaps).toEqual([["Action A2 was due on 31 May 2026.", "actions.1.due"]]);
  });
});

describe("action-without-owner", () => {
  it("an open action of nobody is a gap", () => {
    expect(kinds(met(unowned))).toEqual(["action-without-owner"]);
    expect(described(unowned)).toEqual([["Nobody is named to do action A1.", "actions.0.id"]]);
  });

  it.each(["done", "cancelled"] as const)("an action of nobody that is %s is none", (status) => {
    expect(kinds(met({ ...unowned, status, evidence: [minutes] }))).toEqual([]);
  });

  it("an action can be overdue and without an owner", () => {
    expect(kinds(met({ ...unowned, due: "2026-05-31" }))).toEqual(["action-overdue", "action-without-owner"]);
  });
});

describe("action-closed-without-evidence", () => {
  it.each([[action({ status: "done" })], [action({ status: "done", evidence: [] })]])(
    "an action done with nothing to show is a gap: %j",
    (done) => {
      expect(kinds(met(done))).toEqual(["action-closed-without-evidence"]);
      expect(described(done)).toEqual([
        ["Action A1 is marked done, and nothing is cited that shows it.", "actions.0.status"],
      ]);
    },
  );

  it("an action done with evidence is none", () => {
    expect(kinds(met(action({ status: "done", evidence: [minutes] })))).toEqual([]);
  });

  it.each(["open", "in-progress", "cancelled"] as const)("an action that is %s needs none", (status) => {
    expect(kinds(met(action({ status })))).toEqual([]);
  });
});

it("an action without a response's rating is still watched", () => {
  expect(kinds({ actions: [action({ due: "2026-05-31" })] })).toEqual(["unanswered", "action-overdue"]);
});
