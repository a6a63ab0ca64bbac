import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { afterEach, describe, expect, it } from "vitest";
import { parseYaml } from "../../src/files/yaml-source.js";
import { validateAs } from "../../src/schema/validate.js";
import { withFolder } from "./fixture.js";
import { runInProcess } from "./run.js";

const name = ["--name", "Riverside Youth Project"];
const hosts = ["github", "gitlab", "pre-commit"] as const;
const fileOf = {
  github: ".github/workflows/safeguarding.yml",
  gitlab: ".gitlab-ci.yml",
  "pre-commit": ".pre-commit-config.yaml",
} as const;
/** What looks after an audit through the year, where that is a file of its own. */
const yearOf = { github: [".github/workflows/safeguarding-year.yml"], gitlab: [], "pre-commit": [] } as const;
const policies = { "policies/safeguarding.md": "# Safeguarding policy\n" };

let remove = () => {};
afterEach(() => remove());

/** A folder with the files, and what init does in it. */
function riverside(files: Readonly<Record<string, string>> = {}, home = "") {
  const made = withFolder(files);
  remove = made.remove;
  const at = (file: string) => join(made.folder, file);
  return {
    init: (...args: readonly string[]) => runInProcess(["init", ...args], { cwd: join(made.folder, home) }),
    has: (file: string) => existsSync(at(file)),
    text: (file: string) => readFileSync(at(file), "utf8"),
    yaml: (file: string): unknown => load(readFileSync(at(file), "utf8")),
  };
}

describe.each(hosts)("init --ci %s", (host) => {
  it("writes the audit, the config and the file of the host, and says so on standard error", async () => {
    const { init, has } = riverside();
    const { code, stdout, stderr } = await init("--ci", host, ...name);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr.split("\n").slice(0, -2)).toEqual([
      "Wrote audit.yaml for working-together-2026.",
      "Wrote .wt-audit.yaml.",
      ...[fileOf[host], ...yearOf[host]].map((file) => `Wrote ${file}.`),
      "Next: wt-audit audit",
    ]);
    for (const file of ["audit.yaml", ".wt-audit.yaml", fileOf[host], ...yearOf[host]])
      expect(has(file), file).toBe(true);
  });

  it("writes YAML that begins by saying what it is", async () => {
    const { init, text, yaml } = riverside();
    await init("--ci", host, ...name);
    for (const file of [".wt-audit.yaml", fileOf[host], ...yearOf[host]]) {
      expect(text(file)).toMatch(/^# [A-Z].{40}/u);
      expect(yaml(file)).toBeTypeOf("object");
    }
  });

  it("leaves its own files as they are when it is run again", async () => {
    const { init, text, has } = riverside();
    await init("--ci", host, ...name);
    const before = text(fileOf[host]);
    const { code, stderr } = await init("--ci", host);
    const kept = ["audit.yaml", ".wt-audit.yaml", fileOf[host], ...yearOf[host]];
    expect({ code, lines: stderr.split("\n").slice(0, kept.length) }).toEqual({
      code: 0,
      lines: kept.map((file) => `Kept ${file}: it was there already.`),
    });
    expect(text(fileOf[host])).toBe(before);
    expect(has(".gitlab/safeguarding.yml")).toBe(false);
  });

  it("overwrites no file that is there", async () => {
    const ours = Object.fromEntries([fileOf[host], ...yearOf[host]].map((file) => [file, "# ours\n"]));
    const theirs = { "audit.yaml": "# our audit\n", ".wt-audit.yaml": "audit: audit.yaml\n", ...ours };
    const { init, text } = riverside(theirs);
    expect(await init("--ci", host)).toMatchObject({ code: 0 });
    for (const [file, content] of Object.entries(theirs)) expect(text(file)).toBe(content);
  });

  it("says nothing when it is to be quiet", async () => {
    expect(await riverside().init("--ci", host, "--quiet", ...name)).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("writes nothing without a name for a new audit", async () => {
    const { init, has } = riverside();
    const { code, stderr } = await init("--ci", host);
    expect(code).toBe(2);
    expect(stderr).toMatch(/the audit needs the name of your organisation/u);
    expect([".wt-audit.yaml", fileOf[host]].map(has)).toEqual([false, false]);
  });
});

it("refuses a host that it does not know, and names those that it does", async () => {
  const { init, has } = riverside();
  const { code, stderr } = await init("--ci", "jenkins", ...name);
  expect(code).toBe(2);
  expect(stderr).toMatch(/github, gitlab, pre-commit/u);
  expect(has("audit.yaml")).toBe(false);
});

it("without --ci writes the audit alone", async () => {
  const { init, has } = riverside(policies);
  expect(await init(...name)).toMatchObject({
    code: 0,
    stderr: "Wrote audit.yaml for working-together-2026.\nNext: wt-audit audit\n",
  });
  expect(has(".wt-audit.yaml")).toBe(false);
});

it("tells what was written before something went wrong", async () => {
  const { init, has } = riverside({ ".github": "a file\n" });
  const { code, stderr } = await init("--ci", "github", ...name);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^Wrote audit\.yaml for .*\nWrote \.wt-audit\.yaml\.\n.*\.github\/workflows\/safeguarding\.yml/su,
  );
  expect(has("audit.yaml")).toBe(true);
});

describe("the new .wt-audit.yaml", () => {
  async function written(files: Readonly<Record<string, string>>, args: readonly string[] = [], home = "") {
    const world = riverside(files, home);
    expect(await world.init(...args, "--ci", "github", ...name)).toMatchObject({ code: 0 });
    const text = world.text(".wt-audit.yaml");
    expect(await validateAs("config", await parseYaml(text, ".wt-audit.yaml"))).toEqual([]);
    return load(text);
  }

  it("names the audit and the gate, and no policies where there are none", async () => {
    const files = {
      "README.md": "# Riverside\n",
      "policies/.gitkeep": "",
      "policies/logo.png": "",
      "policies/.trash/old.md": "# Old\n",
    };
    expect(await written(files)).toEqual({
      schema: "config/1",
      audit: "audit.yaml",
      gate: { "fail-on": "error", "max-age": "P12M" },
    });
  });

  it.each([
    ["policies", "policies/safeguarding.md"],
    ["policy", "policy/whistleblowing.docx"],
    ["Policies", "Policies/safeguarding.pdf"],
    ["docs/policies", "docs/policies/safeguarding.rst"],
    ["safeguarding", "safeguarding/2026/club/policy.html"],
  ])("reads the folder %s", async (folder, file) => {
    expect(await written({ [file]: "# Safeguarding policy\n" })).toMatchObject({ policies: [`${folder}/**`] });
  });

  it("leaves a folder of another name alone", async () => {
    expect(await written({ "news/policies.md": "# News\n", ".policies/a.md": "# A\n" })).not.toHaveProperty("policies");
  });

  it("stands in the root of the repository, and names an audit below it", async () => {
    const files = { ".git/HEAD": "ref: refs/heads/main\n", "clubs/ours/README.md": "# Ours\n" };
    expect(await written(files, ["safe guarding"], "clubs/ours")).toMatchObject({
      audit: "clubs/ours/safe guarding/audit.yaml",
    });
  });

  it("without a repository stands in the current folder", async () => {
    expect(await written({}, ["safeguarding"])).toMatchObject({ audit: "safeguarding/audit.yaml" });
  });

  it.each(["a: b", "# c", "- d", "*e", "'f", '"g', "true", "2026", "ü", "{h}", "i\u0085j", "k\u2028l"])(
    "can be read whatever the folder is called: %j",
    async (folder) => {
      expect(await written({}, [`./${folder}`])).toMatchObject({ audit: `${folder}/audit.yaml` });
    },
  );
});

it("does not write beside a config whose name is nearly right", async () => {
  const { init, has } = riverside({ ".wt-audit.yml": "schema: config/1\naudit: audit.yaml\n" });
  const { code, stderr } = await init("--ci", "github", ...name);
  expect(code).toBe(2);
  expect(stderr).toContain("Rename it to .wt-audit.yaml");
  expect([".wt-audit.yaml", "audit.yaml"].map(has)).toEqual([false, false]);
});

it("a config that is there says itself which audit it means", async () => {
  const { init, has } = riverside({ ".wt-audit.yaml": "schema: config/1\npolicies: [policies/**]\n" });
  const { code, stderr } = await init("--ci", "github");
  expect({ code, first: stderr.split("\n")[0] }).toEqual({
    code: 0,
    first: "Kept .wt-audit.yaml: it was there already.",
  });
  expect(has("audit.yaml")).toBe(false);
});

describe("beside a pipeline of GitLab's that is there", () => {
  const theirs = { ".gitlab-ci.yml": "build:\n  script: [make]\n" };

  it("writes a job to include, and says how", async () => {
    const { init, text, yaml } = riverside(theirs);
    const { code, stderr } = await init("--ci", "gitlab", ...name);
    expect(code).toBe(0);
    expect(stderr).toContain(
      "Wrote .gitlab/safeguarding.yml.\n.gitlab-ci.yml is yours and was not changed. To run the job, add to it:\n" +
        "include:\n  - local: .gitlab/safeguarding.yml\n",
    );
    expect(text(".gitlab-ci.yml")).toBe(theirs[".gitlab-ci.yml"]);
    expect(yaml(".gitlab/safeguarding.yml")).toHaveProperty("safeguarding.script");
  });

  it("does not say how to include what is included", async () => {
    const including = { ".gitlab-ci.yml": "include:\n  - local: .gitlab/safeguarding.yml\n" };
    const { stderr } = await riverside(including).init("--ci", "gitlab", ...name);
    expect(stderr).toContain("Wrote .gitlab/safeguarding.yml.\nNext:");
  });
});

it("prints the hook for a configuration of pre-commit that is there", async () => {
  const theirs = "repos:\n  - repo: local\n    hooks: []\n";
  const { init, text } = riverside({ ".pre-commit-config.yaml": theirs });
  const { code, stderr } = await init("--ci", "pre-commit", ...name);
  expect(code).toBe(0);
  expect(text(".pre-commit-config.yaml")).toBe(theirs);
  const [, hook = ""] = /under its repos:\n([\s\S]*?)\nNext:/u.exec(stderr) ?? [];
  expect(load(`${theirs}${hook}\n`)).toMatchObject({
    repos: [{ repo: "local" }, { repo: "local", hooks: [{ id: "wt-audit-check", entry: "wt-audit check" }] }],
  });
});
