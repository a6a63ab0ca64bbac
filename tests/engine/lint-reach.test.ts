import { describe, expect, it } from "vitest";
import { lintReach } from "../../src/engine/lint-reach.js";
import type { Condition } from "../../src/model/checklist.js";
import type { Fact } from "../../src/model/profile.js";

const choices = ["police", "prison", "school"].map((value) => ({ value, title: value }));
const sector: Fact = { id: "sector", title: "sector", question: "Which?", kind: "choices", choices };
const size: Fact = { id: "size", title: "size", question: "Which?", kind: "choice", choices };
const charity: Fact = { id: "charity", title: "charity", question: "Are you?", kind: "yes-no" };
const unit: Fact = {
  id: "unit",
  title: "unit",
  question: "Is there?",
  kind: "yes-no",
  "ask-when": { sector: "prison" },
  otherwise: false,
};
const wing: Fact = { id: "wing", title: "wing", question: "Is there?", kind: "yes-no", "ask-when": { unit: true } };

const codes = (condition: Condition, facts = [sector, size, charity, unit, wing]) =>
  lintReach(condition, ["at"], facts).map(({ code, path }) => [code, path.join(".")]);

describe("unreachable-condition", () => {
  it.each<[string, Condition]>([
    ["a fact that must hold and must not", { charity: true, not: { charity: true } }],
    ["two answers to a fact that has one", { all: [{ size: "police" }, { size: "prison" }] }],
    ["a fact that is only asked of others", { unit: true, not: { sector: "prison" } }],
    ["a fact that is only asked of others, by way of another", { wing: true, not: { sector: "prison" } }],
    ["no choice of the fact", { sector: "navy" }],
  ])("%s", (_title, condition) => {
    expect(codes(condition)).toEqual([["unreachable-condition", "at"]]);
  });

  it.each<[string, Condition]>([
    ["a fact alone", { charity: true }],
    ["two answers to a fact that may have several", { all: [{ sector: "police" }, { sector: "prison" }] }],
    ["one of several answers", { size: ["police", "prison"] }],
    ["a fact that is asked of these", { unit: true, sector: "prison" }],
    ["what holds where the fact is not asked", { unit: false, not: { sector: "prison" } }],
  ])("near miss: %s", (_title, condition) => {
    expect(codes(condition)).toEqual([]);
  });
});

describe("always-true-condition", () => {
  it.each<[string, Condition]>([
    ["yes or no", { charity: [true, false] }],
    ["a fact, or not", { any: [{ charity: true }, { not: { charity: true } }] }],
    ["every choice", { sector: ["police", "prison", "school"] }],
  ])("%s", (_title, condition) => {
    expect(codes(condition)).toEqual([["always-true-condition", "at"]]);
  });

  it.each<[string, Condition]>([
    ["every choice but one", { size: ["police", "prison"] }],
    ["yes or no of a fact that is not always asked and has no answer then", { wing: [true, false] }],
  ])("near miss: %s", (_title, condition) => {
    expect(codes(condition)).toEqual([]);
  });
});

describe("nothing is claimed", () => {
  it("of a fact that is not known", () => {
    expect(codes({ "runs-trips": true, not: { "runs-trips": true } })).toEqual([]);
  });

  it("of a fact whose asking rests on one that is not known", () => {
    expect(codes({ unit: true, not: { unit: true } }, [unit])).toEqual([]);
  });

  it("where there are too many facts to try", () => {
    const many = Array.from({ length: 13 }, (_, index): Fact => ({ ...charity, id: `fact-${index}` }));
    const all = many.map(({ id }) => ({ [id]: true }));
    expect(codes({ all: [...all, { not: { "fact-0": true } }] }, many)).toEqual([]);
    expect(codes({ all: [...all.slice(1), { not: { "fact-1": true } }] }, many)).toEqual([
      ["unreachable-condition", "at"],
    ]);
  });

  it("where there are too many answers to one", () => {
    const values = Array.from({ length: 20 }, (_, index) => `value-${index}`);
    const fact: Fact = { ...sector, choices: values.map((value) => ({ value, title: value })) };
    const all = values.map((value) => ({ sector: value }));
    expect(codes({ all: [...all, { not: { sector: "value-0" } }] }, [fact])).toEqual([]);
  });
});

it("what is no condition wants nothing", () => {
  const malformed: Condition = JSON.parse('{"sector": "police", "all": ["navy", null]}');
  expect(codes(malformed)).toEqual([["unreachable-condition", "at"]]);
});

it("a fact without choices has no answer", () => {
  const { choices: _choices, ...bare } = size;
  expect(codes({ size: "police" }, [bare])).toEqual([["unreachable-condition", "at"]]);
});
