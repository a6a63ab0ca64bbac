import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { version } from "../../src/files/version.js";
import {
  commitAll,
  dayOfTests,
  failingAudit,
  passingAudit,
  runScript,
  soundPolicy,
  withRepository,
} from "./riverside-repository.js";
import { runBuilt } from "./run.js";

let folder = "";
let remove = () => {};
beforeEach(() => {
  ({ folder, remove } = withRepository({
    "audit.yaml": passingAudit,
    "policies/safeguarding.md": soundPolicy,
    "README.md": "# Riverside Youth Project\n",
  }));
});
afterEach(() => remove());

/** What init wrote for the host, committed. */
async function initialised<Config>(host: string, file: string): Promise<Config> {
  expect(await runBuilt(["init", "--ci", host], { cwd: folder })).toMatchObject({ code: 0, stdout: "" });
  commitAll(folder);
  return load(readFileSync(join(folder, file), "utf8")) as Config;
}

function fail(): void {
  writeFileSync(join(folder, "audit.yaml"), failingAudit);
}

/** A second policy, long overdue, in a commit of its own; the one before it. */
function addOverduePolicy(): string {
  const before = commitAll(folder);
  writeFileSync(
    join(folder, "policies/whistleblowing.md"),
    soundPolicy.replace("Safeguarding policy", "Whistleblowing policy").replace("1 March 2027", "1 March 2020"),
  );
  commitAll(folder);
  return before;
}

const has = (file: string) => existsSync(join(folder, file));
const text = (file: string) => readFileSync(join(folder, file), "utf8");

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly env?: Readonly<Record<string, string>>;
          readonly with?: Readonly<Record<string, unknown>>;
        }[];
      }
    >
  >;
}

describe("on GitHub", () => {
  async function workflow() {
    const file = await initialised<Workflow>("github", ".github/workflows/safeguarding.yml");
    const steps = file.jobs["safeguarding"]?.steps ?? [];
    return { file, steps, check: steps.find((step) => step.run !== undefined) };
  }

  /** As the runner runs a step that names no shell, its one expression filled in. */
  async function runCheck(since = "") {
    const { check } = await workflow();
    expect(check?.env).toEqual({ SINCE: "${{ github.event.pull_request.base.sha }}" });
    const env = {
      SINCE: since,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_STEP_SUMMARY: join(folder, ".git/summary.md"),
    };
    return runScript(check?.run ?? "", ["bash", "-e"], { cwd: folder, env });
  }

  it("is started by a push and a pull request, and may only read", async () => {
    const { file, steps } = await workflow();
    // Each month: safeguarding-year.yml.
    expect(Object.keys(file.on)).toEqual(["push", "pull_request", "workflow_dispatch"]);
    expect(file.permissions).toEqual({ contents: "read" });
    expect(steps.map((step) => step.uses?.split("@")[0] ?? "run")).toEqual([
      "actions/checkout",
      "actions/setup-node",
      "run",
      "actions/upload-artifact",
    ]);
    expect(steps[0]?.with).toMatchObject({ "fetch-depth": 0 });
  });

  it("fetches no history, and compares with none, where no policies are named", async () => {
    writeFileSync(join(folder, ".wt-audit.yaml"), "schema: config/1\naudit: audit.yaml\n");
    const { steps, check } = await workflow();
    expect(steps[0]?.with).toEqual({ "persist-credentials": false });
    expect(check).not.toHaveProperty("env");
    const since = { SINCE: commitAll(folder), GITHUB_STEP_SUMMARY: join(folder, ".git/summary.md") };
    expect(runScript(check?.run ?? "", ["bash", "-e"], { cwd: folder, env: since })).toMatchObject({ code: 0 });
  });

  it("puts nothing that others may write into a script", async () => {
    const { steps } = await workflow();
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
  });

  it("passes, and writes what is uploaded", async () => {
    expect(await runCheck()).toMatchObject({ code: 0, stderr: expect.stringContaining("Wrote safeguarding.sarif") });
    const { steps } = await workflow();
    for (const file of String(steps[3]?.with?.["path"]).trim().split("\n")) expect(has(file), file).toBe(true);
    expect(JSON.parse(text("safeguarding.sarif"))).toMatchObject({ version: "2.1.0" });
    expect(text("safeguarding-junit.xml")).toMatch(/^<\?xml[^>]*>\s*<testsuites/u);
    expect(text(".git/summary.md")).not.toBe("");
  });

  it("fails on a gap, and annotates it", async () => {
    fail();
    const { code, stdout } = await runCheck();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error [^\n]*file=audit\.yaml/mu);
    expect(has("safeguarding.sarif")).toBe(true);
  });

  it("in a pull request fails on the documents that it changes, and on no others", async () => {
    const before = addOverduePolicy();
    expect(await runCheck()).toMatchObject({ code: 1 });
    expect(await runCheck(before)).toMatchObject({ code: 1 });
    expect(await runCheck(commitAll(folder))).toMatchObject({ code: 0 });
  });

  it("could not do its job where the audit has gone", async () => {
    rmSync(join(folder, "audit.yaml"));
    await runBuilt(["init", "--ci", "github", "--name", "Riverside Youth Project"], { cwd: folder });
    rmSync(join(folder, "audit.yaml"));
    expect(await runCheck()).toMatchObject({ code: 2 });
  });
});

interface Pipeline {
  readonly safeguarding: {
    readonly image: string;
    readonly variables: Readonly<Record<string, string>>;
    readonly rules: readonly { readonly if: string }[];
    readonly script: readonly string[];
    readonly artifacts: {
      readonly when: string;
      readonly paths: readonly string[];
      readonly reports: Readonly<Record<string, string>>;
    };
  };
}

describe("on GitLab", () => {
  const read = () => initialised<Pipeline>("gitlab", ".gitlab-ci.yml");

  /** As the runner runs the lines of a job; the image of Node has bash, others only sh. */
  async function runJob(shell: string, since = "") {
    const { safeguarding } = await read();
    const env = { CI: "true", GITLAB_CI: "true", ...(since === "" ? {} : { CI_MERGE_REQUEST_DIFF_BASE_SHA: since }) };
    return runScript(`set -e\n${safeguarding.script.join("\n")}\n`, [shell], { cwd: folder, env });
  }

  it("runs for merge requests, schedules and the default branch, with the whole history", async () => {
    const { safeguarding } = await read();
    expect(safeguarding.rules.map((rule) => rule.if)).toEqual([
      '$CI_PIPELINE_SOURCE == "merge_request_event"',
      '$CI_PIPELINE_SOURCE == "schedule"',
      "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    ]);
    expect(safeguarding).toMatchObject({ image: "node:22", variables: { GIT_DEPTH: "0" } });
  });

  it("fetches no history, and compares with none, where no policies are named", async () => {
    writeFileSync(join(folder, ".wt-audit.yaml"), "schema: config/1\naudit: audit.yaml\n");
    expect((await read()).safeguarding).not.toHaveProperty("variables");
    expect(await runJob("bash", commitAll(folder))).toMatchObject({ code: 0 });
  });

  it.each(["bash", "sh"])("passes in %s, and writes what is kept", async (shell) => {
    expect(await runJob(shell)).toMatchObject({ code: 0 });
    const { artifacts } = (await read()).safeguarding;
    expect(artifacts.when).toBe("always");
    expect(Object.keys(artifacts.reports)).toEqual(["junit", "codequality"]);
    for (const file of [...artifacts.paths, ...Object.values(artifacts.reports)]) expect(has(file), file).toBe(true);
    expect(JSON.parse(text(artifacts.reports["codequality"] ?? ""))).toBeInstanceOf(Array);
  });

  it("fails on a gap, and tells the merge request of it", async () => {
    fail();
    expect(await runJob("bash")).toMatchObject({ code: 1, stdout: expect.stringContaining("board-lead") });
    const problems = JSON.parse(text("safeguarding-codequality.json")) as { location: { path: string } }[];
    expect(problems.map((problem) => problem.location.path)).toContain("audit.yaml");
  });

  it.each(["bash", "sh"])(
    "in a merge request fails in %s on the documents that it changes, and on no others",
    async (shell) => {
      const before = addOverduePolicy();
      expect(await runJob(shell, before)).toMatchObject({ code: 1 });
      expect(await runJob(shell, commitAll(folder))).toMatchObject({ code: 0 });
    },
  );
});

interface PreCommit {
  readonly repos: readonly { readonly hooks: readonly Readonly<Record<string, unknown>>[] }[];
}

describe("before a commit", () => {
  it("runs the version that wrote the hook, on every commit", async () => {
    const { repos } = await initialised<PreCommit>("pre-commit", ".pre-commit-config.yaml");
    expect(repos[0]?.hooks).toEqual([
      {
        id: "wt-audit-check",
        name: "safeguarding audit",
        entry: "wt-audit check",
        language: "node",
        additional_dependencies: [`wt-audit@${version}`],
        pass_filenames: false,
        always_run: true,
      },
    ]);
  });

  it.each([
    ["passes", passingAudit, 0],
    ["fails on a gap", failingAudit, 1],
  ])("%s", async (_what, audit, code) => {
    const { repos } = await initialised<PreCommit>("pre-commit", ".pre-commit-config.yaml");
    writeFileSync(join(folder, "audit.yaml"), audit);
    const [program, ...args] = String(repos[0]?.hooks[0]?.["entry"]).split(" ");
    expect(program).toBe("wt-audit");
    expect(await runBuilt(args, { cwd: folder, env: dayOfTests })).toMatchObject({ code });
  });
});
