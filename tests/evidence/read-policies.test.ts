import { describe, expect, it } from "vitest";
import { type DocumentReader, readPolicies } from "../../src/evidence/read-policies.js";
import { facts } from "../engine/scan-fixture.js";
import { type Entry, fakeFiles, root } from "./fake-files.js";

/** Takes every line of a document as a link. */
const linking: DocumentReader = async (bytes) =>
  facts({
    links: Buffer.from(bytes)
      .toString()
      .split("\n")
      .map((target, index) => ({ target, line: index + 1 })),
  });

async function brokenIn(entries: Readonly<Record<string, Entry>>, file = "policies/a.md") {
  const { documents } = await readPolicies([file], root, linking, fakeFiles(entries));
  return documents.flatMap(({ brokenLinks }) => brokenLinks.map(({ target }) => target));
}

describe("the documents of a set", () => {
  it("are read in the order given, each by itself", async () => {
    const files = fakeFiles({ "b.md": "b", "policies/a.md": "a" });
    const seen: string[] = [];
    const reader: DocumentReader = async (bytes, file) => {
      seen.push(`${file} ${Buffer.from(bytes).toString()}`);
      return facts({ title: file });
    };
    const { documents, problems } = await readPolicies(["policies/a.md", "b.md"], root, reader, files);
    expect(documents.map((document) => [document.file, document.facts.title])).toEqual([
      ["policies/a.md", "policies/a.md"],
      ["b.md", "b.md"],
    ]);
    expect([seen, problems]).toEqual([["policies/a.md a", "b.md b"], []]);
  });

  it("that cannot be read are told all at once, and the others are read", async () => {
    const files = fakeFiles({ "a.md": "a", "b.md": { refuse: "EACCES" }, "d.docx": "broken", "e.md": "e" });
    const reader: DocumentReader = async (_bytes, file) => (file === "d.docx" ? "It is damaged." : facts());
    const { documents, problems } = await readPolicies(["a.md", "b.md", "c.md", "d.docx", "e.md"], root, reader, files);
    expect(documents.map(({ file }) => file)).toEqual(["a.md", "e.md"]);
    const hint = "Put a sound copy in its place, or leave it out of what is read.";
    expect(problems.map(({ code, file, message, hint: told }) => [code, file, message, told])).toEqual([
      ["unreadable-document", "b.md", "It could not be read (EACCES).", hint],
      ["unreadable-document", "c.md", "It could not be read (ENOENT).", hint],
      ["unreadable-document", "d.docx", "It is damaged.", hint],
    ]);
  });

  it("that this tool wrote are left out, and told", async () => {
    const files = fakeFiles({
      "changes.html": '<!doctype html>\n<meta name="generator" content="wt-audit">',
      "checklist.md": "# Working Together to Safeguard Children 2026\n\n**Id:** working-together-2026\n",
      "comment.md": "<!-- wt-audit -->\n# Safeguarding gap report\n",
      "compared.txt": "What changed: Riverside Youth Project\n",
      "gaps.html": '<!doctype html>\n<meta name="generator" content="wt-audit 0.1.0">',
      "gaps.txt": "Safeguarding gap report\r\n",
      "scanned.md": "# What the policies state\n",
    });
    const paths = ["changes.html", "checklist.md", "comment.md", "compared.txt", "gaps.html", "gaps.txt", "scanned.md"];
    const { documents, own, problems } = await readPolicies(paths, root, linking, files);
    expect([documents, own.map(({ file }) => file), problems]).toEqual([[], paths, []]);
    expect(own[0]?.reason).toBe("It is a report of wt-audit, and no policy.");
  });

  it("that only speak of its reports are read", async () => {
    const files = fakeFiles({
      "policy.md": "# Safeguarding policy\n\nSafeguarding gap report\n",
      "report.md": "# Safeguarding gap report for the trustees\n",
      "site.html": '<meta name="generator" content="wt-auditors">',
    });
    const paths = ["policy.md", "report.md", "site.html"];
    const { documents, own } = await readPolicies(paths, root, linking, files);
    expect([documents.map(({ file }) => file), own]).toEqual([paths, []]);
  });

  it("that are larger than 64 MiB are not read", async () => {
    const limits: number[] = [];
    const files = {
      ...fakeFiles({}),
      read: async (_path: string, limit: number) => {
        limits.push(limit);
        return new Uint8Array(limit);
      },
    };
    const { documents, problems } = await readPolicies(["a.pdf"], root, linking, files);
    expect([documents, problems.map(({ message }) => message), limits]).toEqual([
      [],
      ["It is larger than 64 MiB."],
      [67_108_865],
    ]);
  });

  it("do not hide a fault of our own", async () => {
    const reader: DocumentReader = () => Promise.reject(new TypeError("a fault"));
    await expect(readPolicies(["a.md"], root, reader, fakeFiles({ "a.md": "a" }))).rejects.toThrow("a fault");
  });
});

describe("a link", () => {
  it("to a document that is not there is broken, at its line", async () => {
    const files = fakeFiles({ "policies/a.md": "b.md\ngone.md", "policies/b.md": "" });
    const { documents } = await readPolicies(["policies/a.md"], root, linking, files);
    expect(documents[0]?.brokenLinks).toEqual([{ target: "gone.md", path: "policies/gone.md", line: 2 }]);
  });

  it.each(["b.md", "./b.md", "../policies/b.md", "sub/../b.md", "../forms/form.docx", "../forms/form.xlsx"])(
    "to a document that is there is none: %s",
    async (target) => {
      const entries = { "policies/a.md": target, "policies/b.md": "", "forms/form.docx": "", "forms/form.xlsx": "" };
      expect(await brokenIn(entries)).toEqual([]);
    },
  );

  it.each(["gone.md", "gone.docx", "gone.doc", "gone.xlsx", "gone.pdf", "gone.html", "../gone.rst"])(
    "to nothing is broken: %s",
    async (target) => {
      expect(await brokenIn({ "policies/a.md": target })).toEqual([target]);
    },
  );

  it.each(["gone", "gone/", "photo.png", "script.js", ""])(
    "to what is no document is not looked at: %s",
    async (target) => {
      expect(await brokenIn({ "policies/a.md": target })).toEqual([]);
    },
  );

  it.each(["../../gone.md", "../../../etc/gone.md", "sub/../../../gone.md"])(
    "out of the folder is not looked at: %s",
    async (target) => {
      const files = fakeFiles({ "policies/a.md": target });
      const looked: string[] = [];
      const status = (path: string) => {
        looked.push(path);
        return files.status(path);
      };
      const { documents } = await readPolicies(["policies/a.md"], root, linking, { ...files, status });
      expect([documents[0]?.brokenLinks, looked]).toEqual([[], []]);
    },
  );

  it.each([
    ["b.html", "policies/b.md"],
    ["b.html", "policies/b.rst"],
    ["b.html", "policies/b/index.md"],
    ["b.html", "policies/b/_index.md"],
    ["b.html", "policies/b/README.md"],
    ["b.htm", "policies/b.adoc"],
  ])("to the page %s leads to its source %s", async (target, source) => {
    expect(await brokenIn({ "policies/a.md": target, [source]: "" })).toEqual([]);
  });

  it("from a document at the root counts from the root", async () => {
    expect(await brokenIn({ "a.md": "policies/b.md\npolicies/gone.md", "policies/b.md": "" }, "a.md")).toEqual([
      "policies/gone.md",
    ]);
  });

  it("that stands a thousand times is looked up once", async () => {
    const files = fakeFiles({ "a.md": Array.from({ length: 1000 }, () => "gone.md").join("\n") });
    let looks = 0;
    const status = (path: string) => {
      looks += 1;
      return files.status(path);
    };
    const { documents } = await readPolicies(["a.md"], root, linking, { ...files, status });
    expect([documents[0]?.brokenLinks.length, looks]).toEqual([1000, 11]);
  });
});
