import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedFiles } from "../../src/files/changed-files.js";
import { readBaseline, saveBaseline } from "../../src/files/baseline-file.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import { withFolder } from "./fixture.js";
import { runBuilt } from "./run.js";

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder({ "policies/a.md": "# Safeguarding policy\n", "shared/x.txt": "Shared\n" });
});
afterEach(() => made.remove());

const at = (name: string) => join(made.folder, name);
const git = (folder: string, ...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=Lead", "-c", "user.email=lead@example.org", ...args], {
    cwd: at(folder),
    stdio: "pipe",
  });
const commit = (folder = "") => {
  git(folder, "init", "-q");
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "--allow-empty", "-m", "first");
};

describe("what changed", () => {
  it.skipIf(process.platform === "win32")("is told without running a program that the repository names", async () => {
    writeFileSync(at("evil.sh"), `#!/bin/sh\ntouch "${at("ran")}"\ncat\n`);
    chmodSync(at("evil.sh"), 0o755);
    writeFileSync(at(".gitattributes"), "*.md filter=e diff=e\n");
    commit();
    for (const key of ["filter.e.clean", "diff.external", "diff.e.command", "diff.e.textconv", "core.fsmonitor"])
      git("", "config", key, at("evil.sh"));
    git("", "config", "filter.e.required", "true");
    writeFileSync(at("policies/a.md"), "# Another policy\n");
    expect((await changedFiles(made.folder, "HEAD")).has("policies/a.md")).toBe(true);
    expect(existsSync(at("ran"))).toBe(false);
  });

  it("holds what a link leads to, by the name of the link", async () => {
    symlinkSync("../shared/x.txt", at("policies/x.md"));
    symlinkSync("shared", at("linked"));
    commit();
    expect([...(await changedFiles(made.folder, "HEAD"))]).toEqual([]);
    writeFileSync(at("shared/x.txt"), "Changed\n");
    const changed = await changedFiles(made.folder, "HEAD");
    expect([...changed].toSorted()).toEqual(["linked/x.txt", "policies/x.md", "shared/x.txt"]);
  });

  it("holds all that lies in a repository within", async () => {
    commit();
    mkdirSync(at("sub"));
    commit("sub");
    writeFileSync(at("sub/b.md"), "");
    expect((await changedFiles(made.folder, "HEAD")).has("sub/b.md")).toBe(true);
    git("", "-c", "advice.addEmbeddedRepo=false", "add", "sub");
    git("", "commit", "-q", "-m", "second");
    expect((await changedFiles(made.folder, "HEAD")).has("sub/b.md")).toBe(true);
  });
});

it.skipIf(process.platform !== "linux")("a document whose name is no UTF-8 is not passed over", async () => {
  writeFileSync(Buffer.concat([Buffer.from(at("policies/b")), Buffer.from([0xff]), Buffer.from(".md")]), "");
  const { code, stderr } = await runBuilt(["scan", "policies"], { cwd: made.folder });
  expect([code, stderr]).toEqual([2, expect.stringContaining("Its name is not written in UTF-8")]);
});

describe("a baseline", () => {
  const baselineOf = (count: number, name: string) => ({
    schema: "baseline/1" as const,
    gaps: [],
    findings: Array.from({ length: count }, (_, index) => ({
      file: `${name}${String(index).padStart(6, "0")}.md`,
      finding: "placeholder",
      count: 1,
    })),
  });

  it("of ten thousand documents can be read again", async () => {
    const after = baselineOf(40_000, "policies/a-policy-of-riverside-youth-project-");
    await saveBaseline(at("b.json"), "b.json", { before: null, after }, nodeFileSystem);
    expect(await readBaseline(at("b.json"), "b.json", nodeFileSystem)).toEqual(after);
  });

  it("that could not be read again is not written", async () => {
    const after = baselineOf(40_000, "a".repeat(900));
    const saved = saveBaseline(at("b.json"), "b.json", { before: null, after }, nodeFileSystem);
    await expect(saved).rejects.toMatchObject({ diagnostics: [{ code: "too-large", file: "b.json" }] });
    expect(existsSync(at("b.json"))).toBe(false);
  });
});
