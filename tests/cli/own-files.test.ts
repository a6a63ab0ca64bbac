import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyAudit, withFolder } from "./fixture.js";
import { runners } from "./run.js";

const overlay = `schema: overlay/1
id: anytown
title: Anytown return
extends: working-together-2023
sources: [{ id: own, title: Anytown standards, kind: local-document }]
`;
const audit = emptyAudit.replace("checklist: working-together-2023", "$&\noverlays: [anytown.yaml]").replace(
  "responses: {}",
  `responses:
  board-lead:
    rating: met
    evidence: [{ title: Policy, path: policy.md, reviewed: 2026-03-01 }]
    assessed: { on: 2026-10-27, by: Designated safeguarding lead }
    actions:
      - { id: A1, what: Write it, owner: Chair, due: 2027-01-31, status: open }
archive:
  - checklist: working-together-2018
    requirement: retired-one
    on: 2026-03-01
    response: { rating: met, evidence: [{ title: Old policy, path: old-policy.md }] }`,
);
const files = {
  "audit.yaml": audit,
  "anytown.yaml": overlay,
  "policy.md": "# Lead\n\nTell the lead on the same day.\n",
  "old-policy.md": "# Lead\n\nTell the lead soon.\n",
  "2025.yaml": `# last year's\n${emptyAudit.replaceAll("2026-", "2025-")}`,
  "2024.yaml": `{"schema": "audit/1", "note": "as a program writes it"}`,
  ".wt-audit.yaml": "schema: config/1\naudit: audit.yaml\n",
};

let made: ReturnType<typeof withFolder>;
beforeEach(() => (made = withFolder(files)));
afterEach(() => made.remove());

/** Everything that is made from an audit and can be written to a file. */
const commands: readonly (readonly [string, readonly string[]])[] = [
  ["report", ["report", "audit.yaml", "--today", "2026-11-21"]],
  ["the list of actions", ["actions", "audit.yaml", "--today", "2026-11-21"]],
  ["what a migration would do", ["migrate", "audit.yaml", "--to", "working-together-2023", "--dry-run"]],
  ["what a review would do", ["review", "audit.yaml", "--checklist", "working-together-2023", "--dry-run"]],
  ["a sample", ["moderate", "audit.yaml", "--sample", "1", "--list", "--today", "2026-11-21"]],
];

describe.each(runners)("$name", ({ run }) => {
  describe.each(commands)("%s", (_name, args) => {
    it.each([
      ["the audit", "audit.yaml", "is what the report is made from"],
      ["an overlay of the audit", "anytown.yaml", "is what the report is made from"],
      ["a document that is cited", "policy.md", "is what the report is made from"],
      ["a document that an archived answer cites", "old-policy.md", "is what the report is made from"],
      ["another audit", "2025.yaml", "holds an audit"],
      ["another audit that is written as JSON", "2024.yaml", "holds an audit"],
      ["the config", ".wt-audit.yaml", "holds a config"],
    ])("does not write over %s", async (_what, name, why) => {
      const { code, stderr } = await run([...args, "-f", `json=${name}`], { cwd: made.folder });
      expect(stderr).toBe(`wt-audit: ${name} ${why}, and is not overwritten\nChoose another file.\n`);
      expect(code).toBe(2);
      for (const [path, text] of Object.entries(files))
        expect(readFileSync(join(made.folder, path), "utf8")).toBe(text);
    });
  });

  it("does not write a checklist over an audit, which it knows nothing of", async () => {
    const { code, stderr } = await run(["checklist", "show", "anytown.yaml", "-f", "json=audit.yaml"], {
      cwd: made.folder,
    });
    expect([code, stderr]).toEqual([
      2,
      "wt-audit: audit.yaml holds an audit, and is not overwritten\nChoose another file.\n",
    ]);
  });

  it("writes over a report of its own as often as wanted", async () => {
    const args = ["report", "audit.yaml", "-f", "json=gaps.json", "-f", "html=gaps.html", "--today", "2026-11-21"];
    await run(args, { cwd: made.folder });
    const again = await run(args, { cwd: made.folder });
    expect(again).toMatchObject({ code: 0, stderr: "Wrote gaps.json\nWrote gaps.html\n" });
  });
});
