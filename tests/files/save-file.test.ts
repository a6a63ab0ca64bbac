import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import { saveAudit, saveFile, saveNewFile } from "../../src/files/save-file.js";
import { problemsOf } from "./problems-of.js";

let file = "";
const content = () => readFile(file, "utf8");

beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), "wt-audit-")), "audit.yaml");
});

describe("saving an audit", () => {
  it("writes over what was read", async () => {
    await writeFile(file, "old\n");
    await saveAudit(file, "audit.yaml", "new\n", "old\n", nodeFileSystem);
    expect(await content()).toBe("new\n");
  });
  it("takes a byte order mark for no change", async () => {
    await writeFile(file, "\ufeffold\n");
    await saveAudit(file, "audit.yaml", "new\n", "old\n", nodeFileSystem);
    expect(await content()).toBe("new\n");
  });
  it.each(["old \n", "old\nmore\n", ""])("does not write over %j, which someone else wrote", async (theirs) => {
    await writeFile(file, theirs);
    expect(await problemsOf(saveAudit(file, "audit.yaml", "new\n", "old\n", nodeFileSystem))).toMatchObject([
      { code: "file-changed", message: "The file was changed by someone else while you worked on it." },
    ]);
    expect(await content()).toBe(theirs);
  });
  it("does not bring back a file that was removed", async () => {
    expect(await problemsOf(saveAudit(file, "audit.yaml", "new\n", "old\n", nodeFileSystem))).toMatchObject([
      { code: "file-changed", message: "The file was removed while you worked on it." },
    ]);
    expect(await readdir(path.dirname(file))).toEqual([]);
  });
});

describe("a new file", () => {
  it("is written where none is", async () => {
    await saveNewFile(file, "audit.yaml", "new\n", nodeFileSystem);
    expect(await content()).toBe("new\n");
  });
  it("is never written over another", async () => {
    await writeFile(file, "old\n");
    expect(await problemsOf(saveNewFile(file, "audit.yaml", "new\n", nodeFileSystem))).toMatchObject([
      { code: "file-exists" },
    ]);
    expect(await content()).toBe("old\n");
  });
});

describe("a disk that refuses", () => {
  it.each([
    ["ENOSPC", "not-written", "The disk is full."],
    ["EDQUOT", "not-written", "You have used all the disk space you are allowed."],
    ["EROFS", "not-written", "The disk can be read but not written."],
    ["EACCES", "no-permission", "You may not write this file."],
    ["EISDIR", "not-a-file", "This is a folder, not a file."],
    ["ENOENT", "not-written", "The folder to write in is not there."],
    ["EODD", "not-written", "The system could not write the file (EODD)."],
  ])("%s is %s", async (system, code, message) => {
    const files = {
      ...nodeFileSystem,
      writeAtomic: () => Promise.reject(Object.assign(new Error(system), { code: system })),
    };
    expect(await problemsOf(saveFile(file, "audit.yaml", "x", files))).toMatchObject([
      { code, message, file: "audit.yaml" },
    ]);
  });
  it("lets a bug of ours pass as what it is", async () => {
    const files = { ...nodeFileSystem, writeAtomic: () => Promise.reject(new TypeError("a bug")) };
    await expect(saveFile(file, "audit.yaml", "x", files)).rejects.toThrow(TypeError);
  });
});
