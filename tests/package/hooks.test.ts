import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { version } from "../../src/files/version.js";
import {
  commitAll,
  dayOfTests,
  failingAudit,
  passingAudit,
  soundPolicy,
  withRepository,
} from "../cli/riverside-repository.js";
import { runBuilt } from "../cli/run.js";
import { copyProject, root } from "./project.js";

const overduePolicy = soundPolicy.replace("1 March 2027", "1 March 2020");
const work = mkdtempSync(join(tmpdir(), "wt-audit-hooks-"));
const project = join(work, "wt-audit");
const program = findPreCommit();
let revision = "";
let folder = "";
let remove = () => {};

/** pre-commit itself: the one that is installed, or one that pip fetches; null where there is neither. */
function findPreCommit(): string | null {
  const installed = "pre-commit";
  if (spawnSync(installed, ["--version"]).status === 0) return installed;
  const folderOfPip = join(work, "python");
  if (spawnSync("python3", ["-m", "venv", folderOfPip]).status !== 0) return null;
  const pip = spawnSync(join(folderOfPip, "bin/pip"), ["install", "--quiet", "--retries", "1", "pre-commit==4.6.2"]);
  return pip.status === 0 ? join(folderOfPip, "bin/pre-commit") : null;
}

function preCommit(args: readonly string[], cwd = folder) {
  const env = { ...process.env, ...dayOfTests, PRE_COMMIT_HOME: join(work, "home"), NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(program ?? "", args, { cwd, env, encoding: "utf8" });
  return { code: status, text: stdout + stderr };
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  commitAll(folder);
}

beforeAll(() => {
  mkdirSync(project);
  copyProject(project);
  execFileSync("git", ["init", "--quiet"], { cwd: project });
  revision = commitAll(project);
}, 600_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));
beforeEach(() => {
  ({ folder, remove } = withRepository({
    ".wt-audit.yaml": "schema: config/1\naudit: audit.yaml\n",
    "audit.yaml": passingAudit,
    "policies/safeguarding.md": soundPolicy,
  }));
});
afterEach(() => remove());

describe("the hooks that we offer", () => {
  const hooks = load(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8")) as {
    readonly id: string;
    readonly files?: string;
  }[];
  const pattern = hooks.find((hook) => hook.id === "wt-audit-scan")?.files?.replace("(?i)", "") ?? "";

  it.each([
    ["policies/first-aid.md", true],
    ["docs/Policy/Staff.DOCX", true],
    ["Safeguarding Policy 2026.pdf", true],
    ["procedures/allegations/index.html", true],
    ["README.md", false],
    ["news/2026.md", false],
    ["policies/logo.png", false],
    ["safeguarding/audit.yaml", false],
    ["policies.mdb", false],
  ])("the scan reads %s: %s", (file, isRead) => {
    expect(new RegExp(pattern, "iu").test(file)).toBe(isRead);
  });
});

describe.skipIf(program === null)("with pre-commit itself", () => {
  const configure = (hook: string) =>
    put({
      ".pre-commit-config.yaml": `repos:\n  - repo: ${project}\n    rev: ${revision}\n    hooks: [{ id: ${hook} }]\n`,
    });

  it("the manifest of the hooks is sound", () => {
    expect(preCommit(["validate-manifest", join(project, ".pre-commit-hooks.yaml")])).toEqual({ code: 0, text: "" });
  });

  it("installs from a clone, and passes", { timeout: 600_000 }, () => {
    configure("wt-audit-check");
    const { code, text } = preCommit(["run", "--all-files"]);
    expect(text).toMatch(/safeguarding audit\.+Passed/u);
    expect(code).toBe(0);
  });

  it("fails on a gap, and says which", { timeout: 600_000 }, () => {
    configure("wt-audit-check");
    put({ "audit.yaml": failingAudit });
    const { code, text } = preCommit(["run"]);
    expect(text).toMatch(/- exit code: 1\n[\s\S]*not-met board-lead/u);
    expect(code).toBe(1);
  });

  it("sees a cited document go, though no file that is left changes", { timeout: 600_000 }, () => {
    configure("wt-audit-check");
    execFileSync("git", ["rm", "--quiet", "policies/safeguarding.md"], { cwd: folder });
    expect(preCommit(["run"])).toMatchObject({ code: 1, text: expect.stringContaining("evidence-missing board-lead") });
  });

  it("scans the policies that change, and nothing else", { timeout: 600_000 }, () => {
    configure("wt-audit-scan");
    put({ "policies/old.md": overduePolicy });
    writeFileSync(join(folder, "README.md"), "# Riverside\n\nTODO\n");
    execFileSync("git", ["add", "--all"], { cwd: folder });
    expect(preCommit(["run"]).text).toMatch(/\(no files to check\)Skipped/u);
    writeFileSync(join(folder, "policies/safeguarding.md"), `${soundPolicy}\nTell us.\n`);
    execFileSync("git", ["add", "--all"], { cwd: folder });
    const sound = preCommit(["run", "--verbose"]);
    expect(sound.code).toBe(0);
    expect(sound.text).not.toContain("policies/old.md");
    writeFileSync(join(folder, "policies/new.md"), overduePolicy);
    execFileSync("git", ["add", "--all"], { cwd: folder });
    expect(preCommit(["run"])).toMatchObject({ code: 1, text: expect.stringContaining("policies/new.md") });
  });

  it("what init writes runs the package by its name and version", { timeout: 600_000 }, async () => {
    await runBuilt(["init", "--ci", "pre-commit"], { cwd: folder });
    const file = join(folder, ".pre-commit-config.yaml");
    const written = readFileSync(file, "utf8");
    expect(preCommit(["validate-config"])).toEqual({ code: 0, text: "" });
    // The same package, not from the registry.
    execFileSync("npm", ["pack", "--silent", "--pack-destination", work], { cwd: root });
    const tarball = join(work, `wt-audit-${version}.tgz`);
    expect(written).toContain(`"wt-audit@${version}"`);
    put({ ".pre-commit-config.yaml": written.replace(`wt-audit@${version}`, tarball) });
    expect(preCommit(["run", "--all-files"]).text).toMatch(/safeguarding audit\.+Passed/u);
    put({ "audit.yaml": failingAudit });
    expect(preCommit(["run"])).toMatchObject({ code: 1, text: expect.stringContaining("board-lead") });
  });
});

describe("as the versions of pre-commit before 4.6 install it", () => {
  it("packs a whole package, and prints its name alone", { timeout: 600_000 }, () => {
    const clone = join(work, "clone");
    execFileSync("git", ["clone", "--quiet", project, clone]);
    const npm = (...args: readonly string[]) => execFileSync("npm", args, { cwd: clone, encoding: "utf8" });
    npm("install", "--include=dev", "--include=prod", "--ignore-prepublish", "--no-progress", "--no-save");
    const name = npm("pack");
    expect(name).toBe(`wt-audit-${version}.tgz\n`);
    npm("install", "--global", "--prefix", join(work, "prefix"), join(clone, name.trim()));
    const bin = join(work, "prefix/bin");
    expect(readdirSync(bin)).toEqual(["wt-audit"]);
    const { status } = spawnSync(join(bin, "wt-audit"), ["check"], {
      cwd: folder,
      env: { ...process.env, ...dayOfTests },
    });
    expect(status).toBe(0);
  });
});

it("a clone holds nothing that is built", () => {
  expect(existsSync(join(project, "dist"))).toBe(false);
});
