import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { emptyAudit, withFolder } from "./fixture.js";
import { soundPolicy } from "./riverside-repository.js";
import { type Run, runners } from "./run.js";

let made: ReturnType<typeof withFolder> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

const overdue = soundPolicy.replace("1 March 2027", "1 March 2020");
const ofPolicies = "schema: config/1\npolicies: [policies/**]\n";
const at = (name: string) => join(made?.folder ?? "", name);
const open = (files: Readonly<Record<string, string>>) => (made = withFolder(files));
const go = (run: Run, ...args: readonly string[]) =>
  run([...args, "--today", "2026-11-21"], { cwd: made?.folder ?? "" });

function git(folder: string, ...args: readonly string[]): void {
  const who = ["-c", "user.name=Lead", "-c", "user.email=lead@example.org", "-c", "protocol.file.allow=always"];
  execFileSync("git", [...who, ...args], { cwd: at(folder), stdio: "pipe" });
}
function commit(folder = ""): void {
  git(folder, "init", "-q");
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "--allow-empty", "-m", "now");
}

describe.each(runners)("$name: --changed-since", ({ run }) => {
  const findings = async () => {
    const { stdout } = await go(run, "check", "-f", "json", "--changed-since", "HEAD");
    const { documents } = JSON.parse(stdout) as { documents: { file: string; findings: { code: string }[] }[] };
    return documents.flatMap(({ file, findings: found }) => found.map(({ code }) => `${file} ${code}`));
  };

  it("tells nothing of documents that are as they were", async () => {
    open({ ".wt-audit.yaml": ofPolicies, "policies/a.md": overdue });
    commit();
    expect(await findings()).toEqual([]);
  });

  it("tells of what a link leads to, when that has changed", async () => {
    open({ ".wt-audit.yaml": ofPolicies, "docs/x.md": "# X\n", "policies/a.md": "# A\n" });
    symlinkSync("../docs/x.md", at("policies/x.md"));
    commit();
    writeFileSync(at("docs/x.md"), overdue);
    expect(await findings()).toContain("policies/x.md review-overdue");
  });

  it("tells of documents that git ignores, or does not look at", async () => {
    open({ ".wt-audit.yaml": ofPolicies, ".gitignore": "b.md\n", "policies/a.md": "# A\n", "policies/b.md": overdue });
    commit();
    git("", "update-index", "--assume-unchanged", "policies/a.md");
    writeFileSync(at("policies/a.md"), overdue);
    const found = await findings();
    expect(found).toContain("policies/a.md review-overdue");
    expect(found).toContain("policies/b.md review-overdue");
  });

  it("tells of documents in a submodule", async () => {
    open({ ".wt-audit.yaml": ofPolicies, "policies/sub/b.md": overdue });
    commit("policies/sub");
    git("", "init", "-q");
    git("", "-c", "advice.addEmbeddedRepo=false", "add", "-A");
    commit();
    expect(await findings()).toContain("policies/sub/b.md review-overdue");
  });

  it("tells of a link that broke because its target was deleted, and of nothing else in that document", async () => {
    open({
      ".wt-audit.yaml": ofPolicies,
      "policies/a.md": `${overdue}\n[Staff](staff.md)\n`,
      "policies/staff.md": "# S\n",
    });
    commit();
    rmSync(at("policies/staff.md"));
    expect(await findings()).toEqual(["policies/a.md broken-link"]);
  });
});

describe.each(runners)("$name: what has no effect", ({ run }) => {
  it.each<readonly [string, string, RegExp]>([
    [
      "max-age of policies alone",
      `${ofPolicies}gate: { max-age: P12M }\n`,
      /^\.wt-audit\.yaml:3:9: error no-effect: /u,
    ],
    [
      "min-assured of policies alone",
      `${ofPolicies}gate: { min-assured: 80 }\n`,
      /^\.wt-audit\.yaml:3:9: error no-effect: /u,
    ],
    [
      "a checklist beside an audit",
      "schema: config/1\naudit: audit.yaml\nchecklist: working-together-2023\n",
      /:3:1: error no-effect: /u,
    ],
    [
      "facts beside an audit",
      "schema: config/1\naudit: audit.yaml\nfacts: { charity: true }\n",
      /:3:1: error no-effect: /u,
    ],
    [
      "a waiver of four years",
      `${ofPolicies}waivers:\n  - { file: policies/a.md, finding: draft, reason: It is so, approved-by: Chair, expires: 2030-11-22 }\n`,
      /:4:\d+: error wrong-value: A waiver holds for three years at most: until 21 November 2029\./u,
    ],
    [
      "a waiver of a child's data for more than a year",
      `${ofPolicies}waivers:\n  - { file: policies/a.md, finding: case-data, reason: It is so, approved-by: Chair, expires: 2027-11-22 }\n`,
      /error wrong-value: A waiver of information about a child holds for 12 months at most: until 21 November 2027\./u,
    ],
  ])("does not pass: %s", async (_what, config, told) => {
    open({ ".wt-audit.yaml": config, "audit.yaml": emptyAudit, "policies/a.md": "# A\n" });
    const { code, stderr } = await go(run, "check");
    expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
  });

  it.each([
    ["--max-age", "P6M"],
    ["--min-assured", "80"],
  ])("does not pass: %s of policies alone", async (...option) => {
    open({ ".wt-audit.yaml": ofPolicies, "policies/a.md": "# A\n" });
    const { code, stderr } = await go(run, "check", ...option);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${option[0]} is about an audit, and none is named`)]);
  });

  it("a waiver of a child's data for a year is accepted", async () => {
    const waiver =
      "{ file: policies/a.md, finding: case-data, reason: No child, approved-by: Chair, expires: 2027-11-21 }";
    open({ ".wt-audit.yaml": `${ofPolicies}waivers: [${waiver}]\n`, "policies/a.md": "# A\n" });
    expect((await go(run, "check")).code).not.toBe(2);
  });
});

describe.each(runners)("$name: what cannot be opened", ({ run }) => {
  it.each(["check", "scan"])("among the policies does not pass in %s", async (command) => {
    open({ ".wt-audit.yaml": ofPolicies, "policies/a.md": "# A\n" });
    symlinkSync("gone.md", at("policies/b.md"));
    symlinkSync("/etc/hostname", at("policies/c.md"));
    execFileSync("mkfifo", [at("policies/d.md")]);
    const { code, stderr } = await go(run, command);
    expect(code).toBe(2);
    expect(stderr).toContain("policies/b.md: error file-missing: It is a link that leads to nothing.");
    expect(stderr).toContain("policies/c.md: error path-outside: It is a link that leads out of the folder.");
    expect(stderr).toContain("policies/d.md: error not-a-file: It is a pipe, a socket or a device.");
  });

  it("of a kind that is not read is left", async () => {
    open({ ".wt-audit.yaml": ofPolicies, "policies/a.md": "# A\n" });
    symlinkSync("gone.odt", at("policies/b.odt"));
    expect((await go(run, "scan")).code).not.toBe(2);
  });

  it("a summary that is longer than GitHub shows is left as it is, and told of", async () => {
    const before = "x".repeat(1024 * 1024 + 1);
    open({ "policies/a.md": overdue, "summary.md": before });
    const env = { GITHUB_STEP_SUMMARY: at("summary.md") };
    const { stderr } = await run(["scan", "policies", "-f", "github"], { cwd: at(""), env });
    expect(stderr).toContain("The summary was not added");
    expect(readFileSync(at("summary.md"), "utf8") === before).toBe(true);
  });

  it("an empty path is refused", async () => {
    open({ "policies/a.md": "# A\n" });
    expect(await go(run, "scan", "")).toMatchObject({ code: 2, stderr: expect.stringContaining("An empty path") });
  });
});

describe.each(runners)("$name: policies alone", ({ run }) => {
  it.each(["html", "csv"])("have no %s, and nothing is written first", async (format) => {
    open({ ".wt-audit.yaml": `${ofPolicies}baseline: known.json\n`, "policies/a.md": overdue });
    const { code, stderr } = await go(run, "check", "-f", format, "--update-baseline");
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`the format ${format} is one of the report of an audit`),
    ]);
    expect(existsSync(at("known.json"))).toBe(false);
  });

  it("pass at the gate of warnings once what they do not state is known, and not what is new", async () => {
    const config = `${ofPolicies}baseline: known.json\ngate: { fail-on: note }\n`;
    open({ ".wt-audit.yaml": config, "policies/a.md": overdue });
    expect((await go(run, "check", "--update-baseline")).code).toBe(0);
    expect((await go(run, "check")).code).toBe(0);
    const known = JSON.parse(readFileSync(at("known.json"), "utf8")) as { statements: { requirement: string }[] };
    const rest = known.statements.filter(({ requirement }) => requirement !== "whistleblowing");
    writeFileSync(at("known.json"), JSON.stringify({ ...known, statements: rest }));
    const { code, stdout } = await go(run, "check");
    expect([code, stdout]).toEqual([1, expect.stringContaining("1 requirement is not found (not counted: ")]);
    const waiver =
      "{ requirement: whistleblowing, gap: not-found, reason: In January, approved-by: Chair, expires: 2027-01-31 }";
    writeFileSync(at(".wt-audit.yaml"), `${config}waivers: [${waiver}]\n`);
    const waived = await go(run, "check");
    expect([waived.code, waived.stdout]).toEqual([0, expect.stringContaining("(whistleblowing) (waived)")]);
  });

  it.each(["github", "gitlab"])(
    "are checked on %s without an audit or a name, and without a page of gaps",
    async (host) => {
      open({ "policies/a.md": overdue });
      mkdirSync(at(".git"));
      const { code, stderr } = await run(["init", "--ci", host], { cwd: at("") });
      expect([code, existsSync(at("audit.yaml"))]).toEqual([0, false]);
      expect(stderr).toContain("Next: wt-audit check; and commit these files.");
      const workflow = readFileSync(
        at(host === "github" ? ".github/workflows/safeguarding.yml" : ".gitlab-ci.yml"),
        "utf8",
      );
      expect(workflow).not.toContain("html");
      expect((await go(run, "check")).code).toBe(1);
    },
  );
});
