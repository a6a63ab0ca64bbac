import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAudit } from "../../src/files/audit-file.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { runners } from "./run.js";

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder({
    "audit.yaml": emptyAudit,
    "policies/safeguarding.md": "# Safeguarding\n\nTell the lead on the same day.\n",
  });
});
afterEach(() => made.remove());

const answers = `schema: answers/1
assessor: Designated safeguarding lead
organisation: { facts: { charity: true } }
responses:
  board-lead:
    rating: met
    evidence: [{ title: Safeguarding policy, path: policies/safeguarding.md, reviewed: 2026-03-01 }]
  whistleblowing: { rating: not-met }
`;

async function saved(): Promise<ReturnType<typeof parseAudit>> {
  return parseAudit(readFileSync(join(made.folder, "audit.yaml"), "utf8"), "audit.yaml");
}

describe.each(runners)("$name", ({ run }) => {
  const apply = (text: string, ...args: readonly string[]) =>
    run(["audit", "--answers", "-", "--today", "2026-11-21", ...args], { cwd: made.folder, stdin: text });

  it("records what the walk would have recorded", async () => {
    const { code, stdout, stderr } = await apply(answers);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^2 answers recorded\.\n2 of \d+ answered\.\nStill open: /u);
    const { audit } = await saved();
    expect(audit.organisation.facts["charity"]).toBe(true);
    expect(audit.assessors).toEqual([{ role: "Designated safeguarding lead" }]);
    expect(audit.responses["board-lead"]).toMatchObject({
      rating: "met",
      assessed: { on: "2026-11-21", by: "Designated safeguarding lead" },
      evidence: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) }],
      question: expect.stringMatching(/^[0-9a-f]{8}$/u),
    });
  });

  it("keeps what is answered already, unless told to redo it", async () => {
    await apply(answers);
    const other = "schema: answers/1\nresponses: { board-lead: { rating: not-met } }\n";
    expect((await apply(other)).stderr).toMatch(/^0 answers recorded, 1 kept as they were/u);
    expect((await saved()).audit.responses["board-lead"]?.rating).toBe("met");
    await apply(other, "--redo");
    expect((await saved()).audit.responses["board-lead"]?.rating).toBe("not-met");
  });

  it("takes only what is selected", async () => {
    await apply(answers, "--only", "whistleblowing");
    expect(Object.keys((await saved()).audit.responses)).toEqual(["whistleblowing"]);
  });

  it("starts an audit where there is none, when the answers name the organisation", async () => {
    const named = answers.replace("organisation: {", "organisation: { name: Riverside Youth Project,");
    const { code } = await run(["audit", "new.yaml", "--answers", "-", "--today", "2026-11-21"], {
      cwd: made.folder,
      stdin: named,
    });
    expect(code).toBe(0);
    const text = readFileSync(join(made.folder, "new.yaml"), "utf8");
    expect(text).toMatch(/^checklist: working-together-2026$/mu);
    expect((await parseAudit(text, "new.yaml")).audit.responses["board-lead"]?.rating).toBe("met");
  });

  it("needs a name for a new audit", async () => {
    const { code, stderr } = await run(["audit", "new.yaml", "--answers", "-"], { cwd: made.folder, stdin: answers });
    expect(code).toBe(2);
    expect(stderr).toMatch(/needs the name/u);
  });

  it("writes nothing when anything is wrong", async () => {
    const before = readFileSync(join(made.folder, "audit.yaml"), "utf8");
    const outcome = await apply(answers.replace("whistleblowing", "wistleblowing"));
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(outcome.stderr).toMatch(
      /standard input:8:3: error unknown-requirement[\s\S]*Did you mean whistleblowing\?/u,
    );
    expect(readFileSync(join(made.folder, "audit.yaml"), "utf8")).toBe(before);
  });

  it("refuses a selection that the checklist does not have", async () => {
    expect((await apply(answers, "--only", "bord-lead")).stderr).toMatch(
      /no requirement "bord-lead"\nDid you mean board-lead\?/u,
    );
    expect((await apply(answers, "--standard", "leader")).stderr).toMatch(
      /no standard "leader"\nDid you mean leadership\?/u,
    );
  });

  it("keeps the comments and the order of a file edited by hand", async () => {
    const text = `# Ours.\n${emptyAudit.replace("period:", "# The calendar year.\nperiod:")}`;
    writeFileSync(join(made.folder, "audit.yaml"), text);
    await apply(answers);
    const after = readFileSync(join(made.folder, "audit.yaml"), "utf8");
    expect(after.startsWith("# Ours.\nschema: audit/1\n")).toBe(true);
    expect(after).toContain("# The calendar year.\nperiod: { from: 2026-01-01, to: 2026-12-31 }\nassessors:");
  });
});
