import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import {
  commitAll,
  dayOfTests,
  failingAudit,
  passingAudit,
  soundPolicy,
  withRepository,
} from "../cli/riverside-repository.js";
import { type ActionRun, readAction, runAction } from "./action-runner.js";
import { copyProject } from "./project.js";

const config = "schema: config/1\naudit: audit.yaml\npolicies: [policies/**]\n";
let action = "";
let first: ActionRun;
let workspace = "";
let remove = () => {};

const run = (inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}) =>
  runAction(action, { inputs, workspace, env: { ...dayOfTests, ...env } });
const at = (file: string) => join(workspace, file);

function open(): void {
  ({ folder: workspace, remove } = withRepository({
    ".wt-audit.yaml": config,
    "audit.yaml": passingAudit,
    "policies/safeguarding.md": soundPolicy,
  }));
}

/** The action as the runner fetches it: a clone without a build, which its first run makes. */
beforeAll(() => {
  action = mkdtempSync(join(tmpdir(), "wt-audit-action-"));
  copyProject(action);
  open();
  first = run();
  remove();
}, 600_000);
afterAll(() => rmSync(action, { recursive: true, force: true }));
beforeEach(open);
afterEach(() => remove());

it("every input and output says what it is, and every input may be left out", () => {
  const { inputs, outputs, runs } = readAction(action);
  for (const { description } of [...Object.values(inputs), ...Object.values(outputs)])
    expect(description).toMatch(/^[A-Z0-9].{10,}\.$/u);
  for (const input of Object.values(inputs)) expect(input.default).toBeTypeOf("string");
  expect(runs.using).toBe("composite");
});

it("no input is a part of a script's text", () => {
  for (const { run: script = "" } of readAction(action).runs.steps) expect(script).not.toContain("${{");
});

it("builds itself from a clone, and passes", () => {
  expect(first.log).not.toContain("npm error");
  expect(first).toMatchObject({ succeeded: true, outputs: { passed: "true", "exit-code": "0", sarif: "" } });
  expect(existsSync(join(action, "dist/bundle/main.cjs"))).toBe(true);
});

it("does not build again what is built, and calls no other action where Node will do", () => {
  const again = run();
  expect(again.log).not.toMatch(/npm|added \d+ packages/u);
  expect(again.called).toEqual([]);
});

it("fails on a gap, annotates it, and sums up", () => {
  writeFileSync(at("audit.yaml"), failingAudit);
  const { succeeded, outputs, log, summary } = run();
  expect({ succeeded, outputs }).toMatchObject({ succeeded: false, outputs: { passed: "false", "exit-code": "1" } });
  expect(log).toMatch(/^::error [^\n]*file=audit\.yaml/mu);
  expect(summary).toContain("Board-level safeguarding lead");
});

it("does not pass what it could not check", () => {
  writeFileSync(at(".wt-audit.yaml"), "schema: config/1\naudit: nowhere.yaml\n");
  expect(run()).toMatchObject({ succeeded: false, outputs: { passed: "false", "exit-code": "2" } });
});

it("writes the reports that are asked for, and says where, also when it fails", () => {
  writeFileSync(at("audit.yaml"), failingAudit);
  const { outputs } = run({ html: "gaps.html", junit: "junit.xml", markdown: "comment.md", sarif: at("out.sarif") });
  expect(outputs).toMatchObject({
    html: "./gaps.html",
    junit: "./junit.xml",
    markdown: "./comment.md",
    sarif: at("out.sarif"),
  });
  for (const file of ["gaps.html", "junit.xml", "comment.md", "out.sarif"])
    expect(existsSync(at(file)), file).toBe(true);
});

it("checks in another folder, and tells paths from the root of the workspace", () => {
  mkdirSync(at("club/policies"), { recursive: true });
  writeFileSync(at("club/audit.yaml"), passingAudit);
  writeFileSync(at("club/policies/safeguarding.md"), soundPolicy);
  writeFileSync(at("audit.yaml"), failingAudit);
  const { succeeded, outputs } = run({ "working-directory": "club/", file: "audit.yaml", sarif: "out.sarif" });
  expect({ succeeded, sarif: outputs["sarif"] }).toEqual({ succeeded: true, sarif: "club/out.sarif" });
  expect(existsSync(at("club/out.sarif"))).toBe(true);
});

it.each([
  ["fail-on", "fatal", "2"],
  ["max-age", "P1D", "1"],
  ["min-assured", "101", "2"],
  ["checklist", "working-together-2023", "2"],
  ["changed-since", "no-such-revision", "2"],
])("hands on %s", (input, value, code) => {
  expect(run({ [input]: value }).outputs["exit-code"]).toBe(code);
});

it("does not count what has not changed since a revision", () => {
  writeFileSync(at("policies/whistleblowing.md"), soundPolicy.replace("1 March 2027", "1 March 2020"));
  const now = commitAll(workspace);
  expect(run().outputs["exit-code"]).toBe("1");
  expect(run({ "changed-since": now }).outputs["exit-code"]).toBe("0");
});

const hostile = [
  "$(touch injected)",
  "`touch injected`",
  '"; touch injected; "',
  "'; touch injected; '",
  "--help",
  "--version",
  "-h",
  "* $PATH ~ ${IFS}",
  "::error::injected",
];
const severalLines = [
  "x\ntouch injected\n",
  "a\npassed=true",
  "a\r\npassed=true",
  "passed<<x\ntrue\nx",
  "a\n::warning::b",
];

it.each(["file", "checklist", "fail-on", "max-age", "min-assured", "changed-since"])(
  "takes whatever stands in %s for a value, which is none",
  (input) => {
    for (const value of hostile) {
      const { succeeded, outputs, log } = run({ [input]: value });
      expect({ value, succeeded, ...outputs }).toMatchObject({ value, succeeded: false, passed: "false" });
      expect(log).not.toMatch(/^::error::injected/mu);
    }
    expect(existsSync(at("injected"))).toBe(false);
  },
);

it.each(["html", "junit", "markdown", "sarif"])("takes whatever stands in %s for the name of a file", (input) => {
  writeFileSync(at("audit.yaml"), failingAudit);
  for (const value of hostile) {
    const { succeeded, outputs } = run({ [input]: value });
    expect({ value, succeeded, passed: outputs["passed"] }).toEqual({ value, succeeded: false, passed: "false" });
    expect(existsSync(at(value)), value).toBe(true);
    expect(outputs[input]).toBe(`./${value}`);
  }
  expect(existsSync(at("injected"))).toBe(false);
});

it.each(["file", "changed-since", "sarif"])("refuses a line break in %s", (input) => {
  for (const value of severalLines) {
    const { succeeded, outputs, log } = run({ [input]: value });
    expect({ value, succeeded, ...outputs }).toMatchObject({ value, succeeded: false, passed: "false", sarif: "" });
    expect(log.trim().split("\n")).toEqual([expect.stringMatching(/^::error title=wt-audit::The input behind WT_/u)]);
  }
  expect(existsSync(at("injected"))).toBe(false);
});

it.each([
  ["none", "exit 127"],
  ["too old a", "echo v18.20.8"],
  ["too old a", "echo v20.18.1"],
])("fetches Node where there is %s Node", (_what, script) => {
  const bin = mkdtempSync(join(tmpdir(), "wt-audit-node-"));
  const node = join(bin, "node");
  const looking = `case "$1" in --version) ${script} ;; *) exec "${process.execPath}" "$@" ;; esac`;
  writeFileSync(node, `#!/bin/sh\n${looking}\n`);
  chmodSync(node, 0o755);
  const { called } = run({}, { PATH: `${bin}:${process.env["PATH"]}` });
  rmSync(bin, { recursive: true });
  expect(called.map((name) => name.split("@")[0])).toEqual(["actions/setup-node"]);
});

it("what it writes can be read", () => {
  run({ sarif: "out.sarif" });
  expect(JSON.parse(readFileSync(at("out.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
});
