import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNumeric, ratingOf, scoreOf, weightedTotal } from "../../src/engine/scale.js";
import { readShippedScales } from "../../src/files/shipped.js";

const scales = await readShippedScales();
const ratings = ["met", "partly-met", "not-met", "not-applicable"] as const;
const values = scales.flatMap((scale) => scale.values.map((value) => ({ scale, value, id: scale.id })));
const anyScale = fc.constantFrom(...scales);

describe("every shipped scale", () => {
  it("is one of the seven in use", () => {
    expect(scales.map(({ id }) => id)).toEqual([
      "red-amber-green",
      "zero-to-three",
      "one-to-three",
      "met-in-four-steps",
      "percentage",
      "yes-partly-no",
      "inspection-grades",
    ]);
  });

  it.each(values.filter(({ value }) => value.exact))(
    "$id: $value.value comes back from its rating",
    ({ scale, value }) => {
      expect(scoreOf({ rating: value.rating }, scale)).toEqual({
        value: value.value,
        title: value.title,
        exact: true,
        candidates: [value.value],
      });
    },
  );

  it.each(values.filter(({ value }) => !value.exact))(
    "$id: $value.value is among what its rating may be",
    ({ scale, value }) => {
      const score = scoreOf({ rating: value.rating }, scale);
      expect(score?.exact).toBe(false);
      expect(score?.candidates).toContain(value.value);
    },
  );

  it("gives a score that comes to the rating, whatever was scored besides", () => {
    const anyScores = fc.dictionary(
      fc.constantFrom(...scales.map(({ id }) => id)),
      fc.oneof(fc.constantFrom(...values.map(({ value }) => value.value)), fc.integer(), fc.string()),
    );
    fc.assert(
      fc.property(anyScale, fc.constantFrom(...ratings), anyScores, (scale, rating, scores) => {
        const score = scoreOf({ rating, scores }, scale);
        if (score === null) expect(scale.values.map((value) => value.rating)).not.toContain(rating);
        else expect(ratingOf(scale, score.value)).toBe(rating);
      }),
    );
  });

  it("has the worst of the candidates first, where they are numbers", () => {
    for (const scale of scales.filter(isNumeric))
      for (const rating of ratings) {
        const numbers = (scoreOf({ rating }, scale)?.candidates ?? []).map(Number);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
  });

  it("has a total between the lowest and the highest of its scores, the same when all weigh alike", () => {
    const numeric = fc.constantFrom(...scales.filter(isNumeric));
    const picks = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 100 })), { minLength: 1 });
    fc.assert(
      fc.property(numeric, picks, fc.integer({ min: 1, max: 9 }), (scale, picked, factor) => {
        const scored = picked.flatMap(([at, weight]) => {
          const value = scale.values[at % scale.values.length];
          if (value === undefined || value.rating === "not-applicable") return [];
          return [{ score: { ...value, candidates: [value.value] }, weight }];
        });
        const total = weightedTotal(scored, scale);
        const numbers = scored.map(({ score }) => Number(score.value));
        expect(total === null).toBe(scored.length === 0);
        if (total === null) return;
        expect(total.mean).toBeGreaterThanOrEqual(Math.min(...numbers) - 1e-9);
        expect(total.mean).toBeLessThanOrEqual(Math.max(...numbers) + 1e-9);
        const heavier = weightedTotal(
          scored.map((one) => ({ ...one, weight: one.weight * factor })),
          scale,
        );
        expect(heavier?.mean).toBeCloseTo(total.mean, 9);
      }),
    );
  });
});
