import { describe, expect, it } from "vitest";
import { layer, layerFor } from "../../src/engine/layer.js";
import { chainOf, inOrder, outermost } from "../../src/engine/layer-order.js";
import { bindingForce, type Requirement, requirementsOf } from "../../src/model/checklist.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import { note } from "./editions-fixture.js";
import { profile, yesNo } from "./fixtures.js";
import { adding, local, national, overlay, trust } from "./overlay-fixture.js";

const digest = (text: string) => `<${text}>`;
const layered = (...overlays: readonly OverlayFile[]) => layer({ edition: national, profile, overlays }, digest);
const composed = (...overlays: readonly OverlayFile[]) => layered(...overlays).checklist;
const idsIn = (...overlays: readonly OverlayFile[]) =>
  composed(...overlays).standards.map(({ id, requirements }) => [id, ...requirements.map((item) => item.id)].join(" "));
function asked(id: string, ...overlays: readonly OverlayFile[]): Requirement {
  const found = requirementsOf(composed(...overlays)).find((item) => item.id === id);
  if (found === undefined) throw new Error(`${id} is not asked`);
  return found;
}
const idsOf = (overlays: readonly OverlayFile[]) => overlays.map(({ id }) => id);

describe("an edition without overlays", () => {
  it("is the checklist, as it is", () => {
    expect(layered()).toEqual({ checklist: national, profile });
  });
});

describe("an overlay that says nothing", () => {
  it("changes nothing but who asks", () => {
    const { overlays, form, sources, ...rest } = composed(overlay());
    expect({ overlays, form }).toEqual({
      overlays: [{ id: "anytown", title: "Anytown return" }],
      form: { id: "anytown", title: "Anytown return", scale: null, references: {}, weights: {} },
    });
    expect({ ...rest, overlays: [], form: null, sources: sources.slice(0, 1) }).toEqual(national);
    expect(layered(overlay()).profile).toEqual(profile);
  });
});

describe("a requirement that an overlay adds", () => {
  it("stands at the end of its standard, and says who asks it", () => {
    expect(idsIn(overlay(adding(local())))).toEqual([
      "leadership board-lead escalation-policy",
      "culture whistleblowing neglect-toolkit",
    ]);
    expect(asked("neglect-toolkit", overlay(adding(local())))).toEqual({
      id: "neglect-toolkit",
      overlay: { id: "anytown", title: "Anytown return" },
      title: "neglect toolkit",
      question: "Do family workers use the toolkit?",
      expectation: "Whoever works with families uses it.",
      points: [],
      force: "local",
      localForce: null,
      reference: { chapter: 3, paragraph: "3.4", verified: false, source: "anytown-standards", law: null },
      appliesWhen: null,
      from: [],
      note: null,
      digest: "<Do family workers use the toolkit? Whoever works with families uses it.>",
      practice: {
        why: "So that nobody waits for somebody else.",
        lookFor: ["A chart", "A named trustee"],
        ratings: { met: "In writing.", partlyMet: "Known, not written.", notMet: "Nobody knows." },
        evidence: [{ kind: "policy", what: "The safeguarding policy" }],
        remedy: { action: "Write down who answers to whom", within: "P3M" },
        review: "P12M",
      },
    });
  });

  it("may stand under a standard of its own, after those of the edition", () => {
    const standards = [{ id: "out-of-hours", title: "Out of hours", requirements: [local()] }];
    expect(composed(overlay({ standards })).standards.at(-1)).toMatchObject({
      id: "out-of-hours",
      title: "Out of hours",
    });
  });

  it("under a new standard without a title is asked all the same", () => {
    const standards = [{ id: "out-of-hours", requirements: [local()] }];
    expect(composed(overlay({ standards })).standards.at(-1)?.title).toBe("out-of-hours");
  });

  it("is asked once when two overlays ask it", () => {
    const other = { id: "beetown", title: "Beetown return" };
    const again = overlay({ ...other, standards: [{ id: "families", title: "Families", requirements: [local()] }] });
    expect(idsIn(overlay(adding(local())), again)).toEqual([
      "leadership board-lead escalation-policy",
      "culture whistleblowing neglect-toolkit",
    ]);
  });

  it("takes the strongest force, all there is to look for and the shortest review of those who ask it", () => {
    const practice = { ...note, "look-for": ["A  chart", "A test call"], review: "P6M" };
    const stricter = overlay({ id: "beetown", ...adding(local("neglect-toolkit", { force: "should", practice })) });
    expect(asked("neglect-toolkit", overlay(adding(local())), stricter)).toMatchObject({
      overlay: { id: "anytown" },
      force: "local",
      localForce: "should",
      practice: { lookFor: ["A chart", "A named trustee", "A test call"], review: "P6M" },
    });
  });
});

describe("a requirement that an overlay strengthens", () => {
  const strengthened = (strengthening: NonNullable<OverlayFile["strengthens"]>[string], id = "board-lead") =>
    asked(id, overlay({ strengthens: { [id]: strengthening } }));

  it("keeps its force, and is judged by the local one", () => {
    const found = strengthened({ force: "must" });
    expect([found.force, found.localForce, bindingForce(found)]).toEqual(["should", "must", "must"]);
  });

  it("keeps its force where the local one is no stronger", () => {
    expect(strengthened({ force: "should" }).localForce).toBeNull();
    expect(strengthened({ force: "local" }).localForce).toBeNull();
  });

  it("gets what else to look for, without doubles", () => {
    expect(strengthened({ "look-for": ["A chart", "Days at each stage"] }).practice.lookFor).toEqual([
      "A chart",
      "A named trustee",
      "Days at each stage",
    ]);
  });

  it("is reviewed sooner, never later", () => {
    expect(strengthened({ review: "P6M" }).practice.review).toBe("P6M");
    expect(strengthened({ review: "P365D" }).practice.review).toBe("P365D");
    expect(strengthened({ review: "P13M" }).practice.review).toBe("P12M");
    expect(strengthened({ review: "P1Y" }).practice.review).toBe("P12M");
  });

  it("is not taken away, nor asked of others, by what an overlay must not say", () => {
    expect(strengthened(null)).toEqual(national.standards[0]?.requirements[0]);
    expect(strengthened({ "applies-when": { sector: "police" } }).appliesWhen).toBeNull();
    expect(asked("board-lead", overlay({ remove: ["board-lead"] }))).toEqual(national.standards[0]?.requirements[0]);
  });

  it("may be one that another overlay asks", () => {
    const strengthens = { "neglect-toolkit": { force: "should" } } as const;
    expect(asked("neglect-toolkit", trust({ strengthens }), overlay(adding(local())))).toMatchObject({
      force: "local",
      localForce: "should",
    });
  });

  it("keeps its words, and so its digest, when an overlay uses its id for something else", () => {
    expect(asked("board-lead", overlay(adding(local("board-lead"))))).toMatchObject({
      overlay: null,
      question: "Is it clear, in writing, who answers to whom for safeguarding?",
      digest: "5d41402a",
    });
  });
});

describe("what else an overlay brings", () => {
  it("notices follow the edition's, and say whose they are", () => {
    const said = [overlay({ notice: "Return it by January." }), trust({ notice: "Send it to the trust." })];
    expect(composed(...said).notice).toBe(
      "Anytown return: Return it by January. Bright Harbour form: Send it to the trust.",
    );
    const edition = { ...national, notice: "Not checked." };
    expect(layer({ edition, profile, overlays: said.slice(0, 1) }, digest).checklist.notice).toBe(
      "Not checked. Anytown return: Return it by January.",
    );
    expect(composed(overlay()).notice).toBeNull();
  });

  it("sources are added, each once", () => {
    const source = { id: "anytown-standards", title: "Anytown standards", kind: "local-document" } as const;
    const other = { ...source, title: "Beetown standards", note: "Second edition." };
    expect(composed(overlay(), trust(), overlay({ id: "beetown", sources: [other] })).sources).toEqual([
      { id: "safe-cic-2018", title: "Safe CIC", kind: "newsletter", note: null },
      { ...source, note: null },
      other,
    ]);
  });

  it("facts are asked after those of the profile, each once", () => {
    const facts = [yesNo("works-at-night"), yesNo("employs-staff", { title: "something else" })];
    const { profile: asking } = layered(overlay({ facts }), trust({ facts }));
    expect(asking).toEqual({ ...profile, facts: [...profile.facts, yesNo("works-at-night")] });
  });
});

describe("the order of overlays", () => {
  const beetown = overlay({ id: "beetown" });
  const last = overlay({ id: "a-last", extends: "bright-harbour" });

  it("is each after those it extends, then by id", () => {
    expect(idsOf(inOrder([last, beetown, trust(), overlay()]))).toEqual([
      "anytown",
      "beetown",
      "bright-harbour",
      "a-last",
    ]);
  });

  it("is a chain from the edition to the one asked for", () => {
    expect(idsOf(chainOf("a-last", [last, beetown, trust(), overlay()]))).toEqual([
      "anytown",
      "bright-harbour",
      "a-last",
    ]);
    expect(chainOf("ceetown", [overlay()])).toEqual([]);
  });

  it("comes to an end where overlays extend one another", () => {
    expect(idsOf(chainOf("bright-harbour", [trust(), overlay({ extends: "bright-harbour" })]))).toEqual([
      "anytown",
      "bright-harbour",
    ]);
  });

  it("ends in the one that no other extends, where there is but one", () => {
    expect(outermost([trust(), overlay()])?.id).toBe("bright-harbour");
    expect(outermost([trust(), overlay(), beetown])).toBeNull();
    expect(outermost([])).toBeNull();
  });
});

describe("a composition for one overlay", () => {
  const overlays = [trust(adding(local("chronology"))), overlay(adding(local())), overlay({ id: "beetown" })];
  const layers = { edition: national, profile, overlays };

  it("has that overlay and those that it extends, and no other", () => {
    const found = layerFor("anytown", layers, digest)?.checklist;
    expect([found?.overlays.map(({ id }) => id), found?.form?.id]).toEqual([["anytown"], "anytown"]);
    expect(layerFor("bright-harbour", layers, digest)?.checklist.overlays.map(({ id }) => id)).toEqual([
      "anytown",
      "bright-harbour",
    ]);
  });

  it("is null when there is no such overlay", () => {
    expect(layerFor("constructor", layers, digest)).toBeNull();
    expect(layerFor("working-together-2023", layers, digest)).toBeNull();
  });
});
