import { describe, expect, it } from "vitest";
import { type EditionOutline, outlineOf } from "../../src/engine/edition-outline.js";
import type { Requirement } from "../../src/schema/edition.gen.js";
import { edition, stated } from "./editions-fixture.js";
import { before, carried, first, problems } from "./lint-fixture.js";

const culture = (from: Requirement["from"]) => edition([stated("culture", { from })]);
const retiring = (into: string) =>
  edition([stated("culture"), stated("board-lead")], {
    retired: [{ requirement: "line-of-accountability", into, note: "Merged." }],
  });
describe("lineage", () => {
  const at = "standards.0.requirements.0.from.0";
  const lost = [
    "broken-lineage",
    "standards",
    '"line-of-accountability" of the edition before is neither carried on nor retired.',
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
    ).toEqual([["broken-lineage", at, 'The edition before has no "board-lead".']]);
  });

  it("in the first edition nothing comes from anywhere", () => {
    expect(problems(culture(carried))).toEqual([
      ["broken-lineage", at, 'The edition before has no "line-of-accountability".'],
    ]);
  });

  it("what retires must have stood in the edition before", () => {
    expect(problems(edition([], { retired: [{ requirement: "board-lead", note: "Left." }] }))).toEqual([
      ["broken-lineage", "retired.0", 'The edition before has no "board-lead".'],
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
      ["unknown-edition", at, "A requirement that returns names the shipped edition it last stood in."],
    ]);
  });

  it("what returns stood in the edition that it names", () => {
    const from = [
      { requirement: "supervision", change: "returned", edition: "working-together-2006" },
      ...carried,
    ] as const;
    expect(problems(culture(from), { editions: [before, first] })).toEqual([
      ["broken-lineage", at, '"working-together-2006" has no "supervision".'],
    ]);
  });

  it("what took over from a retired one stands in this edition", () => {
    expect(problems(retiring("culture"), { editions: [before] })).toEqual([]);
    expect(problems(retiring("supervision"), { editions: [before] })).toEqual([
      ["unknown-requirement", "retired.0.into", 'This edition has no requirement "supervision".'],
    ]);
  });
});

describe("succession", () => {
  const given = edition([stated("culture")], { supersedes: "working-together-2013", "superseded-by": null });
  const after = outlineOf(
    edition([], { id: "working-together-2023", published: "2023-12-15", supersedes: given.id, "superseded-by": null }),
  );
  const found = (...editions: readonly EditionOutline[]) =>
    problems(given, { editions }).filter(([, path]) => path?.startsWith("supersede"));
  const differs = "which does not agree with what this edition names as the one";

  it("editions that name each other agree", () => {
    const agreed = { ...before, standards: [], supersededBy: given.id };
    expect(problems({ ...given, "superseded-by": after.id }, { editions: [agreed, after] })).toEqual([]);
  });

  it("editions that name others agree, and so do those that name none", () => {
    expect(found(first, { ...after, supersedes: "working-together-2021" })).toEqual([]);
    expect(found({ ...first, supersededBy: null }, { ...after, supersedes: null })).toEqual([]);
  });

  it("the edition before names this one as the one after", () => {
    expect(found(before)).toEqual([
      [
        "broken-lineage",
        "supersedes",
        `"working-together-2013" names "working-together-2015" as the one after it, ${differs} before it.`,
      ],
    ]);
    expect(found({ ...before, supersededBy: null })[0]?.[2]).toMatch(/^"working-together-2013" names none as/u);
  });

  it("an edition that this one follows is named by it", () => {
    const agreed = { ...before, supersededBy: given.id };
    expect(found(agreed, { ...first, supersededBy: given.id })).toEqual([
      [
        "broken-lineage",
        "supersedes",
        `"working-together-2006" names "working-together-2018" as the one after it, ${differs} before it.`,
      ],
    ]);
  });

  it("an edition that follows this one is named by it", () => {
    expect(found(after)).toEqual([
      [
        "broken-lineage",
        "superseded-by",
        `"working-together-2023" names "working-together-2018" as the one before it, ${differs} after it.`,
      ],
    ]);
  });

  it("an older copy of this edition is no other edition", () => {
    expect(found({ ...outlineOf(given), supersededBy: given.id, supersedes: given.id })).toEqual([]);
  });
});
