import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ActionFilter,
  findActions,
  isOfRequirement,
  lastDay,
  listActions,
  type PlannedAudit,
} from "../../src/engine/actions.js";
import type { Action, Response } from "../../src/model/audit.js";
import {
  action,
  audit,
  leadership,
  minutes,
  openActions,
  profile,
  requirement,
  riversideFacts,
  today,
} from "./fixtures.js";

const board = requirement("board-lead");
const accountability = requirement("line-of-accountability", { force: "must" });
const commissioned = requirement("commissioned", { appliesWhen: { "commissions-services": true } });

/** The Riverside audit with these actions, in the order of its checklist: board-lead, line-of-accountability. */
function riverside(responses: Readonly<Record<string, Response>>, file = "audit.yaml"): PlannedAudit {
  return {
    file,
    audit: audit(responses, riversideFacts),
    checklist: leadership(board, accountability, commissioned),
    profile,
  };
}

const planned = (...actions: readonly Action[]) => riverside({ "board-lead": { rating: "not-met", actions } });
const list = (given: PlannedAudit | readonly PlannedAudit[], filter: Partial<ActionFilter> = {}) =>
  listActions(Array.isArray(given) ? given : [given], { ...openActions, ...filter }, today);
const ids = (given: PlannedAudit | readonly PlannedAudit[], filter: Partial<ActionFilter> = {}) =>
  list(given, filter).actions.map(({ id }) => id);

describe("what is listed", () => {
  it("an action with its audit, its requirement and its force", () => {
    const { status, ...rest } = action({ priority: "high", measure: "A name", progress: ["Asked"] });
    expect(list(planned({ ...rest, status }))).toEqual({
      schema: "actions/1",
      today: "2026-06-01",
      actions: [
        {
          audit: "audit.yaml",
          organisation: "Riverside Youth Project",
          requirement: "board-lead",
          title: "board lead",
          force: "should",
          localForce: null,
          id: "A1",
          what: "Appoint a trustee",
          owner: "Chair",
          due: "2026-09-30",
          status: "open",
          overdue: false,
          completed: null,
          gaps: [],
        },
      ],
    });
  });

  it("what is not told is null", () => {
    const [only] = list(planned({ id: "A1", what: "Appoint a trustee", status: "open" })).actions;
    expect(only).toMatchObject({ owner: null, due: null, completed: null, overdue: false });
  });

  it("the force stays the guidance's beside what an overlay raises it to, and by that one it is filtered", () => {
    const raised = requirement("board-lead", { localForce: "must" });
    const given = { ...planned(action()), checklist: leadership(raised) };
    const [listed] = list(given, { forces: ["must"] }).actions;
    expect([listed?.force, listed?.localForce]).toEqual(["should", "must"]);
  });

  it("open actions and those in progress, not closed ones", () => {
    const given = planned(
      action({ id: "A1" }),
      action({ id: "A2", status: "in-progress" }),
      action({ id: "A3", status: "done" }),
      action({ id: "A4", status: "cancelled" }),
    );
    expect(ids(given)).toEqual(["A1", "A2"]);
    expect(ids(given, { all: true })).toEqual(["A1", "A2", "A3", "A4"]);
  });

  it("a day that has passed makes an open action overdue, and today does not", () => {
    const given = planned(action({ due: "2026-05-31" }), action({ id: "A2", due: "2026-06-01" }));
    expect(list(given).actions.map(({ id, overdue }) => [id, overdue])).toEqual([
      ["A1", true],
      ["A2", false],
    ]);
  });

  it("a closed action is never overdue, and says when it was done", () => {
    const done = action({ due: "2026-05-31", status: "done", completed: "2026-05-30", evidence: [minutes] });
    expect(list(planned(done), { all: true }).actions).toMatchObject([{ overdue: false, completed: "2026-05-30" }]);
  });

  it("a requirement named like a part of every object has no actions of its own accord", () => {
    const given = { ...riverside({}), checklist: leadership(requirement("constructor")) };
    expect(ids(given)).toEqual([]);
  });
});

describe("the order", () => {
  it("is by day, those without one last, then as the checklist and the audits stand", () => {
    const undated: Action = { id: "A1", what: "Ask", status: "open" };
    const first = riverside({
      "line-of-accountability": { actions: [action({ id: "A3" }), undated] },
      "board-lead": { actions: [action({ id: "A2" }), action({ id: "A4", due: "2026-10-01" })] },
    });
    const second = riverside({ "board-lead": { actions: [action({ id: "B1" }), { ...undated, id: "B2" }] } });
    expect(ids([first, second])).toEqual(["A2", "A3", "B1", "A4", "A1", "B2"]);
    expect(ids([second, first])).toEqual(["B1", "A2", "A3", "A4", "B2", "A1"]);
  });
});

describe("the gaps of an action", () => {
  const gaps = (given: PlannedAudit) => list(given, { all: true }).actions.map((one) => [one.id, one.gaps]);

  it("are its own, and not those of the one beside it", () => {
    const late: Action = { id: "A2", what: "Ask", due: "2026-05-31", status: "open" };
    expect(gaps(planned(late, action(), action({ id: "A3", status: "done" })))).toEqual([
      ["A2", ["action-overdue", "action-without-owner"]],
      ["A1", []],
      ["A3", ["action-closed-without-evidence"]],
    ]);
  });

  it("tell of an open action beside a met", () => {
    expect(gaps(riverside({ "board-lead": { rating: "met", actions: [action()] } }))).toEqual([
      ["A1", ["action-still-open"]],
    ]);
  });

  it("are none where the requirement does not apply; the action is listed", () => {
    expect(gaps(riverside({ commissioned: { actions: [action({ due: "2026-05-31" })] } }))).toEqual([["A1", []]]);
  });

  it("are those of the report: what nobody planned at all is no action", () => {
    expect(gaps(riverside({ "board-lead": { rating: "not-met", actions: [] } }))).toEqual([]);
  });
});

describe("the filter", () => {
  const given = planned(
    action({ id: "A1", due: "2026-05-31" }),
    action({ id: "A2", due: "2026-07-01" }),
    action({ id: "A3", due: "2026-07-02" }),
    { id: "A4", what: "Ask", status: "open" },
  );

  it("due within a time takes its last day, and what is overdue", () => {
    expect(ids(given, { due: "P30D" })).toEqual(["A1", "A2"]);
    expect(ids(given, { due: "P31D" })).toEqual(["A1", "A2", "A3"]);
  });

  it("overdue takes what is overdue alone", () => {
    expect(ids(given, { overdue: true })).toEqual(["A1"]);
    expect(ids(given, { overdue: true, due: "P1Y" })).toEqual(["A1"]);
  });

  it("what is closed is never due", () => {
    const closed = planned(action({ due: "2026-05-31", status: "done" }));
    expect(ids(closed, { all: true, due: "P30D" })).toEqual([]);
    expect(ids(closed, { all: true, overdue: true })).toEqual([]);
    expect(ids(closed, { all: true })).toEqual(["A1"]);
  });

  it("an owner is found by a part of the role, in capitals or not", () => {
    const owned = planned(action({ owner: "Chair of trustees" }), action({ id: "A2", owner: "Treasurer" }));
    expect(ids(owned, { owner: "TRUSTEE" })).toEqual(["A1"]);
    expect(ids(given, { owner: "chair" })).toEqual(["A1", "A2", "A3"]);
    expect(ids(given, { owner: "chairman" })).toEqual([]);
  });

  it("requirements and forces narrow it", () => {
    const both = riverside({
      "board-lead": { actions: [action()] },
      "line-of-accountability": { actions: [action({ id: "A2" })] },
    });
    expect(ids(both, { requirements: ["board-lead", "whistleblowing"] })).toEqual(["A1"]);
    expect(ids(both, { forces: ["must"] })).toEqual(["A2"]);
    expect(ids(both, { forces: ["must", "should"], requirements: ["board-lead"] })).toEqual(["A1"]);
    expect(isOfRequirement("board-lead", "should", openActions)).toBe(true);
  });

  it("counts the last day from today", () => {
    expect(lastDay({ ...openActions, due: "P1M" }, today)).toBe("2026-07-01");
    expect(lastDay(openActions, today)).toBeNull();
  });

  it("a narrower filter never lists what a wider one leaves out", () => {
    const day = fc.option(fc.constantFrom("2026-01-01", "2026-06-01", "2026-06-20", "2027-01-01"), { nil: undefined });
    const one = fc.record({
      due: day,
      owner: fc.option(fc.constantFrom("Chair", "Treasurer"), { nil: undefined }),
      status: fc.constantFrom("open", "in-progress", "done", "cancelled"),
    });
    const actionsOf = fc.array(one, { maxLength: 8 }).map((found) =>
      found.map(({ due, owner, status }, index): Action => ({
        id: `A${index}`,
        what: "Ask",
        status,
        ...(due === undefined ? {} : { due }),
        ...(owner === undefined ? {} : { owner }),
      })),
    );
    fc.assert(
      fc.property(actionsOf, fc.constantFrom("P0D", "P30D", "P1Y"), (actions, due) => {
        const all = planned(...actions);
        const wide = ids(all);
        for (const narrow of [ids(all, { due }), ids(all, { overdue: true }), ids(all, { owner: "chair" })])
          expect(wide).toEqual(expect.arrayContaining([...narrow]));
        expect(ids(all, { due })).toEqual(expect.arrayContaining(ids(all, { overdue: true })));
        expect(findActions([all], today)).toHaveLength(actions.length);
      }),
    );
  });
});

it("ten thousand actions of one requirement are listed within a second", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => action({ id: `A${index}`, due: "2026-05-31" }));
  const before = performance.now();
  expect(list(planned(...many)).actions).toHaveLength(10_000);
  expect(performance.now() - before).toBeLessThan(1000);
});
