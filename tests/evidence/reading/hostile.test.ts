import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../../src/evidence/reading/read-document.js";
import { documentKindOf } from "../../../src/evidence/reading/document-kind.js";
import { isUnreadable } from "../../../src/evidence/reading/unreadable.js";
import type { DocumentKind } from "../../../src/model/document.js";
import { read, whyUnreadable } from "./read.js";

const textKinds: readonly DocumentKind[] = ["markdown", "html", "rst", "asciidoc", "plain"];

it.each([
  ["policies/Lead.MD", "markdown"],
  ["a.mdx", "markdown"],
  ["a.xhtml", "html"],
  ["a.asc", "asciidoc"],
  ["a.docx", "word"],
  ["a.pdf", "pdf"],
  ["a.doc", null],
  ["README", null],
  [".md", null],
])("%s is of the kind %s", (file, kind) => {
  expect(documentKindOf(file)).toBe(kind);
});

it.each(textKinds)("%s that holds binary data is not text", async (kind) => {
  expect(await whyUnreadable(Buffer.from("a\u0000b"), kind)).toBe(
    "The document is not text: it holds binary data, whatever its name says.",
  );
});

it("a text beyond the limit is not read, one within it is", async () => {
  const limit = 8 * 1024 * 1024;
  expect(await whyUnreadable(Buffer.alloc(limit + 1, " "), "plain")).toBe(
    "The document is larger than 8 MiB, so it is not read.",
  );
  expect(await whyUnreadable(Buffer.alloc(limit, " "), "plain")).toBeNull();
});

it.each([...textKinds, "word", "pdf"] as const)("an empty %s throws nothing", async (kind) => {
  const reading = await readDocument(new Uint8Array(), kind);
  expect(isUnreadable(reading) || reading.blocks.length === 0).toBe(true);
});

/** What a parser that looks ahead, looks back or calls itself would never end with. */
const pieces = [
  "> ",
  "[",
  "![",
  "[a](",
  "<div>",
  "<b>",
  "<a ",
  "<!--",
  "**a",
  "_a",
  "`",
  "- ",
  " ",
  "{{",
  "{% comment %}",
  "{:",
  "|",
  "| a ",
  "[^1]",
  "&",
  "+-",
  "`a <b",
  ":",
  "a_ ",
  "<svg><title>",
  "<dl><dd>",
  "<<a,",
  "a::",
  "#a",
  "a\n b\n",
  "== ==\nabc\n",
  "|===\n",
  "---\n",
];

describe("many times", () => {
  it.each(pieces)("%j is read in every kind", { timeout: 60_000 }, async (piece) => {
    for (const kind of textKinds) {
      const text = `${piece.repeat(Math.floor(100_000 / piece.length))}\n\nEnd`;
      expect(isUnreadable(await readDocument(Buffer.from(text), kind))).toBe(false);
    }
  });
});

const marks = [
  "\n",
  "\n\n",
  " ",
  "a",
  "Word.",
  "# ",
  "- ",
  "  ",
  "\t",
  "> ",
  "| a | b |",
  "\n|-|-|\n",
  "---",
  "===",
  "```",
  "<p>",
  "</p>",
  "<li>",
  "<table><tr><td>",
  "<!-- ",
  "-->",
  "[a](",
  ")",
  "[a]: b",
  "~~",
  "**",
  "{{ x }}",
  "{% x %}",
  ".. ",
  ".. note:: ",
  ":a: ",
  "|===",
  "::",
  "____",
  "\r\n",
  "&#10;",
  "<del>",
  "<br>",
  "+++\n",
  "---\n",
  "a: b\n",
  "+--+",
  "`a\nb`",
  "<dt>",
  "<dd>",
  "\u00AD",
];
const documents = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 5 })), { maxLength: 40 });

it.each(textKinds)("any %s is read, and what it tells stands on its lines, in order", async (kind) => {
  await fc.assert(
    fc.asyncProperty(documents, async (parts) => {
      // oxlint-disable-next-line no-control-regex -- what is no text is not read
      const text = parts.join("").replace(/[\u0000-\u0008\u000e-\u001f]/gu, "");
      const last = text.split(/\r\n?|\n/u).length;
      const { blocks, fields, links } = await read(text, kind);
      const ends = blocks.map((block) => block.line + block.text.split("\n").length - 1);
      for (const line of [...ends, ...[...blocks, ...fields, ...links].map((part) => part.line)]) {
        expect(Number.isInteger(line) && line >= 1 && line <= last).toBe(true);
      }
      expect(blocks.every((block) => block.text.trim() !== "")).toBe(true);
    }),
    { numRuns: 400 },
  );
});

it.each(["word", "pdf"] as const)("any bytes under the name of %s throw nothing", async (kind) => {
  const start = kind === "word" ? [0x50, 0x4b] : [...Buffer.from("%PDF-1.4\n")];
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(await whyUnreadable(Uint8Array.from([...start, ...bytes]), kind)).not.toBeNull();
    }),
    { numRuns: 50 },
  );
});
