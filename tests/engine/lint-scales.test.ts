import { describe, expect, it } from "vitest";
import { lintScales } from "../../src/engine/lint-scales.js";
import type { Scale, ScalesFile, ScaleValue } from "../../src/schema/scales.gen.js";
import { inShort } from "./lint-fixture.js";
import { grades, oneToThree, zeroToThree } from "./scale-fixture.js";

const yes = { value: "yes", title: "Yes", rating: "met", exact: true } as const;
const no = { value: "no", title: "No", rating: "not-met", exact: true } as const;
const partly = { value: "partly", title: "Partly", rating: "partly-met", exact: true } as const;
const none = { value: "none", title: "Not for us", rating: "not-applicable", exact: true } as const;
const yesNo: Scale = { id: "yes-no", title: "Yes or no", values: [no, yes] };

const scales = (...given: ScalesFile["scales"]): ScalesFile => ({ schema: "scales/1", scales: given });
const linted = (...values: readonly ScaleValue[]) => inShort(lintScales(scales({ ...yesNo, values })));

describe("sound scales", () => {
  it("have no problem: numbers, words, a yes and a no, the same value in two of them", () => {
    expect(lintScales(scales(zeroToThree, oneToThree, grades, yesNo, { ...yesNo, id: "yn" }))).toEqual([]);
  });

  it("may stand for not applicable anywhere, and have numbers that fall", () => {
    expect(linted(none, no, yes)).toEqual([]);
    expect(linted(no, none, yes)).toEqual([]);
    expect(linted({ ...no, value: 4 }, { ...partly, value: 3 }, { ...yes, value: 1 })).toEqual([]);
  });
});

describe("ids and values", () => {
  it("the second of two scales of one id is a problem", () => {
    expect(inShort(lintScales(scales(yesNo, yesNo)))).toEqual([
      ["duplicate-id", "scales.1.id", 'The id "yes-no" stands twice.'],
    ]);
  });

  it("a value that stands twice in a scale is a problem", () => {
    expect(linted(no, { ...partly, value: "yes" }, yes)).toEqual([
      ["duplicate-id", "scales.0.values.2.value", 'The value "yes" stands twice in the scale "yes-no".'],
    ]);
  });

  it("a number among words is a problem, and a word among numbers", () => {
    const mixed = 'The scale "yes-no" mixes numbers and words.';
    expect(linted(no, { ...yes, value: 1 })).toEqual([["scale-mixed", "scales.0.values.1.value", mixed]]);
    expect(linted({ ...no, value: 0 }, { ...yes, value: "1" })).toEqual([
      ["scale-mixed", "scales.0.values.1.value", mixed],
    ]);
  });
});

describe("the order of the values", () => {
  it("best first is a problem", () => {
    expect(linted(yes, partly, no)).toEqual([
      [
        "scale-order",
        "scales.0.values.1.rating",
        'In the scale "yes-no", "partly" stands after a value with a better rating.',
      ],
    ]);
  });

  it("numbers that turn round are a problem, and the same number twice is none of this kind", () => {
    const number = (value: number, rating: ScaleValue["rating"]) => ({ value, title: "A", rating, exact: false });
    const [low, high] = [number(0, "not-met"), number(3, "met")];
    expect(linted(low, number(2, "partly-met"), number(1, "partly-met"), high)).toEqual([
      ["scale-order", "scales.0.values.2.value", 'In the scale "yes-no", 1 breaks the order of the numbers.'],
    ]);
    expect(linted(number(0, "not-met"), number(0, "met")).map(([code]) => code)).toEqual(["duplicate-id"]);
  });
});

describe("the ratings of a scale", () => {
  it("met and not met are never left out", () => {
    expect(linted(no, none)).toEqual([
      ["scale-incomplete", "scales.0.values", 'No value of the scale "yes-no" stands for met.'],
    ]);
    expect(linted(partly, yes)).toEqual([
      ["scale-incomplete", "scales.0.values", 'No value of the scale "yes-no" stands for not-met.'],
    ]);
  });

  it("partly met is left out by a yes and a no alone, not by a scale of three", () => {
    expect(linted(no, none, yes)).toEqual([]);
    expect(linted(no, { ...yes, exact: false }, { ...yes, value: "very", exact: false })).toEqual([
      ["scale-incomplete", "scales.0.values", 'No value of the scale "yes-no" stands for partly-met.'],
    ]);
  });

  it("what is said to be exact is the only value of its rating", () => {
    expect(linted(no, partly, { ...yes, exact: false }, { ...yes, value: "very" })).toEqual([
      [
        "scale-not-exact",
        "scales.0.values.3.exact",
        '"very" is not the only value of the scale "yes-no" that stands for met.',
      ],
    ]);
  });

  it("what is not said to be exact may be the only one: the way back may lose something all the same", () => {
    expect(linted({ ...no, exact: false }, yes)).toEqual([]);
  });
});
