import { describe, expect, it } from "vitest";
import { lintEdition, lintPractice, type LintContext } from "../../src/engine/lint.js";
import type { Condition, Duty, EditionFile, Requirement } from "../../src/schema/edition.gen.js";
import { edition, note, stated } from "./editions-fixture.js";
import { profile } from "./fixtures.js";

const before = edition([stated("line-of-accountability")], { id: "working-together-2013", published: "2013-03-21" });
const first = edition([], {
  id: "working-together-2006",
  published: "2006-04-10",
  standards: [
    { id: "leadership", title: "Leadership", requirements: [stated("board-lead"), stated("allegations")] },
    { id: "people", title: "People", requirements: [stated("learning")] },
  ],
});
const carried = [{ requirement: "line-of-accountability", change: "unchanged" }] as const;
const duty: Duty = { id: "section-11", title: "Section 11", law: "Children Act 2004", force: "must", summary: "Keep children safe.", "applies-when": { sector: "police" } };
const everything = new Set(["line-of-accountability", "board-lead", "culture"]);

function problems(given: EditionFile, over: Partial<LintContext> = {}) {
  const found = lintEdition(given, { profile, practised: everything, editions: [], ...over });
  return found.map(({ code, path, message }) => [code, path.join("."), message]);
}

const one = (over: Partial<Requirement>) => edition([stated("line-of-accountability", over)]);

const ofCondition = (condition: Condition) => problems(one({ "applies-when": condition }));
const culture = (from: Requirement["from"]) => edition([stated("culture", { from })]);
const retiring = (into: string) => edition([stated("culture"), stated("board-lead")], { retired: [{ requirement: "line-of-accountability", into, note: "Merged." }] });
const practiceFile = (standard: string, ...keys: readonly string[]) => ({ schema: "practice/1", standard, notes: Object.fromEntries(keys.map((key) => [key, note])) }) as const;

it("a sound edition has no problem", () => {
  expect(problems(edition([stated("line-of-accountability", { from: carried })], { duties: [{ ...duty, source: "newsletter-2018" }] }), { editions: [before, first] })).toEqual([]);
});

it("a problem without a hint has none", () => {
  expect(lintEdition(one({ force: "must" }), { profile, practised: everything, editions: [] })[0]?.hint).toBeNull();
});

describe("duplicate-id", () => {
  it("the second of two requirements, standards, duties or sources is a problem", () => {
    const source = { id: "newsletter-2018", title: "Newsletter", kind: "newsletter" } as const;
    const twice = edition([], {
      standards: [{ id: "people", title: "People", requirements: [stated("culture")] }, { id: "people", title: "People", requirements: [stated("culture")] }],
      duties: [duty, duty],
      sources: [source, source],
    });
    expect(problems(twice)).toEqual([
      ["duplicate-id", "standards.1.id", 'the id "people" stands twice'],
      ["duplicate-id", "standards.1.requirements.0.id", 'the id "culture" stands twice'],
      ["duplicate-id", "duties.1.id", 'the id "section-11" stands twice'],
      ["duplicate-id", "sources.1.id", 'the id "newsletter-2018" stands twice'],
    ]);
  });

  it("the same id of a standard and a requirement is none", () => {
    expect(problems(edition([stated("culture")], { standards: [{ id: "culture", title: "Culture", requirements: [stated("culture")] }] }))).toEqual([]);
  });
});

describe("unknown-source", () => {
  it("a reference to a source that the edition does not name is a problem", () => {
    const reference = { chapter: 2, paragraph: "3", verified: false, source: "blog" };
    expect(problems(one({ reference }))).toEqual([["unknown-source", "standards.0.requirements.0.reference.source", 'the edition names no source "blog"']]);
  });

  it("so is a duty from such a source", () => {
    expect(problems(edition([], { duties: [{ ...duty, source: "blog" }] }))).toEqual([["unknown-source", "duties.0.source", 'the edition names no source "blog"']]);
  });
});

describe("conditions", () => {
  const where = "standards.0.requirements.0.applies-when";

  it("a fact that the profile lacks is a problem", () => {
    expect(ofCondition({ any: [{ "runs-trips": true }, { "employs-staff": true }] })).toEqual([["unknown-fact", where, 'the profile has no fact "runs-trips"']]);
  });

  it("a value that is no answer is a problem, wherever it stands", () => {
    expect(ofCondition({ sector: ["police", "navy"], any: [{ "employs-staff": "yes" }],
        all: [{ "has-volunteers": "no" }], not: { sector: "army" } })).toEqual([
      ["wrong-value", where, '"navy" is no answer to the fact "sector"'],
      ["wrong-value", where, '"army" is no answer to the fact "sector"'],
      ["wrong-value", where, '"yes" is no answer to the fact "employs-staff"'],
      ["wrong-value", where, '"no" is no answer to the fact "has-volunteers"'],
    ]);
  });

  it("yes and no are answers to a question of yes or no", () => {
    expect(ofCondition({ "employs-staff": [true, false] })).toEqual([]);
  });

  it("no value answers a choice without choices", () => {
    const bare = { schema: "profile/1", facts: [{ id: "sector", title: "sector", question: "Which?", kind: "choice" }] } as const;
    expect(problems(one({ "applies-when": { sector: "police" } }), { profile: bare })).toEqual([["wrong-value", where, '"police" is no answer to the fact "sector"']]);
  });

  it("what is no condition holds no values", () => {
    const malformed: Condition = JSON.parse('{"sector": "police", "all": "navy", "not": null}');
    expect(ofCondition(malformed)).toEqual([]);
  });

  it("the conditions of duties are held to the same", () => {
    expect(problems(edition([], { duties: [{ ...duty, "applies-when": { sector: "navy" } }] }))).toEqual([
      ["wrong-value", "duties.0.applies-when", '"navy" is no answer to the fact "sector"'],
    ]);
  });
});

it("a requirement without a practice note is a problem", () => {
  expect(problems(one({}), { practised: new Set() })).toEqual([["missing-practice", "standards.0.requirements.0.id", '"line-of-accountability" has no practice note']]);
});

describe("lineage", () => {
  const at = "standards.0.requirements.0.from.0";
  const lost = ["broken-lineage", "standards", '"line-of-accountability" of the edition before is neither carried on nor retired'];

  it("what is neither carried on nor retired is lost", () => {
    expect(problems(culture([]), { editions: [before] })).toEqual([lost]);
  });

  it("what is retired is not lost", () => {
    expect(problems(edition([], { retired: [{ requirement: "line-of-accountability", note: "Left." }] }), { editions: [before] })).toEqual([]);
  });

  it("the edition before is the one published last before, whatever the order", () => {
    expect(problems(culture([]), { editions: [first, before] })).toEqual([lost]);
    expect(problems(culture([]), { editions: [before, first] })).toEqual([lost]);
  });

  it("an edition of the same day or later is not before", () => {
    const later = [{ ...before, published: "2018-07-04" }, { ...before, published: "2023-12-15" }];
    expect(problems(culture([]), { editions: later })).toEqual([]);
  });

  it("what comes from a requirement that the edition before lacks is a problem", () => {
    expect(problems(culture([{ requirement: "board-lead", change: "renamed" }, ...carried]), { editions: [before, first] })).toEqual([
      ["broken-lineage", at, 'the edition before has no "board-lead"'],
    ]);
  });

  it("in the first edition nothing comes from anywhere", () => {
    expect(problems(culture(carried))).toEqual([["broken-lineage", at, 'the edition before has no "line-of-accountability"']]);
  });

  it("what retires must have stood in the edition before", () => {
    expect(problems(edition([], { retired: [{ requirement: "board-lead", note: "Left." }] }))).toEqual([
      ["broken-lineage", "retired.0", 'the edition before has no "board-lead"'],
    ]);
  });

  it("what returns stood in an older edition", () => {
    const from = [{ requirement: "board-lead", change: "returned", edition: "working-together-2006" }, ...carried] as const;
    expect(problems(culture(from), { editions: [before, first] })).toEqual([]);
  });

  it("what returns names an edition that is shipped", () => {
    const from = [{ requirement: "board-lead", change: "returned", edition: "working-together-1999" }, ...carried] as const;
    expect(problems(culture(from), { editions: [before, first] })).toEqual([
      ["unknown-edition", at, "a requirement that returns names the shipped edition it last stood in"],
    ]);
  });

  it("what returns stood in the edition that it names", () => {
    const from = [{ requirement: "supervision", change: "returned", edition: "working-together-2006" }, ...carried] as const;
    expect(problems(culture(from), { editions: [before, first] })).toEqual([["broken-lineage", at, '"working-together-2006" has no "supervision"']]);
  });

  it("what took over from a retired one stands in this edition", () => {
    expect(problems(retiring("culture"), { editions: [before] })).toEqual([]);
    expect(problems(retiring("supervision"), { editions: [before] })).toEqual([
      ["unknown-requirement", "retired.0.into", 'this edition has no requirement "supervision"'],
    ]);
  });
});

describe("false-verified", () => {
  const sources = [{ id: "guidance-2018", title: "The guidance", kind: "guidance" }, { id: "newsletter-2018", title: "Newsletter", kind: "newsletter" }] as const;
  const withReference = (source: string, paragraph: string | null, verified: boolean) =>
    edition([stated("culture", { reference: { chapter: 2, paragraph, verified, source } })], { sources });
  const problem = ["false-verified", "standards.0.requirements.0.reference", "a reference is verified only when its paragraph was read in the guidance itself"];

  it.each([
    ["guidance-2018", "3", true, []],
    ["guidance-2018", null, true, [problem]],
    ["newsletter-2018", "3", true, [problem]],
    ["newsletter-2018", null, false, []],
  ])("source %s, paragraph %s, verified %s", (source, paragraph, verified, found) => {
    expect(problems(withReference(source, paragraph, verified))).toEqual(found);
  });
});

it("a must that names no law is a problem, and one that does is none", () => {
  const reference = { chapter: 2, paragraph: "3", verified: false, source: "newsletter-2018" };
  expect(problems(one({ force: "must" }))).toEqual([["missing-law", "standards.0.requirements.0.reference", '"line-of-accountability" is a must and names no law']]);
  expect(problems(one({ force: "must", reference: { ...reference, law: "Children Act 2004" } }))).toEqual([]);
});

describe("practice files", () => {

  it("a note of a requirement of its standard is sound", () => {
    expect(lintPractice(practiceFile("leadership", "board-lead", "line-of-accountability"), [before, first])).toEqual([]);
  });

  it("a note of no requirement of any edition is a problem", () => {
    expect(lintPractice(practiceFile("leadership", "tea-rota"), [before, first])).toEqual([
      { code: "unknown-requirement", path: ["notes", "tea-rota"], message: 'no edition has a requirement "tea-rota"', hint: null },
    ]);
  });

  it("a note in the file of another standard is a problem", () => {
    expect(lintPractice(practiceFile("people", "board-lead"), [before, first])).toEqual([
      { code: "wrong-standard", path: ["notes", "board-lead"], message: '"board-lead" stands in the standard "leadership", not in "people"', hint: null },
    ]);
  });

  it("a note may stand with either standard of a requirement that moved", () => {
    const moved = { ...before, standards: [{ id: "people", title: "People", requirements: [stated("board-lead")] }] };
    expect(lintPractice(practiceFile("people", "board-lead"), [first, moved])).toEqual([]);
  });
});
