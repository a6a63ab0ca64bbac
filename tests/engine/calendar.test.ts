import { describe, expect, it } from "vitest";
import type { ActionFilter, PlannedAudit } from "../../src/engine/actions.js";
import { planCalendar } from "../../src/engine/calendar.js";
import type { Audit, Evidence, Response } from "../../src/model/audit.js";
import {
  action,
  audit,
  leadership,
  minutes,
  openActions,
  policy,
  profile,
  requirement,
  riversideFacts,
  today,
} from "./fixtures.js";

const board = requirement("board-lead");
const accountability = requirement("line-of-accountability", { force: "must" });

function planned(responses: Readonly<Record<string, Response>>, over: Partial<Audit> = {}): PlannedAudit {
  return {
    file: "audit.yaml",
    audit: audit(responses, riversideFacts, over),
    checklist: leadership(board, accountability),
    profile,
  };
}

const plan = (given: PlannedAudit | readonly PlannedAudit[], filter: Partial<ActionFilter> = {}) =>
  planCalendar(Array.isArray(given) ? given : [given], { ...openActions, ...filter }, today, (text) => text).entries;
const described = (given: PlannedAudit | readonly PlannedAudit[], filter: Partial<ActionFilter> = {}) =>
  plan(given, filter).map((entry) => [entry.day, entry.kind === "action" ? entry.action.id : entry.place]);
const uids = (given: PlannedAudit | readonly PlannedAudit[], filter: Partial<ActionFilter> = {}) =>
  plan(given, filter).map(({ uid }) => uid);
const citing = (...evidence: readonly Evidence[]) => planned({ "board-lead": { rating: "met", evidence } });

describe("what falls due", () => {
  it("an open action on its day, with what the practice note suggests", () => {
    expect(plan(planned({ "board-lead": { rating: "not-met", actions: [action()] } }))).toMatchObject([
      {
        kind: "action",
        day: "2026-09-30",
        action: { id: "A1", requirement: "board-lead" },
        remedy: "Write down who answers to whom",
      },
    ]);
  });

  it("no action without a day, and none that is closed, whatever is asked for", () => {
    const { due: _due, ...undated } = action();
    const given = planned({ "board-lead": { actions: [undated, action({ id: "A2", status: "done" })] } });
    expect(plan(given, { all: true })).toEqual([]);
  });

  it("the review of a document, with all that it is cited for", () => {
    const given = planned({
      "line-of-accountability": { rating: "met", evidence: [policy()] },
      "board-lead": { rating: "met", evidence: [policy(), policy()] },
    });
    expect(plan(given)).toEqual([
      {
        kind: "review",
        uid: '["Riverside Youth Project","review","policies/safeguarding.md"]@wt-audit',
        day: "2027-03-01",
        organisation: "Riverside Youth Project",
        title: "Safeguarding policy",
        place: "policies/safeguarding.md",
        requirements: [
          { id: "board-lead", title: "board lead" },
          { id: "line-of-accountability", title: "line of accountability" },
        ],
      },
    ]);
  });

  it("one review a document and day, whatever the heading, and two for two days", () => {
    expect(described(citing(policy(), policy({ path: "policies/safeguarding.md#accountability" })))).toEqual([
      ["2027-03-01", "policies/safeguarding.md"],
    ]);
    expect(described(citing(policy(), policy({ "review-due": "2026-12-01" })))).toEqual([
      ["2026-12-01", "policies/safeguarding.md"],
      ["2027-03-01", "policies/safeguarding.md"],
    ]);
  });

  it("a # in the name of a file makes no heading", () => {
    const given = citing(policy({ path: "policies/Policy #2.md" }), policy({ path: "policies/Policy #3.md" }));
    expect(described(given).map(([, place]) => place)).toEqual(["policies/Policy #2.md", "policies/Policy #3.md"]);
  });

  it("two things in one minute book are two", () => {
    const entry = { ...minutes, "review-due": "2027-05-12" };
    expect(plan(citing(entry, { ...entry, title: "Training register" }))).toMatchObject([
      { title: "Trustees' minutes", place: "Minute book 2026-05-12 item 4" },
      { title: "Training register", place: "Minute book 2026-05-12 item 4" },
    ]);
  });

  it("no review of what has no day for it", () => {
    expect(plan(citing(minutes))).toEqual([]);
  });

  it("all in the order of their days", () => {
    const given = planned({
      "board-lead": { actions: [action(), action({ id: "A2", due: "2027-03-02" })], evidence: [policy()] },
    });
    expect(described(given).map(([day]) => day)).toEqual(["2026-09-30", "2027-03-01", "2027-03-02"]);
  });
});

describe("the filter", () => {
  const given = planned({
    "board-lead": { actions: [action({ due: "2026-05-31" })], evidence: [policy({ "review-due": "2026-05-30" })] },
    "line-of-accountability": { actions: [action({ id: "A2" })], evidence: [policy({ path: "policies/board.md" })] },
  });

  it.each<readonly [Partial<ActionFilter>, readonly string[]]>([
    [{}, ["policies/safeguarding.md", "A1", "A2", "policies/board.md"]],
    [{ overdue: true }, ["policies/safeguarding.md", "A1"]],
    [{ due: "P1M" }, ["policies/safeguarding.md", "A1"]],
    [{ due: "P1Y" }, ["policies/safeguarding.md", "A1", "A2", "policies/board.md"]],
    [{ owner: "chair" }, ["A1", "A2"]],
    [{ requirements: ["line-of-accountability"] }, ["A2", "policies/board.md"]],
    [{ forces: ["should"] }, ["policies/safeguarding.md", "A1"]],
  ])("%j leaves %j", (filter, left) => {
    expect(described(given, filter).map(([, what]) => what)).toEqual(left);
  });

  it("a review due today is not overdue", () => {
    expect(plan(citing(policy({ "review-due": today })), { overdue: true })).toEqual([]);
  });

  it("a document that is also cited for another requirement is kept for the one that is wanted", () => {
    const cited = planned({
      "board-lead": { evidence: [policy()] },
      "line-of-accountability": { evidence: [policy()] },
    });
    expect(plan(cited, { requirements: ["line-of-accountability"] })).toHaveLength(1);
    expect(plan(cited, { requirements: ["board-lead"] })).toHaveLength(1);
  });
});

describe("the name of an entry", () => {
  const withDue = (due: string, over: Partial<Audit> = {}) =>
    planned({ "board-lead": { actions: [action({ due })], evidence: [policy({ "review-due": due })] } }, over);

  it("is the same on another day, in another file", () => {
    const moved = { ...withDue("2027-08-31"), file: "elsewhere/audit.yaml" };
    expect(uids(moved)).toEqual(uids(withDue("2026-09-30")));
  });

  it("is of the organisation, by its reference where it has one", () => {
    const organisation = { name: "Riverside Youth Project", reference: "RYP-01", facts: riversideFacts };
    expect(uids(withDue("2026-09-30", { organisation }))).toEqual([
      '["RYP-01","action","board-lead","A1"]@wt-audit',
      '["RYP-01","review","policies/safeguarding.md"]@wt-audit',
    ]);
  });

  it("does not depend on what else is asked for", () => {
    const given = withDue("2026-09-30");
    expect(uids(given)).toEqual(expect.arrayContaining([...uids(given, { owner: "Chair" })]));
  });

  it("differs for the same action in two audits", () => {
    const names = uids([withDue("2026-09-30"), withDue("2026-09-30")]);
    expect(names).toHaveLength(4);
    expect(new Set(names).size).toBe(4);
  });
});
