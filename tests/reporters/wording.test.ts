import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countOf, describeEdition, describeInterval, describeAgreed } from "../../src/reporters/wording.js";

describe("a score in percent", () => {
  it.each([
    [{ low: 0.621, high: 0.703 }, "62% to 71%"],
    [{ low: 0.29, high: 0.29 }, "29%"],
    [{ low: 0.625, high: 0.625 }, "62%"],
    [{ low: 0.999, high: 1 }, "99% to 100%"],
    [{ low: 0.995, high: 0.999 }, "99%"],
    [{ low: 1, high: 1 }, "100%"],
    [{ low: 0, high: 0.001 }, "0% to 1%"],
    [{ low: 0, high: 1 }, "0% to 100%"],
    [{ low: 0.9999999999999, high: 0.9999999999999 }, "99%"],
    [null, "no score"],
  ])("says %j as %s", (interval, words) => {
    expect(describeInterval(interval)).toBe(words);
  });

  it("never claims more at the low end than is true, and says 100% only of all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (count, part) => {
        const low = Math.min(part, count) / count;
        const said = Number.parseInt(describeInterval({ low, high: 1 }), 10);
        expect(said / 100).toBeLessThanOrEqual(low + 1e-11);
        expect(said === 100).toBe(low === 1);
      }),
    );
  });
});

it("counts in words", () => {
  expect([countOf(0, "gap"), countOf(1, "gap"), countOf(2, "gap"), countOf(2, "duty", "duties")]).toEqual([
    "no gaps",
    "1 gap",
    "2 gaps",
    "2 duties",
  ]);
});

it("names an edition by its year where the id says it", () => {
  expect([
    describeEdition("working-together-2023"),
    describeEdition("working-together-2023-draft"),
    describeEdition("anytown-2026"),
  ]).toEqual([
    "Working Together to Safeguard Children 2023 (working-together-2023)",
    "working-together-2023-draft",
    "anytown-2026",
  ]);
});

it("counts what is waived and known in a sentence each, and says nothing of none", () => {
  const [waived, known, other] = [
    { waived: true, known: false },
    { waived: false, known: true },
    { waived: false, known: false },
  ];
  expect([
    describeAgreed([waived, waived, known, other], "gap"),
    describeAgreed([waived, known, known], "finding"),
    describeAgreed([other], "gap"),
  ]).toEqual([["2 gaps are waived.", "1 gap is known."], ["1 finding is waived.", "2 findings are known."], []]);
});
