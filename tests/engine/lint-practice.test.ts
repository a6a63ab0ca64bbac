import { describe, expect, it } from "vitest";
import { lintPractice, practisedKeys } from "../../src/engine/lint-practice.js";
import type { EditionOutline } from "../../src/engine/edition-outline.js";
import type { PracticeFile } from "../../src/schema/practice.gen.js";
import { stated } from "./editions-fixture.js";
import { asking, before, first, inShort, practiceFile } from "./lint-fixture.js";

const linted = (file: PracticeFile, editions: readonly EditionOutline[], ...others: readonly PracticeFile[]) =>
  inShort(lintPractice(file, { editions, shipped: [], given: [file, ...others] }));

it("a note of a requirement of its standard is sound", () => {
  expect(linted(practiceFile("leadership", "board-lead", "line-of-accountability"), [before, first])).toEqual([]);
});

it("a note of no requirement of any edition is a problem", () => {
  expect(linted(practiceFile("leadership", "tea-rota"), [before, first])).toEqual([
    ["unknown-requirement", "notes.tea-rota", 'No edition has a requirement "tea-rota".'],
  ]);
});

it("a note in the file of another standard is a problem", () => {
  expect(linted(practiceFile("people", "board-lead"), [before, first])).toEqual([
    ["wrong-standard", "notes.board-lead", '"board-lead" stands in the standard "leadership", not in "people".'],
  ]);
});

it("a note may stand with either standard of a requirement that moved", () => {
  const moved = { ...before, standards: [{ id: "people", requirements: [stated("board-lead")] }] };
  expect(linted(practiceFile("people", "board-lead"), [first, moved])).toEqual([]);
});

it("the note of one requirement in two files is a problem of each", () => {
  const [here, there] = [practiceFile("leadership", "board-lead"), practiceFile("leadership", "board-lead")];
  const twice = ["duplicate-id", "notes.board-lead", 'Another of these files has a note on "board-lead" as well.'];
  expect(linted(here, [first], there)).toEqual([twice]);
  expect(linted(there, [first], here)).toEqual([twice]);
});

it("two files may share a standard when their notes differ", () => {
  expect(linted(practiceFile("leadership", "board-lead"), [first], practiceFile("leadership", "allegations"))).toEqual(
    [],
  );
});

describe("a note that a shipped edition needs", () => {
  const missing = ["missing-practice", "notes", '"allegations" has no practice note.'];
  const lintedAlone = (shipped: readonly EditionOutline[], ...given: readonly [PracticeFile, ...PracticeFile[]]) =>
    inShort(lintPractice(given[0], { editions: [first], shipped, given }));

  it("may not be left out of the file of its standard", () => {
    expect(lintedAlone([first, asking("allegations")], practiceFile("leadership", "board-lead"))).toEqual([missing]);
  });

  it("may stand in another file", () => {
    const files = [practiceFile("leadership", "board-lead"), practiceFile("leadership", "allegations")] as const;
    expect(lintedAlone([first], ...files)).toEqual([]);
  });

  it("is missed by the edition rather than the file when both are linted", () => {
    expect(lintedAlone([], practiceFile("leadership", "board-lead"))).toEqual([]);
  });
});

describe("the requirements that have a note", () => {
  it("are those of what is shipped when no practice file is given", () => {
    expect(practisedKeys([], [first])).toEqual(new Set(["board-lead", "allegations", "learning"]));
  });

  it("are those of the file given in place of the shipped one of its standard, and those of other standards", () => {
    expect(practisedKeys([practiceFile("leadership", "board-lead", "culture")], [first])).toEqual(
      new Set(["board-lead", "culture", "learning"]),
    );
  });

  it("keep the shipped notes of a standard of which no file is given", () => {
    expect(practisedKeys([practiceFile("events", "trips")], [asking("board-lead")])).toEqual(
      new Set(["trips", "board-lead"]),
    );
  });
});
