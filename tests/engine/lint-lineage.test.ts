import { describe, expect, it } from "vitest";
import { lintPractice } from "../../src/engine/lint.js";
import type { Requirement } from "../../src/schema/edition.gen.js";
import { edition, note, stated } from "./editions-fixture.js";
import { before, carried, first, problems } from "./lint-fixture.js";

const culture = (from: Requirement["from"]) => edition([stated("culture", { from })]);
const retiring = (into: string) =>
  edition([stated("culture"), stated("board-lead")], {
    retired: [{ requirement: "line-of-accountability", into, note: "Merged." }],
  });
const practiceFile = (standard: string, ...keys: readonly string[]) =>
  ({ schema: "practice/1", standard, notes: Object.fromEntries(keys.map((key) => [key, note])) }) as const;

describe("lineage", () => {
  const at = "standards.0.requirements.0.from.0";
  const lost = [
    "broken-lineage",
    "standards",
    '"line-of-accountability" of the edition before is neither carried on nor retired',
  ];

  it("what is neither carried on nor retired is lost", () => {
    expect(problems(culture([]), { editions: [before] })).toEqual([lost]);
  });

  it("what is retired is not lost", () => {
    expect(
      problems(edition([], { retired: [{ requirement: "line-of-accountability", note: "Left." }] }), {
        editions: [before],
      }),
    ).toEqual([]);
  });

  it("the edition before is the one published last before, whatever the order", () => {
    expect(problems(culture([]), { editions: [first, before] })).toEqual([lost]);
    expect(problems(culture([]), { editions: [before, first] })).toEqual([lost]);
  });

  it("an edition of the same day or later is not before", () => {
    const later = [
      { ...before, published: "2018-07-04" },
      { ...before, published: "2023-12-15" },
    ];
    expect(problems(culture([]), { editions: later })).toEqual([]);
  });

  it("what comes from a requirement that the edition before lacks is a problem", () => {
    expect(
      problems(culture([{ requirement: "board-lead", change: "renamed" }, ...carried]), { editions: [before, first] }),
    ).toEqual([["broken-lineage", at, 'the edition before has no "board-lead"']]);
  });

  it("in the first edition nothing comes from anywhere", () => {
    expect(problems(culture(carried))).toEqual([
      ["broken-lineage", at, 'the edition before has no "line-of-accountability"'],
    ]);
  });

  it("what retires must have stood in the edition before", () => {
    expect(problems(edition([], { retired: [{ requirement: "board-lead", note: "Left." }] }))).toEqual([
      ["broken-lineage", "retired.0", 'the edition before has no "board-lead"'],
    ]);
  });

  it("what returns stood in an older edition", () => {
    const from = [
      { requirement: "board-lead", change: "returned", edition: "working-together-2006" },
      ...carried,
    ] as const;
    expect(problems(culture(from), { editions: [before, first] })).toEqual([]);
  });

  it("what returns names an edition that is shipped", () => {
    const from = [
      { requirement: "board-lead", change: "returned", edition: "working-together-1999" },
      ...carried,
    ] as const;
    expect(problems(culture(from), { editions: [before, first] })).toEqual([
      ["unknown-edition", at, "a requirement that returns names the shipped edition it last stood in"],
    ]);
  });

  it("what returns stood in the edition that it names", () => {
    const from = [
      { requirement: "supervision", change: "returned", edition: "working-together-2006" },
      ...carried,
    ] as const;
    expect(problems(culture(from), { editions: [before, first] })).toEqual([
      ["broken-lineage", at, '"working-together-2006" has no "supervision"'],
    ]);
  });

  it("what took over from a retired one stands in this edition", () => {
    expect(problems(retiring("culture"), { editions: [before] })).toEqual([]);
    expect(problems(retiring("supervision"), { editions: [before] })).toEqual([
      ["unknown-requirement", "retired.0.into", 'this edition has no requirement "supervision"'],
    ]);
  });
});

describe("practice files", () => {
  it("a note of a requirement of its standard is sound", () => {
    expect(lintPractice(practiceFile("leadership", "board-lead", "line-of-accountability"), [before, first])).toEqual(
      [],
    );
  });

  it("a note of no requirement of any edition is a problem", () => {
    expect(lintPractice(practiceFile("leadership", "tea-rota"), [before, first])).toEqual([
      {
        code: "unknown-requirement",
        path: ["notes", "tea-rota"],
        message: 'no edition has a requirement "tea-rota"',
        hint: null,
      },
    ]);
  });

  it("a note in the file of another standard is a problem", () => {
    expect(lintPractice(practiceFile("people", "board-lead"), [before, first])).toEqual([
      {
        code: "wrong-standard",
        path: ["notes", "board-lead"],
        message: '"board-lead" stands in the standard "leadership", not in "people"',
        hint: null,
      },
    ]);
  });

  it("a note may stand with either standard of a requirement that moved", () => {
    const moved = { ...before, standards: [{ id: "people", title: "People", requirements: [stated("board-lead")] }] };
    expect(lintPractice(practiceFile("people", "board-lead"), [first, moved])).toEqual([]);
  });
});
