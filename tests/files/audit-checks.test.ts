import { beforeAll, describe, expect, it } from "vitest";
import { parseAnswers } from "../../src/files/answers-file.js";
import { checkAnswers, checkAudit } from "../../src/files/audit-checks.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { readShippedChecklist } from "../../src/files/shipped.js";
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
  const { audit, source } = await parseAudit(text, "audit.yaml");
  return checkAudit(audit, source, checklist, profile);
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
    const { answers, source } = await parseAnswers(
      "schema: answers/1\norganisation: { facts: { size: big } }\nresponses: { qqqq: {} }\n",
      "answers.yaml",
    );
    expect(checkAnswers(answers, source, checklist, profile)).toMatchObject([
      { code: "wrong-value", line: 2 },
      { code: "unknown-requirement", line: 3 },
    ]);
  });
});
