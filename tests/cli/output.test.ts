import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyAudit, withFolder } from "./fixture.js";
import { runners } from "./run.js";

const audit = emptyAudit.replace(
  "responses: {}",
  `responses:
  board-lead:
    rating: met
    evidence: [{ title: Policy, path: policies/safeguarding.md#lead, reviewed: 2026-03-01 }]
    actions:
      - { id: A1, what: Write it, status: done, evidence: [{ title: Minutes, path: minutes.md, reviewed: 2026-03-01 }] }`,
);
const files = {
  "audit.yaml": audit,
  "policies/safeguarding.md": "# Lead\n\nTell the lead on the same day.\n",
  "minutes.md": "# Minutes\n\nIt is written.\n",
};

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder(files);
  symlinkSync("audit.yaml", join(made.folder, "link.yaml"));
  symlinkSync("policies", join(made.folder, "papers"));
  mkdirSync(join(made.folder, "out"));
  symlinkSync("out", join(made.folder, "way"));
});
afterEach(() => made.remove());

describe.each(runners)("$name", ({ run }) => {
  const inFolder = (command: string, ...args: readonly string[]) =>
    run([command, ...args, "--today", "2026-11-21"], { cwd: made.folder });

  describe.each(["check", "report"])("%s", (command) => {
    it.each([
      ["the audit", "audit.yaml"],
      ["the audit, spelt in another way", "policies/../audit.yaml"],
      ["a link to the audit", "link.yaml"],
      ["a document that is cited", "policies/safeguarding.md"],
      ["a document that is cited, by a link to its folder", "papers/safeguarding.md"],
      ["a document that an action cites", "./minutes.md"],
    ])("does not write over %s", async (_what, name) => {
      const { code, stdout, stderr } = await inFolder(command, "-f", "csv=gaps.csv", "-f", `json=${name}`);
      expect(stderr).toBe(
        `wt-audit: ${name} is what the report is made from, and is not overwritten\nChoose another file.\n`,
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      for (const [path, text] of Object.entries(files))
        expect(readFileSync(join(made.folder, path), "utf8")).toBe(text);
      expect(existsSync(join(made.folder, "gaps.csv"))).toBe(false);
    });

    it.each([
      ["the same name", "gaps.out", "gaps.out"],
      ["two spellings of a name", "gaps.out", "out/../gaps.out"],
      ["two ways to a folder", "out/gaps.out", "way/gaps.out"],
    ])("does not write two formats to %s", async (_what, first, second) => {
      const outcome = await inFolder(command, "-f", `csv=${first}`, "-f", `json=${second}`);
      expect(outcome).toEqual({
        code: 2,
        stdout: "",
        stderr: `wt-audit: two formats go to ${second}\nGive each a file of its own.\n`,
      });
      expect(existsSync(join(made.folder, first))).toBe(false);
    });
  });

  it("does not write over a cited document that is not there, where it is to be put back", async () => {
    const { code } = await run(["report", "-", "-f", "json=policies/gone.md", "--today", "2026-11-21"], {
      cwd: made.folder,
      stdin: audit.replace("policies/safeguarding.md#lead", "policies/gone.md"),
    });
    expect([code, existsSync(join(made.folder, "policies/gone.md"))]).toEqual([2, false]);
  });

  it("does not write over the example", async () => {
    const example = fileURLToPath(new URL("../../checklists/examples/riverside-youth/audit.yaml", import.meta.url));
    const before = readFileSync(example, "utf8");
    try {
      const { code, stderr } = await inFolder("demo", "-f", `json=${example}`);
      expect(stderr).toContain("is what the report is made from, and is not overwritten");
      expect([code, readFileSync(example, "utf8")]).toEqual([2, before]);
    } finally {
      writeFileSync(example, before);
    }
  });

  it("writes each format to a file of its own, over what is no part of the audit", async () => {
    const first = await inFolder("report", "-f", "csv=out/gaps.csv", "-f", "json=out/gaps.json");
    expect(first).toEqual({ code: 0, stdout: "", stderr: "Wrote out/gaps.csv\nWrote out/gaps.json\n" });
    const second = await inFolder("report", "-f", "json=way/gaps.json", "-q");
    expect(second).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(made.folder, "out/gaps.json"), "utf8")).schema).toBe("report/1");
  });
});
