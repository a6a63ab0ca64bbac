import { execFileSync } from "node:child_process";
import { chmod, link, lstat, mkdir, mkdtemp, readFile, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../src/files/node-file-system.js";

let folder = "";
const at = (...names: string[]) => path.join(folder, ...names);
const text = (...names: string[]) => readFile(at(...names), "utf8");

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wt-audit-"));
});

describe("reading", () => {
  it("stops at the limit", async () => {
    await writeFile(at("a"), "abcdef");
    expect(Buffer.from(await nodeFileSystem.read(at("a"), 4)).toString()).toBe("abcd");
    expect(Buffer.from(await nodeFileSystem.read(at("a"), 400)).toString()).toBe("abcdef");
  });
  it("reads long files in pieces", async () => {
    await writeFile(at("a"), "x".repeat(200_000));
    expect((await nodeFileSystem.read(at("a"), 150_000)).length).toBe(150_000);
  });
  it("never blocks on a fifo", async () => {
    execFileSync("mkfifo", [at("fifo")]);
    await expect(nodeFileSystem.read(at("fifo"), 10)).rejects.toMatchObject({ code: "ENOTSUP" });
    expect(await nodeFileSystem.status(at("fifo"))).toMatchObject({ kind: "other" });
  });
  it("tells a folder from a file", async () => {
    expect(await nodeFileSystem.status(folder)).toMatchObject({ kind: "folder" });
    await expect(nodeFileSystem.read(folder, 10)).rejects.toMatchObject({ code: "EISDIR" });
  });
  it("lists names in order, folders and links to them with a slash", async () => {
    await mkdir(at("b"));
    await writeFile(at("a.md"), "");
    await symlink("b", at("c"));
    await symlink("nowhere", at("d"));
    expect(await nodeFileSystem.list(folder)).toEqual(["a.md", "b/", "c/", "d"]);
  });
});

describe("writing", () => {
  it("makes a file that is not there, and leaves nothing else", async () => {
    await nodeFileSystem.writeAtomic(at("a.yaml"), "a: 1\n");
    expect(await text("a.yaml")).toBe("a: 1\n");
    expect(await readdir(folder)).toEqual(["a.yaml"]);
  });
  it("keeps the permissions of the file", async () => {
    await writeFile(at("a"), "old");
    await chmod(at("a"), 0o640);
    await nodeFileSystem.writeAtomic(at("a"), Buffer.from("new"));
    expect((await stat(at("a"))).mode & 0o777).toBe(0o640);
    expect(await text("a")).toBe("new");
  });
  it("replaces the file rather than writing into it", async () => {
    await writeFile(at("a"), "old");
    await link(at("a"), at("b"));
    await nodeFileSystem.writeAtomic(at("a"), "new");
    expect(await text("b")).toBe("old");
  });
  it("writes the file that a link leads to, and keeps the link", async () => {
    await mkdir(at("real"));
    await writeFile(at("real", "a"), "old");
    await symlink("real/a", at("b"));
    await symlink("b", at("c"));
    await nodeFileSystem.writeAtomic(at("c"), "new");
    expect(await text("real", "a")).toBe("new");
    expect((await lstat(at("c"))).isSymbolicLink()).toBe(true);
    expect(await readdir(at("real"))).toEqual(["a"]);
  });
  it("makes the file that a link leads to when it is not there", async () => {
    await mkdir(at("real"));
    await symlink("real/a", at("b"));
    await nodeFileSystem.writeAtomic(at("b"), "new");
    expect(await text("real", "a")).toBe("new");
    expect((await lstat(at("b"))).isSymbolicLink()).toBe(true);
  });
  it("refuses what is no file, and leaves nothing behind", async () => {
    execFileSync("mkfifo", [at("fifo")]);
    await mkdir(at("sub"));
    await expect(nodeFileSystem.writeAtomic(at("fifo"), "x")).rejects.toMatchObject({ code: "ENOTSUP" });
    await expect(nodeFileSystem.writeAtomic(at("sub"), "x")).rejects.toMatchObject({ code: "EISDIR" });
    await expect(nodeFileSystem.writeAtomic(at("no", "a"), "x")).rejects.toMatchObject({ code: "ENOENT" });
    expect(await readdir(folder)).toEqual(["fifo", "sub"]);
  });
  it("removes its temporary file when the disk fails", async () => {
    await writeFile(at("a"), "old");
    // A value that cannot be written fails after the temporary file was opened, as a full disk does.
    await expect(nodeFileSystem.writeAtomic(at("a"), JSON.parse("{}"))).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["a"]);
    expect(await text("a")).toBe("old");
  });
  it("makes folders and those above", async () => {
    await nodeFileSystem.makeFolder(at("x", "y"));
    await nodeFileSystem.makeFolder(at("x", "y"));
    expect(await nodeFileSystem.status(at("x", "y"))).toMatchObject({ kind: "folder" });
  });
});

it("a private file that is new can be read by its owner alone", async () => {
  const file = at("rescued.yaml");
  await nodeFileSystem.writeAtomic(file, "a: 1\n", true);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it.runIf(process.platform === "linux")(
  "making a folder where none can be made is refused, and comes back",
  async () => {
    await expect(nodeFileSystem.makeFolder("/proc/riverside/cache")).rejects.toMatchObject({ code: "ENOENT" });
  },
);
