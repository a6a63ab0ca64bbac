import { describe, expect, it } from "vitest";
import { outlineOf } from "../../src/engine/edition-outline.js";
import { lint, lintContext } from "../../src/engine/lint.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import type { Requirement } from "../../src/schema/edition.gen.js";
import { edition, note, stated } from "./editions-fixture.js";
import { profile } from "./fixtures.js";
import { codesAndPlaces, local, overlay } from "./lint-craft-fixture.js";
import { carried, everything } from "./lint-fixture.js";
import { lintEdition } from "../../src/engine/lint-edition.js";

const here = "standards.0.requirements.0";
const old = edition([stated("line-of-accountability")], {
  id: "working-together-2013",
  published: "2013-03-21",
  supersedes: null,
  "superseded-by": "working-together-2018",
});
const national = edition([stated("line-of-accountability", { from: carried })], {
  supersedes: "working-together-2013",
});

/** What the craft finds in an edition of 2018, beside what its soundness does. */
function ofEdition(requirements: readonly Requirement[], over: Partial<typeof national> = {}) {
  const file = edition(requirements, over);
  const shipped = { editions: [outlineOf(old)], profile };
  const found = lint(file, lintContext([file], shipped));
  return codesAndPlaces(found.filter(({ severity }) => severity === "warning"));
}

/** What is wrong with an overlay over the edition of 2018, given together with others. */
function ofOverlay(file: OverlayFile, ...others: readonly OverlayFile[]) {
  const shipped = { editions: [outlineOf(old), outlineOf(national)], profile };
  return codesAndPlaces(lint(file, lintContext([file, ...others], shipped)));
}

it("a sound edition of good craft has no problem", () => {
  expect(ofEdition([stated("line-of-accountability", { from: carried })])).toEqual([]);
});

it("what makes a file unsound is an error, and what is badly made a warning", () => {
  const file = edition([stated("culture", { force: "must", question: "Is there no lead?" })], {
    published: "2000-01-01",
  });
  const found = lint(file, lintContext([file], { editions: [], profile }));
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([
    ["missing-practice", "error"],
    ["missing-law", "error"],
    ["negative-question", "warning"],
  ]);
  expect(lintEdition(file, { profile, practised: everything, editions: [] })).toHaveLength(1);
});

describe("an edition", () => {
  it("its conditions and those of its duties are looked through", () => {
    const never = { "employs-staff": true, not: { "employs-staff": true } };
    const duty = {
      id: "duty",
      title: "Duty",
      law: "An Act",
      force: "must",
      summary: "Do.",
      "applies-when": never,
    } as const;
    expect(
      ofEdition([stated("line-of-accountability", { from: carried, "applies-when": never })], { duties: [duty] }),
    ).toEqual([
      ["unreachable-condition", `${here}.applies-when`],
      ["unreachable-condition", "duties.0.applies-when"],
    ]);
  });

  it("a source that nothing rests on is told, unless a duty or a note does", () => {
    const web = { title: "A page", kind: "web-page" } as const;
    const duty = {
      id: "duty",
      title: "Duty",
      law: "An Act",
      force: "must",
      summary: "Do.",
      source: "act",
      "applies-when": { "employs-staff": true },
    } as const;
    expect(
      ofEdition([stated("line-of-accountability", { from: carried })], {
        duties: [duty],
        sources: [
          { id: "newsletter-2018", title: "Newsletter", kind: "newsletter" },
          { id: "act", ...web },
          { id: "dates", ...web, note: "Gives the month of publication." },
          { id: "leaflet", ...web },
        ],
      }),
    ).toEqual([["unused-source", "sources.3.id"]]);
  });
});

describe("reused-id", () => {
  it("an id that an earlier edition asked something under is told where the lineage does not lead there", () => {
    expect(ofEdition([stated("line-of-accountability", { question: "Is there tea?" })])).toEqual([
      ["reused-id", `${here}.id`],
    ]);
  });

  it("the last edition that asked it is named", () => {
    const older = { ...outlineOf(old), id: "working-together-2006", published: "2006-04-01" };
    const file = edition([stated("line-of-accountability", { question: "Is there tea?" })]);
    for (const editions of [
      [outlineOf(old), older],
      [older, outlineOf(old)],
    ]) {
      const found = lint(file, lintContext([file], { editions, profile }));
      expect(found.find(({ code }) => code === "reused-id")?.message).toBe(
        '"working-together-2013" asks something else under the id "line-of-accountability", or the lineage here does not lead to it.',
      );
    }
  });

  it("near miss: the lineage leads there", () => {
    const from = [{ requirement: "line-of-accountability", change: "reworded" }] as const;
    expect(
      ofEdition([stated("line-of-accountability", { question: "Is it plain who answers to whom?", from })]),
    ).toEqual([]);
  });
});

describe("meaning-changed", () => {
  const changed = (change: Requirement["from"][0]["change"], over: Partial<Requirement> = {}) =>
    ofEdition([
      stated("line-of-accountability", { from: [{ requirement: "line-of-accountability", change }], ...over }),
    ]);

  it.each([{ question: "Is there tea?" }, { expectation: "There is tea." }, { points: ["Tea"] }])(
    "unchanged, with another text: %o",
    (over) => {
      expect(changed("unchanged", over)).toEqual([["meaning-changed", `${here}.from.0.change`]]);
    },
  );

  it.each(["reworded", "widened", "narrowed"] as const)("%s, with the same text", (change) => {
    expect(changed(change)).toEqual([["meaning-changed", `${here}.from.0.change`]]);
    expect(changed(change, { question: "Is there tea?" })).toEqual([]);
  });

  it("near miss: other white space is no other text, and what moved may keep its text", () => {
    expect(changed("unchanged", { expectation: "A  clear line\nof accountability. " })).toEqual([]);
    expect(changed("moved")).toEqual([]);
  });

  it("nothing is told of what the edition before did not ask", () => {
    const from = [{ requirement: "tea-rota", change: "reworded" }] as const;
    expect(ofEdition([stated("culture", { from })])).toEqual([]);
  });

  it("an overlay's lineage is held to other overlays and to editions", () => {
    const requirement = local("anytown-tea", {
      question: "Is there tea at every meeting?",
      from: [{ requirement: "anytown-tea-2025", change: "unchanged" }],
    });
    const year = (question: string) =>
      overlay([local("anytown-tea-2025", { question })], { id: "anytown-2025", sources: overlay([]).sources });
    const place = [["meaning-changed", `${here}.from.0.change`]];
    expect(ofOverlay(overlay([requirement]), year("Is there coffee?"))).toEqual(place);
    expect(ofOverlay(overlay([requirement]), year("Is there tea at every meeting?"))).toEqual([]);
    expect(ofOverlay(overlay([requirement]))).toEqual([]);
    const from = [{ requirement: "line-of-accountability", change: "unchanged" }] as const;
    expect(ofOverlay(overlay([{ ...requirement, from }]))).toEqual(place);
  });
});

describe("an overlay", () => {
  const tea = { question: "Is there tea at every meeting?" };

  it("of good craft has no problem, with or without requirements of its own", () => {
    expect(ofOverlay(overlay([local("anytown-tea", tea)]))).toEqual([]);
    const { standards: _standards, ...bare } = overlay([]);
    const sources = [
      { id: "anytown-form", title: "The form", kind: "local-document", note: "Agreed in May." },
    ] as const;
    expect(ofOverlay({ ...bare, sources })).toEqual([]);
  });

  it("its questions and its practice notes are looked through", () => {
    const practice = { ...note, remedy: { action: "TBC", within: "P3M" } };
    expect(ofOverlay(overlay([local("anytown-tea", { question: "Is there no tea?", practice })]))).toEqual([
      ["negative-question", `${here}.question`],
      ["empty-practice", `${here}.practice.remedy.action`],
    ]);
  });

  it("conditions rest on the facts of the profile, its own, and those of what it extends", () => {
    const fact = { id: "trips", title: "trips", question: "Do you?", kind: "yes-no" } as const;
    const when = { trips: true, not: { trips: true } };
    const file = overlay([local("anytown-tea", { ...tea, "applies-when": when })], { extends: "county-2026" });
    const county = overlay([], { id: "county-2026", facts: [fact] });
    expect(ofOverlay(file)).toEqual([]);
    expect(ofOverlay(file, county)).toEqual([["unreachable-condition", `${here}.applies-when`]]);
    const later = { ...fact, id: "boats", "ask-when": when, otherwise: false } as const;
    expect(ofOverlay(overlay([local("anytown-tea", tea)], { facts: [fact, later] }))).toEqual([
      ["unreachable-condition", "facts.1.ask-when"],
    ]);
  });

  it("what the edition under it asks is not asked again, whatever lies between", () => {
    const again = local("anytown-line");
    const place = [["duplicate-text", `${here}.question`]];
    expect(ofOverlay(overlay([again]))).toEqual(place);
    const county = overlay([local("county-tea", tea)], { id: "county-2026" });
    expect(ofOverlay(overlay([again], { extends: "county-2026" }), county)).toEqual(place);
    expect(ofOverlay(overlay([again], { extends: "county-2026" }))).toEqual([]);
  });
});

it("the notes of a practice file are looked through", () => {
  const file = {
    schema: "practice/1",
    standard: "leadership",
    notes: { "line-of-accountability": { ...note, why: "TBC" } },
  } as const;
  const found = lint(file, lintContext([file], { editions: [outlineOf(national)], profile }));
  expect(codesAndPlaces(found)).toEqual([["empty-practice", "notes.line-of-accountability.why"]]);
});

it("the conditions of a profile are looked through", () => {
  const fact = { id: "trips", title: "trips", question: "Do you?", kind: "yes-no" } as const;
  const file = {
    schema: "profile/1",
    facts: [fact, { ...fact, id: "boats", "ask-when": { trips: [true, false] }, otherwise: false }],
  } as const;
  expect(codesAndPlaces(lint(file, lintContext([file], { editions: [], profile })))).toEqual([
    ["always-true-condition", "facts.1.ask-when"],
  ]);
});
