import { expect, it } from "vitest";
import { lintReadingAge } from "../../src/engine/lint-reading-age.js";
import { stated } from "./editions-fixture.js";

const found = (expectation: string) =>
  lintReadingAge({ requirement: stated("culture", { question: "Do you?", expectation }), path: ["at"] });

/** Sentences of 18 words and two after the question; each long word of a sentence is five in a hundred. */
const text = (long: number) => `${"careful ".repeat(long)}${"plain ".repeat(38 - long)}`.trim();

it("a text of long words and long sentences is told with the age it needs", () => {
  // 40 words in two sentences are 20; ten of them long are 25.
  expect(found(`${text(10)}.`).map(({ code, path, message }) => [code, path.join("."), message])).toEqual([
    ["reading-age", "at.expectation", "Question and expectation need a reading age of about 15; 14 is the most."],
  ]);
});

it.each([
  [9, []],
  [10, ["15"]],
  [12, ["16"]],
  [13, ["17"]],
  [15, ["18 or more"]],
])("%i long words of forty", (long, ages) => {
  expect(found(`${text(long)}.`).map(({ message }) => /about (.+);/u.exec(message)?.[1])).toEqual(ages);
});

it("words that everyone in this work says are not long", () => {
  expect(found(`${text(10).replaceAll("careful", "safeguarding")}.`)).toEqual([]);
});

it("nor is a word for its ending", () => {
  expect(found(`${text(10).replaceAll("careful", "mother's")}.`)).toEqual([]);
});

it("a text without a stop is one sentence", () => {
  const requirement = stated("culture", { question: "Do you", expectation: text(2) });
  expect(lintReadingAge({ requirement, path: [] })).toHaveLength(1);
});

it("a few words are no fair sample", () => {
  expect(found("Comprehensive organisational accountability mechanisms.")).toEqual([]);
});

it("no words at all are none", () => {
  const requirement = stated("culture", { question: "?", expectation: "..." });
  expect(lintReadingAge({ requirement, path: [] })).toEqual([]);
});
