import { describe, expect, it } from "vitest";
import { collectNotes, compose } from "../../src/engine/compose.js";
import type { EditionFile, Requirement } from "../../src/schema/edition.gen.js";
import { edition, note, stated } from "./editions-fixture.js";

const notes = new Map([["line-of-accountability", note]]);
const made = (requirement: Requirement, over: Partial<EditionFile> = {}) =>
  compose(edition([requirement], over), notes, (text) => `<${text}>`);
const madeRequirement = (over: Partial<Requirement>) =>
  made(stated("line-of-accountability", over)).standards[0]?.requirements[0];

describe("compose", () => {
  it("joins what the edition says with how to audit it", () => {
    expect(madeRequirement({})).toEqual({
      id: "line-of-accountability",
      overlay: null,
      title: "line of accountability",
      question: "Is it clear who answers to whom?",
      expectation: "A clear line of accountability.",
      points: [],
      force: "should",
      localForce: null,
      reference: { chapter: 2, paragraph: "3", verified: false, source: "newsletter-2018", law: null },
      appliesWhen: null,
      from: [],
      note: null,
      digest: "<Is it clear who answers to whom? A clear line of accountability.>",
      practice: {
        why: "So that nobody waits for somebody else.",
        lookFor: ["A chart", "A named trustee"],
        ratings: { met: "In writing.", partlyMet: "Known, not written.", notMet: "Nobody knows." },
        evidence: [{ kind: "policy", what: "The safeguarding policy" }],
        remedy: { action: "Write down who answers to whom", within: "P3M" },
        review: "P12M",
      },
    });
  });

  it("keeps law, condition, lineage and note", () => {
    const requirement = madeRequirement({
      reference: {
        chapter: null,
        paragraph: null,
        verified: true,
        source: "guidance",
        law: "Children Act 2004, section 11",
      },
      "applies-when": { "employs-staff": true },
      from: [
        { requirement: "accountability", change: "renamed" },
        { requirement: "board-lead", change: "returned", edition: "working-together-2006", note: "Left in 2013." },
      ],
      note: "The list is longer in 2018.",
    });
    expect(requirement).toMatchObject({
      reference: {
        chapter: null,
        paragraph: null,
        verified: true,
        source: "guidance",
        law: "Children Act 2004, section 11",
      },
      appliesWhen: { "employs-staff": true },
      from: [
        { requirement: "accountability", change: "renamed", edition: null, note: null },
        { requirement: "board-lead", change: "returned", edition: "working-together-2006", note: "Left in 2013." },
      ],
      note: "The list is longer in 2018.",
    });
  });

  it("makes the head of the checklist, null for what the edition does not say", () => {
    const { standards: _standards, ...head } = made(stated("line-of-accountability"));
    expect(head).toEqual({
      schema: "checklist/1",
      id: "working-together-2018",
      title: "Working Together to Safeguard Children 2018",
      published: "2018-07-04",
      inForce: { from: "2018-07-04", until: "2023-12-14" },
      status: "restated",
      notice: null,
      safetyNotice: "If a child is in danger, call 999.",
      supersedes: "working-together-2015",
      supersededBy: "working-together-2023",
      overlays: [],
      form: null,
      sources: [{ id: "newsletter-2018", title: "Newsletter", kind: "newsletter", note: null }],
      duties: [],
      retired: [],
    });
  });

  it("keeps notice, duties, notes on sources and what was retired", () => {
    const duty = {
      id: "section-11",
      title: "Section 11",
      law: "Children Act 2004, section 11",
      force: "must",
      summary: "Keep children safe.",
      "applies-when": { sector: "police" },
    } as const;
    const full = made(stated("line-of-accountability"), {
      notice: "Carried over.",
      duties: [duty, { ...duty, id: "section-175", bodies: ["Schools"] }],
      sources: [{ id: "newsletter-2018", title: "Newsletter", kind: "newsletter", note: "Restates the list." }],
      retired: [
        { requirement: "strategic-priorities", note: "Left." },
        { requirement: "culture", into: "line-of-accountability", note: "Merged." },
      ],
    });
    const { id: _id, "applies-when": appliesWhen, ...shared } = duty;
    expect([full.notice, full.sources[0]?.note, full.duties, full.retired]).toEqual([
      "Carried over.",
      "Restates the list.",
      [
        { id: "section-11", ...shared, bodies: [], appliesWhen },
        { id: "section-175", ...shared, bodies: ["Schools"], appliesWhen },
      ],
      [
        { requirement: "strategic-priorities", into: null, note: "Left." },
        { requirement: "culture", into: "line-of-accountability", note: "Merged." },
      ],
    ]);
  });

  it("throws for a requirement without a practice note, and says which", () => {
    expect(() => made(stated("board-lead"))).toThrow(new RangeError("board-lead has no practice note"));
  });
});

describe("the digest of a requirement", () => {
  it("covers question, expectation and points", () => {
    expect(madeRequirement({ points: ["A trustee.", "A deputy."] })?.digest).toBe(
      "<Is it clear who answers to whom? A clear line of accountability. A trustee. A deputy.>",
    );
  });

  it("does not change with white space", () => {
    expect(madeRequirement({ question: "\n Is it clear\n\t who answers  to whom? " })?.digest).toBe(
      madeRequirement({})?.digest,
    );
  });

  it("changes with a word", () => {
    expect(madeRequirement({ expectation: "A clear and written line of accountability." })?.digest).not.toBe(
      madeRequirement({})?.digest,
    );
  });
});

describe("collectNotes", () => {
  it("holds the notes of every file by key, hostile ones too", () => {
    const other = { ...note, why: "Because." };
    const files = [
      { schema: "practice/1", standard: "leadership", notes: { "board-lead": note } },
      { schema: "practice/1", standard: "people", notes: { constructor: other } },
    ] as const;
    expect([...collectNotes(files)]).toEqual([
      ["board-lead", note],
      ["constructor", other],
    ]);
    expect(collectNotes([]).get("constructor")).toBeUndefined();
  });
});
