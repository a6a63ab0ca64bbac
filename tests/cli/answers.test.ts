import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { memoryWorld } from "./memory-world.js";
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
organisation: { facts: { national-sport-funding: true } }
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
    expect(audit.organisation.facts["national-sport-funding"]).toBe(true);
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

  it("keeps name, reference and facts that are there, and counts them, unless told to redo them", async () => {
    const before = emptyAudit.replace("  facts:", "  reference: RYP-01\n  facts:");
    writeFileSync(join(made.folder, "audit.yaml"), before);
    const other = `schema: answers/1
organisation: { name: Riverside Trust, reference: RYP-02, facts: { charity: true, employs-staff: false } }
responses: {}
`;
    expect((await apply(other)).stderr).toMatch(
      /^0 answers recorded, 3 kept as they were \(--redo replaces them\)\.\n/u,
    );
    expect(readFileSync(join(made.folder, "audit.yaml"), "utf8")).toBe(before);
    expect((await apply(other, "--redo")).stderr).toMatch(/^0 answers recorded\.\n/u);
    const { organisation } = (await saved()).audit;
    expect(organisation).toMatchObject({ name: "Riverside Trust", reference: "RYP-02", facts: { charity: true } });
  });

  it("gives a reference where there is none, and an answer where there is an empty list", async () => {
    writeFileSync(join(made.folder, "audit.yaml"), emptyAudit.replace("[voluntary-or-private]", "[]"));
    const more = `schema: answers/1
organisation: { reference: RYP-02, facts: { sector: [voluntary-or-private] } }
responses: {}
`;
    expect((await apply(more)).stderr).toMatch(/^0 answers recorded\.\n/u);
    const { organisation } = (await saved()).audit;
    expect([organisation.reference, organisation.facts["sector"]]).toEqual(["RYP-02", ["voluntary-or-private"]]);
  });

  it("counts what is outside the selection", async () => {
    expect((await apply(answers, "--only", "board-lead")).stderr).toMatch(
      /^1 answer recorded\.\n1 outside the selection, not recorded\.\n1 of \d+ answered\.\n/u,
    );
  });

  it("says nothing with -q but what is wrong", async () => {
    expect(await apply(answers, "-q")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect((await apply(answers.replace("met", "mett"), "-q")).stderr).toMatch(/error wrong-value/u);
  });

  it("records the same answers a second time as no change", async () => {
    await apply(answers);
    const before = readFileSync(join(made.folder, "audit.yaml"), "utf8");
    expect((await apply(answers)).code).toBe(0);
    expect(readFileSync(join(made.folder, "audit.yaml"), "utf8")).toBe(before);
  });

  it("takes an answer that waits to be confirmed for none", async () => {
    const waiting = "responses:\n  board-lead: { rating: not-met, to-confirm: Carried over. }";
    writeFileSync(join(made.folder, "audit.yaml"), emptyAudit.replace("responses: {}", waiting));
    await apply(answers);
    expect((await saved()).audit.responses["board-lead"]).toMatchObject({ rating: "met" });
    expect((await saved()).audit.responses["board-lead"]).not.toHaveProperty("to-confirm");
  });

  it.each([
    [
      "an answer without a rating",
      "board-lead: { note: Ask the chair. }",
      "standard input:2:14: error missing-key: The answer to board-lead has no rating.\n    Add rating: met, partly-met, not-met or not-applicable.",
    ],
    [
      "not applicable without a reason",
      "board-lead: { rating: not-applicable }",
      "standard input:2:36: error missing-reason: board-lead is not applicable, and no reason is given.\n    Add reason: and why it does not apply to you.",
    ],
    [
      "an action whose id stands elsewhere in the audit",
      "board-lead: { rating: not-met, actions: [{ id: A1, what: Appoint one, status: open }] }",
      'standard input:2:61: error duplicate-id: The action id "A1" stands in the audit already, at culture-of-listening.\n    Give each action of the audit an id of its own.',
    ],
    [
      "a period, which the audit has",
      "{}\nperiod: { from: 2026-01-01, to: 2026-12-31 }",
      'standard input:3:1: error unknown-key: "period" is not a key of this file.',
    ],
  ])("refuses %s, and writes nothing", async (_what, responses, problem) => {
    const planned = `responses:
  culture-of-listening: { rating: not-met, actions: [{ id: A1, what: Write it, status: open }] }`;
    const before = emptyAudit.replace("responses: {}", planned);
    writeFileSync(join(made.folder, "audit.yaml"), before);
    const text = `schema: answers/1\nresponses: ${responses.startsWith("{") ? responses : `{ ${responses} }`}\n`;
    const { code, stdout, stderr } = await apply(text);
    expect(stderr).toContain(problem);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(readFileSync(join(made.folder, "audit.yaml"), "utf8")).toBe(before);
    expect(readdirSync(made.folder)).toEqual(["audit.yaml", "policies"]);
  });

  it("tells everything that is wrong with the answers at once", async () => {
    const text = `schema: answers/1
organisation: { facts: { sector: [polise] } }
responses:
  board-lead: { note: Ask the chair. }
  whistleblowing: { rating: not-applicable }
  wistleblowing: { rating: met }
`;
    const codes = [...(await apply(text)).stderr.matchAll(/:(\d+):\d+: error ([a-z-]+)/gu)];
    expect(codes.map(([, line, code]) => `${line} ${code}`)).toEqual([
      "2 wrong-value",
      "4 missing-key",
      "5 missing-reason",
      "6 unknown-requirement",
    ]);
  });

  it("lets an answer keep the ids of its own actions when it is redone", async () => {
    const planned = "board-lead: { rating: not-met, actions: [{ id: A1, what: Appoint one, status: open }] }";
    const text = `schema: answers/1\nresponses: { ${planned} }\n`;
    await apply(text);
    expect((await apply(text.replace("not-met", "partly-met"), "--redo")).code).toBe(0);
    expect((await saved()).audit.responses["board-lead"]).toMatchObject({
      rating: "partly-met",
      actions: [{ id: "A1" }],
    });
  });
});

it("whatever is recorded from a file can be read back, and is what was said", async () => {
  const text = fc.string({ unit: "binary", minLength: 1 }).filter((some) => /\S/u.test(some));
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, note, reason) => {
      const said = {
        schema: "answers/1",
        organisation: { name },
        responses: { "board-lead": { rating: "met", note }, whistleblowing: { rating: "not-applicable", reason } },
      };
      const world = memoryWorld({ "audit.yaml": emptyAudit }, { stdin: inAscii(said) });
      expect(await main(["audit", "--answers", "-", "--redo"], world.host)).toBe(0);
      const { audit } = await parseAudit(world.text("audit.yaml") ?? "", "audit.yaml");
      expect([
        audit.organisation.name,
        audit.responses["board-lead"]?.note,
        audit.responses["whistleblowing"]?.reason,
      ]).toEqual([name, note, reason]);
    }),
  );
});

/** JSON, which is YAML, with everything but ASCII escaped. */
function inAscii(value: unknown): string {
  return JSON.stringify(value).replace(/[^\n -~]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
