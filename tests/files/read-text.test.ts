import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { FileSystem } from "../../src/files/file-system.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import { decodeText, fileLimit, readText } from "../../src/files/read-text.js";
import { problemsOf } from "./problems-of.js";

let folder = "";
const read = (name: string, files: FileSystem = nodeFileSystem) =>
  readText(path.join(folder, name), name, files, fileLimit);
const failing = (code: string): FileSystem => ({
  ...nodeFileSystem,
  status: () => Promise.reject(Object.assign(new Error(code), { code })),
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wt-audit-"));
  await mkdir(path.join(folder, "folder"));
  await writeFile(path.join(folder, "plain.yaml"), "a: é\n");
  await writeFile(path.join(folder, "bom.yaml"), "\ufeffa: 1\r\n");
  await writeFile(path.join(folder, "nul.yaml"), "a: \0\n");
  await writeFile(path.join(folder, "utf16.yaml"), Buffer.from("\ufeffa: 1\n", "utf16le"));
  await writeFile(path.join(folder, "latin.yaml"), Buffer.from([0x61, 0xe9, 0x0a]));
  await writeFile(path.join(folder, "limit.yaml"), "a".repeat(fileLimit));
  await writeFile(path.join(folder, "sparse.yaml"), "a: 1\n");
  await truncate(path.join(folder, "sparse.yaml"), 50 * 1024 * 1024);
  await symlink("loop", path.join(folder, "loop"));
  execFileSync("mkfifo", [path.join(folder, "fifo")]);
});

describe("the text of a file", () => {
  it("comes without its byte order mark and with its line ends", async () => {
    expect(await read("plain.yaml")).toBe("a: é\n");
    expect(await read("bom.yaml")).toBe("a: 1\r\n");
  });
  it("may be as long as the limit", async () => {
    expect((await read("limit.yaml")).length).toBe(2_097_152);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["nowhere.yaml", "file-missing", "The file is not there."],
    ["plain.yaml/a", "file-missing", "The file is not there."],
    ["folder", "not-a-file", "This is a folder, not a file."],
    ["fifo", "not-a-file", "This is a pipe, a socket or a device, not a file."],
    ["loop", "not-readable", "The links that lead to this file go round in a circle."],
    ["sparse.yaml", "too-large", "The file is larger than 2 MiB."],
    ["nul.yaml", "not-text", "The file is not text: it holds a NUL byte."],
    ["utf16.yaml", "not-text", "The file is UTF-16 text, not UTF-8."],
    ["latin.yaml", "not-text", "The file is not UTF-8 text."],
    ["a\0b", "path-form", "This cannot be the path of a file."],
    ["a".repeat(300), "path-form", "This cannot be the path of a file."],
  ])("%j is %s", async (name, code, message) => {
    expect(await problemsOf(read(name))).toMatchObject([{ code, message, file: name, line: null, column: null }]);
  });

  it.each([
    ["EACCES", "no-permission", "You may not read this file."],
    ["EPERM", "no-permission", "You may not read this file."],
    ["EIO", "not-readable", "The disk could not be read."],
    ["EWEIRD", "not-readable", "The system could not read the file (EWEIRD)."],
  ])("%s is %s", async (system, code, message) => {
    expect(await problemsOf(read("plain.yaml", failing(system)))).toMatchObject([{ code, message }]);
  });

  it("is a device when it is one, and does not hang", async () => {
    expect(await problemsOf(readText("/dev/zero", "/dev/zero", nodeFileSystem, fileLimit))).toMatchObject([
      { code: "not-a-file" },
    ]);
  });

  it("that grows beyond the limit while it is read is too large", async () => {
    const growing: FileSystem = {
      ...nodeFileSystem,
      status: () => Promise.resolve({ kind: "file", size: 1 }),
      read: () => Promise.resolve(new Uint8Array(11).fill(97)),
    };
    expect(await problemsOf(readText("/a", "a", growing, 10))).toMatchObject([
      { code: "too-large", message: "The file is larger than 10 bytes." },
    ]);
  });

  it("lets a bug of ours pass as what it is", async () => {
    const broken: FileSystem = { ...nodeFileSystem, status: () => Promise.reject(new TypeError("a bug")) };
    await expect(read("plain.yaml", broken)).rejects.toThrow(TypeError);
  });
});

describe("bytes from standard input", () => {
  it("are held to the same rules", async () => {
    expect(decodeText(Buffer.from("\ufeffa: 1"), "standard input", 20)).toBe("a: 1");
    expect(() => decodeText(new Uint8Array(21).fill(97), "standard input", 20)).toThrow(
      "standard input cannot be used as it is",
    );
  });
});
