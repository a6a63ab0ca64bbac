import { expect, it } from "vitest";
import { lintNote } from "../../src/engine/lint-note.js";
import type { PracticeNote } from "../../src/schema/practice.gen.js";
import { note } from "./editions-fixture.js";
import { codesAndPlaces } from "./lint-craft-fixture.js";

const places = (over: Partial<PracticeNote>) => codesAndPlaces(lintNote({ ...note, ...over }, ["at"]));

it("a whole note is sound", () => {
  expect(places({})).toEqual([]);
});

it.each(["TBC", "tbc.", "To do", "n/a", "-", "...", "To be confirmed", "None.", "XXX"])(
  "a remedy of %s is empty",
  (action) => {
    expect(places({ remedy: { action, within: "P3M" } })).toEqual([["empty-practice", "at.remedy.action"]]);
  },
);

it.each(["Do it.", "None of the doors is locked.", "Confirm who leads.", "Name one."])(
  "a remedy of %s is not",
  (action) => {
    expect(places({ remedy: { action, within: "P3M" } })).toEqual([]);
  },
);

it("every part of a note is looked at", () => {
  const parts: Partial<PracticeNote> = {
    why: "TBC",
    "look-for": ["A chart", "TBC"],
    ratings: { ...note.ratings, met: "TBC" },
    evidence: [{ kind: "policy", what: "TBC" }],
  };
  expect(places(parts).map(([, place]) => place)).toEqual([
    "at.why",
    "at.look-for.1",
    "at.ratings.met",
    "at.evidence.0.what",
  ]);
});

it("two ratings in the same words are a problem, whatever their case", () => {
  const ratings = { met: "In  writing.", "partly-met": "Known.", "not-met": "in writing." };
  expect(lintNote({ ...note, ratings }, []).map(({ message }) => message)).toEqual([
    '"not-met" and "met" are described in the same words.',
  ]);
});
