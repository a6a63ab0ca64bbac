import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/evidence/facts-reader.js";
import { readCitable, readFolder } from "../../src/evidence/read-folder.js";
import { type Entry, fakeFiles, root } from "./fake-files.js";

const policy = "# Speaking up\n\nOur whistleblowing procedure protects any volunteer who raises a concern.\n";

/** What reading the folder gives: the paths, or why not; and the count that was told before. */
async function read(entries: Readonly<Record<string, Entry>>) {
  const counts: number[] = [];
  const files = fakeFiles(entries);
  const library = await openLibrary(root, false, { env: {}, files });
  const reading = await readFolder(root, library, files, (count) => void counts.push(count));
  return "documents" in reading
    ? { files: reading.documents.map(({ file }) => file), counts }
    : { refused: reading.refused, counts };
}

const named = (count: number, entry: Entry) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`policies/${index}.md`, entry]));
const refused = {
  refused:
    "This folder holds more documents than can be looked through between two questions, so none are shown. To read them all: wt-audit scan",
  counts: [],
};

describe("the documents of a folder", () => {
  it("are read with those of the folders in it, and counted before", async () => {
    const entries = {
      "audit.yaml": "schema: audit/1",
      "safeguarding.md": policy,
      "policies/more/speaking-up.md": policy,
    };
    expect(await read(entries)).toEqual({ files: ["policies/more/speaking-up.md", "safeguarding.md"], counts: [2] });
  });

  it("are none in a folder that holds none", async () => {
    expect(await read({ "audit.yaml": "schema: audit/1" })).toEqual({ files: [], counts: [0] });
  });

  it("that cannot be read are left out", async () => {
    const entries = { "a.md": policy, "b.md": { refuse: "EACCES" }, "c.docx": "PK no zip" };
    expect((await read(entries)).files).toEqual(["a.md"]);
  });

  it("are read up to 500, and beyond not at all", async () => {
    expect((await read(named(500, policy))).files).toHaveLength(500);
    expect(await read(named(501, policy))).toEqual(refused);
  });

  it("are read up to 50 MiB, and beyond not at all", async () => {
    const half = 25 * 1024 * 1024;
    expect((await read({ "a.md": { size: half }, "b.md": { size: half } })).counts).toEqual([2]);
    expect(await read({ "a.md": { size: half }, "b.md": { size: half + 1 } })).toEqual(refused);
  });
});

describe("the text of a document", () => {
  const citable = (entry: Entry) => readCitable("policies/a.md", root, fakeFiles({ "policies/a.md": entry }));

  it("has the line ends of every system as one", async () => {
    expect(await citable("# A\r\nB\n")).toBe("# A\nB\n");
  });

  it("is none of a file that is no text, or larger than 4 MiB", async () => {
    expect(await citable("a\u0000b")).toBeNull();
    expect(await citable("a".repeat(4 * 1024 * 1024))).not.toBeNull();
    expect(await citable("a".repeat(4 * 1024 * 1024 + 1))).toBeNull();
  });
});
