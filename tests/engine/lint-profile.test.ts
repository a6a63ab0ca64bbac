import { describe, expect, it } from "vitest";
import { lintProfile } from "../../src/engine/lint-profile.js";
import type { Fact } from "../../src/model/profile.js";
import { profile, yesNo } from "./fixtures.js";
import { inShort } from "./lint-fixture.js";

const sector: Fact = {
  id: "sector",
  title: "your organisation",
  question: "What kind of organisation are you?",
  kind: "choices",
  choices: [
    { value: "sports-club", title: "sports club" },
    { value: "police", title: "police force" },
  ],
};
const size: Fact = { ...sector, id: "size", kind: "choice" };

const found = (...facts: readonly Fact[]) => inShort(lintProfile({ schema: "profile/1", facts }));
const asked = (over: Partial<Fact>) => found(sector, yesNo("charity"), yesNo("funded", { otherwise: false, ...over }));

it("a sound profile has no problem", () => {
  expect(lintProfile(profile)).toEqual([]);
});

describe("duplicate-id", () => {
  it("the second of two facts is a problem", () => {
    expect(found(yesNo("charity"), yesNo("charity"))).toEqual([
      ["duplicate-id", "facts.1.id", 'The id "charity" stands twice.'],
    ]);
  });

  it("the second of two choices of a fact is a problem", () => {
    const choice = { value: "police", title: "police force" };
    expect(found({ ...sector, choices: [choice, choice] })).toEqual([
      ["duplicate-id", "facts.0.choices.1.value", 'The id "police" stands twice.'],
    ]);
  });

  it("the same choice of two facts is none", () => {
    expect(found(sector, size)).toEqual([]);
  });
});

describe("choices", () => {
  const { choices: _choices, ...bare } = sector;

  it.each(["choice", "choices"] as const)("a fact of the kind %s without them is a problem", (kind) => {
    expect(found({ ...bare, kind })).toEqual([
      ["missing-key", "facts.0", 'The fact "sector" has no choices to choose from.'],
    ]);
  });

  it("a question of yes or no needs none", () => {
    expect(found(yesNo("charity"))).toEqual([]);
  });
});

describe("ask-when", () => {
  const where = "facts.2.ask-when";

  it("a condition on facts asked before is sound", () => {
    expect(asked({ "ask-when": { sector: ["sports-club"], not: { charity: true } } })).toEqual([]);
  });

  it("a fact that the profile lacks is a problem", () => {
    expect(asked({ "ask-when": { "runs-trips": true } })).toEqual([
      ["unknown-fact", where, 'The profile has no fact "runs-trips".'],
    ]);
  });

  it("a value that is no answer is a problem", () => {
    expect(asked({ "ask-when": { any: [{ sector: "navy" }, { charity: "yes" }] } })).toEqual([
      ["wrong-value", where, '"navy" is no answer to the fact "sector".'],
      ["wrong-value", where, '"yes" is no answer to the fact "charity".'],
    ]);
  });

  it("a fact that is asked later is a problem, with what to do", () => {
    const [problem] = lintProfile({
      schema: "profile/1",
      facts: [yesNo("funded", { "ask-when": { charity: true }, otherwise: false }), yesNo("charity")],
    });
    expect(problem).toEqual({
      code: "unknown-fact",
      severity: "error",
      path: ["facts", 0, "ask-when"],
      message: 'Whether to ask "funded" rests on "charity", which is not asked before it.',
      hint: 'Move "charity" above "funded".',
    });
  });

  it("so is the fact itself, which nothing can move", () => {
    const [problem] = lintProfile({
      schema: "profile/1",
      facts: [yesNo("funded", { "ask-when": { funded: true }, otherwise: false })],
    });
    expect(problem).toMatchObject({ code: "unknown-fact", hint: null });
  });
});

describe("otherwise", () => {
  it("a fact that is not always asked must have one", () => {
    expect(found(sector, yesNo("charity", { "ask-when": { sector: "sports-club" } }))).toEqual([
      ["missing-key", "facts.1.ask-when", 'The fact "charity" does not say what holds when it is not asked.'],
    ]);
  });

  it.each<[string, Fact]>([
    ["no", yesNo("charity", { otherwise: false })],
    ["one of the choices", { ...size, otherwise: "police" }],
    ["a list of choices", { ...sector, otherwise: ["police"] }],
    ["an empty list", { ...sector, otherwise: [] }],
  ])("%s answers a fact of its kind", (_title, fact) => {
    expect(found(fact)).toEqual([]);
  });

  it.each<[string, Fact]>([
    ["a text is no yes or no", yesNo("charity", { otherwise: "no" })],
    ["yes is no choice", { ...size, otherwise: true }],
    ["an unknown choice is none", { ...size, otherwise: "navy" }],
    ["a list is not one choice", { ...size, otherwise: ["police"] }],
    ["one choice is no list", { ...sector, otherwise: "police" }],
    ["a list with an unknown choice is none", { ...sector, otherwise: ["police", "navy"] }],
  ])("%s", (_title, fact) => {
    expect(found(fact)).toEqual([
      ["wrong-value", "facts.0.otherwise", `What "${fact.id}" is otherwise is no answer to it.`],
    ]);
  });
});
