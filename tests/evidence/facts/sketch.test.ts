import { describe, expect, it } from "vitest";
import { resemblance } from "../../../src/engine/resemblance.js";
import { sketchOf } from "../../../src/evidence/facts/sketch.js";
import { documentOf } from "./fixture.js";

/** Words without end, each text with its own. */
const words = (count: number, seed = 1): readonly string[] =>
  Array.from({ length: count }, (_, index) => `word${(index * index * 31 + index * 7 + seed * 100_003) % 100_000}`);
const sketch = (text: string) => sketchOf(documentOf(text));
const text = words(400);

describe("a sketch", () => {
  it("is 64 numbers of 32 bits", () => {
    const made = sketch(text.join(" "));
    expect(made).toHaveLength(64);
    expect(made.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true);
  });

  it("is the same for ever", () => {
    expect(sketch(words(60).join(" ")).slice(0, 2)).toEqual(sketch(words(60).join("  ")).slice(0, 2));
  });

  it("is none of a text of fewer than sixty words", () => {
    expect([sketch(words(59).join(" ")).length, sketch(words(60).join(" ")).length]).toEqual([0, 64]);
  });

  it("does not change with blanks, signs, capitals and the cut of paragraphs", () => {
    const other = text.map((word, index) => (index % 9 === 0 ? `${word.toUpperCase()},\n\n` : `“${word}”`)).join(" ");
    expect(sketch(other)).toEqual(sketch(text.join(" ")));
  });

  it("resembles that of a copy with a few words changed", () => {
    const other = text.map((word, index) => (index === 100 ? "another" : word)).join(" ");
    expect(resemblance(sketch(text.join(" ")), sketch(other))).toBeGreaterThan(0.85);
  });

  it("does not resemble that of a text half of which is new", () => {
    const other = [...text.slice(0, 200), ...words(200, 2)].join(" ");
    const alike = resemblance(sketch(text.join(" ")), sketch(other));
    expect([alike > 0.1, alike < 0.6]).toEqual([true, true]);
  });

  it("does not resemble that of the same words in another order", () => {
    expect(resemblance(sketch(text.join(" ")), sketch(text.toReversed().join(" ")))).toBeLessThan(0.05);
  });
});
