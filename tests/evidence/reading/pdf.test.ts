import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { pdfOf, show } from "./pdf-fixture.js";
import { blocksOf, read, whyUnreadable } from "./read.js";

it("lines make paragraphs, large letters headings, and a parted word is whole again", async () => {
  const page = [
    show(20, 750, "Our policy"),
    show(10, 700, "We keep all of the children safe in the safe-", "guarding of our club.", "And we act."),
    show(10, 640, "Tell the lead."),
    show(10, 610, "1. First point", "2. Second point"),
  ].join("\n");
  expect(await blocksOf(pdfOf([page, show(10, 700, "Next page")]), "pdf")).toEqual([
    "1 heading 1: Our policy",
    "1 paragraph: We keep all of the children safe in the safeguarding of our club. And we act.",
    "1 paragraph: Tell the lead.",
    "1 item 1: First point",
    "1 item 1: Second point",
    "2 paragraph: Next page",
  ]);
});

it("its properties are fields, but what a program wrote is no title", async () => {
  const info = "/Title (Microsoft Word - x.doc) /ModDate (D:20260301100000Z) /Author (Chair)";
  const { unit, title, fields } = await read(
    pdfOf([show(20, 700, "Our policy") + show(10, 600, "We keep all safe.")], info),
    "pdf",
  );
  expect([unit, title, fields.toSorted((one, other) => one.key.localeCompare(other.key))]).toEqual([
    "page",
    "Our policy",
    [
      { key: "Author", value: "Chair", line: 1 },
      { key: "ModDate", value: "2026-03-01", line: 1 },
      { key: "Title", value: "Microsoft Word - x.doc", line: 1 },
    ],
  ]);
});

it("pages without text, as a scan has, give no blocks", async () => {
  expect((await read(pdfOf(["0 0 m"]), "pdf")).blocks).toEqual([]);
});

it("packed text is read", async () => {
  expect(await blocksOf(pdfOf([deflateSync(show(10, 700, "Tell the lead."))]), "pdf")).toEqual([
    "1 paragraph: Tell the lead.",
  ]);
});

it.each<readonly [string, Uint8Array, string]>([
  ["text", Buffer.from("Tell the lead."), "The document is not a PDF, whatever its name says."],
  ["a PDF of nothing", Buffer.from("%PDF-1.4\n%%EOF"), "The PDF is damaged: its text cannot be read."],
  [
    "a bomb",
    pdfOf([deflateSync(new Uint8Array(200_000_000))]),
    "The PDF holds far more text than a policy does, so it is not read.",
  ],
  [
    "a bomb in a bomb",
    pdfOf([deflateSync(deflateSync(new Uint8Array(200_000_000), { level: 1 }))]),
    "The PDF holds far more text than a policy does, so it is not read.",
  ],
])("%s cannot be read, and says why", async (_what, bytes, why) => {
  expect(await whyUnreadable(bytes, "pdf")).toBe(why);
});

it("the bytes stay with whoever gave them", async () => {
  const bytes = pdfOf([show(10, 700, "Tell the lead.")]);
  await read(bytes, "pdf");
  expect(bytes.length).toBeGreaterThan(500);
});
