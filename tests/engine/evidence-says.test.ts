import { describe, expect, it } from "vitest";
import { saysAgainst } from "../../src/engine/evidence-rules.js";
import type { Evidence } from "../../src/model/audit.js";
import type { DocumentFacts, OldTerm, StatedPassage } from "../../src/model/document-facts.js";
import type { EvidenceReading, EvidenceSays } from "../../src/model/evidence.js";
import { action, type Circumstances, find, kinds, minutes, policy, present } from "./fixtures.js";
import { facts, on, passage } from "./scan-fixture.js";

const id = "line-of-accountability";
const name = '"Safeguarding policy" (policies/safeguarding.md)';
const met = (...evidence: readonly Evidence[]) => ({ rating: "met", evidence }) as const;
const undated: Evidence = { title: "Safeguarding policy", path: "policies/safeguarding.md" };

/** A document that states what is asked, unless it says otherwise. */
const saying = (over: Partial<DocumentFacts> = {}, cited: Partial<EvidenceSays> = {}): EvidenceReading =>
  present({
    says: {
      facts: facts({ passages: [passage(id)], ...over }),
      from: 1,
      to: Number.POSITIVE_INFINITY,
      lookedFor: new Set([id]),
      ...cited,
    },
  });
const found = (reading: EvidenceReading, evidence: Evidence = policy(), given: Circumstances = {}) =>
  find(met(evidence), { ...given, reading }).gaps.map(({ kind, message, path }) => [
    kind,
    message,
    path.slice(2).join("."),
  ]);

it("a document that states it, is approved and in date stands up", () => {
  expect(found(saying())).toEqual([]);
  expect(find(met(policy()), { reading: saying() }).evidence).toMatchObject([{ standsUp: true, problems: [] }]);
});

describe("what a document says of its approval", () => {
  it("makes a draft of it, at its line", () => {
    expect(found(saying({ approval: { state: "draft", line: 4 } }))).toEqual([
      ["evidence-unratified", `${name}: it says on line 4 that it is a draft, or not approved.`, "evidence.0.path"],
    ]);
  });

  it("is told without a line where none is known", () => {
    expect(found(saying({ approval: { state: "draft", line: null } }))).toEqual([
      ["evidence-unratified", `${name}: it says that it is a draft, or not approved.`, "evidence.0.path"],
    ]);
  });

  it.each([
    ["word", "paragraph", "in paragraph 4"],
    ["pdf", "page", "on page 4"],
  ] as const)("is told at its place in a %s document: %s", (kind, unit, place) => {
    expect(found(saying({ kind, unit, approval: { state: "draft", line: 4 } })).map(([, message]) => message)).toEqual([
      `${name}: it says ${place} that it is a draft, or not approved.`,
    ]);
  });

  it.each(["approved", "not-stated"] as const)("is none that fails it when it is %s", (state) => {
    expect(found(saying({ approval: { state, line: null } }))).toEqual([]);
  });

  it("keeps it from standing up", () => {
    const reading = saying({ approval: { state: "draft", line: 4 } });
    expect(find(met(policy()), { reading }).evidence).toMatchObject([
      { read: true, standsUp: false, problems: ["evidence-unratified"] },
    ]);
  });

  it("counts for what is partly met, too", () => {
    const response = { rating: "partly-met", actions: [action()], evidence: [policy()] } as const;
    const reading = saying({ approval: { state: "draft", line: 4 } });
    expect(kinds(response, { reading })).toEqual(["partly-met", "evidence-unratified"]);
  });
});

describe("a term that has had its day", () => {
  const lscb: OldTerm = {
    term: "Local Safeguarding Children Board",
    replacedBy: ["safeguarding partners"],
    from: "2019-09",
    line: 12,
    history: false,
  };
  const speaking = (over: Partial<OldTerm> = {}, cited: Partial<EvidenceSays> = {}) =>
    saying({ oldTerms: [{ ...lscb, ...over }], passages: [passage(id, { line: cited.from ?? 12 })] }, cited);

  it("makes the evidence superseded, with term, line and since when", () => {
    expect(found(speaking())).toEqual([
      [
        "evidence-superseded",
        `${name}: it speaks of "Local Safeguarding Children Board" on line 12, which has not been current since September 2019.`,
        "evidence.0.path",
      ],
    ]);
  });

  it("is told once, however often it stands there", () => {
    const oldTerms = [
      { ...lscb, line: 3 },
      { ...lscb, line: 9 },
    ];
    expect(found(saying({ oldTerms }))).toHaveLength(1);
  });

  it("is no fault as history", () => {
    expect(found(speaking({ history: true }))).toEqual([]);
  });

  it("that is told as history does not hide one that is not", () => {
    const oldTerms = [
      { ...lscb, line: 3, history: true },
      { ...lscb, line: 9 },
    ];
    expect(found(saying({ oldTerms })).map(([, message]) => message)).toEqual([
      `${name}: it speaks of "Local Safeguarding Children Board" on line 9, which has not been current since September 2019.`,
    ]);
  });

  it.each([
    ["2026-06-01", 1],
    ["2026-06-02", 0],
    ["2026-06", 1],
    ["2026-07", 0],
    ["2026", 1],
    ["2027", 0],
  ])("counts from its day on: %s", (from, count) => {
    expect(found(speaking({ from }))).toHaveLength(count);
  });

  it.each([
    ["in the first line that is cited", { from: 12, to: 20 }, 1],
    ["in the last line that is cited", { from: 5, to: 12 }, 1],
    ["above what is cited", { from: 13, to: 20 }, 0],
    ["below what is cited", { from: 5, to: 11 }, 0],
  ])("counts only in the passage that is cited: %s", (_where, cited, count) => {
    expect(found(speaking({}, cited))).toHaveLength(count);
  });
});

describe("what a document says of its review", () => {
  const review = (over: Partial<DocumentFacts["review"]> = {}) => ({
    review: { reviewed: null, due: null, every: null, impossible: [], ...over },
  });

  it("makes it out of date when its own review has passed, whatever the audit says", () => {
    expect(found(saying(review({ due: on("2026-05-31", "day", 3) })))).toEqual([
      ["evidence-out-of-date", `${name}: it says on line 3 that its review was due by 31 May 2026.`, "evidence.0.path"],
    ]);
  });

  it("is in date on the day of the review", () => {
    expect(found(saying(review({ due: on("2026-06-01") })))).toEqual([]);
  });

  it("does not save it when the audit says that its review has passed", () => {
    expect(
      found(saying(review({ due: on("2027-03-01") })), policy({ "review-due": "2026-05-31" })).map(
        ([, message]) => message,
      ),
    ).toEqual([`${name}: its review was due on 31 May 2026.`]);
  });

  it("stands where the audit gives no day: the day of the last review", () => {
    expect(found(saying(review({ reviewed: on("2025-06-01") })), undated)).toEqual([]);
    expect(found(saying(review({ reviewed: on("2025-05-31") })), undated).map(([, message]) => message)).toEqual([
      `${name}: it was last reviewed on 31 May 2025, and is to be reviewed every 12 months.`,
    ]);
  });

  it("stands where the audit gives no day: the day of the next one", () => {
    expect(found(saying(review({ due: on("2027-06-01") })), undated)).toEqual([]);
    expect(found(saying(review({ due: on("2027-06-02") })), undated).map(([, message]) => message)).toEqual([
      `${name}: no review is recorded, the next is due only on 2 June 2027, and it is to be reviewed every 12 months.`,
    ]);
  });

  it.each(["reviewed", "review-due"] as const)("does not stand beside the audit's own %s", (key) => {
    const reading = saying(review({ reviewed: on("2024-01-01") }));
    expect(found(reading, { ...undated, [key]: key === "reviewed" ? "2026-03-01" : "2027-03-01" })).toEqual([]);
  });

  it("is missed where neither says a day", () => {
    expect(found(saying(review()), undated)).toEqual([
      [
        "evidence-out-of-date",
        `${name}: no review date is recorded, so nobody can tell whether it is in date.`,
        "evidence.0.title",
      ],
    ]);
  });
});

describe("a document that was not looked into", () => {
  it("is not judged by what it says", () => {
    expect(found(present())).toEqual([]);
  });

  it("is not judged by it when it is missing, nor when it is a location", () => {
    expect(kinds(met(policy()), { reading: { kind: "missing", what: "gone" } })).toEqual(["evidence-missing"]);
    expect(kinds(met(minutes), { reading: saying({ approval: { state: "draft", line: 1 } }) })).toEqual([]);
  });
});

describe("evidence with information about a child", () => {
  const reading = saying({
    caseData: [
      { kind: "nhs-number", line: 30 },
      { kind: "birth-date", line: 31 },
    ],
  });
  const message = `${name}: it looks as if it held information about a child on line 30.`;

  it("is told once, at the first place, and never what it says", () => {
    expect(found(reading)).toEqual([["evidence-case-data", message, "evidence.0.path"]]);
  });

  it.each(["met", "partly-met", "not-met", "not-applicable"] as const)(
    "is told, whatever it is cited for: %s",
    (rating) => {
      const response = { rating, reason: "Not ours.", actions: [action()], evidence: [policy()] };
      expect(kinds(response, { reading })).toContain("evidence-case-data");
    },
  );

  it("is told of what is not rated yet", () => {
    expect(kinds({ evidence: [policy()] }, { reading })).toEqual(["unanswered", "evidence-case-data"]);
  });

  it("is none where nothing is cited, or what is cited was not looked into", () => {
    expect(kinds({ evidence: [minutes] }, { reading })).toEqual(["unanswered"]);
    expect(kinds({ evidence: [policy()] })).toEqual(["unanswered"]);
  });
});

describe("what a document says against being cited", () => {
  const old = { term: "Local Safeguarding Children Board", replacedBy: [], from: "2019-09", line: 9, history: false };

  it("is that it is a draft, overdue and of another day, each told by itself", () => {
    const reading = saying({
      approval: { state: "draft", line: 4 },
      review: { reviewed: null, due: on("2026-05-31", "day", 3), every: null, impossible: [] },
      oldTerms: [old],
    });
    expect(saysAgainst(reading, "2026-06-01")).toEqual([
      "it says on line 4 that it is a draft, or not approved.",
      "it says on line 3 that its review was due by 31 May 2026.",
      'it speaks of "Local Safeguarding Children Board" on line 9, which has not been current since September 2019.',
    ]);
  });

  it("is nothing when it is sound, missing or was not looked into", () => {
    expect(saysAgainst(saying(), "2026-06-01")).toEqual([]);
    expect(saysAgainst(present(), "2026-06-01")).toEqual([]);
    expect(saysAgainst({ kind: "missing", what: "gone" }, "2026-06-01")).toEqual([]);
  });
});

describe("evidence that does not state it", () => {
  const silent = (over: Partial<StatedPassage> = {}, cited: Partial<EvidenceSays> = {}) =>
    saying({ passages: [passage(id, over)] }, cited);
  const offTopic = ["evidence-off-topic", "No document cited was found to state this.", "evidence.0.path"];

  it("is told", () => {
    expect(found(saying({ passages: [] }))).toEqual([offTopic]);
  });

  it.each(["must", "should", "local", "practice"] as const)("is a note of a requirement that is a %s", (force) => {
    const { gaps } = find(met(policy()), { force, reading: saying({ passages: [] }) });
    expect(gaps.map(({ kind, severity }) => [kind, severity])).toEqual([["evidence-off-topic", "note"]]);
  });

  it("stands up all the same: what words do not find may be said in others", () => {
    expect(find(met(policy()), { reading: saying({ passages: [] }) }).evidence).toMatchObject([
      { standsUp: true, problems: [] },
    ]);
  });

  it.each(["mentions", "denies", "other-people"] as const)("is one that only %s it", (strength) => {
    expect(found(silent({ strength }))).toEqual([offTopic]);
  });

  it.each(["states", "hints"] as const)("is none that %s it", (strength) => {
    expect(found(silent({ strength }))).toEqual([]);
  });

  it("is one that states something else", () => {
    expect(found(silent({ requirement: "board-lead" }))).toEqual([offTopic]);
  });

  it.each([
    ["from its first line", { from: 12, to: 20 }, []],
    ["to its last line", { from: 5, to: 12 }, []],
    ["below", { from: 13, to: 20 }, [offTopic]],
    ["above", { from: 5, to: 11 }, [offTopic]],
  ])("is one whose cited passage does not state it: %s", (_where, cited, expected) => {
    expect(found(silent({}, cited))).toEqual(expected);
  });

  it("is none where there are no words by which to look for it", () => {
    expect(found(saying({ passages: [] }, { lookedFor: new Set(["board-lead"]) }))).toEqual([]);
  });

  it("is none where another document cited states it", () => {
    const readings = new Map([
      ["policies/safeguarding.md", saying({ passages: [] })],
      ["policies/annex.md", saying()],
    ]);
    expect(kinds(met(policy(), policy({ path: "policies/annex.md" })), { readings })).toEqual([]);
  });

  it("is none where another document cited was not looked into, or is a location", () => {
    const readings = new Map([
      ["policies/safeguarding.md", saying({ passages: [] })],
      ["policies/annex.odt", present()],
    ]);
    expect(kinds(met(policy(), policy({ path: "policies/annex.odt" })), { readings })).toEqual([]);
    expect(kinds(met(policy(), minutes), { readings })).toEqual([]);
  });

  it("is told once of several documents of which none states it", () => {
    const readings = new Map([
      ["policies/safeguarding.md", saying({ passages: [] })],
      ["policies/annex.md", saying({ passages: [] })],
    ]);
    expect(kinds(met(policy(), policy({ path: "policies/annex.md" })), { readings })).toEqual(["evidence-off-topic"]);
  });

  it("is none where it is said to be met only partly", () => {
    const response = { rating: "partly-met", actions: [action()], evidence: [policy()] } as const;
    expect(kinds(response, { reading: saying({ passages: [] }) })).toEqual(["partly-met"]);
  });

  it("is none where nothing is cited, or nothing answered", () => {
    expect(kinds({ rating: "met" })).toEqual(["no-evidence"]);
    expect(kinds(null)).toEqual(["unanswered"]);
  });
});
