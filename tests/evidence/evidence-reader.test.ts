import { describe, expect, it } from "vitest";
import { createEvidenceReader, evidenceTotal } from "../../src/evidence/evidence-reader.js";
import { readCited } from "../../src/evidence/read-evidence.js";
import { audit, policy } from "../engine/fixtures.js";
import { fakeFiles, root } from "./fake-files.js";

const section = (number: number) => `## Section ${number}\nWe keep all of the children in our clubs safe.\n`;
const text = `# Policy\n${section(1)}${section(2)}`;
const citing = (paths: readonly string[]) =>
  audit({ "board-lead": { rating: "met", evidence: paths.map((path) => policy({ path })) } });

describe("a reader", () => {
  it("reads a file once, whatever is cited of it", async () => {
    const files = fakeFiles({ "policy.md": text });
    const reader = createEvidenceReader(root, files);
    for (const path of ["policy.md", "policy.md#section-1", "policy.md#section-9", "./policy.md#section-2"])
      await reader.read(path);
    expect(files.reads).toEqual(["policy.md"]);
  });

  it("reads a file once under two names", async () => {
    const files = fakeFiles({ "policy.md": text, "latest.md": { link: "policy.md" } });
    const reader = createEvidenceReader(root, files);
    expect(await reader.read("latest.md")).toEqual(await reader.read("policy.md"));
    expect(files.reads).toHaveLength(1);
  });

  it("takes a file by the ending that it is cited with", async () => {
    const reader = createEvidenceReader(root, fakeFiles({ object: text, "policy.md": { link: "object" } }));
    expect([await reader.read("object"), await reader.read("policy.md")]).toMatchObject([
      { read: false },
      { read: true },
    ]);
  });

  it("reads a file once for all who ask at the same time", async () => {
    const files = fakeFiles({ "policy.md": text });
    const reader = createEvidenceReader(root, files);
    await Promise.all([reader.read("policy.md"), reader.read("policy.md#section-1")]);
    expect(files.reads).toHaveLength(1);
  });

  it("follows the links of the folder once", async () => {
    const followed: string[] = [];
    const files = fakeFiles({ "policy.md": text, "annex.md": text });
    const realPath = (path: string) => {
      followed.push(path);
      return files.realPath(path);
    };
    await readCited(citing(["policy.md", "annex.md", "gone.md"]), `${root}/audit.yaml`, { ...files, realPath });
    expect(followed.filter((path) => path === root)).toHaveLength(1);
  });

  it("gives each passage its own reading", async () => {
    const reader = createEvidenceReader(root, fakeFiles({ "policy.md": `${text}## Lead\nTBC\n` }));
    const [first, again, second, lead] = [
      await reader.read("policy.md#section-1"),
      await reader.read("policy.md#Section-1"),
      await reader.read("policy.md#section-2"),
      await reader.read("policy.md#lead"),
    ];
    expect(again).toBe(first);
    expect(second).not.toEqual(first);
    expect([first, second, lead]).toMatchObject([{ blank: false }, { blank: false }, { blank: true }]);
  });

  it("says of a file that cannot be read the same each time", async () => {
    const files = { ...fakeFiles({ "scan.pdf": "%PDF" }), read: () => Promise.reject(refusal) };
    const reader = createEvidenceReader(root, files);
    expect([await reader.read("scan.pdf"), await reader.read("scan.pdf#page=2")]).toMatchObject([
      { code: "not-readable" },
      { code: "not-readable" },
    ]);
  });
});

const refusal = Object.assign(new Error("EIO"), { code: "EIO" });

describe("the bytes of all documents together", () => {
  const sixty = 60 * 1024 * 1024;
  const names = ["a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf"];
  const heavy = () => {
    const read: string[] = [];
    const files = {
      ...fakeFiles(Object.fromEntries(names.map((name) => [name, { size: sixty }]))),
      read: async (path: string) => {
        read.push(path);
        return new Uint8Array(sixty);
      },
    };
    return { files, read };
  };

  it("are bounded: the document beyond is a problem, and is not read", async () => {
    const { files, read } = heavy();
    const { readings, problems } = await readCited(citing([...names, "a.pdf#page=2"]), `${root}/audit.yaml`, files);
    expect([...readings.keys()]).toEqual(["a.pdf", "b.pdf", "c.pdf", "d.pdf", "a.pdf#page=2"]);
    expect([...problems]).toEqual([
      [
        "e.pdf",
        {
          code: "too-large",
          message: 'With "e.pdf", the documents cited are larger than 256 MiB together.',
          hint: "Cite smaller documents, or give the location of some instead of a path.",
        },
      ],
    ]);
    expect(read).toHaveLength(4);
    expect(evidenceTotal).toBe(268_435_456);
  });

  it("are counted by what was read, not by what the system said", async () => {
    const files = {
      ...fakeFiles(Object.fromEntries(names.map((name) => [name, { size: 0 }]))),
      read: async () => new Uint8Array(64 * 1024 * 1024),
    };
    const more = {
      ...files,
      status: async (path: string) => ({ kind: "file" as const, size: path.endsWith("e.pdf") ? 1 : 0 }),
    };
    const { problems } = await readCited(citing(names), `${root}/audit.yaml`, more);
    expect([...problems.keys()]).toEqual(["e.pdf"]);
  });
});

// Never timed: read or searched anew for every citation, these would not end before the test is given up.
describe("a large document that is cited often", () => {
  it("comes to an end when it is a PDF", async () => {
    const files = fakeFiles({ "scan.pdf": new Uint8Array(60 * 1024 * 1024) });
    const cites = citing(Array.from({ length: 30 }, (_none, page) => `scan.pdf#page=${page}`));
    expect((await readCited(cites, `${root}/audit.yaml`, files)).readings.size).toBe(30);
  });

  it("comes to an end when it is Markdown, each passage a part of the one before", async () => {
    const rest = "- TBC\n".repeat(380_000);
    const levels = ["#", "##", "###", "####", "#####", "######"].map((hashes) => `${hashes} Policy\n`).join("");
    const small = Array.from({ length: 54 }, (_none, number) => section(number)).join("");
    const files = fakeFiles({ "policy.md": `${levels}${rest}${small}` });
    const anchors = ["", ...Array.from({ length: 5 }, (_none, number) => `-${number + 1}`)].map(
      (end) => `policy${end}`,
    );
    const sections = Array.from({ length: 54 }, (_none, number) => `section-${number}`);
    const cites = citing([...anchors, ...sections].map((anchor) => `policy.md#${anchor}`));
    expect((await readCited(cites, `${root}/audit.yaml`, files)).readings.size).toBe(60);
  });

  it("is indexed once when it is all headings", async () => {
    const files = fakeFiles({ "policy.md": "# a\n".repeat(600_000) });
    const cites = citing(Array.from({ length: 60 }, (_none, number) => `policy.md#a-${number + 1}`));
    expect((await readCited(cites, `${root}/audit.yaml`, files)).readings.size).toBe(60);
  });
});
