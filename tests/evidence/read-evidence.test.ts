import { describe, expect, it } from "vitest";
import { readEvidence } from "../../src/evidence/read-evidence.js";
import { type Entry, fakeFiles, root } from "./fake-files.js";

const text =
  "# Policy\n## Accountability\nThe trustees answer to everybody for the safety of the children.\n## Allegations\nTell the LADO on the day.\n";
const wholeDigest = "6e49e705b26d3cf5124f70f3661179ee1d23644b55158906d80cbf5018a5716f";
const read = (path: string, entries: Readonly<Record<string, Entry>>) => readEvidence(path, root, fakeFiles(entries));
const digestOf = async (path: string, entries: Readonly<Record<string, Entry>>) => {
  const found = await read(path, entries);
  return "kind" in found && found.kind === "present" ? found.sha256 : null;
};

describe("a document", () => {
  it("that is there is read", async () => {
    expect(await read("policies/policy.md", { "policies/policy.md": text })).toEqual({
      kind: "present",
      read: true,
      blank: false,
      sha256: wholeDigest,
    });
  });

  it.each([
    "policy.md",
    "policy.markdown",
    "policy.txt",
    "policy.text",
    "policy.rst",
    "policy.adoc",
    "policy.asciidoc",
    "policy.html",
    "policy.htm",
    "POLICY.MD",
  ])("called %s is read", async (name) => {
    expect(await read(name, { [name]: text })).toMatchObject({ read: true });
  });

  it.each(["policy.pdf", "policy.docx", "policy", "policy.md.pdf", ".md"])(
    "called %s is there, and not read",
    async (name) => {
      expect(await read(name, { [name]: text })).toMatchObject({ kind: "present", read: false, blank: false });
    },
  );

  it("that is not there is missing", async () => {
    expect(await read("policies/gone.md", { "policies/policy.md": text })).toEqual({
      kind: "missing",
      what: "there is no such document",
    });
  });

  it.each(["ENOENT", "ENOTDIR", "ENAMETOOLONG"])("that the system does not find is missing: %s", async (code) => {
    expect(await read("policy.md", { "policy.md": { refuse: code } })).toEqual({
      kind: "missing",
      what: "there is no such document",
    });
  });

  it("in a folder that is a file is missing", async () => {
    expect(await read("policy.md/annex.md", { "policy.md": text })).toMatchObject({ kind: "missing" });
  });

  it("without content is blank", async () => {
    expect(await read("policy.md", { "policy.md": "# Policy\n\nTBC\n" })).toMatchObject({
      kind: "present",
      read: true,
      blank: true,
    });
  });

  it("is judged by its own markup", async () => {
    const words = "We keep all of the children who come to our clubs and trips safe every day";
    const blankIn = async (name: string, content: string) => {
      const found = await read(name, { [name]: content });
      return "kind" in found && found.kind === "present" && found.blank;
    };
    expect([
      await blankIn("policy.html", `<title>${words}</title>`),
      await blankIn("policy.rst", `${words}\n${"*".repeat(80)}\n`),
      await blankIn("policy.adoc", `= ${words}\n`),
      await blankIn("policy.md", `# ${words}\n`),
      await blankIn("policy.txt", `= ${words}\n`),
    ]).toEqual([true, true, true, true, false]);
  });

  it("of no bytes is blank, whatever its kind", async () => {
    expect([
      await read("policy.md", { "policy.md": "" }),
      await read("policy.pdf", { "policy.pdf": "" }),
    ]).toMatchObject([
      { read: true, blank: true },
      { read: false, blank: true },
    ]);
  });

  it.each([
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["Windows-1252", Buffer.from(text.replace("trustees", "trust\u00E9es"), "latin1")],
  ])(
    "that an old editor saved as %s is read, and not taken for full of content when it is not",
    async (_what, bytes) => {
      expect(await read("policy.md", { "policy.md": bytes })).toMatchObject({ read: true, blank: false });
      expect(await read("policy.md#nowhere", { "policy.md": bytes })).toMatchObject({ kind: "missing" });
      const todo = _what === "UTF-16" ? Buffer.from("\uFEFF# TODO", "utf16le") : Buffer.from("# TODO \u00A3", "latin1");
      expect(await read("policy.md", { "policy.md": todo })).toMatchObject({ read: true, blank: true });
    },
  );

  it.each(["notes.docx", "notes.pdf", "notes.json"])(
    "called %s that holds nothing but white space is blank",
    async (name) => {
      expect(await read(name, { [name]: Uint8Array.of(0x20, 0x0a, 0x00) })).toMatchObject({ read: false, blank: true });
    },
  );

  it.each([
    ["controls", Uint8Array.of(0x25, 0x50, 0x01, 0xfe, 0x80)],
    ["a NUL", Uint8Array.of(0x41, 0x00, 0x42)],
  ])("called .md that holds %s is there, and not read", async (_what, bytes) => {
    expect(await read("policy.md", { "policy.md": bytes })).toMatchObject({
      kind: "present",
      read: false,
      blank: false,
    });
  });

  it("of text up to 8 MiB is read, and one byte more is not", async () => {
    const eight = "a".repeat(8 * 1024 * 1024);
    expect([
      await read("policy.txt", { "policy.txt": eight }),
      await read("policy.txt", { "policy.txt": `${eight}a` }),
    ]).toMatchObject([{ read: true }, { read: false }]);
  });
});

describe("a heading", () => {
  it("narrows the document to its passage", async () => {
    const passage = await digestOf("policy.md#accountability", { "policy.md": text });
    expect(passage).toBe(
      await digestOf("passage.md", {
        "passage.md": "## Accountability\nThe trustees answer to everybody for the safety of the children.",
      }),
    );
    expect(passage).not.toBe(wholeDigest);
  });

  it("that is not there makes the evidence missing, and says so", async () => {
    expect(await read("policy.md#whistleblowing", { "policy.md": text })).toEqual({
      kind: "missing",
      what: 'the document is there, but it has no heading "#whistleblowing"',
    });
  });

  it("over nothing is blank, though the document is not", async () => {
    expect(
      await read("policy.md#accountability", { "policy.md": "# Policy\nText.\n## Accountability\nTBC\n" }),
    ).toMatchObject({ blank: true });
  });

  it("over words is not blank, though the rest of the document is", async () => {
    expect(
      await read("policy.md#accountability", {
        "policy.md": "# Policy\nTBC\n## Accountability\nThe trustees answer for it.\n",
      }),
    ).toMatchObject({ blank: false });
  });

  it("may be written with its characters encoded", async () => {
    expect(
      await read("policy.md#r%C3%B4le-du-r%C3%A9f%C3%A9rent", { "policy.md": "# Rôle du référent\nText." }),
    ).toMatchObject({ kind: "present", read: true });
  });

  it("may hold a per cent sign that encodes nothing", async () => {
    expect(await read("policy.md#100%", { "policy.md": "# 100%\nText." })).toEqual({
      kind: "missing",
      what: 'the document is there, but it has no heading "#100%"',
    });
  });

  it("is looked for in .markdown too", async () => {
    expect(await read("policy.markdown#allegations", { "policy.markdown": text })).toMatchObject({ read: true });
  });

  it("is not looked for where there are no Markdown headings", async () => {
    const whole = await digestOf("policy.txt", { "policy.txt": text });
    expect(await digestOf("policy.txt#accountability", { "policy.txt": text })).toBe(whole);
    expect(await read("policy.pdf#page=3", { "policy.pdf": text })).toMatchObject({ kind: "present", read: false });
  });

  it("of a document that is not there is missing as the document is", async () => {
    expect(await read("gone.md#accountability", { "policy.md": text })).toEqual({
      kind: "missing",
      what: "there is no such document",
    });
  });
});

describe("a digest", () => {
  it("changes with a word", async () => {
    expect(await digestOf("policy.md", { "policy.md": `${text}Amen.` })).not.toBe(wholeDigest);
  });

  it("of a passage does not change with the rest of the document", async () => {
    const before = await digestOf("policy.md#accountability", { "policy.md": text });
    expect(
      await digestOf("policy.md#accountability", { "policy.md": text.replace("Tell the LADO on", "Tell nobody on") }),
    ).toBe(before);
  });

  it.each(["policy.md", "policy.md#accountability"])(
    "of %s is the same with the line ends of another system",
    async (path) => {
      expect(await digestOf(path, { "policy.md": text.replaceAll("\n", "\r\n") })).toBe(
        await digestOf(path, { "policy.md": text }),
      );
    },
  );

  it("of what is not text is that of its bytes", async () => {
    const [unix, dos] = [Uint8Array.of(0xff, 0x0a), Uint8Array.of(0xff, 0x0d, 0x0a)];
    expect(await digestOf("scan.pdf", { "scan.pdf": dos })).not.toBe(await digestOf("scan.pdf", { "scan.pdf": unix }));
  });
});

it("a place in a document that is no Markdown cannot be found, so that it counts as not read", async () => {
  expect(await read("policy.txt#allegations", { "policy.txt": text })).toMatchObject({ kind: "present", read: false });
  expect(await read("policy.txt", { "policy.txt": text })).toMatchObject({ kind: "present", read: true });
});

it("a sharp in the name of a file is a part of it", async () => {
  const entries = { "policies/Policy #2.md": text };
  expect(await read("policies/Policy #2.md", entries)).toMatchObject({ kind: "present", read: true });
  expect(await read("policies/Policy #3.md", entries)).toMatchObject({ kind: "missing" });
});
