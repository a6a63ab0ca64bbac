import { expect, it } from "vitest";
import { blocksOf, read } from "./read.js";

const rst = (text: string) => blocksOf(text, "rst");

it("titles stand as deep as their signs came first", async () => {
  expect(await rst("====\nMain\n====\n\nPart\n----\n\nSub\n~~~\n\nOther\n-----\n\nText\n")).toEqual([
    "2 heading 1: Main",
    "5 heading 2: Part",
    "8 heading 3: Sub",
    "11 heading 2: Other",
    "14 paragraph: Text",
  ]);
});

it("a row of signs between paragraphs is no text", async () => {
  expect(await rst("One\n\n------\n\ntwo")).toEqual(["1 paragraph: One", "5 paragraph: two"]);
});

it("fields at the top are fields of the document, below they are rows", async () => {
  const text = "Main\n====\n:Author: Chair\n:Review date: March\n  2027\n\nText\n\n:Lead: Anna\n";
  expect((await read(text, "rst")).fields).toEqual([
    { key: "Author", value: "Chair", line: 3 },
    { key: "Review date", value: "March 2027", line: 4 },
  ]);
  expect(await rst(text)).toEqual(["1 heading 1: Main", "7 paragraph: Text", "9 row: Lead | Anna"]);
});

it.each([
  ["emphasis", "We **keep**\n*all* ``children`` safe.", "We keep\nall children safe."],
  ["roles", "See :ref:`the lead <lead>` and :term:`DBS`.", "See the lead and DBS."],
  ["links", "See `our page <https://a.example>`_ and lead_.", "See our page and lead."],
  ["footnotes", "Tell the lead [1]_ now.", "Tell the lead now."],
  ["escapes", "2\\ nd \\*year", "2nd *year"],
  ["a name without words", "|The Setting| is safe.", "The Setting is safe."],
])("%s leave their text", async (_what, text, shown) => {
  expect(await rst(text)).toEqual([`1 paragraph: ${shown}`]);
});

it("a name stands for its words, wherever they are set, once", async () => {
  expect(await rst("|Club| is |club|.\n\n.. |Club| replace:: Riverside\n   |Club| Project\n")).toEqual([
    "1 paragraph: Riverside |Club| Project is Riverside |Club| Project.",
  ]);
});

it.each([
  [".. a comment\n   that goes on\n\n   and on"],
  [".. include:: other.rst"],
  [".. contents::\n   :local:"],
  [".. code-block:: yaml\n\n   lead: none"],
  [".. image:: a.png\n   :alt: none"],
  [".. _lead:"],
])("%j does not show", async (text) => {
  expect(await rst(`${text}\n\nEnd.`)).toEqual([`${text.split("\n").length + 2} paragraph: End.`]);
});

it("the text of a note shows", async () => {
  expect(await rst(".. note:: Take care\n   of all.\n\n.. container:: x\n\n   Inside.\n")).toEqual([
    "1 paragraph: Take care\nof all.",
    "6 paragraph: Inside.",
  ]);
});

it("items stand as deep as they are indented", async () => {
  expect(await rst("- one\n  more\n\n  - two\n\n    (a) three\n\n- four\n\n1. five\n")).toEqual([
    "1 item 1: one\nmore",
    "4 item 2: two",
    "6 item 3: three",
    "8 item 1: four",
    "10 item 1: five",
  ]);
});

it("a line of a paragraph that starts with a letter and a full stop is no item", async () => {
  expect(await rst("Tell our lead\nA. Reed of it.")).toEqual(["1 paragraph: Tell our lead\nA. Reed of it."]);
});

it("tables of each kind give rows", async () => {
  const grid = "+---+---+\n| A | B |\n+===+===+\n| a | b |\n| c |   |\n+---+---+\n";
  const simple = "=== ===\nA   B\n=== ===\n1   2\n    3\nx   y\n=== ===\n";
  const list = ".. list-table:: T\n   :header-rows: 1\n\n   * - A\n     - B\n   * - a\n     - b\n";
  expect(await rst(grid)).toEqual(["2 row: A | B", "4 row: a c | b"]);
  expect(await rst(simple)).toEqual(["2 row: A | B", "4 row: 1 | 2 3", "6 row: x | y"]);
  expect(await rst(list)).toEqual(["4 row: A\n | B", "6 row: a\n | b"]);
});

it("a line that parts some columns only ends the row of all", async () => {
  const grid = "+-----+---+\n| Our | B |\n| own +---+\n|     | C |\n+-----+---+\n";
  expect(await rst(grid)).toEqual(["2 row: Our own | B", "4 row:  | C"]);
});

it("a term and what it means make a row", async () => {
  expect(await rst("Review date\n  March 2027\n\nEnd")).toEqual([
    "1 row: Review date\n | March 2027",
    "4 paragraph: End",
  ]);
});

it("links are told with their targets and lines", async () => {
  const text = "See `our\npage <a.html>`_\nor lead_.\n\n.. _lead: b.html\n";
  expect((await read(text, "rst")).links).toEqual([
    { target: "a.html", text: "our page", line: 1 },
    { target: "b.html", text: "lead", line: 3 },
  ]);
});
