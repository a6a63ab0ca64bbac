import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planModeration } from "../../src/engine/moderation.js";
import { describeDrawn, drawSample } from "../../src/engine/sample.js";
import { audit, leadership, profile, requirement } from "./fixtures.js";

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6})?$/u), { maxLength: 40 });

describe("a sample", () => {
  it("is the same for the same seed, whatever the order, and each of them is there", () => {
    fc.assert(
      fc.property(ids, fc.nat(50), fc.string(), (all, size, seed) => {
        const drawn = drawSample(all, size, seed);
        expect(drawn).toHaveLength(Math.min(size, all.length));
        expect(drawn.toSorted()).toEqual(drawSample(all.toReversed(), size, seed).toSorted());
        expect(all.filter((id) => drawn.includes(id))).toEqual(drawn);
      }),
    );
  });

  it("loses or wins at most one by one more answer", () => {
    fc.assert(
      fc.property(ids, fc.nat(20), fc.string(), (all, size, seed) => {
        const before = drawSample(all.slice(1), size, seed);
        const after = drawSample(all, size, seed);
        expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is another for another seed", () => {
    const all = Array.from({ length: 30 }, (_, index) => `requirement-${index}`);
    expect(drawSample(all, 5, "Riverside 2026")).not.toEqual(drawSample(all, 5, "Riverside 2027"));
  });

  it("is for ever the same for this seed", () => {
    const all = ["board-lead", "culture-of-listening", "whistleblowing", "safe-recruitment", "mandatory-induction"];
    expect(drawSample(all, 2, "Riverside Youth Project 2026-01-01 2026-12-31")).toEqual([
      "whistleblowing",
      "safe-recruitment",
    ]);
  });

  it("draws each about equally often", () => {
    const all = Array.from({ length: 10 }, (_, index) => `requirement-${index}`);
    const drawn = Array.from({ length: 2000 }, (_, seed) => drawSample(all, 3, String(seed))).flat();
    for (const id of all) expect(Math.abs(drawn.filter((one) => one === id).length - 600)).toBeLessThan(100);
  });

  it("counts an id that stands twice once", () => {
    expect(drawSample(["board-lead", "board-lead"], 5, "")).toEqual(["board-lead", "board-lead"]);
  });
});

describe("a sample as it is shown", () => {
  it("holds the ratings, the moderated one only where it is of the answer as it stands", () => {
    const answered = audit({
      "board-lead": { rating: "met", moderated: { rating: "partly-met", on: "2026-05-20" } },
      culture: { rating: "met", assessed: { on: "2026-05-21" }, moderated: { rating: "not-met", on: "2026-05-20" } },
    });
    const checklist = leadership(requirement("board-lead"), requirement("culture"));
    const age = { today: "2026-06-01", maxAge: "P12M" };
    const { steps } = planModeration(checklist, profile, answered, {}, age);
    const drawn = describeDrawn(answered, steps, { seed: "2026", of: 9, today: "2026-06-01" });
    expect(drawn).toMatchObject({
      schema: "sample/1",
      today: "2026-06-01",
      organisation: "Riverside Youth Project",
      period: { from: "2026-01-01", to: "2026-12-31" },
      checklist: "working-together-2023",
      seed: "2026",
      of: 9,
    });
    expect(drawn.requirements.map(({ id, standard, rating, moderated }) => [id, standard, rating, moderated])).toEqual([
      ["board-lead", "leadership", "met", "partly-met"],
      ["culture", "leadership", "met", null],
    ]);
    expect(describeDrawn(audit({}), steps, { seed: "", of: 0, today: "2026-06-01" }).requirements).toEqual([]);
  });
});
