import { describe, expect, it } from "vitest";
import { lintEdition } from "../../src/engine/lint-edition.js";
import type { Condition, Duty, Requirement } from "../../src/schema/edition.gen.js";
import { edition, stated } from "./editions-fixture.js";
import { profile } from "./fixtures.js";
import { before, carried, everything, first, problems } from "./lint-fixture.js";

const duty: Duty = {
  id: "section-11",
  title: "Section 11",
  law: "Children Act 2004",
  force: "must",
  summary: "Keep children safe.",
  "applies-when": { sector: "police" },
};
const one = (over: Partial<Requirement>) => edition([stated("line-of-accountability", over)]);

const ofCondition = (condition: Condition) => problems(one({ "applies-when": condition }));
it("a sound edition has no problem", () => {
  expect(
    problems(
      edition([stated("line-of-accountability", { from: carried })], {
        duties: [{ ...duty, source: "newsletter-2018" }],
      }),
      { editions: [before, first] },
    ),
  ).toEqual([]);
});

it("a problem without a hint has none", () => {
  expect(lintEdition(one({ force: "must" }), { profile, practised: everything, editions: [] })[0]?.hint).toBeNull();
});

describe("duplicate-id", () => {
  it("the second of two requirements, standards, duties or sources is a problem", () => {
    const source = { id: "newsletter-2018", title: "Newsletter", kind: "newsletter" } as const;
    const twice = edition([], {
      standards: [
        { id: "people", title: "People", requirements: [stated("culture")] },
        { id: "people", title: "People", requirements: [stated("culture")] },
      ],
      duties: [duty, duty],
      sources: [source, source],
    });
    expect(problems(twice)).toEqual([
      ["duplicate-id", "standards.1.id", 'The id "people" stands twice.'],
      ["duplicate-id", "standards.1.requirements.0.id", 'The id "culture" stands twice.'],
      ["duplicate-id", "duties.1.id", 'The id "section-11" stands twice.'],
      ["duplicate-id", "sources.1.id", 'The id "newsletter-2018" stands twice.'],
    ]);
  });

  it("the same id of a standard and a requirement is none", () => {
    expect(
      problems(
        edition([stated("culture")], {
          standards: [{ id: "culture", title: "Culture", requirements: [stated("culture")] }],
        }),
      ),
    ).toEqual([]);
  });
});

describe("unknown-source", () => {
  it("a reference to a source that the edition does not name is a problem", () => {
    const reference = { chapter: 2, paragraph: "3", verified: false, source: "blog" };
    expect(problems(one({ reference }))).toEqual([
      ["unknown-source", "standards.0.requirements.0.reference.source", 'The edition names no source "blog".'],
    ]);
  });

  it("so is a duty from such a source", () => {
    expect(problems(edition([], { duties: [{ ...duty, source: "blog" }] }))).toEqual([
      ["unknown-source", "duties.0.source", 'The edition names no source "blog".'],
    ]);
  });
});

describe("conditions", () => {
  const where = "standards.0.requirements.0.applies-when";

  it("a fact that the profile lacks is a problem", () => {
    expect(ofCondition({ any: [{ "runs-trips": true }, { "employs-staff": true }] })).toEqual([
      ["unknown-fact", where, 'The profile has no fact "runs-trips".'],
    ]);
  });

  it("a value that is no answer is a problem, wherever it stands", () => {
    expect(
      ofCondition({
        sector: ["police", "navy"],
        any: [{ "employs-staff": "yes" }],
        all: [{ "has-volunteers": "no" }],
        not: { sector: "army" },
      }),
    ).toEqual([
      ["wrong-value", where, '"navy" is no answer to the fact "sector".'],
      ["wrong-value", where, '"army" is no answer to the fact "sector".'],
      ["wrong-value", where, '"yes" is no answer to the fact "employs-staff".'],
      ["wrong-value", where, '"no" is no answer to the fact "has-volunteers".'],
    ]);
  });

  it("yes and no are answers to a question of yes or no", () => {
    expect(ofCondition({ "employs-staff": [true, false] })).toEqual([]);
  });

  it("no value answers a choice without choices", () => {
    const bare = {
      schema: "profile/1",
      facts: [{ id: "sector", title: "sector", question: "Which?", kind: "choice" }],
    } as const;
    expect(problems(one({ "applies-when": { sector: "police" } }), { profile: bare })).toEqual([
      ["wrong-value", where, '"police" is no answer to the fact "sector".'],
    ]);
  });

  it("what is no condition holds no values", () => {
    const malformed: Condition = JSON.parse('{"sector": "police", "all": "navy", "not": null}');
    expect(ofCondition(malformed)).toEqual([]);
  });

  it("the conditions of duties are held to the same", () => {
    expect(problems(edition([], { duties: [{ ...duty, "applies-when": { sector: "navy" } }] }))).toEqual([
      ["wrong-value", "duties.0.applies-when", '"navy" is no answer to the fact "sector".'],
    ]);
  });
});

it("a requirement without a practice note is a problem", () => {
  expect(problems(one({}), { practised: new Set() })).toEqual([
    ["missing-practice", "standards.0.requirements.0.id", '"line-of-accountability" has no practice note.'],
  ]);
});

describe("false-verified", () => {
  const sources = [
    { id: "guidance-2018", title: "The guidance", kind: "guidance" },
    { id: "newsletter-2018", title: "Newsletter", kind: "newsletter" },
  ] as const;
  const withReference = (source: string, paragraph: string | null, verified: boolean) =>
    edition([stated("culture", { reference: { chapter: 2, paragraph, verified, source } })], { sources });
  const problem = [
    "false-verified",
    "standards.0.requirements.0.reference",
    "A reference is verified only when its paragraph was read in the guidance itself.",
  ];

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
  expect(problems(one({ force: "must" }))).toEqual([
    ["missing-law", "standards.0.requirements.0.reference", '"line-of-accountability" is a must and names no law.'],
  ]);
  expect(problems(one({ force: "must", reference: { ...reference, law: "Children Act 2004" } }))).toEqual([]);
});

describe("days-out-of-order", () => {
  const inForce = (from: string, until: string | null) => problems(edition([], { "in-force": { from, until } }));

  it("in force from the day of publication, for a day or until today, is in order", () => {
    expect(inForce("2018-07-04", "2018-07-04")).toEqual([]);
    expect(inForce("2018-09-01", null)).toEqual([]);
  });

  it("in force before it was published is not", () => {
    expect(inForce("2018-07-03", null)).toEqual([
      [
        "days-out-of-order",
        "in-force.from",
        "The edition is in force from 2018-07-03, before it was published on 2018-07-04.",
      ],
    ]);
  });

  it("in force until before it comes into force is not", () => {
    expect(inForce("2018-07-04", "2018-07-03")).toEqual([
      [
        "days-out-of-order",
        "in-force.until",
        "The edition is in force until 2018-07-03, before it comes into force on 2018-07-04.",
      ],
    ]);
  });
});
