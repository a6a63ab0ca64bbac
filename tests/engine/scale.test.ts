import { describe, expect, it } from "vitest";
import { candidatesFor, isNumeric, ratingOf, ratingsOf, scoreOf, weightedTotal } from "../../src/engine/scale.js";
import type { Scale } from "../../src/schema/scales.gen.js";
import { grades, oneToThree, zeroToThree } from "./scale-fixture.js";

describe("a rating on a scale", () => {
  it("is exact where one value stands for it alone", () => {
    expect(scoreOf({ rating: "met" }, zeroToThree)).toEqual({
      value: 3,
      title: "3: in place",
      exact: true,
      candidates: [3],
    });
  });

  it("becomes the worst of those that it may be, and names them", () => {
    expect(scoreOf({ rating: "partly-met" }, zeroToThree)).toEqual({
      value: 1,
      title: "1: a start",
      exact: false,
      candidates: [1, 2],
    });
    expect(scoreOf({ rating: "met" }, grades)?.value).toBe("good");
  });

  it("is not exact where its only value does not claim to be", () => {
    const [no, , ...rest] = grades.values;
    if (no === undefined) throw new Error("the scale has values");
    const rough: Scale = { ...grades, values: [{ ...no, exact: false }, ...rest] };
    expect(scoreOf({ rating: "not-met" }, rough)).toEqual({
      value: "inadequate",
      title: "Inadequate",
      exact: false,
      candidates: ["inadequate"],
    });
  });

  it("is what was scored on this very scale", () => {
    expect(scoreOf({ rating: "partly-met", scores: { "zero-to-three": 2 } }, zeroToThree)).toEqual({
      value: 2,
      title: "2: mostly",
      exact: true,
      candidates: [2],
    });
  });

  it("is not what was scored on another scale, though the number is the same", () => {
    expect(scoreOf({ rating: "partly-met", scores: { "one-to-three": 2 } }, zeroToThree)?.exact).toBe(false);
  });

  it.each([3, "2", 7])("is not a score of %j, which does not agree with it or is none of the scale", (score) => {
    expect(scoreOf({ rating: "partly-met", scores: { "zero-to-three": score } }, zeroToThree)?.candidates).toEqual([
      1, 2,
    ]);
  });

  it("has no score where the scale has no value for it, or nothing was rated", () => {
    expect(scoreOf({ rating: "not-applicable" }, grades)).toBeNull();
    expect(scoreOf({ scores: { "zero-to-three": 2 } }, zeroToThree)).toBeNull();
    expect(candidatesFor("not-applicable", zeroToThree)).toEqual([]);
  });
});

describe("a value of a scale", () => {
  it("0 is the worst on one scale and not applicable on another", () => {
    expect([ratingOf(zeroToThree, 0), ratingOf(oneToThree, 0)]).toEqual(["not-met", "not-applicable"]);
  });

  it("a number in quotes is none", () => {
    expect(ratingOf(zeroToThree, "0")).toBeNull();
  });

  it("scores come to each rating once, those of scales that are not known to none", () => {
    const scores = { "zero-to-three": 2, "one-to-three": 2, grades: "good", tea: 4 };
    expect(ratingsOf(scores, [zeroToThree, oneToThree, grades])).toEqual(["partly-met", "met"]);
    expect(ratingsOf({ "zero-to-three": 9 }, [zeroToThree, grades])).toEqual([]);
  });

  it("is a number on scales of numbers only", () => {
    expect([isNumeric(zeroToThree), isNumeric(grades)]).toEqual([true, false]);
  });
});

describe("the total", () => {
  const scored = (value: string | number, weight = 1) => ({
    score: { value, title: "", exact: true, candidates: [value] },
    weight,
  });

  it("is the mean by weight", () => {
    expect(weightedTotal([scored(3, 2), scored(0), scored(1)], zeroToThree)).toEqual({ mean: 1.75, of: 3, weight: 4 });
  });

  it("counts 0 where it is the worst, and leaves it out where it is not applicable", () => {
    expect(weightedTotal([scored(3), scored(0)], zeroToThree)).toEqual({ mean: 1.5, of: 2, weight: 2 });
    expect(weightedTotal([scored(3), scored(0)], oneToThree)).toEqual({ mean: 3, of: 1, weight: 1 });
  });

  it("is none where nothing is scored, and none on a scale of words", () => {
    expect(weightedTotal([], zeroToThree)).toBeNull();
    expect(weightedTotal([scored(0)], oneToThree)).toBeNull();
    expect(weightedTotal([scored("good")], grades)).toBeNull();
  });

  it("leaves a word out that stands among numbers", () => {
    expect(weightedTotal([scored("3"), scored(2)], zeroToThree)).toEqual({ mean: 2, of: 1, weight: 1 });
  });
});
