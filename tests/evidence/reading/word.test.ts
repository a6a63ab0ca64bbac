import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { blocksOf, read, whyUnreadable } from "./read.js";
import { p, part, wordOf } from "./word-fixture.js";

const word = (body: string, parts?: Readonly<Record<string, string>>) => blocksOf(wordOf(body, parts), "word");
const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

it("paragraphs that hold something are counted", async () => {
  expect(await word(`${p("One &amp; all")}${p(" ")}${p("two")}`)).toEqual([
    "1 paragraph: One & all",
    "2 paragraph: two",
  ]);
});

it("headings are told by their style's name, its base or its outline", async () => {
  const styles = part(
    "styles",
    '<w:style w:styleId="b1"><w:name w:val="heading 2"/></w:style><w:style w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="b1"/></w:style>' +
      '<w:style w:styleId="out"><w:name w:val="Out"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:styleId="t"><w:name w:val="Title"/></w:style>' +
      '<w:style w:styleId="loop"><w:name w:val="Loop"/><w:basedOn w:val="loop"/></w:style><w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>',
  );
  const of = (id: string) => p(id, `<w:pStyle w:val="${id}"/>`);
  expect(await word(["t", "b1", "own", "out", "loop", "toc"].map(of).join(""), { "word/styles.xml": styles })).toEqual([
    "1 heading 1: t",
    "2 heading 2: b1",
    "3 heading 2: own",
    "4 heading 3: out",
    "5 paragraph: loop",
  ]);
});

it("a document without styles has headings by their ids, and by their own outline", async () => {
  expect(await word(`${p("A", '<w:pStyle w:val="Heading1"/>')}${p("B", '<w:outlineLvl w:val="1"/>')}`)).toEqual([
    "1 heading 1: A",
    "2 heading 2: B",
  ]);
});

it("numbered paragraphs are items", async () => {
  const numbered = (level: number, id: number) =>
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
  expect(await word(p("one", numbered(0, 1)) + p("two", numbered(1, 1)) + p("none", numbered(0, 0)))).toEqual([
    "1 item 1: one",
    "2 item 2: two",
    "3 paragraph: none",
  ]);
});

it("tables give rows, and a frame of one cell its paragraphs", async () => {
  const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
  const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`;
  const rows = `<w:tr>${cell(p("Review") + p("date"))}${cell(p("March"))}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell(p("no"))}</w:tr>`;
  expect(await word(table(rows) + table(`<w:tr>${cell(p("a") + p("b"))}</w:tr>`))).toEqual([
    "1 row: Review date | March",
    "4 paragraph: a",
    "5 paragraph: b",
  ]);
});

it.each([
  ["what was deleted", "<w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del>"],
  ["what was moved away", `<w:moveFrom>${run("no")}</w:moveFrom>`],
  ["hidden text", run("no", "<w:vanish/>")],
  ["struck-out text", run("no", "<w:strike/>")],
  ["the name of a field", "<w:r><w:instrText>PAGE no</w:instrText></w:r>"],
  ["what only old programs show", `<mc:AlternateContent><mc:Fallback>${run("no")}</mc:Fallback></mc:AlternateContent>`],
])("%s does not show", async (_what, xml) => {
  expect(await word(`<w:p>${run("Tell ")}${xml}${run("the lead.")}</w:p>`)).toEqual(["1 paragraph: Tell the lead."]);
});

it.each([
  ["what was inserted", `<w:ins>${run("me")}</w:ins>`],
  ["what is not hidden after all", run("me", '<w:vanish w:val="0"/>')],
  ["a field's text", `<w:fldSimple>${run("me")}</w:fldSimple>`],
  ["what a form holds", `<w:sdt><w:sdtPr/><w:sdtContent>${run("me")}</w:sdtContent></w:sdt>`],
])("%s shows", async (_what, xml) => {
  expect(await word(`<w:p>${run("Tell")}<w:r><w:tab/></w:r>${xml}.</w:p>`)).toEqual(["1 paragraph: Tell me"]);
});

it("headers, footers and notes come after the text, text boxes after their paragraph", async () => {
  const box = `<w:p>${run("Main")}<w:r><w:pict><w:txbxContent>${p("Box")}</w:txbxContent></w:pict></w:r></w:p>`;
  const notes = `<w:footnote w:type="separator">${p("no")}</w:footnote><w:footnote>${p("Note")}</w:footnote>`;
  const parts = { "word/footer1.xml": part("ftr", p("Review 2027")), "word/footnotes.xml": part("footnotes", notes) };
  expect(await word(box + p("End"), parts)).toEqual([
    "1 paragraph: Main",
    "2 paragraph: Box",
    "3 paragraph: End",
    "4 paragraph: Review 2027",
    "5 paragraph: Note",
  ]);
});

it("links are found through the document's relations, properties are fields", async () => {
  const rels = '<R><Relationship Id="r1" Target="lead.docx" Type="hyperlink"/></R>';
  const core = "<c><title>Our policy</title><modified>2026-03-01T10:00:00Z</modified><subject/></c>";
  const custom = '<c><property name="Review date"><lpwstr>March 2027</lpwstr></property></c>';
  const parts = { "word/_rels/document.xml.rels": rels, "docProps/core.xml": core, "docProps/custom.xml": custom };
  const link = `<w:p><w:hyperlink r:id="r1" w:anchor="a">${run("Our lead")}</w:hyperlink></w:p>`;
  const { title, unit, links, fields } = await read(wordOf(link, parts), "word");
  expect([title, unit, links, fields]).toEqual([
    "Our policy",
    "paragraph",
    [{ target: "lead.docx#a", text: "Our lead", line: 1 }],
    [
      { key: "title", value: "Our policy", line: 1 },
      { key: "modified", value: "2026-03-01", line: 1 },
      { key: "Review date", value: "March 2027", line: 1 },
    ],
  ]);
});

const damaged = "The Word document is damaged: it cannot be unpacked.";
const unreadableText = "The Word document is damaged, or holds far more than a policy does: its text cannot be read.";
const laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>';

/** The document with the size that its directory gives replaced. */
function withSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(size, copy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
  return copy;
}

it.each<readonly [string, Uint8Array, string]>([
  ["text", Buffer.from("Tell the lead."), "The document is not a Word document, whatever its name says."],
  [
    "a locked one",
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    "The document is protected by a password, or of the older kind .doc under the name .docx.",
  ],
  ["half of one", wordOf(p("x".repeat(500))).subarray(0, 200), damaged],
  ["another archive", zipSync({ "a.txt": strToU8("a") }), "The document is an archive that holds no Word document."],
  [
    "one that says it is huge",
    withSize(wordOf(p("x")), 900_000_000),
    "The Word document unpacks to far more than a policy holds, so it is not read.",
  ],
  ["one that is larger than it says", withSize(wordOf(p("x".repeat(5000))), 10), damaged],
  [
    "a bomb",
    zipSync({ "word/document.xml": new Uint8Array(40_000_000) }),
    "The Word document unpacks to far more than a policy holds, so it is not read.",
  ],
  ["broken XML", zipSync({ "word/document.xml": strToU8("<w><p>") }), unreadableText],
  [
    "XML that is far too deep",
    zipSync({ "word/document.xml": strToU8(`${"<p>".repeat(100_000)}${"</p>".repeat(100_000)}`) }),
    unreadableText,
  ],
  [
    "an attribute that never ends",
    zipSync({ "word/document.xml": strToU8(`<a b="${"<".repeat(1_000_000)}`) }),
    unreadableText,
  ],
])("%s cannot be read, and says why", async (_what, bytes, why) => {
  expect(await whyUnreadable(bytes, "word")).toBe(why);
});

it("entities that stand for entities are not followed", async () => {
  const reading = await read(zipSync({ "word/document.xml": strToU8(laughs) }), "word");
  expect(reading.blocks).toEqual([]);
});
