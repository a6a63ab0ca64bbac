import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../../src/evidence/facts/sentences.js";
import { documentOf } from "./fixture.js";

const texts = (text: string) => sentencesOf(documentOf(text)).map((sentence) => sentence.text);

describe("a sentence", () => {
  it.each([
    ["We keep children safe. Tell the lead. Do you worry? Say so!", 4],
    ["Some people, e.g. helpers, are checked. Others are not.", 2],
    ["Ask for No. 3 of the forms.", 1],
    ["The answer is no. Staff must not do it.", 2],
    ["Mrs. A. Lead and Dr. B. Chair meet. They talk.", 2],
    ["Under s. 47 and para. 12, i.e. the rules, we refer.", 1],
    ["Tell them (at once.) Then wait.", 2],
    ["Toys, paint, etc. are put away. Then we go.", 2],
    ["Toys, paint, etc. Then we go.", 2],
    ["Wait... what?", 1],
    ["Version 1.2 of 3.4.2024 stands at www.example.org/a.b here.", 1],
    ["我們保護兒童。請告訴負責人。", 2],
  ])("ends where its mark does, not at a short form: %s", (text, count) => {
    expect(texts(text)).toHaveLength(count);
  });

  it("goes on over the end of a line", () => {
    expect(texts("We keep\nchildren  safe.")).toEqual(["We keep children safe."]);
  });

  it("ends before a line with a label of its own", () => {
    expect(texts("Reviewed: May 2024\nNext review: May 2025\nOwner: Lead")).toEqual([
      "Reviewed: May 2024",
      "Next review: May 2025",
      "Owner: Lead",
    ]);
  });

  it("does not end before a line that only holds a colon far on, or in small letters", () => {
    expect(texts("Tell the lead\nand also these people: the chair.")).toHaveLength(1);
  });

  it("of more than 4,000 characters is cut", () => {
    expect(texts("a ".repeat(4500)).map(({ length }) => length)).toEqual([3999, 3999, 999]);
  });

  it("tells the line it begins in", () => {
    const sentences = sentencesOf(documentOf("# One\n\nFirst one. Second\ngoes on. Third.\n\n- Item.\na | b"));
    expect(sentences.map(({ text, line }) => [text, line])).toEqual([
      ["One", 1],
      ["First one.", 3],
      ["Second goes on.", 3],
      ["Third.", 4],
      ["Item.", 6],
      ["a | b", 7],
    ]);
  });

  it("of a row is the whole row", () => {
    expect(texts("Lead | Writes it down. Tells the chair.")).toHaveLength(1);
  });
});

describe("the headings above a sentence", () => {
  it("are those whose part it stands in, outermost first", () => {
    const sentences = sentencesOf(documentOf("# Policy\n## Lead\nOne.\n### Deputy\nTwo.\n## Record\nThree."));
    expect(sentences.map(({ text, headings }) => [text, ...headings])).toEqual([
      ["Policy"],
      ["Lead", "Policy"],
      ["One.", "Policy", "Lead"],
      ["Deputy", "Policy", "Lead"],
      ["Two.", "Policy", "Lead", "Deputy"],
      ["Record", "Policy"],
      ["Three.", "Policy", "Record"],
    ]);
  });
});

describe("the lead of an item", () => {
  const leads = (text: string) =>
    sentencesOf(documentOf(text))
      .filter(({ kind }) => kind === "item")
      .map(({ text: item, lead }) => [item, lead]);

  it("is the last words of the paragraph above the list, which go on in it", () => {
    expect(leads("We are safe. The lead will:\n\n- listen\n- tell")).toEqual([
      ["listen", "The lead will:"],
      ["tell", "The lead will:"],
    ]);
  });

  it("is the item above for an item within", () => {
    expect(leads("We will:\n\n- tell these:\n  - the chair\n- write it down")).toEqual([
      ["tell these:", "We will:"],
      ["the chair", "tell these:"],
      ["write it down", "We will:"],
    ]);
  });

  it("is none after a whole sentence, a heading or a row", () => {
    expect(leads("We are safe.\n\n- listen\n\nWe will:\n# Next\n- tell\n\nWe will:\n\na | b\n- write")).toEqual([
      ["listen", null],
      ["tell", null],
      ["write", null],
    ]);
  });
});

it("ten million characters of anything are split in a few seconds", () => {
  const hostile = ["a ", ". ", "\n", " ", "A:\n", "e.g. ", "No.", ")".repeat(9), "\nA b c d e f "];
  const started = performance.now();
  for (const part of hostile)
    sentencesOf({
      blocks: [{ kind: "paragraph", level: 0, text: part.repeat(1_000_000 / part.length), line: 1 }],
    });
  expect(performance.now() - started).toBeLessThan(10_000);
});
