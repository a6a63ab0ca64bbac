import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { emptyAudit, withFolder } from "./fixture.js";
import { type Run, runners } from "./run.js";

let made: ReturnType<typeof withFolder> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

const answered = emptyAudit.replace("responses: {}", "responses:\n  board-lead: { rating: not-met }");
const config = (lines = "") => `schema: config/1\naudit: safeguarding/audit.yaml\n${lines}`;
const waiver = (over = "") =>
  `waivers:\n  - { requirement: board-lead, gap: not-met, reason: The chair looks, approved-by: Chair, expires: 2026-12-31${over} }\n`;

interface Given {
  readonly config?: string;
  readonly args?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly at?: string;
}

async function check(run: Run, { config: text = config(), args = [], files = {}, at = "" }: Given) {
  made ??= withFolder({ "safeguarding/audit.yaml": answered, ".wt-audit.yaml": text, ...files });
  return run(["check", ...args, "--today", "2026-11-21"], { cwd: join(made.folder, at) });
}

const textOf = (name: string) => readFileSync(join(made?.folder ?? "", name), "utf8");

describe.each(runners)("$name: a config", ({ run }) => {
  it("names the audit", async () => {
    const { code, stdout, stderr } = await check(run, {});
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("safeguarding/audit.yaml:8:25 error not-met board-lead: ");
  });

  it("is found above in a repository, and its paths count from its folder", async () => {
    const files = { ".git/HEAD": "", "policies/sub/a.md": "# A\n" };
    const { code, stdout, stderr } = await check(run, { files, at: "policies/sub" });
    expect([code, stderr]).toEqual([1, "Using ../../.wt-audit.yaml; paths count from its folder.\n"]);
    expect(stdout).toContain("safeguarding/audit.yaml:8:25 error not-met board-lead: ");
  });

  it("is not looked for above outside of a repository, nor above one", async () => {
    const none = await check(run, { files: { "policies/a.md": "# A\n" }, at: "policies" });
    expect(none.stderr).toContain("audit.yaml: error file-missing");
    mkdirSync(join(made?.folder ?? "", "policies/.git"));
    expect((await check(run, { at: "policies" })).stderr).toContain("audit.yaml: error file-missing");
  });

  it("is left out of account by --no-config", async () => {
    const { code, stderr } = await check(run, { config: "schema: broken", args: ["--no-config"] });
    expect([code, stderr]).toEqual([2, expect.stringContaining("audit.yaml: error file-missing")]);
  });

  it("by another name is read only when it is named", async () => {
    const files = { "ci/gate.yaml": "schema: config/1\naudit: audit.yaml\n", "ci/audit.yaml": answered };
    const { code, stdout, stderr } = await check(run, { files, args: ["--config", "ci/gate.yaml"] });
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("audit.yaml:8:25 error not-met");
  });

  it("with an ending that is not read is refused rather than passed over", async () => {
    made = withFolder({ "audit.yaml": answered, ".wt-audit.yml": config() });
    expect(await check(run, {})).toEqual({
      code: 2,
      stdout: "",
      stderr: "wt-audit: the config is named .wt-audit.yml\nRename it to .wt-audit.yaml: no other name is read.\n",
    });
  });

  it("sets the gate, and the command line wins over it", async () => {
    const lines = "gate: { fail-on: note, min-assured: 80, max-age: P6M }\n";
    const { stdout } = await check(run, { config: config(lines) });
    expect(stdout).toMatch(/at or above note\.[\s\S]*The assured score is below 80%\./u);
    const won = await check(run, { config: config(lines), args: ["--fail-on", "error", "--min-assured", "0"] });
    expect(won.stdout).toMatch(/at or above error\.\n$/u);
  });

  it.each<readonly [string, string, RegExp]>([
    [
      "an unknown key",
      config("polices: [x]\n"),
      /^\.wt-audit\.yaml:3:1: error unknown-key: [\s\S]*Did you mean policies\?/u,
    ],
    ["neither audit nor policies", "schema: config/1\n", /error missing-key: The file has no audit or policies\./u],
    [
      "an unknown requirement",
      config(waiver().replace("board-lead", "bord-lead")),
      /^\.wt-audit\.yaml:4:20: error unknown-requirement: [\s\S]*Did you mean board-lead\?/u,
    ],
    [
      "an unknown kind of gap",
      config(waiver().replace("not-met", "nt-met")),
      /:4:37: error wrong-value: There is no kind of gap "nt-met"\.\n {4}Did you mean not-met\?/u,
    ],
    [
      "an unknown finding",
      config(waiver().replace("requirement: board-lead, gap: not-met", "file: a.md, finding: darft")),
      /error wrong-value: There is no finding "darft"\.\n {4}Did you mean draft\?/u,
    ],
    [
      "a waiver of a waiver",
      config(waiver().replace("not-met", "waiver-expired")),
      /A waiver that has expired cannot be waived\./u,
    ],
    [
      "a waiver of two things",
      config(waiver(", file: a.md, finding: draft")),
      /not for both: this one has requirement, gap, file, finding\./u,
    ],
    [
      "a waiver of half a thing",
      config(waiver().replace("gap: not-met, ", "")),
      /error missing-key: waivers\[1\] has no /u,
    ],
    [
      "a waiver that stands twice",
      config(`${waiver()}${waiver().split("\n")[1]}\n`),
      /:5:5: error duplicate-waiver: A waiver for the same stands already in line 4\./u,
    ],
    ["a day that is none", config(waiver().replace("12-31", "12-32")), /error not-a-day/u],
    [
      "an unknown edition",
      config("checklist: working-together-2081\n"),
      /error unknown-checklist: [\s\S]*Did you mean working-together-2018\?/u,
    ],
    [
      "an unknown fact",
      config("facts: { employs-staf: true }\n"),
      /:3:10: error unknown-fact: [\s\S]*Did you mean employs-staff\?/u,
    ],
    [
      "a baseline outside",
      config("baseline: ../known.json\n"),
      /:3:11: error path-outside: "\.\.\/known\.json" leaves the folder of the config\./u,
    ],
    [
      "a baseline at the root",
      config("baseline: /known.json\n"),
      /error path-form: "\/known\.json" begins at the root of the disk\./u,
    ],
    [
      "a baseline at home",
      config("baseline: ~/known.json\n"),
      /error path-form: "~\/known\.json" begins at a home folder\./u,
    ],
    ["policies outside", config('policies: ["../**/*.md"]\n'), /error path-outside/u],
    [
      "a waiver of a file outside",
      config(waiver().replace("requirement: board-lead, gap: not-met", "file: ../a.md, finding: draft")),
      /error path-outside/u,
    ],
    [
      "an audit that is not there",
      "schema: config/1\naudit: audit.yaml\n",
      /^\.wt-audit\.yaml:2:8: error file-missing: There is no audit "audit\.yaml"\./u,
    ],
    ["no YAML", "schema: [", /error yaml-syntax/u],
    ["an audit file", emptyAudit, /This is not a config file: its schema is "audit\/1"/u],
  ])("does not pass with %s", async (_what, text, told) => {
    const { code, stdout, stderr } = await check(run, { config: text });
    expect(stderr).toMatch(told);
    expect([code, stdout]).toEqual([2, ""]);
  });

  it("tells all that is wrong with it and with the audit at once", async () => {
    const { code, stderr } = await check(run, {
      config: config(`gates: {}\n${waiver().replace("not-met", "nt-met").replace("board-lead", "x")}`),
      files: { "safeguarding/audit.yaml": answered.replace("not-met", "nt-met") },
    });
    expect(code).toBe(2);
    expect(stderr.match(/^\S+: error \S+:/gmu)).toEqual([
      ".wt-audit.yaml:3:1: error unknown-key:",
      ".wt-audit.yaml:5:20: error unknown-requirement:",
      ".wt-audit.yaml:5:28: error wrong-value:",
      "safeguarding/audit.yaml:8:25: error wrong-value:",
    ]);
  });

  it("does not follow a link out of its folder", async () => {
    const outside = withFolder({ "audit.yaml": answered });
    made = withFolder({ ".wt-audit.yaml": "schema: config/1\naudit: audit.yaml\n" });
    symlinkSync(join(outside.folder, "audit.yaml"), join(made.folder, "audit.yaml"));
    const { code, stderr } = await check(run, {});
    outside.remove();
    expect([code, stderr]).toEqual([2, expect.stringContaining("is a link that leaves the folder of the config.")]);
  });
});

describe.each(runners)("$name: a waiver", ({ run }) => {
  it("moves its gap to a list of its own", async () => {
    const { stdout, stderr } = await check(run, { config: config(waiver()) });
    expect(stdout).not.toContain("error not-met board-lead");
    expect(stdout).toContain("1 gap is waived.");
    expect(stderr).toBe("");
    const comment = await check(run, { config: config(waiver()), args: ["-f", "markdown"] });
    expect(comment.stdout).toMatch(/Waived: 1[\s\S]*Chair[\s\S]*31 December 2026/u);
  });

  it("that is not used is told of, and not with -q", async () => {
    const text = config(waiver().replace("not-met", "partly-met"));
    const told =
      ".wt-audit.yaml:4:5: warning unused-waiver: The waiver of partly-met for board-lead is not used: there is no such gap or finding.\n    Take it out.\n";
    expect((await check(run, { config: text })).stderr).toBe(told);
    expect((await check(run, { args: ["-q"] })).stderr).toBe("");
  });

  it("that has expired is listed at its line, and does not pass", async () => {
    const { code, stdout } = await check(run, { config: config(waiver().replace("2026-12-31", "2026-11-20")) });
    expect(code).toBe(1);
    expect(stdout).toContain(".wt-audit.yaml:4:5 warning waiver-expired board-lead: ");
    expect(stdout).toContain("The waiver of not-met for board-lead expired on 20 November 2026.");
  });

  it("of a requirement holds for the audit of the config, and for no other", async () => {
    const files = { "other.yaml": answered };
    const other = await check(run, { config: config(waiver()), files, args: ["other.yaml"] });
    expect(other.stdout).toContain("other.yaml:8:25 error not-met board-lead");
    const same = await check(run, { args: ["./safeguarding/../safeguarding/audit.yaml"] });
    expect(same.stdout).toContain("1 gap is waived.");
  });
});

describe.each(runners)("$name: a baseline", ({ run }) => {
  const withBaseline = config("baseline: known.json\n");

  it("that is missing does not pass, and says how to start it", async () => {
    expect(await check(run, { config: withBaseline })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        '.wt-audit.yaml:3:11: error file-missing: There is no baseline "known.json".\n    Check the path; to start a baseline: wt-audit check --update-baseline.\nwt-audit: the baseline is missing\n',
    });
    expect((await check(run, { args: ["--baseline", "none.json"] })).stderr).toContain("none.json: error file-missing");
  });

  it("needs a name to be written", async () => {
    expect(await check(run, { args: ["--update-baseline"] })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "wt-audit: --update-baseline does not know which file to write\nName it in .wt-audit.yaml (baseline: .wt-audit-baseline.json), or with --baseline FILE.\n",
    });
  });

  it("is written, passes what is in it, and fails on what is new", async () => {
    const first = await check(run, { config: withBaseline, args: ["--update-baseline"] });
    expect([first.code, first.stderr]).toEqual([0, "Wrote known.json: 23 known (23 added, 0 gone).\n"]);
    expect((await check(run, {})).code).toBe(0);
    const path = join(made?.folder ?? "", "safeguarding/audit.yaml");
    writeFileSync(path, `${answered}  culture-of-listening: { rating: not-met }\n`);
    const { code, stdout } = await check(run, {});
    expect(code).toBe(1);
    expect(stdout).toContain("error not-met culture-of-listening");
    expect(stdout).toContain("1 new gap at or above error (not counted: 21 known).");
    expect(stdout).toContain("Gone since the baseline, known.json:\n• unanswered for culture-of-listening\n");
  });

  it("is not touched when nothing has changed, however it is laid out", async () => {
    await check(run, { config: withBaseline, args: ["--update-baseline"] });
    const path = join(made?.folder ?? "", "known.json");
    const squeezed = JSON.stringify(JSON.parse(textOf("known.json")));
    writeFileSync(path, squeezed);
    const before = statSync(path).mtimeMs;
    const { stderr } = await check(run, { args: ["--update-baseline"] });
    expect(stderr).toBe("known.json is up to date: 23 known.\n");
    expect([textOf("known.json"), statSync(path).mtimeMs]).toEqual([squeezed, before]);
  });

  it("keeps what is known of another audit", async () => {
    const entry = '{ "audit": "other.yaml", "requirement": "board-lead", "gap": "not-met", "count": 2 }';
    const files = { "known.json": `{"schema":"baseline/1","gaps":[${entry}],"findings":[]}` };
    await check(run, { config: withBaseline, files, args: ["--update-baseline"] });
    expect(textOf("known.json")).toContain(entry);
  });

  it("without a config counts from its own folder", async () => {
    const args = [
      "safeguarding/audit.yaml",
      "--no-config",
      "--baseline",
      "safeguarding/known.json",
      "--update-baseline",
    ];
    expect((await check(run, { args })).code).toBe(0);
    expect(textOf("safeguarding/known.json")).toContain('"audit": "audit.yaml"');
  });

  it.each<readonly [string, string, RegExp]>([
    ["no JSON", "{", /error yaml-syntax/u],
    [
      "an unknown kind",
      '{ "audit": "a", "requirement": "b", "gap": "nt-met", "count": 1 }',
      /^known\.json:1:\d+: error wrong-value: There is no kind of gap "nt-met"\.\n {4}Did you mean not-met\?/u,
    ],
    [
      "what is never known",
      '{ "audit": "a", "requirement": "b", "gap": "waiver-expired", "count": 1 }',
      /"waiver-expired" is never a part of a baseline\./u,
    ],
    ["a count of nothing", '{ "audit": "a", "requirement": "b", "gap": "not-met", "count": 0 }', /error wrong-value/u],
    ["an unknown key", '{ "audit": "a", "requirement": "b", "gap": "not-met", "cuont": 1 }', /error unknown-key/u],
    [
      "an entry that stands twice",
      '{ "audit": "a", "requirement": "b", "gap": "not-met", "count": 1 }, { "audit": "a", "requirement": "b", "gap": "not-met", "count": 2 }',
      /error duplicate-entry/u,
    ],
  ])("with %s does not pass, nor is it written over", async (_what, entries, told) => {
    const text = entries === "{" ? entries : `{"schema":"baseline/1","gaps":[${entries}],"findings":[]}`;
    const files = { "known.json": text };
    for (const args of [[], ["--update-baseline"]]) {
      const { code, stdout, stderr } = await check(run, { config: withBaseline, files, args });
      expect(stderr).toMatch(told);
      expect([code, stdout, textOf("known.json")]).toEqual([2, "", text]);
    }
  });

  it.each([
    ["the config", ".wt-audit.yaml"],
    ["the baseline", "known.json"],
  ])("no output is written over %s", async (_what, name) => {
    await check(run, { config: withBaseline, args: ["--update-baseline"] });
    const before = textOf(name);
    const { code } = await check(run, { args: ["-f", `json=${name}`] });
    expect([code, textOf(name)]).toEqual([2, before]);
  });
});

describe.each(runners)("$name: --changed-since", ({ run }) => {
  it("is refused where no policies are named", async () => {
    execFileSync("git", ["--version"]);
    const { code, stderr } = await check(run, { args: ["--changed-since", "HEAD"] });
    expect([code, stderr]).toEqual([2, expect.stringContaining("--changed-since is about policies")]);
  });
});
