import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const versions = ["20.19.0", "22", "24", "26"] as const;
let folder = "";
let work = "";

function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", [...args, "--no-audit", "--no-fund", "--silent"], { cwd, encoding: "utf8" });
}

/** The tarball in an empty folder, and beside it a Node of every line that we promise. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wt-audit-package-"));
  work = join(folder, "work");
  for (const name of ["work", "nodes"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "package.json"), '{ "private": true }');
  }
  npm(["pack", "--pack-destination", folder], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  npm(["install", join(folder, tarball)], work);
  const platform = `node-${process.platform}-${process.arch}`;
  npm(
    ["install", ...versions.map((version) => `node${version.split(".")[0]}@npm:${platform}@${version}`)],
    join(folder, "nodes"),
  );
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("brings no development dependency and no install script", () => {
  const lock = JSON.parse(readFileSync(join(work, "node_modules/.package-lock.json"), "utf8"));
  const names = Object.keys(lock.packages).map((path) => path.replace("node_modules/", ""));
  expect(names).toContain("wt-audit");
  for (const name of ["typescript", "vitest", "ajv", "playwright-core", "fast-check"])
    expect(names).not.toContain(name);
  expect(Object.values(lock.packages)).not.toContainEqual(expect.objectContaining({ hasInstallScript: true }));
});

it("ships no source, no test and no build script", () => {
  const files = readdirSync(join(work, "node_modules/wt-audit"), { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => /^(src|tests|dist\/build)\b|\.test\.|^\.(?!$)/u.test(file))).toEqual([]);
});

describe.each(versions)("on Node %s", (version) => {
  const run = (args: readonly string[], input = "") => {
    const node = join(folder, "nodes/node_modules", `node${version.split(".")[0]}`, "bin/node");
    const bin = join(work, "node_modules/wt-audit/bin/wt-audit.js");
    return spawnSync(node, [bin, ...args], { cwd: work, encoding: "utf8", input });
  };

  it("is that Node", () => {
    const node = join(folder, "nodes/node_modules", `node${version.split(".")[0]}`, "bin/node");
    expect(execFileSync(node, ["--version"], { encoding: "utf8" })).toMatch(
      new RegExp(`^v${version.split(".")[0]}\\.`, "u"),
    );
  });

  it("shows the demo with an empty standard error", () => {
    const { status, stdout, stderr } = run(["demo"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Riverside Youth Project");
  });

  it.each(["markdown", "html", "json", "csv"])("writes the demo as %s", (format) => {
    expect(run(["demo", "-f", format])).toMatchObject({ status: 0, stderr: "" });
  });

  it("starts an audit, takes answers, and checks it", () => {
    rmSync(join(work, "audit.yaml"), { force: true });
    expect(run(["init", "--name", "Riverside Youth Project"]).status).toBe(0);
    const answers = "schema: answers/1\nresponses:\n  board-lead: { rating: not-met }\n";
    expect(run(["audit", "--answers", "-"], answers)).toMatchObject({ status: 0, stdout: "" });
    const { status, stdout, stderr } = run(["check"]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toMatch(/error not-met board-lead/u);
  });

  it("lists, shows and lints checklists, and prints schemas and completions", () => {
    const commands = [
      ["checklist", "list"],
      ["checklist", "show", "working-together-2018"],
      ["schema", "audit"],
      ["completion", "bash"],
      ["--help"],
    ];
    for (const args of commands) expect(run(args)).toMatchObject({ status: 0, stderr: "" });
  });
});
