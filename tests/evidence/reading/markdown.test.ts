import { expect, it } from "vitest";
import { blocksOf, read } from "./read.js";

const md = (text: string) => blocksOf(text, "markdown");

it("a hard-wrapped paragraph keeps its line ends and the line it starts on", async () => {
  expect(await md("\nWe keep children\nsafe.\n\nTell the lead.\n")).toEqual([
    "2 paragraph: We keep children\nsafe.",
    "5 paragraph: Tell the lead.",
  ]);
});

it.each([
  ["emphasis", "We **keep** _all_ `children` safe.", "We keep all children safe."],
  [
    "a link's target",
    'See [our lead](lead.md "Lead") and <mailto:lead@riverside.example>.',
    "See our lead and mailto:lead@riverside.example.",
  ],
  ["an image", "Here ![a photo](x.png) we are.", "Here we are."],
  ["what is struck out", "Tell ~~the chair~~ <del>nobody</del> <s>no one</s> the lead.", "Tell the lead."],
  ["a comment", "Tell <!-- not --> the lead.", "Tell the lead."],
  ["a tag", "Tell<br>the <b>lead</b>.", "Tell the lead."],
  ["an entity", "Staff &amp; volunteers&nbsp;&lt;all&gt;", "Staff & volunteers <all>"],
  ["a footnote's mark", "Tell the lead.[^1]", "Tell the lead."],
  ["Liquid", "{{ site.name }} keeps {% if x %}children{% endif %} safe.", "keeps children safe."],
  ["Hugo", '{{< note "x" >}}Tell the lead.{{% /note %}}', "Tell the lead."],
  ["kramdown's attributes", "Tell the lead.{: .big #x}", "Tell the lead."],
  ["hidden text", 'Tell <span style="display:none">no one</span> the lead.', "Tell the lead."],
])("%s does not show", async (_what, text, shown) => {
  expect(await md(text)).toEqual([`1 paragraph: ${shown}`]);
});

it.each([
  ["fenced code", "```\nTell no one.\n```"],
  ["a script", "<script>\nlet lead;\n</script>"],
  ["a comment of several paragraphs", "<!--\nTell\n\nno one.\n-->"],
  ["a comment of Liquid", "{% comment %}\nTell no one.\n{% endcomment %}"],
  ["a list of contents", "[TOC]"],
  ["a link's definition", "[lead]: lead.md"],
  ["a hidden part", "<div hidden>\n<p>Tell no one.</p>\n</div>"],
])("%s leaves no block", async (_what, text) => {
  expect(await md(`${text}\n\nEnd.`)).toEqual([`${text.split("\n").length + 2} paragraph: End.`]);
});

it("what is indented is text, as its author meant it", async () => {
  expect(await md("    Tell the lead.")).toEqual(["1 paragraph: Tell the lead."]);
});

it("a field that nobody filled in stays, a tag does not", async () => {
  expect(await md("Our lead is <name of the lead>.\n\n<Tabs>x</Tabs>")).toEqual([
    "1 paragraph: Our lead is <name of the lead>.",
    "3 paragraph: x",
  ]);
});

it("headings of every form lose their marks", async () => {
  expect(await md("# One #\n## Two {#two}\nThree\n===\nFour\n---\n")).toEqual([
    "1 heading 1: One",
    "2 heading 2: Two",
    "3 heading 1: Three",
    "5 heading 2: Four",
  ]);
});

it("a bold label is a paragraph, not a heading", async () => {
  expect(await md("**Review date:** March 2027")).toEqual(["1 paragraph: Review date: March 2027"]);
});

it("a nested item is a block of its own, and a second paragraph of an item a paragraph", async () => {
  expect(await md("- one\n  more\n\n  second\n  - two\n1. [x] three\n")).toEqual([
    "1 item 1: one\nmore",
    "4 paragraph: second",
    "5 item 2: two",
    "6 item 1: three",
  ]);
});

it("the cells of a row are joined, with a head or without", async () => {
  expect(
    await md("| A | B |\n|---|---|\n| Review | *March* |\n|  | x |\n\n| Lead | Chair |\n| Deputy | Clerk |\n"),
  ).toEqual(["1 row: A | B", "3 row: Review | March", "4 row:  | x", "6 row: Lead | Chair", "7 row: Deputy | Clerk"]);
});

it("a table of HTML has its rows on their own lines", async () => {
  expect(await md("Text.\n\n<table>\n<tr><td>Key</td>\n<td>Value</td></tr>\n</table>\n\nEnd.")).toEqual([
    "1 paragraph: Text.",
    "4 row: Key\n | Value",
    "8 paragraph: End.",
  ]);
});

it("imports, exports and components of MDX do not show", async () => {
  const text =
    "import { Note } from '../note';\n\nexport const meta = {\n  a: 1\n};\n\n<Note kind={'x'}>\n\nTell the lead.\n\n</Note>";
  expect(await md(text)).toEqual(["9 paragraph: Tell the lead."]);
});

it("a sentence that starts with import is text", async () => {
  expect(await md("import of goods is not our trade.")).toEqual(["1 paragraph: import of goods is not our trade."]);
});

it("links are told as they are written, with their lines", async () => {
  const text =
    'One [the\nlead](a b.md) <a href="b.html">b</a>\n[c][c] ![i](i.png)\n\n[c]: javascript:x\n\n[lost](<d e.pdf>)';
  expect((await read(text, "markdown")).links).toEqual([
    { target: "b.html", text: "b", line: 2 },
    { target: "javascript:x", text: "c", line: 3 },
    { target: "d e.pdf", text: "lost", line: 7 },
  ]);
});

it("a line end within the target of a link or within code still counts", async () => {
  expect(await md("See [us](\na.md) now\nand `a\nb` then.")).toEqual(["1 paragraph: See us\nnow\nand a b\nthen."]);
});

it("line ends of other systems count once", async () => {
  expect(await md("One\r\ntwo\rthree\r\n\r\nFour")).toEqual(["1 paragraph: One\ntwo\nthree", "5 paragraph: Four"]);
});

it.each([
  ["UTF-8 with its mark", Buffer.from("\uFEFF# Café")],
  ["UTF-16", Buffer.from("\uFEFF# Café", "utf16le")],
  ["Windows-1252", Buffer.from("# Caf\u00e9", "latin1")],
])("%s is decoded", async (_what, bytes) => {
  expect(await blocksOf(bytes, "markdown")).toEqual(["1 heading 1: Café"]);
});
