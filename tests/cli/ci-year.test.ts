import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  commitAll,
  failingAudit,
  passingAudit,
  type Ran,
  runScript,
  soundPolicy,
  withRepository,
} from "./riverside-repository.js";
import { runBuilt } from "./run.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";
let remove = () => {};
beforeEach(() => {
  ({ folder, remove } = withRepository({ "audit.yaml": passingAudit, "policies/safeguarding.md": soundPolicy }));
});
afterEach(() => remove());

const has = (file: string) => existsSync(join(folder, file));
const text = (file: string) => readFileSync(join(folder, file), "utf8");
const put = (file: string, content: string) => writeFileSync(join(folder, file), content);

/** The audit without a gap, and an action to be done by a day. */
function withAction(due: string, what = "Train the new trustee"): string {
  const action = `{ id: A1, what: ${JSON.stringify(what)}, owner: Chair of trustees, due: ${due}, status: open }`;
  return passingAudit.replace("    rating: met\n", `    rating: partly-met\n    actions: [${action}]\n`);
}

/** Of the period of the audits, and the day after it. */
const [inTheYear, yearIsOver] = [{}, { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 0, 1, 7) / 1000) }];

async function initialised<Config>(host: string, file: string, where: readonly string[] = []): Promise<Config> {
  expect(await runBuilt(["init", "--ci", host, ...where], { cwd: folder })).toMatchObject({ code: 0, stdout: "" });
  commitAll(folder);
  return load(text(file)) as Config;
}

/** What somebody does who is told that the next audit waits, but for naming it in the config. */
function takeUpNextAudit(): void {
  renameSync(join(folder, "safeguarding-year/audit-2027.yaml"), join(folder, "audit-2027.yaml"));
  rmSync(join(folder, "safeguarding-year"), { recursive: true });
  put("audit-2027.yaml", `${text("audit-2027.yaml")}# Looked through by the chair.\n`);
  commitAll(folder);
}

function nameNextAudit(): void {
  put(".wt-audit.yaml", text(".wt-audit.yaml").replace("audit: audit.yaml", "audit: audit-2027.yaml # the new one"));
}

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly year: { readonly steps: readonly Step[] } };
}

const steps = {
  due: "Actions that are due within 30 days",
  overdue: "No action is overdue",
  check: "The check passes",
  time: "The time of the audit is not over",
} as const;
const passed = { [steps.due]: 0, [steps.overdue]: 0, [steps.check]: 0, [steps.time]: 0 };

describe("the year on GitHub", () => {
  const file = ".github/workflows/safeguarding-year.yml";
  const read = (...where: readonly string[]) => initialised<Workflow>("github", file, where);

  /** As the runner runs a job: a step after a failure only where its condition says so. */
  function runJob({ jobs }: Workflow, env: Readonly<Record<string, string>>, review = "") {
    const summary = join(folder, ".git/summary.md");
    rmSync(summary, { force: true });
    const ran: [string, Ran][] = [];
    for (const step of jobs.year.steps) {
      expect([undefined, "${{ !cancelled() }}"]).toContain(step.if);
      const isStopped = step.if === undefined && ran.some(([, { code }]) => code !== 0);
      if (step.run === undefined || isStopped) continue;
      for (const value of Object.values(step.env ?? {})) expect(value).toBe("${{ inputs.review }}");
      const given = step.env === undefined ? {} : { REVIEW: review };
      const known = { CI: "true", GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, ...env, ...given };
      ran.push([step.name ?? "", runScript(step.run, ["bash", "-e"], { cwd: folder, env: known })]);
    }
    return {
      codes: Object.fromEntries(ran.map(([name, { code }]) => [name, code])),
      log: ran.map(([, { stdout, stderr }]) => `${stdout}${stderr}`).join(""),
      summary: text(".git/summary.md"),
    };
  }

  /** The titles of what is shown at the head of a run's page. */
  const annotations = (log: string) =>
    [...log.matchAll(/^\s*::(\w+) ([^\n]*?)::/gmu)].map(([, kind, rest]) => `${kind} ${rest}`);

  it("is started each month and by hand, and may only read", async () => {
    const { on, permissions, jobs } = await read();
    expect(Object.keys(on)).toEqual(["schedule", "workflow_dispatch"]);
    expect(on["schedule"]).toEqual([{ cron: "0 7 1 * *" }]);
    expect(on["workflow_dispatch"]).toMatchObject({ inputs: { review: { type: "boolean", default: false } } });
    expect(permissions).toEqual({ contents: "read" });
    expect(jobs.year.steps[0]?.with).toEqual({ "persist-credentials": false });
    expect(jobs.year.steps.map(({ name, uses }) => name ?? uses?.split("@")[0])).toEqual([
      "actions/checkout",
      "actions/setup-node",
      ...Object.values(steps),
      "actions/upload-artifact",
    ]);
    expect(jobs.year.steps.at(-1)).toMatchObject({ if: "${{ !cancelled() }}", with: { path: "safeguarding-year/" } });
  });

  it("puts nothing that others may write into a script", async () => {
    for (const { run = "" } of (await read()).jobs.year.steps) expect(run).not.toContain("${{");
  });

  it("passes with nothing to do, says so on the page of the run, and keeps the page of gaps", async () => {
    const { codes, log, summary } = runJob(await read(), inTheYear);
    expect(codes).toEqual(passed);
    expect(annotations(log)).toEqual([]);
    expect(summary).toMatch(/^# Actions\n\nNo action is due by 21 December 2026\.\n/u);
    expect(summary).not.toContain("# The next audit");
    expect(has("safeguarding-year/safeguarding-gaps.html")).toBe(true);
    expect(has("safeguarding-year/audit-2027.yaml")).toBe(false);
  });

  it("warns of an action that is due within 30 days, and passes", async () => {
    put("audit.yaml", withAction("2026-12-21"));
    const { codes, log, summary } = runJob(await read(), inTheYear);
    expect(codes).toEqual(passed);
    expect(annotations(log)).toContain("warning title=Safeguarding actions");
    expect(summary).toMatch(/^\| Due 21 December 2026 \| A1: Train the new trustee \| Chair of trustees \|/mu);
  });

  it("leaves alone what is due a day later", async () => {
    put("audit.yaml", withAction("2026-12-22"));
    const { codes, log } = runJob(await read(), inTheYear);
    expect(codes).toEqual(passed);
    expect(annotations(log)).not.toContain("warning title=Safeguarding actions");
  });

  it("fails on an overdue action, after everything else was looked at", async () => {
    put("audit.yaml", withAction("2026-11-20"));
    const { codes, log, summary } = runJob(await read(), inTheYear);
    expect(codes).toEqual({ ...passed, [steps.overdue]: 1 });
    expect(annotations(log)).toContain("error title=Safeguarding actions");
    expect(summary).toContain("OVERDUE since 20 November 2026");
  });

  it("fails with the check, which annotates the gap", async () => {
    put("audit.yaml", failingAudit);
    const { codes, log } = runJob(await read(), inTheYear);
    expect(codes).toEqual({ ...passed, [steps.check]: 1 });
    expect(log).toMatch(/^::error [^\n]*file=audit\.yaml/mu);
    expect(text("safeguarding-year/safeguarding-gaps.html")).toContain("Board-level safeguarding lead");
  });

  it.each(["", "false"])("fails once the time of the audit is over, and puts up the next one (%j)", async (review) => {
    const { codes, log, summary } = runJob(await read(), yearIsOver, review);
    expect(codes).toEqual({ ...passed, [steps.time]: 1 });
    expect(annotations(log)).toEqual(["error title=Safeguarding audit"]);
    expect(summary).toMatch(/^# The next audit\n\naudit-2027\.yaml is among the artifacts of this run\. /mu);
    expect(summary).toMatch(/^ {4}24 answers come forward to confirm/mu);
    expect(load(text("safeguarding-year/audit-2027.yaml"))).toMatchObject({
      schema: "audit/1",
      previous: { period: { to: "2026-12-31" } },
    });
    expect(text("audit.yaml")).toBe(passingAudit);
  });

  it("starts no audit on the last day of the time", async () => {
    const lastDay = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 11, 31, 23) / 1000) };
    expect(runJob(await read(), lastDay).codes).toEqual(passed);
    expect(has("audit-2027.yaml")).toBe(false);
  });

  it("starts the next audit early when it is asked to by hand, and passes", async () => {
    expect(runJob(await read(), inTheYear, "true").codes).toEqual(passed);
    expect(has("safeguarding-year/audit-2027.yaml")).toBe(true);
    rmSync(join(folder, "audit-2027.yaml"));
    rmSync(join(folder, "safeguarding-year"), { recursive: true });
    expect(runJob(await read(), inTheYear, "false").codes).toEqual(passed);
    expect(has("safeguarding-year/audit-2027.yaml")).toBe(false);
  });

  it("goes on failing until the config names the next audit, which it never changes", async () => {
    const workflow = await read();
    runJob(workflow, yearIsOver);
    takeUpNextAudit();
    const [answered, again] = [text("audit-2027.yaml"), runJob(workflow, yearIsOver)];
    expect(again.codes).toEqual({ ...passed, [steps.time]: 1 });
    expect([text("audit-2027.yaml"), text("safeguarding-year/audit-2027.yaml")]).toEqual([answered, answered]);
    nameNextAudit();
    expect(runJob(workflow, yearIsOver).codes).toMatchObject({ [steps.time]: 0 });
  });

  it("does not pass what it could not read, in any of its steps", async () => {
    const workflow = await read();
    put("audit.yaml", `<<<<<<< ours\n${passingAudit}`);
    expect(runJob(workflow, inTheYear).codes).toEqual({
      [steps.due]: 2,
      [steps.overdue]: 2,
      [steps.check]: 2,
      [steps.time]: 2,
    });
    rmSync(join(folder, ".wt-audit.yaml"));
    rmSync(join(folder, "audit.yaml"));
    expect(Object.values(runJob(workflow, inTheYear).codes)).not.toContain(0);
  });

  it.each(["St Mary's club", "$(touch run) `touch run`; touch run", "ü & ;", "a # b", "audit: ours", "-o"])(
    "finds an audit in the folder %j, and runs nothing of its name",
    async (name) => {
      mkdirSync(join(folder, name));
      renameSync(join(folder, "audit.yaml"), join(folder, name, "audit.yaml"));
      renameSync(join(folder, "policies"), join(folder, name, "policies"));
      const { codes } = runJob(await read(`./${name}`), yearIsOver);
      expect(codes).toMatchObject({ [steps.due]: 0, [steps.overdue]: 0, [steps.time]: 1 });
      expect([has("safeguarding-year/audit-2027.yaml"), has("run"), has(`${name}/run`)]).toEqual([true, false, false]);
    },
  );

  it("runs nothing of what an action says, and shows it as text", async () => {
    put(
      "audit.yaml",
      withAction("2026-11-20", "Train $(touch run) `touch run`\n::error title=Mine::x\n```\n# <b>Mine"),
    );
    const { log, summary } = runJob(await read(), yearIsOver);
    expect(has("run")).toBe(false);
    expect(annotations(log).filter((title) => title.includes("Mine"))).toEqual([]);
    expect(summary).not.toMatch(/<b>|^```|^# Mine/mu);
  });
});

interface Job {
  readonly rules: readonly { readonly if: string }[];
  readonly script: readonly string[];
  readonly allow_failure?: { readonly exit_codes: number };
  readonly artifacts: { readonly when: string; readonly paths: readonly string[] };
}

describe.each(["bash", "sh"])("the year on GitLab, in %s", (shell) => {
  const overdue = "no safeguarding action is overdue";
  const time = "the time of the safeguarding audit is not over";
  const read = () => initialised<Readonly<Record<string, Job>>>("gitlab", ".gitlab-ci.yml");

  async function runJob(name: string, env: Readonly<Record<string, string>>) {
    const { [name]: job } = await read();
    const known = { CI: "true", GITLAB_CI: "true", ...env };
    const start = shell === "bash" ? "set -eo pipefail" : "set -e";
    return runScript(`${start}\n${job?.script.join("\n")}\n`, [shell], { cwd: folder, env: known });
  }

  it("has jobs for schedules, whose names say what is wrong when one fails", async () => {
    const jobs = await read();
    expect(Object.keys(jobs)).toEqual(["safeguarding", overdue, time]);
    for (const job of Object.values(jobs))
      expect(job.rules).toContainEqual({ if: '$CI_PIPELINE_SOURCE == "schedule"' });
    expect(jobs[time]?.rules[1]).toEqual({ if: '$CI_PIPELINE_SOURCE == "web" && $REVIEW == "true"' });
    expect([jobs[overdue]?.artifacts, jobs[time]?.artifacts]).toEqual([
      { when: "always", paths: ["safeguarding-actions.md"] },
      { when: "always", paths: ["safeguarding-year/"] },
    ]);
  });

  it("passes with nothing due", async () => {
    expect(await runJob(overdue, inTheYear)).toMatchObject({ code: 0 });
    expect(text("safeguarding-actions.md")).toContain("No action is due by 21 December 2026.");
  });

  it("passes with a warning on an action that is due within 30 days, and lists it", async () => {
    put("audit.yaml", withAction("2026-12-21"));
    const { code, stdout } = await runJob(overdue, inTheYear);
    expect({ code, allowed: (await read())[overdue]?.allow_failure }).toEqual({
      code: 30,
      allowed: { exit_codes: 30 },
    });
    expect(stdout).toContain("A1. Train the new trustee");
  });

  it("fails on an overdue action, and on an audit that cannot be read", async () => {
    put("audit.yaml", withAction("2026-11-20"));
    expect(await runJob(overdue, inTheYear)).toMatchObject({ code: 1, stdout: expect.stringContaining("OVERDUE") });
    put("audit.yaml", "schema: audit/1\n");
    expect(await runJob(overdue, inTheYear)).toMatchObject({ code: 2 });
    expect(await runJob(time, inTheYear)).toMatchObject({ code: 2 });
  });

  it("starts no audit within the year, unless a pipeline that is run by hand asks for it", async () => {
    expect(await runJob(time, inTheYear)).toMatchObject({ code: 0 });
    expect(has("safeguarding-year")).toBe(false);
    expect(await runJob(time, { REVIEW: "true" })).toMatchObject({ code: 0 });
    expect(has("safeguarding-year/audit-2027.yaml")).toBe(true);
  });

  it("fails once the time of the audit is over, and keeps the next one", async () => {
    const { code, stdout } = await runJob(time, yearIsOver);
    expect(code).toBe(1);
    expect(stdout).toMatch(/24 answers come forward.*audit-2027\.yaml is among the artifacts of this job\./su);
    expect(has("safeguarding-year/audit-2027.yaml")).toBe(true);
    takeUpNextAudit();
    nameNextAudit();
    expect(await runJob(time, yearIsOver)).toMatchObject({ code: 0 });
  });
});

it.each([
  ["github", ".github/workflows/safeguarding.yml", { schedule: [{ cron: "0 6 1 * *" }] }],
  ["gitlab", ".gitlab-ci.yml", undefined],
])("policies alone are looked at each month as well, on %s, by the check", async (host, file, on) => {
  rmSync(join(folder, "audit.yaml"));
  const config = await initialised<{ readonly on?: unknown }>(host, file);
  if (on === undefined) expect(Object.keys(config)).toEqual(["safeguarding"]);
  else expect(config.on).toMatchObject(on);
  expect(has(".github/workflows/safeguarding-year.yml")).toBe(false);
});

describe("the year by cron, as the README has it", () => {
  const [monthly, yearly] = (
    /```crontab\n([\s\S]*?)```/u.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1] ?? ""
  )
    .split("\n")
    .filter((line) => /^\d/u.test(line));

  /** As cron runs a line: by sh, in the home folder, and mailing all that is printed. */
  async function runLine(line: string | undefined, env: Readonly<Record<string, string>> = {}) {
    await initialised("pre-commit", ".pre-commit-config.yaml");
    const [, command = ""] = /^(?:\S+ ){5}(.*)$/u.exec(line ?? "") ?? [];
    const script = command.replace("/srv/policies", folder);
    const { code, stdout, stderr } = runScript(script, ["sh"], { cwd: "/", env });
    return { code, mail: `${stdout}${stderr}` };
  }

  it("runs on the first of each month and on 2 January, and holds no sign that cron reads as a new line", () => {
    expect(monthly).toMatch(/^0 7 1 \* \* cd /u);
    expect(yearly).toMatch(/^0 7 2 1 \* cd /u);
    expect(`${monthly}${yearly}`).not.toContain("%");
  });

  it("mails as much when nothing is due and the check passes: no mail means that something is wrong", async () => {
    expect(await runLine(monthly)).toEqual({
      code: 0,
      mail: expect.stringMatching(/^No action is due by 21 December 2026\.\n.*^PASSED$/msu),
    });
  });

  it("mails what is due, and what fails the check", async () => {
    put("audit.yaml", withAction("2026-12-21"));
    const due = await runLine(monthly);
    expect(due).toMatchObject({ code: 0, mail: expect.stringContaining("A1. Train the new trustee") });
    put("audit.yaml", failingAudit);
    const failing = await runLine(monthly);
    expect(failing).toMatchObject({
      code: 1,
      mail: expect.stringMatching(/^audit\.yaml:\d+:\d+ error not-met board-lead/mu),
    });
  });

  it("starts the next audit beside the old one, and mails how many answers come forward", async () => {
    const { code, mail } = await runLine(yearly, yearIsOver);
    expect({ code, mail }).toEqual({ code: 0, mail: expect.stringContaining("24 answers come forward to confirm") });
    expect([has("audit-2027.yaml"), text("audit.yaml")]).toEqual([true, passingAudit]);
  });

  it("does nothing where the folder has gone", async () => {
    const gone = monthly?.replace("/srv/policies", "/srv/policies/gone");
    expect((await runLine(gone)).mail).not.toContain("action");
  });
});
