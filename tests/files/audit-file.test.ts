import { describe, expect, it } from "vitest";
import { parseAnswers, readAnswers } from "../../src/files/answers-file.js";
import { parseAudit, readAudit } from "../../src/files/audit-file.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import { briefly, problemsOf } from "./problems-of.js";

const head = `schema: audit/1
checklist: working-together-2023
organisation: { name: Riverside Youth Project, facts: {} }
period: { from: 2026-01-01, to: 2026-12-31 }
`;
const problems = (text: string) => problemsOf(parseAudit(text, "audit.yaml"));
const inResponse = async (lines: string) => briefly(await problems(`${head}responses:\n  board-lead:\n${lines}`));

describe("an audit file", () => {
  it("is read with its places", async () => {
    const { audit, source } = await parseAudit(`${head}responses:\n  board-lead: { rating: met }\n`, "audit.yaml");
    expect(audit.responses).toEqual({ "board-lead": { rating: "met" } });
    expect(source.locate(["responses", "board-lead", "rating"], "value")).toEqual({ line: 6, column: 25 });
  });

  it("tells everything that is wrong at once, in the order of the file", async () => {
    const text = `schema: audit/1
checklist: working-together-2023
organisation: { name: 2026, facts: {} }
period: { from: 2026-12-31, to: 2026-01-01 }
responses:
  board-lead:
    ratting: met
    evidence:
      - { title: Policy, path: ../policy.md, reviewed: 2026-02-30 }
  board-lead: &x { rating: mett }
`;
    expect(briefly(await problems(text))).toEqual([
      "3:23 wrong-type",
      "4:33 days-out-of-order",
      "7:5 unknown-key",
      "9:32 path-outside",
      "9:56 not-a-day",
      "10:3 duplicate-key",
      "10:15 yaml-alias",
    ]);
  });

  it("shows a hundred problems and says how many more there are", async () => {
    const lines = Array.from({ length: 150 }, (_, index) => `  r${index}: { rating: x }`).join("\n");
    const found = await problems(`${head}responses:\n${lines}\n`);
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toMatchObject({ line: 106, message: "50 more problems from here on." });
  });

  it("says nothing of what stands behind an alias", async () => {
    expect(briefly(await problems(`${head}responses: *x\n`))).toEqual(["5:12 yaml-alias"]);
  });

  it.each(["- a\n", "just text\n"])("%j is no mapping", async (text) => {
    expect(await problems(text)).toMatchObject([
      { code: "wrong-type", line: 1, hint: 'Begin it with "schema: audit/1".' },
    ]);
  });

  it("reports __proto__ as an unknown key", async () => {
    expect(await problems(`${head}responses: {}\n__proto__: { polluted: true }\n`)).toMatchObject([
      { code: "unknown-key", line: 6, column: 1, message: '"__proto__" is not a key of this file.' },
    ]);
  });
});

describe("what the file alone shows", () => {
  it("days in order", async () => {
    expect(
      await inResponse("    evidence: [{ title: P, path: p.md, reviewed: 2026-03-02, review-due: 2026-03-01 }]\n"),
    ).toEqual(["7:74 days-out-of-order"]);
    expect(
      await inResponse("    evidence: [{ title: P, path: p.md, reviewed: 2026-03-01, review-due: 2026-03-01 }]\n"),
    ).toEqual([]);
    expect(briefly(await problems(`${head.replace("2026-12-31", "2026-01-01")}responses: {}\n`))).toEqual([]);
  });
  it("action ids that differ in the whole audit", async () => {
    const action = (id: string) => `    actions: [{ id: ${id}, what: Appoint one, status: open }]\n`;
    const text = (second: string) => `${head}responses:\n  a:\n${action("A1")}  b:\n${action(second)}`;
    expect(await problems(text("A1"))).toMatchObject([
      { code: "duplicate-id", line: 9, column: 21, message: 'The action id "A1" stands already in line 7.' },
    ]);
    expect(await problems(text("A2"))).toEqual([]);
  });
  it("paths of evidence, of actions too", async () => {
    expect(
      await inResponse("    actions: [{ id: A1, what: x, status: done, evidence: [{ title: P, path: C:/p.md }] }]\n"),
    ).toEqual(["7:77 path-form"]);
    expect(
      await inResponse("    actions: [{ id: A1, what: x, status: done, evidence: [{ title: P, path: p.md }] }]\n"),
    ).toEqual([]);
  });
  it("leaves overlays to whoever reads them", async () => {
    expect(await problems(`${head}overlays: [anytown.yaml]\nresponses: {}\n`)).toEqual([]);
  });
  it("leaves to the gaps what is a gap", async () => {
    expect(await inResponse("    rating: not-applicable\n")).toEqual([]);
  });
});

describe("an answers file", () => {
  it("is read like an audit", async () => {
    const { answers } = await parseAnswers("schema: answers/1\nresponses: { a: { rating: met } }\n", "answers.yaml");
    expect(answers.responses).toEqual({ a: { rating: "met" } });
  });
  it("is told from an audit, whatever else differs", async () => {
    const found = await problemsOf(parseAnswers(`${head}responses: {}\n`, "answers.yaml"));
    expect(found).toMatchObject([
      {
        code: "unknown-schema",
        line: 1,
        column: 9,
        message: 'This is not an answers file: its schema is "audit/1", not "answers/1".',
      },
    ]);
  });
  it("is held to the same rules", async () => {
    const evidence = "{ title: Policy, path: policy.md, reviewed: 2026-02-01, review-due: 2026-01-01 }";
    const text = `schema: answers/1\nresponses:\n  a: { rating: met, evidence: [${evidence}] }\n`;
    expect(briefly(await problemsOf(parseAnswers(text, "answers.yaml")))).toEqual(["3:100 days-out-of-order"]);
  });
  it("says nothing of a period: the audit has one", async () => {
    const text = "schema: answers/1\nperiod: { from: 2026-01-01, to: 2026-12-31 }\nresponses: {}\n";
    expect(await problemsOf(parseAnswers(text, "answers.yaml"))).toMatchObject([
      { code: "unknown-key", line: 2, message: '"period" is not a key of this file.' },
    ]);
  });
});

describe("a file that the user named", () => {
  const host = {
    cwd: "/nowhere",
    files: nodeFileSystem,
    stdin: {
      isTerminal: false,
      readAll: () => Promise.resolve(Buffer.from("schema: answers/1\nresponses: {}\nx: 1\n")),
    },
  };
  it("is standard input when it is -", async () => {
    expect(await problemsOf(readAnswers("-", host))).toMatchObject([
      { file: "standard input", code: "unknown-key", line: 3 },
    ]);
  });
  it("is shown as it was given", async () => {
    expect(await problemsOf(readAudit("sub/audit.yaml", host))).toMatchObject([
      { file: "sub/audit.yaml", code: "file-missing" },
    ]);
  });
});
