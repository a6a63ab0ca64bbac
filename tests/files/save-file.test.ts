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

describe("what is refused", () => {
  it("names the file that was not written", async () => {
    await writeFile(file, "theirs\n");
    const refused = saveAudit(file, "sub/audit.yaml", "new\n", "old\n", nodeFileSystem);
    await expect(refused).rejects.toThrow("sub/audit.yaml was not written");
    await expect(saveNewFile(file, "sub/audit.yaml", "x", nodeFileSystem)).rejects.toThrow(
      "sub/audit.yaml was not written",
    );
  });
});

describe("what could not be read again", () => {
  const tooLarge = "x".repeat(2 * 1024 * 1024 + 1);
  const problem = {
    code: "too-large",
    message: "The file would be larger than 2 MiB, and could not be read again.",
    hint: "Shorten what was written last, or start another file.",
  };

  it("is not written over an audit", async () => {
    await writeFile(file, "old\n");
    expect(await problemsOf(saveAudit(file, "audit.yaml", tooLarge, "old\n", nodeFileSystem))).toMatchObject([problem]);
    expect(await content()).toBe("old\n");
  });
  it("is not written anew", async () => {
    expect(await problemsOf(saveNewFile(file, "audit.yaml", tooLarge, nodeFileSystem))).toMatchObject([problem]);
    expect(await readdir(path.dirname(file))).toEqual([]);
  });
  it("is told by its bytes, not its characters", async () => {
    const wide = "é".repeat(1024 * 1024);
    await saveNewFile(file, "audit.yaml", wide, nodeFileSystem);
    expect(await problemsOf(saveAudit(file, "audit.yaml", `${wide}é`, wide, nodeFileSystem))).toMatchObject([problem]);
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

describe("a disk that cannot be read", () => {
  const files = {
    ...nodeFileSystem,
    read: () => Promise.reject(Object.assign(new Error("EIO"), { code: "EIO" })),
  };

  it.each([
    ["an audit", () => saveAudit(file, "audit.yaml", "new\n", "old\n", files)],
    ["a new file", () => saveNewFile(file, "audit.yaml", "new\n", files)],
  ])("keeps %s from being written: it may be somebody's", async (_what, save) => {
    await writeFile(file, "old\n");
    expect(await problemsOf(save())).toMatchObject([{ code: "not-readable", file: "audit.yaml" }]);
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
