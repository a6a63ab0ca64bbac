import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedFiles } from "../../src/files/changed-files.js";
import { withFolder } from "../cli/fixture.js";

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder({
    "policies/safeguarding.md": "# A\n",
    "policies/staff/recruitment.md": "# R\n",
    "policies/old.md": "# Old\n",
    "README.md": "# Read me\n",
    ".gitignore": "*.tmp\n",
  });
  git("init", "-q", "-b", "main");
  commit("first");
});
afterEach(() => made.remove());

function git(...args: readonly string[]): string {
  const identity = ["-c", "user.name=Lead", "-c", "user.email=lead@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: made.folder, encoding: "utf8", stdio: "pipe" });
}

function commit(message: string): void {
  git("add", "-A");
  git("commit", "-q", "-m", message);
}

const at = (name: string) => join(made.folder, name);
const changed = async (folder = "", revision = "HEAD") => [...(await changedFiles(at(folder), revision))].toSorted();

async function refusal(work: Promise<unknown>): Promise<{ readonly message: string; readonly hint: unknown }> {
  const error = await work.then(
    () => new Error("it was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error("no error");
  return { message: error.message, hint: "hint" in error ? error.hint : null };
}

describe("the files that changed", () => {
  it("are none when nothing did", async () => {
    expect(await changed()).toEqual([]);
  });

  it("are those that differ: committed, staged, not staged and not tracked; ignored ones are not", async () => {
    writeFileSync(at("README.md"), "# New\n");
    commit("second");
    writeFileSync(at("policies/safeguarding.md"), "# B\n");
    git("add", "-A");
    writeFileSync(at("policies/staff/recruitment.md"), "# S\n");
    writeFileSync(at("policies/new.md"), "# N\n");
    writeFileSync(at("policies/new.tmp"), "x");
    expect(await changed("", "HEAD~1")).toEqual([
      "README.md",
      "policies/new.md",
      "policies/safeguarding.md",
      "policies/staff/recruitment.md",
    ]);
  });

  it("are both names of one that was renamed, and the name of one that was deleted", async () => {
    renameSync(at("policies/old.md"), at("policies/newer.md"));
    rmSync(at("README.md"));
    git("add", "-A");
    expect(await changed()).toEqual(["README.md", "policies/newer.md", "policies/old.md"]);
  });

  it("are named as they are, however odd", async () => {
    const names = ['quote"d.md', "Política.md", "a b.md", "line\nbreak.md", "-n.md"];
    for (const name of names) writeFileSync(at(name), "x");
    expect(await changed()).toEqual(names.toSorted());
    commit("odd");
    expect(await changed("", "HEAD~1")).toEqual(names.toSorted());
  });

  it("count from a folder below, and are those in it alone", async () => {
    writeFileSync(at("README.md"), "# New\n");
    writeFileSync(at("policies/staff/recruitment.md"), "# S\n");
    writeFileSync(at("policies/new.md"), "# N\n");
    expect(await changed("policies")).toEqual(["new.md", "staff/recruitment.md"]);
  });

  it("do not hang on how git is set up", async () => {
    git("config", "diff.external", "false");
    git("config", "core.quotePath", "true");
    git("config", "diff.noprefix", "true");
    git("config", "diff.renames", "copies");
    writeFileSync(at("Política.md"), "x");
    git("add", "-A");
    expect(await changed()).toEqual(["Política.md"]);
  });
});

describe("what git cannot tell", () => {
  it.each(["nope", "--output=stolen", "-h", "", " ", "HEAD:README.md", "a\0b"])(
    "is refused, and never taken for an option: %j",
    async (revision) => {
      const { message, hint } = await refusal(changedFiles(made.folder, revision));
      expect(message).toBe(`git knows no revision ${JSON.stringify(revision)}`);
      expect(hint).toContain("fetch-depth: 0");
    },
  );

  it("is explained in a shallow copy", async () => {
    writeFileSync(at("README.md"), "# New\n");
    commit("second");
    git("clone", "-q", "--depth", "1", pathToFileURL(made.folder).href, "copy");
    const { hint } = await refusal(changedFiles(at("copy"), "HEAD~1"));
    expect(hint).toBe(
      "This copy of the repository is shallow: fetch all of its history (in GitHub Actions: fetch-depth: 0).",
    );
  });

  it("is refused where there is no repository", async () => {
    rmSync(at(".git"), { recursive: true });
    const { message, hint } = await refusal(changedFiles(made.folder, "HEAD"));
    expect(message).toBe("git could not tell which files have changed");
    expect(hint).toMatch(/^It says: .*not a git repository/iu);
  });

  it("is refused where there is no git", async () => {
    const before = process.env["PATH"];
    mkdirSync(at("empty"));
    process.env["PATH"] = at("empty");
    try {
      expect(await refusal(changedFiles(made.folder, "HEAD"))).toEqual({
        message: "git could not be run (ENOENT)",
        hint: "Install git, or leave --changed-since out: all documents are then checked.",
      });
    } finally {
      process.env["PATH"] = before;
    }
  });
});
