import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { check } from "../../src/commands/check.js";
import type { CheckOptions } from "../../src/commands/conclude.js";
import type { PolicyRequest, PolicyScanner } from "../../src/commands/policies.js";
import { ExitCode, UserError } from "../../src/errors.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import type { Host } from "../../src/host.js";
import type { ReportDocument, ReportFinding } from "../../src/model/report.js";
import { renderProblem } from "../../src/reporters/problem.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { collector } from "./run.js";

let made: ReturnType<typeof withFolder> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

const words = { draft: "error", placeholder: "warning", "case-data": "error" } as const;

/** A scan that finds what the words of a document name, each at its line. */
const scanner = (requests: PolicyRequest[] = []): PolicyScanner => {
  const read = (request: PolicyRequest): readonly ReportDocument[] => {
    requests.push(request);
    return request.documents.map((file) => ({
      file,
      unit: "line",
      findings: readFileSync(join(request.root, file), "utf8").split("\n").flatMap(findingsIn),
    }));
  };
  return {
    isDocument: (file) => file.endsWith(".md"),
    scanPolicies: async (request) => read(request),
    checkPolicies: async (given, host) => {
      const { documents, waivers, baseline } = await given.settle({ documents: read(given), statements: [] });
      await host.stdout.write(JSON.stringify({ documents, waivers, baseline, changed: given.changed?.size ?? null }));
      return ExitCode.passed;
    },
  };
};

const findingsIn = (text: string, index: number): readonly ReportFinding[] =>
  Object.entries(words).flatMap(([code, severity]) =>
    text.includes(code)
      ? [
          {
            code,
            severity,
            line: index + 1,
            about: null,
            message: "It is so.",
            hint: "See to it.",
            waived: false,
            known: false,
          },
        ]
      : [],
  );

const config = `schema: config/1
audit: audit.yaml
policies: [policies/**/*.md]
baseline: known.json
waivers:
  - { file: ./policies/a.md, finding: draft, reason: It is rewritten, approved-by: Chair, expires: 2026-12-31 }
`;
const files = {
  ".wt-audit.yaml": config,
  "audit.yaml": emptyAudit,
  "known.json": '{"schema":"baseline/1","gaps":[],"findings":[]}',
  "policies/a.md": "draft\nplaceholder\n",
  "policies/b.md": "draft\n",
};

async function run(
  given: Readonly<Record<string, string>>,
  options: CheckOptions = {},
  scan: PolicyScanner = scanner(),
) {
  made ??= withFolder(given);
  const [out, err] = [collector(null), collector(null)];
  const host: Host = {
    cwd: made.folder,
    env: {},
    today: () => "2026-11-21",
    stdin: { isTerminal: false, readAll: async () => new Uint8Array() },
    stdout: out.output,
    stderr: err.output,
    files: nodeFileSystem,
    openPrompter: () => Promise.reject(new Error("no terminal here")),
  };
  try {
    const code = await check(options, host, scan);
    return { code, stdout: out.text(), stderr: err.text() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: 2, stdout: out.text(), stderr: renderProblem(error) };
  }
}

const lines = (text: string) => text.split("\n").filter((line) => line.startsWith("policies/"));

describe("policies beside an audit", () => {
  it("are scanned with what the audit says, and what is wrong with them fails the check", async () => {
    const requests: PolicyRequest[] = [];
    const { code, stdout } = await run(files, {}, scanner(requests));
    expect(code).toBe(1);
    expect(requests).toMatchObject([
      {
        documents: ["policies/a.md", "policies/b.md"],
        checklist: "working-together-2023",
        facts: { "has-volunteers": true },
        today: "2026-11-21",
      },
    ]);
    expect(lines(stdout)).toEqual(["policies/b.md:1 error draft: It is so."]);
    expect(stdout).toContain("1 new finding in policy documents at or above error (not counted: 1 waived).");
  });

  it("are known after an update, but for information about a child", async () => {
    const { stdout, stderr } = await run({ ...files, "policies/b.md": "draft\ncase-data\n" }, { updateBaseline: true });
    expect(stderr).toMatch(/^Wrote known\.json: \d+ known \(\d+ added, 0 gone\)\.\n$/u);
    expect(lines(stdout)).toEqual(["policies/b.md:2 error case-data: It is so."]);
    const { findings } = JSON.parse(readFileSync(join(made?.folder ?? "", "known.json"), "utf8"));
    expect(findings).toEqual([
      { file: "policies/a.md", finding: "placeholder", count: 1 },
      { file: "policies/b.md", finding: "draft", count: 1 },
    ]);
  });

  it("that did not change are passed over, and stay in the baseline as they are", async () => {
    await run(files, { updateBaseline: true });
    const folder = made?.folder ?? "";
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=Lead", "-c", "user.email=l@example.org", ...args], { cwd: folder });
    git("init", "-q");
    git("add", "-A");
    git("commit", "-q", "-m", "first");
    writeFileSync(join(folder, "policies/a.md"), "all is well\n");
    writeFileSync(join(folder, "policies/b.md"), "draft\ndraft\n");
    git("add", "policies/b.md");
    git("commit", "-q", "-m", "second");
    const { stdout, stderr } = await run(files, { changedSince: "HEAD", updateBaseline: true });
    expect(stderr).toMatch(/^Wrote known\.json: \d+ known \(0 added, 1 gone\)\.\n/u);
    expect(stdout).not.toContain("policies/b.md");
    const { findings } = JSON.parse(readFileSync(join(folder, "known.json"), "utf8"));
    expect(findings).toEqual([{ file: "policies/b.md", finding: "draft", count: 1 }]);
    expect((await run(files, { changedSince: "HEAD~1" })).stdout).toContain("policies/b.md:2 error draft");
    expect((await run(files, { changedSince: "nope" })).stderr).toContain('git knows no revision "nope"');
  });

  it("that are not read are named", async () => {
    const text = config.replace("**/*.md", "**");
    const { stderr } = await run({ ...files, ".wt-audit.yaml": text, "policies/c.odt": "x" });
    expect(stderr).toContain("Not read: policies/c.odt. This kind of file is not read.\n");
  });

  it.each([
    ["[policies/*.txt]", '.wt-audit.yaml:3:12: error nothing-matched: "policies/*.txt" leads to no document.'],
    ["[policies, none.md]", ".wt-audit.yaml:3:22: error file-missing: "],
    ["[policies]\nexclude: [policies]", '.wt-audit.yaml:3:12: error nothing-matched: "policies" leads to no document.'],
    ['["!policies"]', ".wt-audit.yaml:3:12: error path-form: "],
    ['[policies]\nexclude: ["!x"]', ".wt-audit.yaml:4:11: error path-form: "],
  ])("do not pass when %s leads to nothing", async (policies, told) => {
    const { code, stdout, stderr } = await run({
      ...files,
      ".wt-audit.yaml": config.replace("[policies/**/*.md]", policies),
    });
    expect(stderr).toContain(told);
    expect([code, stdout]).toEqual([2, ""]);
  });
});

describe("policies alone", () => {
  const alone = {
    ...files,
    ".wt-audit.yaml": config.replace(
      "audit: audit.yaml\n",
      "checklist: working-together-2026\nfacts: { charity: true }\n",
    ),
  };

  it("are checked by the scan, waived and known in the same way", async () => {
    const requests: PolicyRequest[] = [];
    const { code, stdout, stderr } = await run(alone, { updateBaseline: true }, scanner(requests));
    expect([code, stderr]).toEqual([0, "Wrote known.json: 2 known (2 added, 0 gone).\n"]);
    expect(requests).toMatchObject([{ checklist: "working-together-2026", facts: { charity: true } }]);
    const { documents, waivers, baseline, changed } = JSON.parse(stdout);
    expect(documents[0].findings.map((each: ReportFinding) => [each.code, each.waived, each.known])).toEqual([
      ["draft", true, false],
      ["placeholder", false, true],
    ]);
    expect([waivers[0].state, baseline, changed]).toEqual(["used", { file: "known.json", known: 2, gone: [] }, null]);
  });

  it("are checked beside an audit that is named", async () => {
    expect((await run(alone, { file: "audit.yaml" })).stdout).toContain("audit.yaml:7:1 error unanswered board-lead");
  });
});
