import { describe, expect, it } from "vitest";
import { outlineOf } from "../../src/engine/edition-outline.js";
import { lint, lintContext } from "../../src/engine/lint.js";
import { lintLexicon } from "../../src/engine/lint-lexicon.js";
import type { LexiconFile } from "../../src/schema/lexicon.gen.js";
import type { ScalesFile } from "../../src/schema/scales.gen.js";
import { edition, stated } from "./editions-fixture.js";
import { profile, yesNo } from "./fixtures.js";
import { asking, first, inShort, practiceFile } from "./lint-fixture.js";

const yes = { value: "yes", title: "Yes", rating: "met", exact: false } as const;
const no = { value: "no", title: "No", rating: "not-met", exact: true } as const;
const scales = (...given: ScalesFile["scales"]): ScalesFile => ({ schema: "scales/1", scales: given });
const lexicon = (over: Partial<LexiconFile>): LexiconFile => ({
  schema: "lexicon/1",
  "superseded-terms": [],
  words: {},
  statements: {},
  ...over,
});

describe("the lexicon", () => {
  const statement = { states: ["answers to"] };

  it("a statement of a requirement that no edition has is a problem", () => {
    expect(inShort(lintLexicon(lexicon({ statements: { "tea-rota": statement } }), [first]))).toEqual([
      ["unknown-requirement", "statements.tea-rota", 'No edition has a requirement "tea-rota".'],
    ]);
  });

  it("a statement of a requirement of an older edition is none", () => {
    expect(lintLexicon(lexicon({ statements: { learning: statement } }), [first, asking("culture")])).toEqual([]);
  });

  describe("a group of words", () => {
    const words = { lead: ["lead", "designated person"], "the-lead": ["<lead>", "our lead"] };

    it("that is there is none, in other groups and in every part of a statement", () => {
      const parts = { says: ["<lead>", "answers to"], within: 12, not: ["<the-lead>"], under: ["<lead>"] };
      const statements = { learning: { states: ["<the-lead>", parts], hints: ["<lead>"] } };
      expect(lintLexicon(lexicon({ words, statements }), [first])).toEqual([]);
    });

    it.each([
      ["a statement", { states: ["<leed>"] }, "statements.learning.states.0"],
      ["a hint", { states: ["a"], hints: ["<leed>"] }, "statements.learning.hints.0"],
      ["a part of a rule", { states: [{ says: ["a", "b|<leed>"] }] }, "statements.learning.states.0.says.1"],
      [
        "what may not stand there",
        { states: [{ says: ["a"], not: ["<leed>"] }] },
        "statements.learning.states.0.not.0",
      ],
    ] as const)("that is not there is a problem in %s", (_where, held, path) => {
      expect(inShort(lintLexicon(lexicon({ words, statements: { learning: held } }), [first]))).toEqual([
        ["unknown-group", path, 'There is no group of words "leed".'],
      ]);
    });

    it("that is not there is a problem in another group", () => {
      expect(inShort(lintLexicon(lexicon({ words: { ...words, chair: ["<leed>"] } }), []))).toEqual([
        ["unknown-group", "words.chair.0", 'There is no group of words "leed".'],
      ]);
    });

    it("that is not there is a problem where it is named, and not where that group is", () => {
      const stray = { lead: ["<leed>"], all: ["<lead>"] };
      expect(inShort(lintLexicon(lexicon({ words: stray }), []))).toEqual([
        ["unknown-group", "words.lead.0", 'There is no group of words "leed".'],
      ]);
    });

    it.each(["constructor", "__proto__"])("called %s is not there", (group) => {
      expect(inShort(lintLexicon(lexicon({ words: { chair: [`<${group}>`] } }), []))).toEqual([
        ["unknown-group", "words.chair.0", `There is no group of words "${group}".`],
      ]);
    });

    it("in an example is only text", () => {
      const examples = { good: ["Our <leed> decides."], bad: ["No <leed>."] };
      expect(
        lintLexicon(lexicon({ words, statements: { learning: { states: ["lead"], examples } } }), [first]),
      ).toEqual([]);
    });

    it("that stands within a phrase is a problem, between bars it is none", () => {
      const phrases = { lead: ["lead"], tell: ["tell the <lead>", "<lead> | chair"] };
      expect(inShort(lintLexicon(lexicon({ words: phrases }), []))).toEqual([
        [
          "unknown-group",
          "words.tell.0",
          'A group of words stands alone or between bars, not within "tell the <lead>".',
        ],
      ]);
    });

    it("that holds itself is a problem", () => {
      expect(inShort(lintLexicon(lexicon({ words: { lead: ["lead", "<lead>"] } }), []))).toEqual([
        ["unknown-group", "words.lead.1", 'The group of words "lead" leads back to itself.'],
      ]);
    });

    it("that leads back to itself by way of others is a problem of each of them, and not of what leads there", () => {
      const round = { lead: ["<chair>"], chair: ["<trustee>"], trustee: ["<lead>"], all: ["<lead>"] };
      expect(inShort(lintLexicon(lexicon({ words: round }), []))).toEqual([
        ["unknown-group", "words.lead.0", 'The group of words "lead" leads back to itself.'],
        ["unknown-group", "words.chair.0", 'The group of words "chair" leads back to itself.'],
        ["unknown-group", "words.trustee.0", 'The group of words "trustee" leads back to itself.'],
      ]);
    });
  });

  it("a term that stands twice, in whatever case, is a problem", () => {
    const terms = [
      { term: "primary care trust", also: ["PCT", "PCTs"], "replaced-by": [], from: "2013-04" },
      { term: "Pct", "replaced-by": [], from: "2022-07" },
    ];
    expect(inShort(lintLexicon(lexicon({ "superseded-terms": terms }), []))).toEqual([
      ["duplicate-id", "superseded-terms.1.term", 'The term "Pct" stands twice.'],
    ]);
    expect(lintLexicon(lexicon({ "superseded-terms": terms.slice(0, 1) }), [])).toEqual([]);
  });
});

describe("files linted together", () => {
  const shipped = { editions: [first], profile };
  const given = edition([stated("board-lead")], { id: first.id, published: first.published });

  it("without files there is what is shipped", () => {
    expect(lintContext([], shipped)).toEqual({
      profile,
      practised: new Set(["board-lead", "allegations", "learning"]),
      editions: [first],
      shipped: [first],
      given: [],
      overlays: [],
    });
  });

  it("each file given stands in the place of what is shipped of its id or standard", () => {
    const own = { schema: "profile/1", facts: [yesNo("charity")] } as const;
    const notes = practiceFile("leadership", "board-lead");
    expect(lintContext([given, own, notes], shipped)).toEqual({
      profile: own,
      practised: new Set(["board-lead", "learning"]),
      editions: [outlineOf(given)],
      shipped: [],
      given: [notes],
      overlays: [],
    });
  });

  it("every kind of file is held to its own rules", () => {
    const wrong = [
      edition([stated("culture", { force: "must", from: [] })], { published: "2000-01-01" }),
      practiceFile("leadership", "tea-rota"),
      { schema: "profile/1", facts: [yesNo("charity"), yesNo("charity")] },
      scales({ id: "yes-no", title: "Yes or no", values: [no, yes, yes] }),
      lexicon({ statements: { "coffee-rota": { states: ["coffee"] } } }),
    ] as const;
    const context = lintContext(wrong, shipped);
    expect(wrong.map((file) => lint(file, context).map(({ code }) => code))).toEqual([
      ["missing-practice", "missing-law"],
      ["unknown-requirement", "missing-practice", "missing-practice"],
      ["duplicate-id"],
      ["duplicate-id", "scale-incomplete"],
      ["unknown-requirement"],
    ]);
  });
});
