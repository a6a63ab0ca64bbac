import { describe, expect, it } from "vitest";
import { completeAction, moveAction, openIds, placedActions } from "../../src/engine/action-changes.js";
import { action, audit, minutes, policy } from "./fixtures.js";

describe("finding actions", () => {
  const given = audit({
    "board-lead": { rating: "not-met", actions: [action(), action({ id: "A2", status: "done" })] },
    whistleblowing: { rating: "met" },
    "escalation-policy": { actions: [action({ id: "A3", status: "in-progress" })] },
  });

  it("each is found where it stands", () => {
    expect(placedActions(given).map(({ requirement, action: { id } }) => [requirement, id])).toEqual([
      ["board-lead", "A1"],
      ["board-lead", "A2"],
      ["escalation-policy", "A3"],
    ]);
    expect(placedActions(given)[0]?.response.rating).toBe("not-met");
  });

  it("open are those that are not closed", () => {
    expect(openIds(given)).toEqual(["A1", "A3"]);
  });
});

describe("completing an action", () => {
  it("says when, and cites what shows it", () => {
    expect(completeAction(action(), "2026-06-01", [minutes])).toEqual({
      id: "A1",
      what: "Appoint a trustee",
      owner: "Chair",
      due: "2026-09-30",
      status: "done",
      completed: "2026-06-01",
      evidence: [minutes],
    });
  });

  it("keeps what was cited before", () => {
    expect(completeAction(action({ evidence: [policy()] }), "2026-06-01", [minutes]).evidence).toEqual([
      policy(),
      minutes,
    ]);
  });

  it("without evidence cites nothing, not an empty list", () => {
    expect(completeAction(action(), "2026-06-01", [])).not.toHaveProperty("evidence");
  });
});

describe("moving an action", () => {
  it("keeps when it was decided, from which day to which, and why", () => {
    const moved = moveAction(action({ progress: ["Asked two"] }), "2026-12-31", "2026-06-01", "Nobody stood.");
    expect(moved).toEqual(
      action({ due: "2026-12-31", progress: ["Asked two", "2026-06-01: due 2026-09-30 to 2026-12-31: Nobody stood."] }),
    );
  });

  it("a first day, for no reason given, says just that", () => {
    const { due: _due, ...undated } = action();
    expect(moveAction(undated, "2026-12-31", "2026-06-01", null).progress).toEqual(["2026-06-01: due 2026-12-31"]);
  });
});
