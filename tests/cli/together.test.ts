import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseAudit } from "../../src/files/audit-file.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { runBuilt } from "./run.js";

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder({ "audit.yaml": emptyAudit });
});
afterEach(() => made.remove());

const ids = [
  "board-lead",
  "whistleblowing",
  "safe-recruitment",
  "escalation-policy",
  "practice-review",
  "staff-competence",
];
const answer = (id: string) => `schema: answers/1\nresponses: { ${id}: { rating: not-met } }\n`;
const saved = async () => (await parseAudit(readFileSync(join(made.folder, "audit.yaml"), "utf8"), "audit.yaml")).audit;

it("six programs that save to one file at once lose no answer, and leave no lock", async () => {
  const runs = ids.map((id) => runBuilt(["audit", "--answers", "-", "-q"], { cwd: made.folder, stdin: answer(id) }));
  const outcomes = await Promise.all(runs);
  expect(outcomes.map(({ code }) => code)).toEqual(ids.map(() => 0));
  expect(Object.keys((await saved()).responses).toSorted()).toEqual(ids.toSorted());
  expect(readdirSync(made.folder)).toEqual(["audit.yaml"]);
});

it("the lock of a program that was killed does not stand in the way", async () => {
  writeFileSync(join(made.folder, ".audit.yaml.lock"), "999999999");
  const outcome = await runBuilt(["audit", "--answers", "-", "-q"], { cwd: made.folder, stdin: answer("board-lead") });
  expect(outcome.code).toBe(0);
  expect(readdirSync(made.folder)).toEqual(["audit.yaml"]);
});

it("answers to be redone keep a moderation, actions and a note that they do not speak of", async () => {
  const standing = `responses:
  board-lead:
    rating: partly-met
    note: Ours.
    actions: [{ id: A1, what: Appoint a trustee, status: open }]
    moderated: { rating: not-met, on: 2026-11-01 }`;
  writeFileSync(join(made.folder, "audit.yaml"), emptyAudit.replace("responses: {}", standing));
  const text = `${answer("board-lead")}organisation: { facts: { charity: true } }\n`;
  await runBuilt(["audit", "--answers", "-", "--redo", "--only", "board-lead"], { cwd: made.folder, stdin: text });
  const { responses, organisation } = await saved();
  expect(responses["board-lead"]).toMatchObject({
    rating: "not-met",
    note: "Ours.",
    actions: [{ id: "A1" }],
    moderated: { rating: "not-met" },
  });
  expect(organisation.facts["charity"]).toBe(false);
});

it("an audit cannot cite itself, not by a link either", async () => {
  symlinkSync("audit.yaml", join(made.folder, "proof.txt"));
  const cites =
    "responses:\n  board-lead: { rating: met, evidence: [{ title: Proof, path: proof.txt, reviewed: 2026-11-01 }] }";
  writeFileSync(join(made.folder, "audit.yaml"), emptyAudit.replace("responses: {}", cites));
  const { code, stderr } = await runBuilt(["check", "--today", "2026-11-21"], { cwd: made.folder });
  expect(code).toBe(2);
  expect(stderr).toMatch(/cites itself/u);
});

it("an edition that went out of force too long ago does not pass, whatever the period says", async () => {
  const old = emptyAudit
    .replace("working-together-2023", "working-together-2006")
    .replace("from: 2026-01-01, to: 2026-12-31", "from: 2009-01-01, to: 2009-12-31");
  writeFileSync(join(made.folder, "audit.yaml"), old);
  const { stdout } = await runBuilt(["check", "--today", "2026-11-21"], { cwd: made.folder });
  expect(stdout).toMatch(/2006 was in force until 28 February\s+2010, more\s+than 12 months ago\./u);
});
