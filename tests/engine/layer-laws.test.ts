import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layer } from "../../src/engine/layer.js";
import { lintLayers } from "../../src/engine/lint-layers.js";
import { bindingForce, type Force, isStronger, type Requirement, requirementsOf } from "../../src/model/checklist.js";
import { isLonger } from "../../src/model/day.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import { checklists } from "../data/shipped.js";
import { note } from "./editions-fixture.js";
import { profile } from "./fixtures.js";
import { local, national, overlay } from "./overlay-fixture.js";

const forces = ["must", "should", "local", "practice"] as const satisfies readonly Force[];
const nationalIds = ["board-lead", "escalation-policy", "whistleblowing"] as const;
const localIds = ["neglect-toolkit", "chronology", "constructor"] as const;
const anyId = fc.constantFrom(...nationalIds, ...localIds, "gone", "__proto__");
const force = fc.constantFrom(...forces);
const review = fc.constantFrom("P1M", "P30D", "P6M", "P12M", "P1Y", "P3Y");
const texts = fc.subarray(["A chart", "A test call", "A  chart", "Days"], { minLength: 1 });

function dictionary<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<{ readonly [id: string]: Value }> {
  return fc.array(fc.tuple(anyId, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

const strengthening = fc.record(
  { force, review, "look-for": texts, "applies-when": fc.constant({ sector: "police" }) },
  { requiredKeys: [] },
);
const stated = fc
  .tuple(fc.constantFrom(...localIds, ...nationalIds), force, review, texts)
  .map(([id, own, every, lookFor]) =>
    local(id, { force: own, practice: { ...note, review: every, "look-for": lookFor } }),
  );
const standards = fc.array(
  fc
    .tuple(fc.constantFrom("leadership", "culture", "families"), fc.array(stated, { minLength: 1, maxLength: 2 }))
    .map(([id, requirements]) => ({ id, title: id, requirements })),
  { maxLength: 2 },
);
const facts = fc.subarray([
  { id: "works-at-night", title: "Works at night", question: "Do you work at night?", kind: "yes-no" },
  // Asked of everybody already, and answered here for them.
  {
    id: "employs-staff",
    title: "No",
    question: "No?",
    kind: "yes-no",
    "ask-when": { charity: true },
    otherwise: false,
  },
] as const);
const form = fc.record(
  {
    scale: fc.constant("zero-to-three"),
    sections: fc.uniqueArray(
      fc
        .tuple(fc.constantFrom("first", "leadership"), fc.array(anyId, { minLength: 1, maxLength: 3 }))
        .map(([id, ids]) => ({
          id,
          title: `Section ${id}`,
          requirements: ids.map((item) => ({ id: item, title: "Ours" })),
        })),
      { minLength: 1, maxLength: 2, selector: ({ id }) => id },
    ),
  },
  { requiredKeys: [] },
);

/** Sound or not, in all the ways in which an overlay can say something. */
const anyOverlay = (id: string, bases: readonly string[]): fc.Arbitrary<OverlayFile> =>
  fc
    .record(
      {
        standards,
        facts,
        strengthens: dictionary(fc.option(strengthening, { nil: null })),
        form,
        notice: fc.constant(`Notice of ${id}.`),
        remove: fc.subarray([...nationalIds]),
        extends: fc.constantFrom(...bases),
      },
      { requiredKeys: ["extends"] },
    )
    .map((over) => overlay({ id, title: id, ...over }));

const anyOverlays = fc
  .tuple(
    anyOverlay("anytown", [national.id, "ceetown"]),
    anyOverlay("beetown", [national.id, "anytown"]),
    anyOverlay("ceetown", [national.id, "anytown", "beetown"]),
  )
  .chain((all) => fc.shuffledSubarray([...all]));

/** Several partnerships over one edition that each ask in words of their own, and share one requirement and one fact. */
const soundOverlays = fc
  .tuple(
    ...["anytown", "beetown", "ceetown"].map((id) =>
      fc
        .record(
          {
            notice: fc.constant(`Notice of ${id}.`),
            facts: fc.constant([{ id: "at-night", title: "At night", question: "At night?", kind: "yes-no" as const }]),
            standards: fc.constant([
              { id: "culture", requirements: [local(`${id}-toolkit`), local("shared-toolkit")] },
              { id: `${id}-own`, title: id, requirements: [local(`${id}-own`)] },
            ]),
            strengthens: fc.record({
              "board-lead": fc.record(
                { force: fc.constantFrom("should" as const, "must" as const), "look-for": texts },
                { requiredKeys: ["look-for"] },
              ),
            }),
          },
          { requiredKeys: [] },
        )
        .map((over) => overlay({ id, title: id, ...over })),
    ),
  )
  .chain((all) => fc.shuffledSubarray(all, { minLength: 2 }));

const context = { editions: [national.id], asked: new Map(), scales: ["zero-to-three"] };
const compose = (overlays: readonly OverlayFile[], edition = national) =>
  layer({ edition, profile, overlays }, (text) => text);
const isSound = (overlays: readonly OverlayFile[]) =>
  lintLayers({ edition: national, profile, overlays }, context).length === 0;
const byId = (requirements: readonly Requirement[]) => new Map(requirements.map((item) => [item.id, item]));

describe("laws of composition", () => {
  it("every national requirement survives every overlay, sound or not", () => {
    fc.assert(
      fc.property(anyOverlays, fc.constantFrom(national, ...checklists.values()), (overlays, edition) => {
        const composed = compose(overlays, edition);
        const after = requirementsOf(composed.checklist);
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
        expect(composed.profile.facts.slice(0, profile.facts.length)).toEqual(profile.facts);
        expect(composed.checklist.duties).toEqual(edition.duties);
        for (const before of requirementsOf(edition)) {
          const found = byId(after).get(before.id);
          if (found === undefined) throw new Error(`${before.id} is lost`);
          expect({ ...found, title: before.title, localForce: null, practice: before.practice }).toEqual(before);
          expect(isStronger(before.force, bindingForce(found))).toBe(false);
          expect(isLonger(found.practice.review, before.practice.review)).toBe(false);
          expect(found.practice.lookFor).toEqual(expect.arrayContaining([...before.practice.lookFor]));
        }
      }),
    );
  });

  it("the order in which overlays are named does not matter", () => {
    fc.assert(
      fc.property(soundOverlays, (overlays) => {
        expect(isSound(overlays)).toBe(true);
        expect(compose(overlays.toReversed())).toEqual(compose(overlays));
        expect(compose([...overlays.slice(1), ...overlays.slice(0, 1)])).toEqual(compose(overlays));
      }),
    );
  });

  it("whether overlays are sound does not depend on their order", () => {
    fc.assert(
      fc.property(anyOverlays, (overlays) => {
        expect(isSound(overlays.toReversed())).toBe(isSound(overlays));
      }),
    );
  });

  it("an overlay more never lowers a force, lengthens a review or takes away a requirement", () => {
    fc.assert(
      fc.property(anyOverlays, anyOverlay("deetown", [national.id]), (overlays, more) => {
        const [before, after] = [overlays, [...overlays, more]].map((all) => requirementsOf(compose(all).checklist));
        const found = byId(after ?? []);
        for (const item of before ?? []) {
          const same = found.get(item.id);
          expect(same === undefined || isStronger(bindingForce(item), bindingForce(same))).toBe(false);
          expect(same === undefined || isLonger(same.practice.review, item.practice.review)).toBe(false);
        }
      }),
    );
  });

  it("to lay the same overlays over the result once more raises nothing further", () => {
    fc.assert(
      fc.property(anyOverlays, (overlays) => {
        const once = compose(overlays).checklist;
        const twice = byId(requirementsOf(compose(overlays, once).checklist));
        for (const item of requirementsOf(once)) expect(twice.get(item.id)).toEqual(item);
      }),
    );
  });
});
