import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCopies, resemblance } from "../../src/engine/resemblance.js";

/** A sketch of 64 hashes, the first `changed` of which are its own. */
const sketch = (text: number, changed = 0, own = 0): readonly number[] =>
  Array.from({ length: 64 }, (_, index) =>
    (index * 7) % 64 < changed ? own * 1000 + index + 7_000_000 : text * 1000 + index,
  );

describe("the resemblance of two texts", () => {
  it("is 1 for the same text and 0 for another", () => {
    expect([resemblance(sketch(1), sketch(1)), resemblance(sketch(1), sketch(2))]).toEqual([1, 0]);
  });

  it("is the share of what they have in common", () => {
    expect(resemblance(sketch(1), sketch(1, 16))).toBe(0.75);
  });

  it("is 0 where a text was too short to compare", () => {
    expect([resemblance([], []), resemblance([], sketch(1)), resemblance(sketch(1), [])]).toEqual([0, 0, 0]);
  });

  it("is the same from either side", () => {
    const hashes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 });
    fc.assert(fc.property(hashes, hashes, (one, other) => resemblance(one, other) === resemblance(other, one)));
  });
});

/** The pairs by their places in the list. */
const copiesOf = (sketches: readonly (readonly number[])[]) =>
  findCopies([...sketches.entries()], ([, each]) => each).map(({ first, second, resemblance: alike }) => ({
    first: first[0],
    second: second[0],
    resemblance: alike,
  }));

describe("copies", () => {
  it("are those that share 85 of 100 or more", () => {
    expect(copiesOf([sketch(1), sketch(2), sketch(1, 9), sketch(2, 10)])).toEqual([
      { first: 0, second: 2, resemblance: 55 / 64 },
    ]);
  });

  it("of the same text are each paired with the first", () => {
    expect(copiesOf([sketch(2), sketch(1), sketch(1), sketch(1)])).toEqual([
      { first: 1, second: 2, resemblance: 1 },
      { first: 1, second: 3, resemblance: 1 },
    ]);
  });

  it("are told in order of the first and the second", () => {
    const pairs = copiesOf([sketch(1), sketch(2), sketch(2, 3), sketch(1, 3), sketch(1, 6, 1)]);
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([
      [0, 3],
      [0, 4],
      [1, 2],
      [3, 4],
    ]);
  });

  it("are none among texts too short to compare", () => {
    expect(copiesOf([[], [], []])).toEqual([]);
  });

  it("of ten thousand texts, be they alike or not, are found in seconds", () => {
    const started = performance.now();
    copiesOf(Array.from({ length: 10_000 }, (_, index) => sketch(index)));
    copiesOf(Array.from({ length: 10_000 }, () => sketch(1)));
    copiesOf(Array.from({ length: 10_000 }, (_, index) => sketch(1, 30, index)));
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
