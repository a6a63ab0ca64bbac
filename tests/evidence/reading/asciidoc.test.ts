import { expect, it } from "vitest";
import { blocksOf, read } from "./read.js";

const adoc = (text: string) => blocksOf(text, "asciidoc");

it("the header gives a title and fields", async () => {
  const text =
    "= Our policy\nAnna Reed <a@riverside.example>\nv1.0, 2026-03-01: first\n:review-date: 2027-03-01\n\nText";
  const { title, fields } = await read(text, "asciidoc");
  expect([title, fields.map(({ key, value, line }) => `${line} ${key}=${value}`)]).toEqual([
    "Our policy",
    [
      "2 author=Anna Reed <a@riverside.example>",
      "3 revnumber=1.0",
      "3 revdate=2026-03-01",
      "3 revremark=first",
      "4 review-date=2027-03-01",
    ],
  ]);
});

it("a sentence under the title is no author", async () => {
  expect(await adoc("= Policy\nWe keep all of the children safe.")).toEqual([
    "1 heading 1: Policy",
    "2 paragraph: We keep all of the children safe.",
  ]);
});

it.each([
  ["marks", "We *keep* _all_ `children` **safe** #now#.", "We keep all children safe now."],
  ["links", "See link:a.adoc[our\nlead] and https://a.example[us] or <<lead,her>>.", "See our\nlead and us or her."],
  ["footnotes", "Tell the leadfootnote:[Or not.].", "Tell the leadfootnote:[Or not.]."],
  ["footnotes after a sign", "Tell the lead.footnote:[Or not.]", "Tell the lead."],
  ["struck text", "Tell [.line-through]#the chair# the lead.", "Tell the lead."],
  ["a label", "NOTE: Tell the lead.", "Tell the lead."],
  ["an unknown name", "Tell {lead}.", "Tell {lead}."],
])("%s", async (_what, text, shown) => {
  expect(await adoc(text)).toEqual([`1 paragraph: ${shown}`]);
});

it("a name stands for its words", async () => {
  expect(await adoc(":club: Riverside\n\n{club} is safe.")).toEqual(["3 paragraph: Riverside is safe."]);
});

it("headings have signs before or below", async () => {
  expect(await adoc("== Part\n\n=== Sub ===\n\nOther\n-----\n\nText")).toEqual([
    "1 heading 2: Part",
    "3 heading 3: Sub",
    "5 heading 2: Other",
    "8 paragraph: Text",
  ]);
});

it.each([
  ["// no"],
  ["////\nno\n\nno\n////"],
  ["[source,yaml]\n----\nno\n----"],
  ["include::no.adoc[]"],
  ["image::no.png[no]"],
  ["[[no]]"],
  ["'''"],
])("%j does not show", async (text) => {
  expect(await adoc(`${text}\n\nEnd.`)).toEqual([`${text.split("\n").length + 2} paragraph: End.`]);
});

it("items stand as deep as their marks", async () => {
  expect(await adoc("* one\nmore\n** two\n... three\n* four\n+\nfive\n\n. six")).toEqual([
    "1 item 1: one\nmore",
    "3 item 2: two",
    "4 item 3: three",
    "5 item 1: four",
    "7 paragraph: five",
    "9 item 1: six",
  ]);
});

it("a table has as many columns as it says, or as its first line has", async () => {
  const rows = ["3 row: A | B", "4 row: a\n | b"];
  expect(await adoc('[cols="1,2"]\n|===\n|A |B\n|a\n|b\n|===')).toEqual(rows);
  expect(await adoc("\n|===\n|A |B\n|a\n2+|b\n|===")).toEqual(rows);
});

it("a term and what it means make a row", async () => {
  expect(await adoc("Lead:: Anna\nDeputy::\n  Ben")).toEqual(["1 row: Lead | Anna", "2 row: Deputy\n | Ben"]);
});

it("links are told with their targets and lines", async () => {
  expect((await read("See\nlink:a.adoc[our lead], https://b.example[b]\n", "asciidoc")).links).toEqual([
    { target: "a.adoc", text: "our lead", line: 2 },
    { target: "https://b.example", text: "b", line: 2 },
  ]);
});
