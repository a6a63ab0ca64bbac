import { describe, expect, it } from "vitest";
import type { ReportInputs } from "../../src/engine/report.js";
import type { Response } from "../../src/model/audit.js";
import type { Duty } from "../../src/model/checklist.js";
import { action, audit, checklist, requirement, riversideFacts, standard, today } from "./fixtures.js";
import { met, report } from "./report-fixture.js";

const duty = (id: string, appliesWhen: Duty["appliesWhen"]): Duty => ({
  id,
  title: id,
  law: "Children Act 2004",
  force: "must",
  summary: "Keep children safe.",
  bodies: ["Councils"],
  appliesWhen,
});

describe("the head of a report", () => {
  it("names the tool, the day, the edition and the audit", () => {
    const { schema, tool, today: day, checklist: edition, audit: about, organisation } = report({});
    expect({ schema, tool, day, edition, about, organisation }).toEqual({
      schema: "report/1",
      tool: { name: "wt-audit", version: "0.1.0" },
      day: "2026-06-01",
      edition: {
        id: "working-together-2023",
        title: "Working Together to Safeguard Children 2023",
        status: "restated",
        notice: null,
        safetyNotice: "If a child is in danger, call 999.",
        inForce: { from: "2023-12-15", until: "2026-03-17" },
        supersededBy: "working-together-2026",
        overlays: [],
      },
      about: { period: { from: "2026-01-01", to: "2026-12-31" }, assessors: [], signOff: [] },
      organisation: { name: "Riverside Youth Project", reference: null, facts: riversideFacts, duties: [] },
    });
  });

  it("keeps reference, overlays, assessors and sign-off", () => {
    const signed = audit({}, riversideFacts, {
      overlays: ["anytown-2026.yaml"],
      organisation: { name: "Riverside Youth Project", reference: "RYP-01", facts: riversideFacts },
      assessors: [{ role: "Designated safeguarding lead" }],
      "sign-off": [
        { role: "Chair of trustees", on: "2026-05-20", minute: "2026-05-20/7" },
        { role: "Manager", on: "2026-05-21" },
      ],
    });
    const anytown = { id: "anytown-2026", title: "Anytown return 2026" };
    const asked = checklist([], { overlays: [anytown] });
    const { organisation, checklist: edition, audit: about } = report({}, { audit: signed, checklist: asked });
    expect([organisation.reference, edition.overlays, about.assessors, about.signOff]).toEqual([
      "RYP-01",
      [anytown],
      ["Designated safeguarding lead"],
      [
        { role: "Chair of trustees", on: "2026-05-20", minute: "2026-05-20/7", changed: "unknown", since: [] },
        { role: "Manager", on: "2026-05-21", minute: null, changed: "unknown", since: [] },
      ],
    ]);
  });

  it.each([
    ["2026-03-16", "2026-03-17", null],
    ["2026-03-17", "2026-03-17", null],
    ["2026-03-18", "2026-03-17", "working-together-2026"],
    ["2030-01-01", null, null],
  ])("on %s an edition in force until %s is superseded by %s", (day, until, supersededBy) => {
    const edition = checklist([], { inForce: { from: "2023-12-15", until } });
    expect(report({}, { checklist: edition, today: day }).checklist.supersededBy).toBe(supersededBy);
  });

  it("opens with the duties that apply or may apply, and why", () => {
    const duties = [
      duty("of-all", null),
      duty("of-police", { sector: "police" }),
      duty("of-recruiters", { recruits: true }),
      duty("of-travellers", { "runs-trips": true }),
    ];
    const shared = { law: "Children Act 2004", force: "must", summary: "Keep children safe." };
    expect(report({}, { checklist: checklist([], { duties }) }).organisation.duties).toEqual([
      { id: "of-all", title: "of-all", ...shared, status: "applies", reason: "Asked of every organisation." },
      {
        id: "of-recruiters",
        title: "of-recruiters",
        ...shared,
        status: "applies",
        reason: "Asked only when: recruits: yes.",
      },
      {
        id: "of-travellers",
        title: "of-travellers",
        ...shared,
        status: "unknown",
        reason: "Asked only when: runs-trips: yes. Not answered yet: runs-trips.",
      },
    ]);
  });
});

describe("the requirements of a report", () => {
  it("stand under their standards", () => {
    const list = checklist([
      standard("leadership", requirement("board-lead")),
      standard("people"),
      standard("culture", requirement("listening"), requirement("learning")),
    ]);
    const standards = report({}, { checklist: list }).standards;
    expect(standards.map(({ id, title, requirements }) => [id, title, requirements.map((item) => item.id)])).toEqual([
      ["leadership", "leadership", ["board-lead"]],
      ["people", "people", []],
      ["culture", "culture", ["listening", "learning"]],
    ]);
  });

  it("hold what was asked, answered and found", () => {
    const response: Response = {
      ...met,
      rating: "partly-met",
      reason: "Half.",
      note: "See the chart.",
      moderated: { rating: "not-met", on: "2026-05-20" },
    };
    const [leads] = report({ "board-lead": response }).standards;
    const { question, expectation, reference, title } = requirement("board-lead");
    expect(leads?.requirements[0]).toEqual({
      id: "board-lead",
      overlay: null,
      title,
      question,
      expectation,
      force: "should",
      localForce: null,
      reference,
      localReference: null,
      applicability: { status: "applies", reason: "Asked of every organisation." },
      rating: "partly-met",
      score: null,
      reason: "Half.",
      note: "See the chart.",
      moderated: "not-met",
      moderation: { on: "2026-05-20", by: null, reason: null, stands: true },
      assured: false,
      assurance: "none",
      evidence: [
        {
          title: "Safeguarding policy",
          path: "policies/safeguarding.md",
          location: null,
          reviewed: "2026-03-01",
          reviewDue: "2027-03-01",
          read: true,
          standsUp: true,
          problems: [],
        },
      ],
      gaps: ["partly-met", "moderated-lower", "action-missing"],
    });
  });

  it("say that a moderation of an older answer does not stand", () => {
    const moderated = { rating: "met", on: "2026-05-20" } as const;
    const [leads] = report({ "board-lead": { rating: "met", assessed: { on: "2026-05-21" }, moderated } }).standards;
    expect(leads?.requirements[0]?.moderation?.stands).toBe(false);
  });

  it("say nothing of what was not answered", () => {
    const [leads] = report({}).standards;
    expect(leads?.requirements[0]).toMatchObject({
      rating: null,
      reason: null,
      note: null,
      moderated: null,
      evidence: [],
      gaps: ["unanswered"],
    });
  });
});

describe("the gaps of a report", () => {
  it("stand worst first, then in checklist order", () => {
    const gaps = report({ "board-lead": { ...met, rating: "partly-met" }, supervision: { rating: "not-met" } }).gaps;
    expect(gaps.map(({ requirement: id, kind, severity }) => [id, kind, severity])).toEqual([
      ["culture", "unanswered", "error"],
      ["board-lead", "partly-met", "warning"],
      ["board-lead", "action-missing", "warning"],
      ["supervision", "not-met", "note"],
      ["supervision", "action-missing", "note"],
    ]);
  });

  it("carry requirement, reference, remedy, open actions and place", () => {
    const location = { file: "audit.yaml", line: 12, column: 5 };
    const response: Response = {
      rating: "not-met",
      actions: [
        action(),
        action({ id: "A2", due: "2026-05-31", status: "in-progress" }),
        { id: "A3", what: "Ask", status: "open" },
        action({ id: "A4", status: "cancelled" }),
      ],
    };
    const locate: ReportInputs["locate"] = (path) =>
      path.join("/") === "responses/board-lead/rating" ? location : null;
    const { title, reference } = requirement("board-lead");
    expect(report({ "board-lead": response, culture: met }, { locate }).gaps[0]).toEqual({
      kind: "not-met",
      severity: "error",
      standard: "leadership",
      requirement: "board-lead",
      overlay: null,
      title,
      force: "should",
      localForce: null,
      reference,
      about: null,
      message: "The organisation says that this is not in place.",
      remedy: "Write down who answers to whom (within 3 months).",
      actions: [
        { id: "A1", what: "Appoint a trustee", owner: "Chair", due: "2026-09-30", status: "open", overdue: false },
        {
          id: "A2",
          what: "Appoint a trustee",
          owner: "Chair",
          due: "2026-05-31",
          status: "in-progress",
          overdue: true,
        },
        { id: "A3", what: "Ask", owner: null, due: null, status: "open", overdue: false },
      ],
      waived: false,
      known: false,
      location,
    });
  });

  it("an action due today is not overdue", () => {
    const [first] = report({
      "board-lead": { rating: "not-met", actions: [action({ due: today })] },
      culture: met,
    }).gaps;
    expect(first?.actions[0]?.overdue).toBe(false);
  });

  it("have a remedy of their own where the practice note's would not help", () => {
    const remedies = report({ "board-lead": met }, { readings: new Map() }).gaps.map(({ kind, remedy }) => [
      kind,
      remedy,
    ]);
    expect(remedies).toEqual([
      ["evidence-missing", "Put the document, or its heading, back, or cite where it is now."],
      ["unanswered", "Answer it in the walk: wt-audit audit --only culture."],
      ["unanswered", "Answer it in the walk: wt-audit audit --only supervision."],
    ]);
  });
});
