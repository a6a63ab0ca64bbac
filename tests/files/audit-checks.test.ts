import { beforeAll, describe, expect, it } from "vitest";
import { checkNames } from "../../src/files/audit-checks.js";
import { arrange } from "../../src/files/diagnostics.js";
import { readShippedChecklist } from "../../src/files/shipped.js";
import { parseYaml } from "../../src/files/yaml-source.js";
import type { Checklist } from "../../src/model/checklist.js";
import type { Profile } from "../../src/model/profile.js";

let checklist: Checklist;
const profile: Profile = {
  schema: "profile/1",
  facts: [
    { id: "employs-staff", title: "employs staff", question: "Do you employ staff?", kind: "yes-no" },
    {
      id: "size",
      title: "size",
      question: "How large?",
      kind: "choice",
      choices: [
        { value: "small", title: "Small" },
        { value: "large", title: "Large" },
      ],
    },
    {
      id: "sector",
      title: "sector",
      question: "Which?",
      kind: "choices",
      choices: [
        { value: "police", title: "Police" },
        { value: "education", title: "Education" },
      ],
    },
  ],
};

beforeAll(async () => {
  checklist = await readShippedChecklist("working-together-2023");
});

async function check(facts: string, responses = "{}") {
  const text = `schema: audit/1
checklist: working-together-2023
organisation: { name: Riverside, facts: ${facts} }
period: { from: 2026-01-01, to: 2026-12-31 }
responses: ${responses}
`;
  return checkText(text);
}

async function checkText(text: string, file = "audit.yaml") {
  return arrange(checkNames(await parseYaml(text, file), checklist, profile));
}

describe("what an audit names", () => {
  it("is known", async () => {
    const id = checklist.standards[0]?.requirements[0]?.id ?? "";
    expect(
      await check("{ employs-staff: false, size: small, sector: [police, education] }", `{ ${id}: { rating: met } }`),
    ).toEqual([]);
  });
  it("is an unknown requirement", async () => {
    const id = checklist.standards[0]?.requirements[0]?.id ?? "";
    const found = await check("{}", `{ ${id}x: { rating: met }, qqqq: {} }`);
    expect(found).toMatchObject([
      { code: "unknown-requirement", line: 5, column: 14, hint: `Did you mean ${id}?` },
      {
        code: "unknown-requirement",
        line: 5,
        message: 'working-together-2023 has no requirement "qqqq".',
        hint: "To see them all: wt-audit checklist show working-together-2023.",
      },
    ]);
  });
  it.each([
    ["{ employ-staff: true }", "unknown-fact", 43, 'There is no fact "employ-staff".', "Did you mean employs-staff?"],
    ["{ qqqq: true }", "unknown-fact", 43, 'There is no fact "qqqq".', "The facts: employs-staff, size, sector."],
    [
      "{ employs-staff: yes }",
      "wrong-type",
      58,
      'employs-staff must be true or false, not "yes".',
      "Write true for yes, false for no, without quotes.",
    ],
    ["{ size: true }", "wrong-type", 49, "size must be one of its choices, not true.", "Write small or large."],
    ["{ size: [small] }", "wrong-type", 49, "size must be one of its choices, not a list.", "Write small or large."],
    [
      "{ size: smal }",
      "wrong-value",
      49,
      '"smal" is not a choice of size: it must be small or large.',
      "Did you mean small?",
    ],
    [
      "{ sector: police }",
      "wrong-type",
      51,
      'sector must be a list of its choices, not "police".',
      "Put it in brackets: [police].",
    ],
    [
      "{ sector: [police, educaton] }",
      "wrong-value",
      60,
      '"educaton" is not a choice of sector: it must be police or education.',
      "Did you mean education?",
    ],
  ])("%s", async (facts, code, column, message, hint) => {
    expect(await check(facts)).toEqual([
      { code, severity: "error", file: "audit.yaml", line: 3, column, message, hint },
    ]);
  });
  it("is checked in an answers file too", async () => {
    const text = "schema: answers/1\norganisation: { facts: { size: big } }\nresponses: { qqqq: {} }\n";
    expect(await checkText(text, "answers.yaml")).toMatchObject([
      { code: "wrong-value", line: 2, file: "answers.yaml" },
      { code: "unknown-requirement", line: 3, file: "answers.yaml" },
    ]);
  });
});

describe("a file that is not valid", () => {
  it("is checked all the same for the names that can be found", async () => {
    const text = `schema: audit/9
organisation: { nam: 2026, facts: { employ-staff: yes } }
responses: { qqqq: 7 }
period: never
`;
    expect(await checkText(text)).toMatchObject([
      { code: "unknown-fact", line: 2, column: 37 },
      { code: "unknown-requirement", line: 3, column: 14 },
    ]);
  });

  it.each([
    ["organisation: Riverside\nresponses: [board-lead]\n"],
    ["organisation: { facts: [sector] }\nresponses: met\n"],
    ["organisation:\nresponses:\n"],
    ["checklist: working-together-2023\n"],
    ["- a list\n"],
    ["just text\n"],
  ])("names nothing where there is no mapping: %j", async (text) => {
    expect(await checkText(text)).toEqual([]);
  });

  it.each(["7", "null", "1.5", "{ police: true }"])("leaves to the schema a fact that is %s", async (value) => {
    expect(await checkText(`organisation: { facts: { sector: ${value} } }\n`)).toEqual([]);
  });

  it("takes the names that every object has for unknown ones", async () => {
    const text =
      "organisation: { facts: { __proto__: true, constructor: true } }\nresponses: { __proto__: {}, toString: {} }\n";
    expect((await checkText(text)).map(({ code, line }) => `${line} ${code}`)).toEqual([
      "1 unknown-fact",
      "1 unknown-fact",
      "2 unknown-requirement",
      "2 unknown-requirement",
    ]);
  });
});
