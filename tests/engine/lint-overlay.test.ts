import { describe, expect, it } from "vitest";
import { lintOverlay } from "../../src/engine/lint-overlay.js";
import type { Condition } from "../../src/model/checklist.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import { note } from "./editions-fixture.js";
import { profile, yesNo } from "./fixtures.js";
import { adding, formOf, local, national, overlay, trust } from "./overlay-fixture.js";

const shipped = {
  editions: ["working-together-2018", "working-together-2023"],
  asked: new Map([
    ["board-lead", "working-together-2018"],
    ["strategic-priorities", "working-together-2006"],
  ]),
  scales: ["zero-to-three", "percentage"],
};
const lint = (given: OverlayFile, ...chain: readonly OverlayFile[]) =>
  lintOverlay(given, { ...shipped, edition: national, profile, chain });
const brief = (given: OverlayFile, ...chain: readonly OverlayFile[]) =>
  lint(given, ...chain).map(({ code, path }) => [code, ...path].join(" "));
const strengthening = (strengthens: NonNullable<OverlayFile["strengthens"]>) => overlay({ strengthens });

/** All that an overlay may do. */
const sound = overlay({
  facts: [yesNo("works-at-night")],
  standards: [
    { id: "culture", requirements: [local("neglect-toolkit", { "applies-when": { "works-at-night": true } })] },
    { id: "out-of-hours", title: "Out of hours", requirements: [local("out-of-hours-lead")] },
  ],
  strengthens: { "board-lead": { force: "must", "look-for": ["Days"], review: "P6M" } },
  form: { scale: "zero-to-three", ...formOf({ id: "whistleblowing" }, { id: "neglect-toolkit" }).form },
});

describe("an overlay that only adds", () => {
  it("is sound", () => {
    expect(lint(sound)).toEqual([]);
    expect(lint(overlay())).toEqual([]);
  });

  it("is sound over another, whose requirements, standards, facts and sources it may use", () => {
    const standards = [
      { id: "out-of-hours", requirements: [local("rota", { "applies-when": { "works-at-night": true } })] },
    ];
    const strengthens = {
      "neglect-toolkit": { force: "should", review: "P3M" },
      "board-lead": { review: "P3M" },
    } as const;
    const sources = [{ id: "handbook", title: "Handbook", kind: "local-document" }] as const;
    expect(lint(trust({ standards, strengthens, sources, ...formOf({ id: "out-of-hours-lead" }) }), sound)).toEqual([]);
  });

  it("may add to a standard that the form of the one below does not show", () => {
    const standards = [{ id: "leadership", requirements: [local("rota")] }];
    const form = formOf({ id: "board-lead" }, { id: "escalation-policy" });
    expect(lint(trust({ standards }), overlay(form))).toEqual([]);
  });
});

describe("an overlay that takes something away", () => {
  const place = { edition: "working-together-2023", requirement: "board-lead" };

  it("is refused for what it removes, with the place of what was to go", () => {
    expect(lint(overlay({ remove: ["board-lead", "nothing-known"] }))).toEqual([
      expect.objectContaining({ code: "overlay-weakens", path: ["remove", 0], other: place }),
      expect.not.objectContaining({ other: expect.anything() }),
    ]);
  });

  it("is refused for what it sets to nothing", () => {
    expect(lint(strengthening({ "board-lead": null }))).toMatchObject([
      { code: "overlay-weakens", path: ["strengthens", "board-lead"], other: place },
    ]);
  });

  it("is refused for what another overlay asks, with its place there", () => {
    expect(lint(trust({ remove: ["neglect-toolkit"] }), overlay(adding(local("chronology"), local())))).toMatchObject([
      { other: { overlay: "anytown", path: ["standards", 0, "requirements", 1, "id"] } },
    ]);
  });
});

describe("an overlay that lowers a force", () => {
  it("is refused, and says from what to what", () => {
    expect(lint(strengthening({ "escalation-policy": { force: "should" } }))).toEqual([
      {
        code: "overlay-weakens",
        severity: "error",
        path: ["strengthens", "escalation-policy", "force"],
        message: 'This would lower "escalation-policy" from must to should.',
        hint: "Leave force out, or give a stronger one: practice, local, should, must.",
        other: { edition: "working-together-2023", requirement: "escalation-policy" },
      },
    ]);
    expect(lint(strengthening({ "escalation-policy": { force: "must" } }))).toEqual([]);
  });

  it("is held to what the overlay below raised it to", () => {
    const raised = strengthening({ whistleblowing: { force: "must" }, "board-lead": { review: "P6M" } });
    expect(lint(trust({ strengthens: { whistleblowing: { force: "should" } } }), raised)).toMatchObject([
      { other: { overlay: "anytown", path: ["strengthens", "whistleblowing", "force"] } },
    ]);
  });

  it("is held to the force of a local requirement", () => {
    const below = overlay(adding(local("neglect-toolkit", { force: "should" })));
    expect(lint(trust({ strengthens: { "neglect-toolkit": { force: "local" } } }), below)).toMatchObject([
      { other: { overlay: "anytown", path: ["standards", 0, "requirements", 0, "force"] } },
    ]);
  });
});

describe("an overlay that lengthens a review", () => {
  it("is refused", () => {
    expect(lint(strengthening({ "board-lead": { review: "P2Y" } }))).toMatchObject([
      {
        code: "overlay-weakens",
        path: ["strengthens", "board-lead", "review"],
        message: 'This would let the evidence of "board-lead" stand for 2 years, not 12 months.',
        other: { edition: "working-together-2023", requirement: "board-lead" },
      },
    ]);
    expect(lint(strengthening({ "board-lead": { review: "P1Y" } }))).toEqual([]);
  });

  it("is held to the overlay below", () => {
    const below = overlay({ ...adding(local()), strengthens: { "board-lead": { review: "P6M" } } });
    const strengthens = { "board-lead": { review: "P9M" }, "neglect-toolkit": { review: "P13M" } };
    expect(lint(trust({ strengthens }), below)).toMatchObject([
      { other: { overlay: "anytown", path: ["strengthens", "board-lead", "review"] } },
      { other: { overlay: "anytown", path: ["standards", 0, "requirements", 0, "practice", "review"] } },
    ]);
  });
});

describe("an overlay that strengthens", () => {
  it("changes nobody's questions", () => {
    expect(lint(strengthening({ "board-lead": { "applies-when": { sector: "police" } } }))).toMatchObject([
      { code: "overlay-weakens", path: ["strengthens", "board-lead", "applies-when"] },
    ]);
  });

  it("names what is asked", () => {
    expect(lint(strengthening({ "bord-lead": { force: "must" }, constructor: null }))).toMatchObject([
      { code: "unknown-requirement", path: ["strengthens", "bord-lead"], unknown: { id: "bord-lead" } },
      { code: "unknown-requirement", path: ["strengthens", "constructor"] },
    ]);
  });

  it("does not strengthen what it asks itself", () => {
    expect(brief(overlay({ ...adding(local()), strengthens: { "neglect-toolkit": { force: "must" } } }))).toEqual([
      "no-effect strengthens neglect-toolkit",
    ]);
  });
});

describe("an id", () => {
  it.each([
    ["board-lead", "working-together-2023", "asks"],
    ["strategic-priorities", "working-together-2006", "once asked"],
  ])("%s, which %s %s, stands for nothing else", (id, edition) => {
    expect(lint(overlay(adding(local(id))))).toMatchObject([
      { code: "reused-id", path: ["standards", 0, "requirements", 0, "id"], other: { edition, requirement: id } },
    ]);
  });

  it("of an edition is not that of an overlay", () => {
    expect(brief(overlay({ id: "working-together-2018" }))).toEqual(["reused-id id"]);
  });

  it("stands once in each list", () => {
    const source = { id: "anytown-standards", title: "Anytown standards", kind: "local-document" } as const;
    const section = { id: "first", title: "First", requirements: [{ id: "board-lead" }] };
    expect(
      brief(
        overlay({
          sources: [source, source],
          facts: [yesNo("works-at-night"), yesNo("works-at-night")],
          standards: [...adding(local()).standards, ...adding(local()).standards],
          form: { sections: [section, section] },
        }),
      ),
    ).toEqual([
      "duplicate-id sources 1 id",
      "duplicate-id facts 1 id",
      "duplicate-id standards 1 id",
      "duplicate-id standards 1 requirements 0 id",
      "duplicate-id form sections 1 id",
      "duplicate-id form sections 1 requirements 0 id",
    ]);
  });
});

describe("what an overlay names", () => {
  it("is a scale that is shipped", () => {
    expect(lint(overlay({ form: { scale: "zero-to-tree" } }))).toMatchObject([
      { code: "unknown-scale", path: ["form", "scale"], unknown: { id: "zero-to-tree", among: shipped.scales } },
    ]);
  });

  it("is a requirement that is asked, in its form", () => {
    expect(lint(overlay(formOf({ id: "board-lead" }, { id: "board-leed" })))).toMatchObject([
      {
        code: "unknown-requirement",
        path: ["form", "sections", 0, "requirements", 1, "id"],
        unknown: { id: "board-leed" },
      },
    ]);
  });

  it("is a source of its own, or of what it extends", () => {
    const from = (source: string) => overlay(adding(local("a", { reference: { ...local().reference, source } })));
    expect(lint(from("nowhere"))).toMatchObject([
      { code: "unknown-source", unknown: { id: "nowhere", among: ["anytown-standards", "safe-cic-2018"] } },
    ]);
    expect(lint(from("safe-cic-2018"))).toEqual([]);
  });

  it.each<[string, Condition, readonly string[]]>([
    ["a fact that is asked", { "works-at-knight": true }, ["unknown-fact"]],
    ["an answer that there is", { sector: "space-agency" }, ["wrong-value"]],
    ["a fact and its answer", { sector: "police" }, []],
  ])("is %s, where it says whom it asks", (_what, condition, codes) => {
    const found = lint(overlay(adding(local("a", { "applies-when": condition }))));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it("is the title of a standard that is new, and of no other", () => {
    const standards = (id: string, title?: string) =>
      overlay({ standards: [{ id, ...(title === undefined ? {} : { title }), requirements: [local()] }] });
    expect(brief(standards("families"))).toEqual(["missing-key standards 0"]);
    expect(brief(standards("culture", "Our culture"))).toEqual(["overlay-conflict standards 0 title"]);
    expect(brief(standards("culture", " culture "))).toEqual([]);
  });

  it("is the law behind a must of its own", () => {
    const { reference } = local();
    expect(brief(overlay(adding(local("a", { force: "must" }))))).toEqual([
      "missing-law standards 0 requirements 0 reference",
    ]);
    expect(brief(overlay(adding(local("a", { force: "must", reference: { ...reference, law: "Act" } }))))).toEqual([]);
  });
});

describe("a fact of an overlay", () => {
  it("is not one that everybody is asked", () => {
    expect(brief(overlay({ facts: [yesNo("works-at-night"), yesNo("employs-staff")] }))).toEqual([
      "duplicate-id facts 1 id",
    ]);
  });

  it("is sound by the rules of the profile", () => {
    const shift = { ...yesNo("shift"), kind: "choice" } as const;
    const gated = yesNo("on-call", { "ask-when": { "works-at-night": true }, otherwise: false });
    expect(brief(overlay({ facts: [gated, yesNo("works-at-night"), shift] }))).toEqual([
      "unknown-fact facts 0 ask-when",
      "missing-key facts 2",
    ]);
    expect(brief(overlay({ facts: [yesNo("works-at-night"), gated] }))).toEqual([]);
  });

  it("may repeat what the overlay below asks, in the same words", () => {
    const facts = [yesNo("works-at-night", { help: "After  six." })];
    expect(lint(trust({ facts: [yesNo("works-at-night", { help: "After six." })] }), overlay({ facts }))).toEqual([]);
    expect(lint(trust({ facts: [yesNo("works-at-night")] }), overlay({ facts }))).toMatchObject([
      { code: "overlay-conflict", path: ["facts", 0, "id"], other: { overlay: "anytown", path: ["facts", 0, "id"] } },
    ]);
  });
});

describe("a requirement that the overlay below asks too", () => {
  const below = overlay(adding(local()));
  it("is asked in the same words", () => {
    expect(lint(trust(adding(local("neglect-toolkit", { force: "should" }))), below)).toEqual([]);
    expect(lint(trust(adding(local("neglect-toolkit", { practice: { ...note, review: "P6M" } }))), below)).toEqual([]);
  });

  it.each([
    ["question", { question: "Is the toolkit used?" }],
    ["rating", { practice: { ...note, ratings: { ...note.ratings, met: "Always." } } }],
    ["condition", { "applies-when": { sector: "police" } }],
    ["list of points", { points: ["A point."] }],
  ])("is a conflict when its %s differs", (_what, over) => {
    expect(lint(trust(adding(local("neglect-toolkit", over))), below)).toMatchObject([
      {
        code: "overlay-conflict",
        message: 'The requirement "neglect-toolkit" says one thing here and another in "anytown".',
        path: ["standards", 0, "requirements", 0, "id"],
        other: { overlay: "anytown", path: ["standards", 0, "requirements", 0, "id"] },
      },
    ]);
  });
});
