import { expect, it } from "vitest";
import { blocksOf } from "./read.js";

const plain = (text: string) => blocksOf(text, "plain");

it("what looks like a heading is one", async () => {
  expect(
    await plain("Our policy\n\n1. Introduction\n\nText.\n\nREPORTING CONCERNS\nText.\n\nThe lead\n--------\nText."),
  ).toEqual([
    "1 heading 1: Our policy",
    "3 heading 2: 1. Introduction",
    "5 paragraph: Text.",
    "7 heading 2: REPORTING CONCERNS",
    "8 paragraph: Text.",
    "10 heading 2: The lead",
    "12 paragraph: Text.",
  ]);
});

it("an abbreviation, a sentence and a label are no headings", async () => {
  expect(await plain("We keep children safe.\n\nDBS\n\nTell the lead.\n\nReview date: March 2027\n\nEnd.")).toEqual([
    "1 paragraph: We keep children safe.",
    "3 paragraph: DBS",
    "5 paragraph: Tell the lead.",
    "7 paragraph: Review date: March 2027",
    "9 paragraph: End.",
  ]);
});

it("items have marks or numbers, and stand as deep as they are indented", async () => {
  expect(await plain("Text.\n\n- one\n  more\n  - two\n• three\n\n1. four\n(b) five\n")).toEqual([
    "1 paragraph: Text.",
    "3 item 1: one\nmore",
    "5 item 2: two",
    "6 item 1: three",
    "8 item 1: four",
    "9 item 1: five",
  ]);
});
