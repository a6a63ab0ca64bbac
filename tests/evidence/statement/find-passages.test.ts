import { describe, expect, it } from "vitest";
import { heading, item, lexicon, paragraph, passagesIn, taken } from "./fixture.js";

describe("a sentence", () => {
  it("that holds all that a rule asks for states the requirement, and says why", () => {
    expect(
      passagesIn([heading("Raising concerns"), paragraph("We have a whistleblowing procedure for staff.", 3)]),
    ).toEqual([
      {
        requirement: "whistleblowing",
        strength: "states",
        weight: 2,
        line: 3,
        heading: ["Raising concerns"],
        excerpt: "We have a whistleblowing procedure for staff.",
        reason: 'It says "whistleblowing" and "procedure", and they state it together.',
      },
    ]);
  });

  it.each([
    "Our whistle-blowing procedures are on the board.",
    "OUR WHISTLEBLOWING POLICIES ARE ON THE BOARD.",
    "Our policy on whistleblowing is on the board.",
  ])("states it in whatever form: %s", (text) => {
    expect(taken(text)).toBe("states");
  });

  it("that holds a part of it states nothing", () => {
    expect(taken("Our policy is on the board.")).toBeNull();
    expect(taken("Our whistleblowing. Our policy is on the board.")).toBeNull();
  });

  it("in which the words stand too far apart states nothing", () => {
    expect(taken("Our whistleblowing a b c d e f policy is here.")).toBe("states");
    expect(taken("Our whistleblowing a b c d e f g policy is here.")).toBeNull();
  });

  it("of a weaker rule is a hint", () => {
    expect(passagesIn([paragraph("We want everyone to speak up.")])).toMatchObject([
      { strength: "hints", reason: 'It says "speak up", and a person must say whether they state it.' },
    ]);
  });

  it("longer than 25 words is cut around what was found", () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");
    const [found] = passagesIn([paragraph(`We ${words(30)} whistleblowing policy ${words(30)}.`)]);
    expect(found?.excerpt).toMatch(/^\.\.\. word24 .* word29 whistleblowing policy word0 .* word16 \.\.\.$/u);
    expect(found?.excerpt.split(" ")).toHaveLength(27);
  });
});

describe("a rule", () => {
  it("holds only under a heading, title or lead-in that it names", () => {
    const given = lexicon(
      { states: [{ says: ["tell the chair"], under: ["whistleblowing", "<topics>"] }] },
      { topics: ["speaking out"] },
    );
    const told = paragraph("You can tell the chair in confidence.", 2);
    expect(passagesIn([told], given)).toEqual([]);
    expect(passagesIn([heading("Whistleblowing"), told], given)).toHaveLength(1);
    expect(passagesIn([heading("Speaking out"), told], given)).toHaveLength(1);
    expect(passagesIn([told], given, { title: "Whistleblowing" })).toHaveLength(1);
    expect(passagesIn([heading("Fire"), told], given)).toEqual([]);
  });

  it("does not hold under a heading that it excludes", () => {
    const given = lexicon({ states: [{ says: ["tell the chair"], "not-under": ["complaints"] }] });
    const told = paragraph("You can tell the chair in confidence.", 2);
    expect(passagesIn([heading("Complaints"), told], given)).toEqual([]);
    expect(passagesIn([heading("Raising a worry"), told], given)).toHaveLength(1);
  });

  it("does not hold where a word stands that it excludes", () => {
    const given = lexicon({ states: [{ says: ["supervision"], not: ["of children"] }] });
    expect(taken("Supervision is monthly.", given)).toBe("states");
    expect(taken("Supervision of children is constant.", given)).toBeNull();
  });

  it("does not take the same words twice", () => {
    const given = lexicon({ states: [{ says: ["lead", "safeguarding lead"] }] });
    expect(taken("Our safeguarding lead is here.", given)).toBeNull();
    expect(taken("Our lead is the safeguarding lead.", given)).toBe("states");
  });
});

describe("an item of a list", () => {
  it("takes its subject from the lead-in", () => {
    expect(passagesIn([paragraph("Our whistleblowing policy:"), item("is on the board")])[0]).toMatchObject({
      strength: "mentions",
    });
    const given = lexicon({ states: [{ says: ["the lead", "tell the council"] }] });
    expect(passagesIn([paragraph("The lead will:"), item("tell the council", 2)], given)).toMatchObject([
      { strength: "states", line: 2, excerpt: "tell the council" },
    ]);
  });

  it("states nothing by its lead-in alone", () => {
    const found = passagesIn([
      paragraph("We have a whistleblowing policy that says:"),
      item("be kind", 2),
      item("be there", 3),
    ]);
    expect(found.map(({ line }) => line)).toEqual([1]);
  });
});

it("a heading is a title unless it makes a sentence", () => {
  expect(passagesIn([heading("Whistleblowing policy")])).toMatchObject([{ strength: "mentions" }]);
  expect(passagesIn([heading("We have a whistleblowing policy")])).toMatchObject([{ strength: "states" }]);
});

it("a title with a participle stays a title", () => {
  const given = lexicon({ states: ["looked after children"] }, { verbs: ["look"] });
  expect(taken("Looked after children", given)).toBe("mentions");
  expect(taken("She looks out for looked after children", given)).toBe("states");
});

it("a word that may be a noun makes a sentence only where it opens it and acts on something", () => {
  const given = lexicon({ states: [{ says: ["support", "staff"] }] });
  expect(taken("Support for staff", given)).toBe("mentions");
  expect(taken("Staff support", given)).toBe("mentions");
  expect(taken("Support new staff", given)).toBe("states");
});

describe("what a sentence states is worth no more than its document", () => {
  const states = [paragraph("We have a whistleblowing policy.")];

  it("minutes, plans and lists only hint", () => {
    expect(passagesIn(states, lexicon(), { isRecord: true })).toMatchObject([
      { strength: "hints", reason: "The document records, plans or lists things; it is no policy." },
    ]);
  });

  it("a policy of another nation only hints at what is about English law", () => {
    const english = lexicon({ law: "england" });
    expect(passagesIn(states, english, { nation: "scotland" })).toMatchObject([
      { strength: "hints", reason: "The document is written for the law of another nation." },
    ]);
    expect(passagesIn(states, english, { nation: "england" })).toMatchObject([{ strength: "states" }]);
    expect(passagesIn(states, lexicon(), { nation: "scotland" })).toMatchObject([{ strength: "states" }]);
  });

  it("a mention stays one", () => {
    expect(passagesIn([paragraph("See our whistleblowing policy.")], lexicon(), { isRecord: true })).toMatchObject([
      { strength: "mentions" },
    ]);
  });
});

it("a hint that is denied is a mention", () => {
  expect(taken("There is no need to speak up.")).toBe("mentions");
});

it("a sentence that begins with this and a noun has a subject of its own", () => {
  const given = lexicon({ states: [{ says: ["the lead", "report to the board"] }] });
  expect(passagesIn([paragraph("The lead is there. This team will report to the board.")], given)).toEqual([]);
  expect(passagesIn([paragraph("The lead is there. This is what they report to the board.")], given)).toHaveLength(1);
});

it("a sentence that begins with a pronoun takes its subject from the one before", () => {
  const given = lexicon({ states: [{ says: ["the lead", "report to the board"] }] });
  expect(passagesIn([paragraph("The lead is the deputy manager. They report to the board.")], given)).toHaveLength(1);
  expect(passagesIn([paragraph("The lead is the deputy manager. Cooks report to the board.")], given)).toEqual([]);
  expect(
    passagesIn([paragraph("The lead is there."), heading("Money"), paragraph("They report to the board.")], given),
  ).toEqual([]);
});

describe("what keeps a sentence from stating anything", () => {
  it.each([
    ["We do not have a whistleblowing policy.", "denies", "it says that this is not there"],
    ["A whistleblowing policy is not in place.", "denies", "it says that this is not there"],
    ["For details see our whistleblowing policy.", "mentions", "it points to another document"],
    ["Do you have a whistleblowing policy?", "hints", "it asks, and does not state"],
    ["Whistleblowing policy", "mentions", "it is a title or a label"],
    ["We plan to write a whistleblowing policy.", "hints", "it tells of a plan, not of what is in place"],
    ["Employers must have a whistleblowing policy.", "hints", "it says what others have to do"],
    ["Previously the whistleblowing policy was kept by the office.", "hints", "it tells of the past"],
    [
      "Vulnerable adults can use the whistleblowing policy.",
      "other-people",
      "it speaks of adults at risk, not of children",
    ],
  ])("%s", (text, strength, because) => {
    expect(passagesIn([paragraph(text)])).toMatchObject([{ strength, reason: expect.stringContaining(because) }]);
  });

  it.each([
    "If there is no answer within a week, you can take it further under our own whistleblowing policy.",
    "Employers must have one, and our whistleblowing policy is on the board.",
    "Children and vulnerable adults can use the whistleblowing policy.",
    "Whistleblowing procedure: ring the chair on 01632 960001",
    "Our whistleblowing policy is kept in the office. See our website for other things.",
  ])("does not: %s", (text) => {
    expect(taken(text)).toBe("states");
  });

  it("stands among references", () => {
    expect(passagesIn([heading("References"), paragraph("The whistleblowing policy is from 2020.")])).toMatchObject([
      { strength: "mentions" },
    ]);
  });

  it("stands in a list that is led in by pointing elsewhere", () => {
    expect(passagesIn([paragraph("Read alongside:"), item("Our whistleblowing policy is new")])).toMatchObject([
      { strength: "mentions" },
    ]);
  });

  it("is a document about adults", () => {
    expect(
      passagesIn([paragraph("We have a whistleblowing policy.")], lexicon(), { audience: "adults" }),
    ).toMatchObject([
      { strength: "other-people", reason: "The document is about adults at risk, not about children." },
    ]);
  });
});

it("the best three passages of a document are kept, those that state it first", () => {
  const found = passagesIn([
    paragraph("See our whistleblowing policy.", 1),
    paragraph("Please speak up.", 2),
    paragraph("We have a whistleblowing policy.", 3),
    paragraph("We follow the whistleblowing policy.", 4),
    paragraph("We do not have a whistleblowing policy.", 5),
  ]);
  expect(found.map(({ line, strength }) => [line, strength])).toEqual([
    [3, "states"],
    [4, "states"],
    [2, "hints"],
  ]);
});

it("a group of words that is not there, or leads back to itself, is a fault of the lexicon", () => {
  expect(() => passagesIn([], lexicon({ states: ["<nobody>"] }))).toThrow('no group of words "nobody"');
  expect(() => passagesIn([], lexicon({ states: ["<a>"] }, { a: ["<b>"], b: ["<a>"] }))).toThrow(
    "leads back to itself",
  );
});

describe("hostile text", () => {
  it.each([
    ["one word without end", "whistleblowing".repeat(200_000)],
    ["the words of a rule again and again", "whistleblowing policy speak up there is no ".repeat(60_000)],
    ["apostrophes", "'".repeat(2_000_000)],
    ["blanks", " ".repeat(2_000_000)],
  ])("is gone through once: %s", (_name, text) => {
    expect(() => passagesIn([paragraph(text)])).not.toThrow();
  });
});
