import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { FileSystem } from "../../src/files/file-system.js";
import { findDocuments } from "../../src/files/find-documents.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import { withFolder } from "../cli/fixture.js";

const isDocument = (file: string) => /\.(?:md|html|docx|pdf|txt)$/iu.test(file);

let made: ReturnType<typeof withFolder> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

const tree = {
  "policies/safeguarding.md": "# A\n",
  "policies/staff/recruitment.docx": "x",
  "policies/staff/old.doc": "x",
  "policies/logo.png": "x",
  "policies/data.json": "{}",
  "policies/.drafts/new.md": "# D\n",
  ".github/SECURITY.md": "# S\n",
  "node_modules/x/README.md": "# X\n",
  "policies/node_modules/y.md": "# Y\n",
  ".git/info.md": "# G\n",
  "README.md": "# R\n",
};

function folder(files: Readonly<Record<string, string>> = tree): string {
  made = withFolder(files);
  return made.folder;
}

const find = (patterns: readonly string[], exclude: readonly string[] = [], root = folder(), mayLeave = false) =>
  findDocuments(patterns, exclude, root, nodeFileSystem, isDocument, { mayLeave });
const codes = async (found: ReturnType<typeof find>) =>
  (await found).problems.map(({ code, file }) => `${code} ${file}`);

describe("a pattern", () => {
  it.each<readonly [string, readonly string[]]>([
    ["policies/**/*.md", ["policies/safeguarding.md"]],
    ["./policies//**/*", ["policies/safeguarding.md", "policies/staff/recruitment.docx"]],
    ["policies/*.md", ["policies/safeguarding.md"]],
    ["**/*.{md,docx}", ["README.md", "policies/safeguarding.md", "policies/staff/recruitment.docx"]],
    ["policies/**", ["policies/safeguarding.md", "policies/staff/recruitment.docx"]],
    [".github/*.md", [".github/SECURITY.md"]],
    ["policies/.drafts/**", ["policies/.drafts/new.md"]],
    ["**/.drafts/*.md", ["policies/.drafts/new.md"]],
    ["node_modules/**/*.md", ["node_modules/x/README.md"]],
    ["policies/s?feguarding.[m]d", ["policies/safeguarding.md"]],
  ])("%s finds what it means, hidden files and modules only where it names them", async (pattern, documents) => {
    expect(await find([pattern])).toMatchObject({ documents, problems: [] });
  });

  it.each(["policies/*.pdf", "none/**/*.md", "policies/**/*.png", "*.MD", "policies/**/*.doc"])(
    "%s that leads to no document is a problem",
    async (pattern) => {
      expect(await codes(find([pattern]))).toEqual([`nothing-matched ${pattern}`]);
    },
  );

  it.each([
    "../**/*.md",
    "/etc/**/*.md",
    "C:/policies/*.md",
    "policies\\*.md",
    "!policies/*.md",
    `${"*a".repeat(13)}.md`,
    `${"a".repeat(501)}/*.md`,
  ])("%s is refused", async (pattern) => {
    expect(await codes(find([pattern]))).toEqual([`path-form ${pattern}`]);
    expect(await codes(find(["README.md"], [pattern]))).toEqual([`path-form ${pattern}`]);
  });

  it("is a name where a file has that name", async () => {
    const root = folder({ "policy [2026].md": "# P\n", "policy 2.md": "# Q\n", "policy #3.md": "# R\n" });
    expect((await find(["policy [2026].md", "policy #3.md"], [], root)).documents).toEqual([
      "policy #3.md",
      "policy [2026].md",
    ]);
  });
});

describe("a folder or file", () => {
  it("means all documents below the folder, and names what is like one", async () => {
    expect(await find(["policies"])).toEqual({
      documents: ["policies/safeguarding.md", "policies/staff/recruitment.docx"],
      left: [{ file: "policies/staff/old.doc", reason: "This kind of file is not read." }],
      problems: [],
    });
  });

  it("may be the root, and each document is found once", async () => {
    const found = await find([".", "policies", "README.md"]);
    expect(found.documents).toEqual(["README.md", "policies/safeguarding.md", "policies/staff/recruitment.docx"]);
  });

  it("that is hidden counts when it is named", async () => {
    expect((await find([".github", "policies/.drafts/new.md"])).documents).toEqual([
      ".github/SECURITY.md",
      "policies/.drafts/new.md",
    ]);
  });

  it("that is not read, or not there, is a problem where it is named", async () => {
    expect(await find(["policies/logo.png"])).toMatchObject({
      documents: [],
      left: [{ file: "policies/logo.png", reason: "This kind of file is not read." }],
      problems: [{ code: "nothing-matched", message: '"policies/logo.png" is of a kind that is not read.' }],
    });
    expect(await codes(find(["policies/none.md"]))).toEqual(["file-missing policies/none.md"]);
  });

  it("may lie elsewhere where a person names it", async () => {
    const root = folder();
    const inside = join(root, "policies/staff");
    expect((await find([".."], [], inside, true)).documents).toEqual(["../safeguarding.md", "recruitment.docx"]);
    expect((await find([join(root, "README.md")], [], inside, true)).documents).toEqual(["../../README.md"]);
    expect(await codes(find([".."], [], inside))).toEqual(["path-form .."]);
  });
});

describe("what is excluded", () => {
  it.each([["policies/staff"], ["policies/staff/**"], ["**/*.docx"], ["policies/staff/"]])(
    "is not found: %s",
    async (exclude) => {
      expect((await find(["policies/**/*"], [exclude])).documents).toEqual(["policies/safeguarding.md"]);
    },
  );

  it("leaves a problem where nothing is left", async () => {
    expect(await codes(find(["policies/*.md"], ["policies"]))).toEqual(["nothing-matched policies/*.md"]);
    expect(await codes(find(["README.md"], ["*.md"]))).toEqual(["nothing-matched README.md"]);
  });
});

describe("a link", () => {
  it("out of the root is not followed, and told of", async () => {
    const outside = withFolder({ "secret.md": "# S\n" });
    const root = folder();
    symlinkSync(outside.folder, join(root, "policies/away"));
    symlinkSync(join(outside.folder, "secret.md"), join(root, "policies/away.md"));
    const reason = "It is a link that leads out of the folder.";
    const found = await find(["policies"], [], root);
    expect(found.documents).toEqual(["policies/safeguarding.md", "policies/staff/recruitment.docx"]);
    expect(found.left).toContainEqual({ file: "policies/away", reason });
    expect(found.problems).toMatchObject([{ code: "path-outside", file: "policies/away.md", message: reason }]);
    expect(await codes(find(["policies/away", "policies/away.md"], [], root))).toEqual([
      "path-outside policies/away",
      "path-outside policies/away.md",
    ]);
    outside.remove();
  });

  it("within the root gives a document no second name", async () => {
    const root = folder();
    symlinkSync("staff", join(root, "policies/a-link"));
    symlinkSync("staff", join(root, "policies/z-link"));
    symlinkSync("safeguarding.md", join(root, "policies/a-link.md"));
    expect((await find(["policies"], [], root)).documents).toEqual([
      "policies/safeguarding.md",
      "policies/staff/recruitment.docx",
    ]);
  });

  it("in a circle ends", async () => {
    const root = folder();
    symlinkSync("..", join(root, "policies/staff/up"));
    symlinkSync(".", join(root, "policies/self"));
    symlinkSync("round.md", join(root, "policies/round.md"));
    const found = await find(["policies"], [], root);
    expect(found.documents).toEqual(["policies/safeguarding.md", "policies/staff/recruitment.docx"]);
    expect(found.problems).toMatchObject([{ code: "not-readable", file: "policies/round.md" }]);
  });

  it("to nothing is a problem where it has the name of a document, and left where it has that of none", async () => {
    const root = folder();
    symlinkSync("none.md", join(root, "policies/broken.md"));
    symlinkSync("none.doc", join(root, "policies/broken.doc"));
    const message = "It is a link that leads to nothing.";
    const found = await find(["policies"], [], root);
    expect(found.problems).toMatchObject([{ code: "file-missing", file: "policies/broken.md", message }]);
    expect(found.left).toContainEqual({ file: "policies/broken.doc", reason: message });
  });
});

describe("what is no document", () => {
  it("a pipe with the name of one is a problem, and never read", async () => {
    const root = folder();
    execFileSync("mkfifo", [join(root, "policies/pipe.md")]);
    expect(await codes(find(["policies"], [], root))).toEqual(["not-a-file policies/pipe.md"]);
    expect(await codes(find(["policies/pipe.md"], [], root))).toEqual(["not-a-file policies/pipe.md"]);
  });

  it("a folder that may not be read is a problem: what is not seen is not checked", async () => {
    const root = folder();
    const refusing: FileSystem = {
      ...nodeFileSystem,
      list: async (path) => {
        if (path.endsWith("staff")) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
        return nodeFileSystem.list(path);
      },
    };
    const found = await findDocuments(["policies"], [], root, refusing, isDocument);
    expect(found.problems).toMatchObject([{ code: "no-permission", file: "policies/staff" }]);
    chmodSync(root, 0o755);
  });

  it("far too much is refused", async () => {
    const root = folder({});
    const crowded: FileSystem = {
      ...nodeFileSystem,
      list: async () => Array.from({ length: 50_001 }, (_, index) => `${index}.png`),
    };
    await expect(findDocuments(["."], [], root, crowded, isDocument)).rejects.toThrow(
      "there are more than 50,000 files and folders to look through",
    );
  });

  it("a fault of ours is not taken for one of the system", async () => {
    const root = folder();
    const faulty: FileSystem = { ...nodeFileSystem, list: () => Promise.reject(new TypeError("ours")) };
    await expect(findDocuments(["policies"], [], root, faulty, isDocument)).rejects.toThrow(TypeError);
  });
});

it("a thousand folders are looked through in a moment", async () => {
  const root = folder({});
  for (let index = 0; index < 1000; index += 1) {
    mkdirSync(join(root, `f${index}`));
    writeFileSync(join(root, `f${index}/policy.md`), "# P\n");
  }
  const start = performance.now();
  expect((await find(["**/*.md"], [], root)).documents).toHaveLength(1000);
  expect(performance.now() - start).toBeLessThan(2000);
});
