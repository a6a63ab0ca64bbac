import { describe, expect, it } from "vitest";
import type { DocumentFacts, Strength } from "../../src/model/document-facts.js";
import { statementReasons } from "../../src/engine/scan.js";
import { leadership, requirement, standard, checklist } from "./fixtures.js";
import { document, on, passage, scanOf } from "./scan-fixture.js";

const lead = (strength: Strength, over: Partial<DocumentFacts> = {}, file?: string) =>
  document({ passages: [passage("board-lead", { strength })], ...over }, file);
const boardLead = (...documents: Parameters<typeof scanOf>[0]) => scanOf(documents).requirements[0];
const officer = (...documents: Parameters<typeof scanOf>[0]) => scanOf(documents).requirements[1];

describe("a requirement", () => {
  it("that a document states is found, with file, line, heading and excerpt", () => {
    expect(boardLead(lead("states"))).toEqual({
      id: "board-lead",
      title: "board lead",
      standard: "leadership",
      force: "should",
      result: "found",
      reason: "It is stated.",
      passages: [
        {
          file: "policies/safeguarding.md",
          line: 12,
          unit: "line",
          heading: ["Who to tell"],
          excerpt: "Tell the safeguarding lead.",
          reason: "It says so.",
        },
      ],
      waived: false,
      known: false,
    });
  });

  it("that any document of the set states is found", () => {
    expect(boardLead(document(), lead("mentions"), lead("states", {}, "b.md"))).toMatchObject({
      result: "found",
      passages: [{ file: "b.md" }],
    });
  });

  it("of which only the words are there needs a person", () => {
    expect(boardLead(lead("hints"), lead("mentions"))).toMatchObject({
      result: "needs-a-person",
      reason: "Its words are there; whether it is stated is hard to tell.",
      passages: [{}],
    });
  });

  it("that is only mentioned is not found, and shows where", () => {
    expect(boardLead(lead("mentions"))).toMatchObject({
      result: "not-found",
      reason: "It is mentioned, but not stated of this organisation and its children.",
      passages: [{}],
    });
  });

  it("that a document says is not there is not found", () => {
    expect(boardLead(lead("denies"), lead("hints"))).toMatchObject({
      result: "not-found",
      reason: "The documents say that it is not there.",
    });
  });

  it("that one passage states and another denies needs a person, who sees both", () => {
    expect(boardLead(lead("states"), lead("denies", {}, "b.md"))).toMatchObject({
      result: "needs-a-person",
      reason: "One passage states it, and another says that it is not there.",
      passages: [{ file: "b.md" }, { file: "policies/safeguarding.md" }],
    });
  });

  it("of which nothing is there is not found", () => {
    expect(boardLead(document())).toMatchObject({
      result: "not-found",
      reason: "None of the words by which policies state it were found.",
      passages: [],
    });
  });

  it("for which no words are known needs a person", () => {
    const words = { stated: new Set<string>(), ofEngland: new Set<string>(), needed: new Map<string, number>() };
    expect(scanOf([lead("states")], { words }).requirements[0]).toMatchObject({
      result: "needs-a-person",
      reason: "No words are known by which documents state this: read them for it.",
      passages: [],
    });
  });

  it("shows first what a policy on safeguarding says, then what says most", () => {
    const weighs = (weight: number, over: Partial<DocumentFacts>, file: string) =>
      document({ passages: [passage("board-lead", { weight })], ...over }, file);
    const given = [
      weighs(3, { title: null, isPolicy: false }, "form.pdf"),
      weighs(3, { title: "Trips" }, "trips.md"),
      weighs(2, { title: "Child Protection" }, "protection.md"),
    ];
    expect(boardLead(...given)?.passages.map(({ file }) => file)).toEqual(["protection.md", "trips.md", "form.pdf"]);
  });

  it("that needs more than one passage is found only with as many", () => {
    const words = {
      stated: new Set(["board-lead"]),
      ofEngland: new Set<string>(),
      needed: new Map([["board-lead", 2]]),
    };
    const resultOf = (...documents: Parameters<typeof scanOf>[0]) => scanOf(documents, { words }).requirements[0];
    expect(resultOf(lead("states"), lead("hints", {}, "b.md"))).toMatchObject({
      result: "needs-a-person",
      reason: "It seems to be stated, but in so few words that somebody must read them.",
      passages: [{ file: "policies/safeguarding.md" }, { file: "b.md" }],
    });
    expect(resultOf(lead("states"), lead("states", {}, "b.md"))).toMatchObject({ result: "found" });
  });

  it("shows three passages at most", () => {
    const four = document({ passages: [1, 2, 3, 4].map((line) => passage("board-lead", { line })) });
    expect(boardLead(four)?.passages.map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});

describe("a document that speaks of nobody in particular", () => {
  const handbook = lead("states", { audience: "neither" }, "handbook.md");
  const adults = document({ audience: "adults" }, "care.md");

  it("states for children among documents about children", () => {
    expect(boardLead(handbook, document({ audience: "both" }, "b.md"))).toMatchObject({ result: "found" });
    expect(boardLead(handbook)).toMatchObject({ result: "found" });
  });

  it("states nothing for children among documents about adults", () => {
    expect(boardLead(handbook, adults)).toMatchObject({ result: "not-found" });
    expect(boardLead(handbook, adults, document({}, "b.md"))).toMatchObject({ result: "not-found" });
    expect(boardLead(handbook, adults, document({}, "b.md"), document({}, "c.md"))).toMatchObject({ result: "found" });
  });

  it("is weak in what it only hints at, whoever the others speak of", () => {
    expect(boardLead(lead("hints", { audience: "neither" }), adults)).toMatchObject({ result: "needs-a-person" });
  });
});

describe("a policy for another nation's law", () => {
  const scottish = { nation: { nation: "scotland", line: 1 } } as const;

  it("is not failed for naming no English officer", () => {
    expect(officer(document(scottish))).toMatchObject({
      result: "needs-a-person",
      reason:
        "The documents are written for the law of Scotland, which has other officers and duties: see what it asks.",
    });
  });

  it("is held to what does not depend on the law", () => {
    expect(boardLead(document(scottish))).toMatchObject({ result: "not-found" });
  });

  it("states what it states", () => {
    const given = document({ ...scottish, passages: [passage("designated-officer-informed")] });
    expect(officer(given)).toMatchObject({ result: "found" });
  });

  it("beside one for England is no excuse", () => {
    const english = document({ nation: { nation: "england", line: 1 } }, "b.md");
    expect(officer(document(scottish), english)).toMatchObject({ result: "not-found" });
  });
});

describe("what is asked", () => {
  const sectorItem = requirement("school-duty", { appliesWhen: { sector: ["school-or-college"] } });
  const staffItem = requirement("barring-referral", { appliesWhen: { "employs-staff": true } });
  const list = leadership(requirement("board-lead"), sectorItem, staffItem);
  const asked = (facts: Parameters<typeof scanOf>[1] & object) =>
    scanOf([document()], { checklist: list, ...facts }).requirements.map(({ id }) => id);

  it("leaves out what is for a kind of organisation that nobody named, and asks the rest", () => {
    expect(asked({})).toEqual(["board-lead", "barring-referral"]);
    expect(scanOf([document()], { checklist: list }).summary.notAsked).toBe(1);
  });

  it("asks what is for the kind that was named", () => {
    expect(asked({ facts: { sector: ["school-or-college"] } })).toEqual([
      "board-lead",
      "school-duty",
      "barring-referral",
    ]);
    expect(asked({ facts: { sector: ["police"], "employs-staff": false } })).toEqual(["board-lead"]);
  });

  it("stands in the order of the checklist, each under its standard", () => {
    const two = checklist([
      standard("culture", requirement("whistleblowing")),
      standard("leadership", requirement("board-lead")),
    ]);
    expect(scanOf([], { checklist: two }).requirements.map(({ id, standard: at }) => [at, id])).toEqual([
      ["culture", "whistleblowing"],
      ["leadership", "board-lead"],
    ]);
  });
});

describe("a document", () => {
  it("is told with what it says of itself", () => {
    const given = document({ nation: { nation: "england", line: 1 }, editions: [2018] });
    expect(scanOf([given]).documents).toEqual([
      {
        file: "policies/safeguarding.md",
        kind: "markdown",
        unit: "line",
        title: "Safeguarding policy",
        reviewed: "2026-03-01",
        reviewDue: "2027-03-01",
        ratified: true,
        editions: [2018],
        jurisdiction: "england",
        audience: "children",
        findings: [],
      },
    ]);
  });

  it.each([
    [
      { reviewed: null, due: null, every: null },
      { reviewed: null, reviewDue: null },
    ],
    [
      { reviewed: on("2026-03-01"), due: null, every: null },
      { reviewed: "2026-03-01", reviewDue: null },
    ],
    [{ reviewed: on("2026-03-01"), due: null, every: { duration: "P2Y", line: 1 } }, { reviewDue: "2028-03-01" }],
    [{ reviewed: null, due: null, every: { duration: "P2Y", line: 1 } }, { reviewDue: null }],
  ])("has its next review from what it states: %o", (review, expected) => {
    expect(scanOf([document({ review: { ...review, impossible: [] } })]).documents[0]).toMatchObject(expected);
  });

  it.each([
    ["draft", false],
    ["not-stated", null],
  ] as const)("of which approval is %s has ratified %s", (state, ratified) => {
    expect(scanOf([document({ approval: { state, line: null } })]).documents[0]?.ratified).toBe(ratified);
  });
});

it("only changed documents are told of, while what is stated is looked for in all", () => {
  const overdue = { review: { reviewed: null, due: on("2020-01-01"), every: null, impossible: [] } };
  const given = [lead("states", overdue, "a.md"), document(overdue, "b.md")];
  const told = scanOf(given, { changed: new Set(["b.md"]) });
  expect(told.documents.map(({ file }) => file)).toEqual(["b.md"]);
  expect(told.summary.documents).toEqual({ read: 2, left: 0 });
  expect(told.requirements[0]?.result).toBe("found");
});

describe("the verdict of a scan", () => {
  const both = [passage("board-lead"), passage("designated-officer-informed")];
  const overdue = { reviewed: null, due: on("2020-01-01"), every: null, impossible: [] };

  it("passes when nothing at or above the gate was found", () => {
    expect(scanOf([document({ passages: both })], { failOn: "note" }).verdict).toEqual({
      passed: true,
      failOn: "note",
      reasons: [],
    });
  });

  it("fails on a finding at the gate", () => {
    expect(scanOf([document({ passages: both, review: overdue })]).verdict).toEqual({
      passed: false,
      failOn: "error",
      reasons: ["1 finding at or above error."],
    });
  });

  it("counts several findings", () => {
    const given = [document({ passages: both, review: overdue }), document({ review: overdue }, "b.md")];
    expect(scanOf(given).verdict.reasons).toEqual(["2 findings at or above error."]);
  });

  it("fails on what is not found only from warning on", () => {
    const given = [document({ passages: [passage("board-lead")] })];
    expect(scanOf(given).verdict.passed).toBe(true);
    expect(scanOf(given, { failOn: "warning" }).verdict.reasons).toEqual(["1 requirement is not found."]);
    expect(scanOf([document()], { failOn: "warning" }).verdict.reasons).toEqual(["2 requirements are not found."]);
  });

  it("fails on what a person must look at only from note on", () => {
    const unsure = (id: string) => passage(id, { strength: "hints" });
    const one = [document({ passages: [passage("board-lead"), unsure("designated-officer-informed")] })];
    const two = [document({ passages: [unsure("board-lead"), unsure("designated-officer-informed")] })];
    expect(scanOf(one, { failOn: "warning" }).verdict.passed).toBe(true);
    expect(scanOf(one, { failOn: "note" }).verdict.reasons).toEqual(["1 requirement needs a person to look."]);
    expect(scanOf(two, { failOn: "note" }).verdict.reasons).toEqual(["2 requirements need a person to look."]);
  });

  it("counts findings by severity, and files that were left", () => {
    const told = scanOf([document({ review: overdue, approval: { state: "not-stated", line: null } })], {
      left: [{ file: "old.doc", reason: "This kind of file is not read." }],
    });
    expect(told.summary.findings).toEqual({ error: 1, warning: 0, note: 1 });
    expect(told.summary.documents).toEqual({ read: 1, left: 1 });
    expect(told.summary.requirements).toEqual({ found: 0, needsAPerson: 0, notFound: 2 });
  });
});

describe("what is not found and was agreed on", () => {
  const missing = {
    id: "board-lead",
    title: "",
    standard: "",
    force: "should",
    result: "not-found",
    reason: "",
    passages: [],
  } as const;
  const reasonsOf = (...marks: readonly { readonly waived: boolean; readonly known: boolean }[]) =>
    statementReasons(
      marks.map((mark) => ({ ...missing, ...mark })),
      "warning",
    );
  const [fresh, waived, known] = [
    { waived: false, known: false },
    { waived: true, known: false },
    { waived: false, known: true },
  ];

  it.each([
    ["nothing but what was agreed on", [waived, known], []],
    ["what was waived", [fresh, waived], ["1 requirement is not found (not counted: 1 waived)."]],
    ["what is known", [fresh, fresh, known], ["2 requirements are not found (not counted: 1 known)."]],
    ["both", [fresh, waived, known], ["1 requirement is not found (not counted: 1 waived, 1 known)."]],
  ])("does not count: %s", (_what, marks, reasons) => {
    expect(reasonsOf(...marks)).toEqual(reasons);
  });
});
