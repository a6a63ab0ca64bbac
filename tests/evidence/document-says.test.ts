import { describe, expect, it } from "vitest";
import { type FactsReader, openDocument } from "../../src/evidence/document.js";
import { createEvidenceReader } from "../../src/evidence/evidence-reader.js";
import { readCited } from "../../src/evidence/read-evidence.js";
import type { EvidenceReading } from "../../src/model/evidence.js";
import { audit, policy } from "../engine/fixtures.js";
import { facts } from "../engine/scan-fixture.js";
import { fakeFiles, root } from "./fake-files.js";

const text =
  "# Policy\n\nWe keep all of the children in our clubs safe.\n\n## Lead\n\nThe vice chair leads.\n\n## Records\n\nTBC\n";
const lookedFor = new Set(["board-lead"]);
const reader =
  (over: Parameters<typeof facts>[0] = {}): FactsReader =>
  async () => ({ facts: facts(over), lookedFor });

async function reading(
  bytes: string | Uint8Array,
  file: string,
  readFacts: FactsReader | null = reader(),
  anchor?: string,
): Promise<EvidenceReading> {
  const document = await openDocument(Buffer.from(bytes), file, readFacts);
  if (typeof document === "string") throw new Error(document);
  return document.reading(anchor);
}

describe("what a document says", () => {
  it("is that of the whole when the whole is cited", async () => {
    expect(await reading(text, "policy.md")).toMatchObject({
      kind: "present",
      says: { facts: facts(), from: 1, to: Number.POSITIVE_INFINITY, lookedFor },
    });
  });

  it("is that of the lines of a passage when a heading is cited", async () => {
    expect(await reading(text, "policy.md", reader(), "lead")).toMatchObject({ says: { from: 5, to: 8 } });
    expect(await reading(text, "policy.md", reader(), "records")).toMatchObject({ says: { from: 9 }, blank: true });
  });

  it("is nothing where it is only looked whether it is there", async () => {
    expect(await reading(text, "policy.md", null)).not.toHaveProperty("says");
    expect(await reading(text, "policy.md", null, "lead")).not.toHaveProperty("says");
    expect(await reading("%PDF", "policy.pdf", null)).toMatchObject({ read: false, blank: false });
  });

  it("is nothing of a kind that is not read", async () => {
    const found = await reading("x", "policy.odt", async () => null);
    expect(found).toMatchObject({ read: false, blank: false });
    expect(found).not.toHaveProperty("says");
  });

  it("makes a Word file or a PDF with words one that was read", async () => {
    for (const file of ["policy.docx", "policy.pdf"])
      expect(await reading("PK", file)).toMatchObject({ read: true, blank: false, says: { from: 1 } });
  });

  it("makes one that holds nothing but headings and placeholders blank", async () => {
    expect(await reading("PK", "policy.docx", reader({ blank: true }))).toMatchObject({ read: true, blank: true });
  });

  it("makes a Word file without a word blank", async () => {
    const empty = reader({ kind: "word", unit: "paragraph", words: 0, blank: true });
    expect(await reading("PK", "policy.docx", empty)).toMatchObject({ read: true, blank: true });
  });

  it("of pictures of pages is nothing that was read, and they are not blank", async () => {
    expect(await reading("%PDF", "policy.pdf", reader({ words: 0, blank: true }))).toMatchObject({
      read: false,
      blank: false,
    });
    expect(await reading("\0\0 ", "policy.pdf", reader({ words: 0, blank: true }))).toMatchObject({ blank: true });
  });

  it("counts as not read where a place in a Word file is cited, which cannot be found", async () => {
    expect(await reading("PK", "policy.docx", reader(), "lead")).toMatchObject({ read: false });
  });

  it("is told by its reader once, whatever is cited of it", async () => {
    const read: string[] = [];
    const counting: FactsReader = async (_bytes, file) => {
      read.push(file);
      return { facts: facts(), lookedFor };
    };
    const evidence = createEvidenceReader(root, fakeFiles({ "policy.md": text }), counting);
    for (const path of ["policy.md", "policy.md#lead", "policy.md#records"]) await evidence.read(path);
    expect(read).toEqual(["policy.md"]);
  });

  it("is asked of a Word file or a PDF larger than 4 MiB, which pictures make large", async () => {
    const large = new Uint8Array(5 * 1024 * 1024).fill(65);
    for (const file of ["policy.docx", "policy.pdf"]) expect(await reading(large, file)).toMatchObject({ read: true });
    expect(await openDocument(large, "policy.docx", async () => "It is damaged.")).toBe("It is damaged.");
  });

  it("is not asked of a text larger than 8 MiB, which nobody writes", async () => {
    const large = Buffer.from(`${text}${"word ".repeat(1_800_000)}`);
    expect(await openDocument(large, "policy.md", reader())).toBe("It is larger than 8 MiB of text.");
    expect(await reading(large, "policy.md", null)).toMatchObject({ kind: "present", read: false });
  });
});

describe("a document that cannot be read", () => {
  const broken: FactsReader = async () => "It is damaged.";

  it("is opened with why", async () => {
    expect(await openDocument(Buffer.from("PK"), "policy.docx", broken)).toBe("It is damaged.");
  });

  it("is a problem at its path, not a gap", async () => {
    const cites = audit({ "board-lead": { rating: "met", evidence: [policy({ path: "policy.docx" })] } });
    const { readings, problems } = await readCited(
      cites,
      `${root}/audit.yaml`,
      fakeFiles({ "policy.docx": "PK" }),
      broken,
    );
    expect([...readings]).toEqual([]);
    expect([...problems]).toEqual([
      [
        "policy.docx",
        {
          code: "unreadable-document",
          message: '"policy.docx" could not be read. It is damaged.',
          hint: "Put a sound copy in its place, or give its location instead of a path.",
        },
      ],
    ]);
  });
});
