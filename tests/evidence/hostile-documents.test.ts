import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/evidence/facts/facts.js";
import { createFactsReader } from "../../src/evidence/read-facts.js";
import { readDocument } from "../../src/evidence/reading/read-document.js";
import { readShippedLexicon } from "../../src/files/shipped.js";
import type { Block, DocumentText } from "../../src/model/document.js";
import { p, part, wordOf } from "./reading/word-fixture.js";

const statement = "Our designated safeguarding lead refers every concern to social care within one day.";
const readFacts = async (text: string, name: string) => {
  const read = createFactsReader(await readShippedLexicon());
  const facts = await read(Buffer.from(text), name);
  if (typeof facts === "string") throw new Error(facts);
  return facts;
};

describe("information about a child is found, and not a word of its document is told", () => {
  const data = ["943 476 5919", "9434765919", "Jane Smith", "3 May 2014", "H801200001001"];
  it.each([
    ["in a sentence", `# Policy\n\n${statement} NHS number 943 476 5919, Jane Smith, born 3 May 2014.\n`],
    ["in a heading", `# Policy\n\n## Jane Smith, date of birth 3 May 2014\n\n${statement}\n`],
    ["in the title", `---\ntitle: Safeguarding policy, Jane Smith, born 3 May 2014\n---\n\n${statement}\n`],
    ["in front matter", `---\nnhs_number: 943 476 5919\n---\n\n${statement} Jane Smith knows.\n`],
    ["in a field whose name runs on", `---\npupilNumber: H801200001001\n---\n\n${statement}\n`],
    ["in a row", `| Name | DOB | Duty |\n|--|--|--|\n| Jane Smith | 3 May 2014 | ${statement} |\n`],
    ["in a link", `${statement} [x](files/jane-nhs-9434765919.md)\n`],
    ["beside a review", `${statement}\n\nReviewed: 3 May 2014, for Jane Smith, born 3 May 2014.\n`],
    ["with dashes between the digits", `${statement} NHS number 943\u2011476\u20115919 of Jane Smith.\n`],
  ])("%s", async (_where, text) => {
    const facts = await readFacts(text, "policy.md");
    expect(facts.caseData.length).toBeGreaterThan(0);
    expect(facts.passages.length).toBeGreaterThan(0);
    const told = JSON.stringify({ ...facts, sketch: [] });
    expect([...data, "2014-05-03"].filter((each) => told.includes(each))).toEqual([]);
  });

  it("but the kind of document it is", async () => {
    const facts = await readFacts(
      `# Safeguarding policy for Jane Smith\n\n${statement} DOB of Jane Smith: 3 May 2014\n`,
      "a.md",
    );
    expect(facts.title).toBe("Safeguarding policy");
  });

  it("while a document without any is told as it is", async () => {
    const facts = await readFacts(`# Policy of Jane Smith 2024\n\n${statement}\n`, "a.md");
    expect([facts.title, facts.passages[0]?.excerpt]).toEqual(["Policy of Jane Smith 2024", statement]);
  });

  it("at no more than 200 places", async () => {
    const facts = await readFacts("NHS number 943 476 5919.\n\n".repeat(300), "a.md");
    expect(facts.caseData).toHaveLength(200);
  });
});

describe("a Word document", () => {
  const damaged = "The Word document is damaged: it cannot be unpacked.";
  const tooMuch = "The Word document is damaged, or holds far more than a policy does: its text cannot be read.";
  const why = async (bytes: Uint8Array) => {
    const read = await readDocument(bytes, "word");
    return "unreadable" in read ? read.unreadable : null;
  };
  /** The archive with the field of its directory that stands at the offset in each entry set. */
  const withField = (offset: number, value: number): Uint8Array => {
    const bytes = Buffer.from(wordOf(p(statement)));
    const entry = bytes.indexOf("PK\u0001\u0002");
    bytes.writeUInt32LE(value, entry + offset);
    return bytes;
  };

  it("whose bytes are not those that were packed is damaged", async () => {
    expect(await why(wordOf(p(statement)))).toBeNull();
    expect(await why(withField(16, 12_345))).toBe(damaged);
  });

  it("whose directory lies about a size is damaged", async () => {
    expect(await why(withField(24, 100_000))).toBe(damaged);
    expect(await why(withField(24, 5))).toBe(damaged);
  });

  it("whose footer or styles cannot be read is not read without them", async () => {
    expect(await why(wordOf(p(statement), { "word/footer1.xml": part("ftr", p("Page")) }))).toBeNull();
    expect(await why(wordOf(p(statement), { "word/footer1.xml": "<w:ftr><w:p>" }))).toBe(tooMuch);
    expect(await why(wordOf(p(statement), { "word/styles.xml": "<w:styles" }))).toBe(tooMuch);
  });

  it("of four million characters is read, of more it is not", async () => {
    expect(await why(wordOf(p("a ".repeat(2 * 1024 * 1024 - 100))))).toBeNull();
    expect(await why(wordOf(p("a ".repeat(2 * 1024 * 1024 + 1))))).toBe(tooMuch);
  });
});

describe("a PDF that unpacks to far more than a document", () => {
  const tooLarge = "The PDF holds far more text than a policy does, so it is not read.";
  const why = async (filter: string, data: Uint8Array) => {
    const head = `%PDF-1.4\n1 0 obj\n<< /Length ${data.length} /Filter ${filter} >>\nstream\n`;
    const read = await readDocument(
      Buffer.concat([Buffer.from(head), data, Buffer.from("\nendstream\nendobj\n")]),
      "pdf",
    );
    return "unreadable" in read ? read.unreadable : null;
  };
  const notSound = "The PDF is damaged: its text cannot be read.";
  const bomb = deflateSync(Buffer.alloc(140 * 1024 * 1024, " "));
  const hex = (bytes: Uint8Array) => Buffer.from(`${Buffer.from(bytes).toString("hex")}>`);
  const base85 = (bytes: Uint8Array): Buffer => {
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    let text = "";
    for (let at = 0; at < padded.length; at += 4) {
      const group = padded.readUInt32BE(at);
      const signs = [4, 3, 2, 1, 0].map((power) => String.fromCodePoint(33 + (Math.floor(group / 85 ** power) % 85)));
      text += group === 0 ? "z" : signs.join("");
    }
    return Buffer.from(`${text}~>`);
  };
  const runs = (count: number) => Buffer.concat([Buffer.alloc(count * 2, Buffer.from([129, 32])), Buffer.from([128])]);
  /** Codes that each stand for one byte more than the one before. */
  const lzw = (fills: number): Buffer => {
    const codes: (readonly [number, number])[] = [];
    for (let fill = 0; fill < fills; fill += 1) {
      codes.push([256, fill === 0 ? 9 : 12], [32, 9]);
      for (let code = 258; code < 4093; code += 1)
        codes.push([code, code < 511 ? 9 : code < 1023 ? 10 : code < 2047 ? 11 : 12]);
    }
    const bits = codes.map(([code, width]) => code.toString(2).padStart(width, "0")).join("");
    return Buffer.from((bits.match(/.{1,8}/gu) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2)));
  };

  it.each([
    ["behind digits", "[/ASCIIHexDecode /FlateDecode]", hex(bomb)],
    ["behind signs", "[ /A85 /Fl ]", base85(bomb)],
    ["behind a name that is written otherwise", "[/ASCIIHex#44ecode /FlateDecode]", hex(bomb)],
    ["by runs", "/RunLengthDecode", runs(1_100_000)],
    ["by LZW", "/LZWDecode", lzw(24)],
    ["by two ways, one in the other", "[/RL /RL]", runs(10)],
    ["in a way that is told elsewhere", "7 0 R", Buffer.alloc(20_000, "a")],
  ])("%s is not read", async (_how, filter, data) => {
    expect(await why(filter, data)).toBe(tooLarge);
  });

  it.each([
    ["digits", "[/ASCIIHexDecode /FlateDecode]", hex(deflateSync(Buffer.alloc(1000)))],
    ["signs", "[/ASCII85Decode /FlateDecode]", base85(deflateSync(Buffer.alloc(1000)))],
    ["runs", "/RunLengthDecode", runs(1000)],
    ["LZW", "/LZWDecode", lzw(1)],
    ["a picture", "/DCTDecode", Buffer.alloc(20_000, "a")],
    ["what is told elsewhere", "7 0 R", Buffer.alloc(200, "a")],
  ])("%s of the usual size are no such thing", async (_how, filter, data) => {
    expect(await why(filter, data)).toBe(notSound);
  });

  it("nor are more streams read than a document has", async () => {
    const read = await readDocument(Buffer.from(`%PDF-1.4\n${"stream\n ".repeat(50_001)}`), "pdf");
    expect(read).toEqual({ unreadable: tooLarge });
  });
});

/** Texts that a pattern which looks ahead or back again and again would never end with. */
const pieces = [
  " ",
  "a",
  "A ",
  "1",
  "-",
  "[",
  "(",
  "<a ",
  "{{",
  "|",
  '"',
  "`",
  "_a ",
  "*a ",
  "。",
  ". ",
  "\u200B",
  "😀",
  "a\r\n",
  "reviewed ",
  "approved by the ",
  "date of birth ",
  "Mary Reed ",
];

describe("ten million characters", () => {
  const size = 10_000_000;
  it.each(pieces.filter((_piece, index) => index % 2 === 0))(
    "of %j end, in one block",
    (piece) => {
      const text = piece.repeat(
        Math.floor((piece.length < 3 && /[.。]/u.test(piece) ? size / 20 : size) / piece.length),
      );
      const block: Block = { kind: "paragraph", level: 0, text, line: 1 };
      const document: DocumentText = {
        kind: "plain",
        unit: "line",
        title: null,
        fields: [],
        blocks: [block],
        links: [],
      };
      expect(factsOf(document, [], []).kind).toBe("plain");
    },
    120_000,
  );
});

describe("half a million characters", () => {
  it.each(["markdown", "html", "rst", "asciidoc", "plain"] as const)(
    "of %s end",
    async (kind) => {
      for (const piece of pieces) {
        const read = await readDocument(Buffer.from(piece.repeat(500_000 / piece.length)), kind);
        expect("unreadable" in read).toBe(false);
      }
    },
    120_000,
  );
});
