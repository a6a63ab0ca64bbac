import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readEvidence } from "../../src/evidence/read-evidence.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";

const text = "# Policy\nWe keep all of the children who come to our clubs and trips safe from harm every day.\n";
let top = "";
let folder = "";

beforeEach(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), "riverside-")));
  folder = join(top, "safeguarding");
  await mkdir(join(folder, "policies"), { recursive: true });
  await writeFile(join(folder, "policies", "policy.md"), text);
  await writeFile(join(top, "secret.md"), text);
});

afterEach(() => rm(top, { recursive: true }));

const read = (path: string) => readEvidence(path, folder, nodeFileSystem);

it("reads a document, its digest that of the bytes", async () => {
  const sha256 = createHash("sha256").update(text).digest("hex");
  expect(await read("policies/policy.md")).toEqual({ kind: "present", read: true, blank: false, sha256 });
});

it("a document that is not there is missing, also below a file", async () => {
  expect([await read("policies/gone.md"), await read("policies/policy.md/annex.md")]).toMatchObject([
    { kind: "missing" },
    { kind: "missing" },
  ]);
});

it("a name too long for the system is missing", async () => {
  expect(await read(`policies/${"a".repeat(5000)}.md`)).toMatchObject({ kind: "missing" });
});

it("a folder is not a document", async () => {
  expect(await read("policies")).toMatchObject({ code: "not-a-file" });
});

it.skipIf(process.platform === "win32")("a pipe is not a document, and nobody waits for it", async () => {
  execFileSync("mkfifo", [join(folder, "policies", "pipe.md")]);
  expect(await read("policies/pipe.md")).toMatchObject({ code: "not-a-file" });
});

it("a path out of the folder is refused", async () => {
  expect(await read("../secret.md")).toMatchObject({ code: "path-outside" });
});

it.skipIf(process.platform === "win32")("a link out of the folder is refused, to a file and to a folder", async () => {
  await symlink(join(top, "secret.md"), join(folder, "policies", "link.md"));
  await symlink(top, join(folder, "above"));
  expect([await read("policies/link.md"), await read("above/secret.md")]).toMatchObject([
    { code: "path-outside" },
    { code: "path-outside" },
  ]);
});

it.skipIf(process.platform === "win32")("a link within the folder is followed", async () => {
  await symlink("policy.md", join(folder, "policies", "latest.md"));
  expect(await read("policies/latest.md")).toMatchObject({ kind: "present", read: true });
});

it.skipIf(process.platform === "win32")("a link to nothing is missing, and a link to itself is a problem", async () => {
  await symlink("gone.md", join(folder, "policies", "dangling.md"));
  await symlink("loop.md", join(folder, "policies", "loop.md"));
  expect([await read("policies/dangling.md"), await read("policies/loop.md")]).toMatchObject([
    { kind: "missing" },
    { code: "not-readable" },
  ]);
});

it("a path with a NUL is a problem, not a crash", async () => {
  expect(await read("policies/policy.md\0.pdf")).toMatchObject({ code: "not-readable" });
});

it.skipIf(process.platform === "win32")(
  "an audit in a folder that is reached by a link finds its documents",
  async () => {
    await symlink(folder, join(top, "by-link"));
    expect(await readEvidence("policies/policy.md", join(top, "by-link"), nodeFileSystem)).toMatchObject({
      kind: "present",
      read: true,
    });
  },
);
