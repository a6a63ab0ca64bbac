import { describe, expect, it } from "vitest";
import { parseYaml } from "../../src/files/yaml-source.js";
import { type SchemaName, schemaNames, validateAs } from "../../src/schema/validate.js";

const audit = {
  schema: "audit/1",
  checklist: "working-together-2023",
  organisation: "{ name: Riverside, facts: {} }",
  period: "{ from: 2026-01-01, to: 2026-12-31 }",
  responses: "{}",
};

/** The diagnostics of an audit that differs from a good one in these keys, each on its line. */
async function problems(change: Readonly<Record<string, string>>, name: SchemaName = "audit") {
  const lines = Object.entries({ ...audit, ...change }).map(([key, value]) => `${key}: ${value}\n`);
  return validateAs(name, await parseYaml(lines.join(""), "audit.yaml"));
}

const inResponse = (text: string) => problems({ responses: `{ a: ${text} }` });
const inEvidence = (text: string) => problems({ responses: `{ a: { evidence: ${text} } }` });
const inFacts = (text: string) => problems({ organisation: `{ name: R, facts: ${text} }` });

describe("a good audit", () => {
  it("has no problems", async () => {
    expect(await problems({})).toEqual([]);
    expect(await inEvidence("[{ title: P, path: a.md }, { title: Q, location: shelf }]")).toEqual([]);
    expect(await inFacts("{ a: true, b: text, c: [x, y], d: [] }")).toEqual([]);
  });
});

describe("what the schema finds", () => {
  it.each([
    [
      "an unknown key",
      () => inResponse("{ ratting: met }"),
      "unknown-key",
      19,
      '"ratting" is not a key of responses.a.',
      "Did you mean rating?",
    ],
    [
      "an unknown key like no other",
      () => inFacts("{}, q: 1"),
      "unknown-key",
      37,
      '"q" is not a key of organisation.',
      "The keys known here: name, reference, facts.",
    ],
    [
      "a missing key",
      () => problems({ organisation: "{ facts: {} }" }),
      "missing-key",
      1,
      "organisation has no name.",
      'Add "name: ...".',
    ],
    [
      "a number for text",
      () => problems({ organisation: "{ name: 2026, facts: {} }" }),
      "wrong-type",
      23,
      "organisation.name must be text, not a number.",
      "Put quotes around it.",
    ],
    [
      "a fraction for text",
      () => problems({ organisation: "{ name: 1.10, facts: {} }" }),
      "wrong-type",
      23,
      "organisation.name must be text, not a number.",
      "Put quotes around it.",
    ],
    [
      "a truth value for text",
      () => problems({ organisation: "{ name: true, facts: {} }" }),
      "wrong-type",
      23,
      "organisation.name must be text, not true.",
      "Put quotes around it.",
    ],
    [
      "nothing for text",
      () => inResponse("{ note: }"),
      "wrong-type",
      19,
      "responses.a.note has no value.",
      "Write a value, or remove the key.",
    ],
    [
      "nothing for a mapping",
      () => problems({ responses: "" }),
      "wrong-type",
      1,
      "responses has no value.",
      "Write {} when there is nothing yet.",
    ],
    [
      "nothing for a list",
      () => inEvidence(""),
      "wrong-type",
      19,
      "responses.a.evidence has no value.",
      "Write [] when there is nothing yet.",
    ],
    [
      "text for a list",
      () => inEvidence("policy.md"),
      "wrong-type",
      29,
      "responses.a.evidence must be a list, not text.",
      "Begin each item with a dash and a space on a line of its own.",
    ],
    [
      "a list for a mapping",
      () => problems({ responses: "[]" }),
      "wrong-type",
      12,
      "responses must be a mapping, not a list.",
      null,
    ],
    [
      "a wrong rating",
      () => inResponse("{ rating: mett }"),
      "wrong-value",
      27,
      'responses.a.rating must be met, partly-met, not-met or not-applicable, not "mett".',
      "Did you mean met?",
    ],
    [
      "a rating like no other",
      () => inResponse("{ rating: green }"),
      "wrong-value",
      27,
      'responses.a.rating must be met, partly-met, not-met or not-applicable, not "green".',
      null,
    ],
    [
      "a number for a rating",
      () => inResponse("{ rating: 3 }"),
      "wrong-value",
      27,
      "responses.a.rating must be met, partly-met, not-met or not-applicable, not 3.",
      null,
    ],
    [
      "no rating after its key",
      () => inResponse("{ rating: }"),
      "wrong-value",
      19,
      "responses.a.rating must be met, partly-met, not-met or not-applicable; it has no value.",
      "Write one of these, or remove the key.",
    ],
    [
      "blank text",
      () => problems({ organisation: '{ name: " ", facts: {} }' }),
      "wrong-value",
      23,
      "organisation.name is blank.",
      "Write something, or remove the key.",
    ],
    [
      "an id of the wrong form",
      () => problems({ checklist: "WT 2023" }),
      "wrong-value",
      12,
      'checklist, "WT 2023", must be lower-case letters, digits and single hyphens.',
      null,
    ],
    [
      "a digest of the wrong form",
      () => inResponse("{ question: xyz }"),
      "wrong-value",
      29,
      'responses.a.question, "xyz", must be 8 digits or letters a to f.',
      null,
    ],
    [
      "evidence without a place",
      () => inEvidence("[{ title: P }]"),
      "missing-key",
      30,
      "responses.a.evidence[1] has no path or location.",
      'Add "path: ..." or "location: ...".',
    ],
    [
      "a fact of no known type",
      () => inFacts("{ a: 1 }"),
      "wrong-type",
      38,
      "organisation.facts.a must be text, true or false or a list, not a number.",
      "Put quotes around it.",
    ],
    [
      "an item of a fact",
      () => inFacts("{ a: [x, 1] }"),
      "wrong-type",
      42,
      "organisation.facts.a[2] must be text, not a number.",
      "Put quotes around it.",
    ],
    [
      "a schema of another kind",
      () => problems({ schema: "config/1", responses: "3" }),
      "unknown-schema",
      9,
      'This is not an audit file: its schema is "config/1", not "audit/1".',
      "Check that it is the file you mean.",
    ],
    [
      "a schema that is misspelt",
      () => problems({ schema: "audit/2" }),
      "unknown-schema",
      9,
      'This is not an audit file: its schema is "audit/2", not "audit/1".',
      "Did you mean audit/1?",
    ],
  ])("%s", async (_, work, code, column, message, hint) => {
    expect(await work()).toMatchObject([{ code, severity: "error", file: "audit.yaml", column, message, hint }]);
  });

  it("a misspelt key, without complaining that the right one is missing", async () => {
    expect(await problems({ organisation: "{ nmae: R, facts: {} }" })).toMatchObject([
      { code: "unknown-key", hint: "Did you mean name?" },
    ]);
    expect(await problems({ organisation: "{ q: R, facts: {} }" })).toMatchObject([
      { code: "missing-key" },
      { code: "unknown-key" },
    ]);
  });

  it("that the schema key is missing", async () => {
    const source = await parseYaml("checklist: a\n", "audit.yaml");
    expect((await validateAs("audit", source)).map(({ code }) => code)).toEqual([
      "unknown-schema",
      "missing-key",
      "missing-key",
      "missing-key",
    ]);
  });
});

describe("a day that does not exist", () => {
  it.each([
    ["2026-13-01", '"2026-13-01" is not a day: there is no month 13.', "Write the day as YYYY-MM-DD: 2026-11-21."],
    ["2026-00-01", '"2026-00-01" is not a day: there is no month 00.', "Write the day as YYYY-MM-DD: 2026-11-21."],
    ["2026-02-30", '"2026-02-30" is not a day: February 2026 has 28 days.', "Check the day and the month."],
    ["2024-02-30", '"2024-02-30" is not a day: February 2024 has 29 days.', "Check the day and the month."],
    ["2026-04-31", '"2026-04-31" is not a day: April 2026 has 30 days.', "Check the day and the month."],
    ["2026-04-00", '"2026-04-00" is not a day: there is no day 00.', "Write the day as YYYY-MM-DD: 2026-11-21."],
    ["1/3/2026", '"1/3/2026" is not a day.', "Write it as 2026-03-01."],
    ["31.12.2026", '"31.12.2026" is not a day.', "Write it as 2026-12-31."],
    ["2026-3-1", '"2026-3-1" is not a day.', "Write it as 2026-03-01."],
    ["2026-03-01T10:00:00Z", '"2026-03-01T10:00:00Z" is not a day.', "Write it as 2026-03-01."],
    ["March 2026", '"March 2026" is not a day.', "Write the day as YYYY-MM-DD: 2026-11-21."],
  ])("%s", async (day, message, hint) => {
    const found = await problems({ period: `{ from: "${day}", to: 2026-12-31 }` });
    expect(found).toMatchObject([{ code: "not-a-day", line: 4, column: 17, message: `period.from: ${message}`, hint }]);
  });
  it("is not the 29th of February of a leap year", async () => {
    expect(await problems({ period: "{ from: 2024-02-29, to: 2024-12-31 }" })).toEqual([]);
  });
});

describe("the other schemas", () => {
  const practice = (key: string, review: string) => `schema: practice/1
standard: leadership
notes:
  ${key}:
    why: w
    look-for: [x]
    ratings: { met: m, partly-met: p, not-met: n }
    evidence: [{ kind: document, what: w }]
    remedy: { action: a, within: P3M }
    review: ${review}
`;
  it("a duration that is none", async () => {
    const found = await validateAs("practice", await parseYaml(practice("line", "12 months"), "p.yaml"));
    expect(found.filter(({ code }) => code === "not-a-duration")).toMatchObject([
      {
        line: 10,
        column: 13,
        message: 'notes.line.review: "12 months" is not a duration.',
        hint: "Write P12M for 12 months, P1Y for a year, P14D for 14 days.",
      },
    ]);
  });
  it("a key of the wrong form, at the key and once", async () => {
    const found = await validateAs("practice", await parseYaml(practice("Line A", "P12M"), "p.yaml"));
    expect(found.filter(({ line }) => line === 4)).toMatchObject([
      {
        code: "wrong-value",
        column: 3,
        message: 'The key "Line A" must be lower-case letters, digits and single hyphens.',
      },
    ]);
  });
  it("one of two alternatives, told by the one that nearly fits", async () => {
    const source = await parseYaml(
      "schema: edition/1\nin-force: { from: 2026-01-01, until: 2026-13-01 }\nduties: [{ applies-when: { x: [], y: 3 } }]\n",
      "e.yaml",
    );
    const found = (await validateAs("edition", source)).filter(
      ({ code }) => code !== "missing-key" && code !== "unknown-schema",
    );
    expect(found).toMatchObject([
      { code: "not-a-day", line: 2, column: 38 },
      { code: "wrong-value", message: "duties[1].applies-when.x must have at least 1 item." },
      { code: "wrong-type", message: "duties[1].applies-when.y must be text, true or false or a list, not a number." },
    ]);
  });
  it("one of two alternatives whose parts have names of their own", async () => {
    const source = await parseYaml(
      "schema: overlay/1\nid: x\nstrengthens:\n  board-lead: { review: monthly, force: law }\n  whistleblowing: 3\n",
      "x.yaml",
    );
    const found = (await validateAs("overlay", source)).filter(({ code }) => code !== "missing-key");
    expect(found.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["not-a-duration", 4, 25],
      ["wrong-value", 4, 41],
      ["wrong-type", 5, 19],
    ]);
  });
  it("all have a validator", async () => {
    const source = await parseYaml("schema: nothing/1\n", "x.yaml");
    for (const name of schemaNames)
      expect(await validateAs(name, source), name).toMatchObject([{ code: "unknown-schema" }]);
  });
});
