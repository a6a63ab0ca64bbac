import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/model/audit.js";
import type { Form } from "../../src/model/checklist.js";
import type { Scale } from "../../src/schema/scales.gen.js";
import { checklist, requirement, standard } from "./fixtures.js";
import { report } from "./report-fixture.js";
import { grades, oneToThree, zeroToThree } from "./scale-fixture.js";

const form: Form = {
  id: "anytown-2026",
  title: "Anytown return 2026",
  scale: "zero-to-three",
  references: { "board-lead": "1.1", "sports-rules": "5.1" },
  weights: { culture: 3 },
};

/** What Anytown is told of four requirements, one of which does not apply. */
function returned(responses: Audit["responses"], scale: Scale | null = zeroToThree, over: Partial<Form> | null = {}) {
  const asked = checklist(
    [
      standard("leading", requirement("board-lead"), requirement("supervision")),
      standard("listening", requirement("culture"), requirement("sports-rules", { appliesWhen: { sector: "police" } })),
    ],
    { form: over === null ? null : { ...form, ...over } },
  );
  const made = report(responses, { checklist: asked, scale });
  return { form: made.form, requirements: made.standards.flatMap(({ requirements }) => requirements) };
}

describe("the form of a report", () => {
  it("is none where the checklist has none", () => {
    const { form: none, requirements } = returned({ culture: { rating: "met" } }, null, null);
    expect(none).toBeNull();
    expect(requirements.map(({ localReference, score }) => [localReference, score])).toEqual(
      Array.from({ length: 4 }, () => [null, null]),
    );
  });

  it("says which it is, on which scale, and the total by weight", () => {
    const responses = { "board-lead": { rating: "not-met" }, culture: { rating: "met" } } as const;
    expect(returned(responses).form).toEqual({
      id: "anytown-2026",
      title: "Anytown return 2026",
      scale: { id: "zero-to-three", title: "0 to 3", note: "Here 0 is the worst." },
      total: { mean: 2.25, of: 2, weight: 4 },
      inexact: 0,
    });
  });

  it("has no note where its scale has none", () => {
    expect(returned({}, grades).form?.scale?.note).toBeNull();
  });

  it("without a scale has the four ratings and no scores", () => {
    const { form: plain, requirements } = returned({ culture: { rating: "met" } }, null, { scale: null });
    expect(plain).toEqual({ id: "anytown-2026", title: "Anytown return 2026", scale: null, total: null, inexact: 0 });
    expect(requirements.map(({ score }) => score)).toEqual([null, null, null, null]);
  });

  it("gives its own references, also to what does not apply", () => {
    expect(returned({}).requirements.map(({ localReference }) => localReference)).toEqual(["1.1", null, null, "5.1"]);
  });

  it("a requirement that is called like a part of every object has no reference and no weight of its own", () => {
    const asked = checklist([standard("leading", requirement("constructor"))], { form });
    const made = report(Object.fromEntries([["constructor", { rating: "met" as const }]]), {
      checklist: asked,
      scale: zeroToThree,
    });
    expect(made.standards[0]?.requirements[0]?.localReference).toBeNull();
    expect(made.form?.total).toEqual({ mean: 3, of: 1, weight: 1 });
  });
});

describe("the scores of a report", () => {
  it("are the ratings on the scale, and what was scored on it", () => {
    const { requirements, form: made } = returned({
      "board-lead": { rating: "partly-met" },
      supervision: { rating: "partly-met", scores: { "zero-to-three": 2 } },
    });
    expect(requirements.map(({ score }) => score)).toEqual([
      { value: 1, title: "1: a start", exact: false, candidates: [1, 2] },
      { value: 2, title: "2: mostly", exact: true, candidates: [2] },
      null,
      null,
    ]);
    expect([made?.inexact, made?.total]).toEqual([1, { mean: 1.5, of: 2, weight: 2 }]);
  });

  it("are none for what does not apply, whatever was answered", () => {
    const { requirements, form: made } = returned({ "sports-rules": { rating: "met" } });
    expect(requirements[3]?.score).toBeNull();
    expect(made?.total).toBeNull();
  });

  it("of what is rated not applicable are given where the scale has one, and left out of the total", () => {
    const responses = {
      "board-lead": { rating: "not-applicable", reason: "No board" },
      culture: { rating: "met" },
    } as const;
    const { requirements, form: made } = returned(responses, oneToThree);
    expect(requirements[0]?.score?.value).toBe(0);
    expect(made?.total).toEqual({ mean: 3, of: 1, weight: 3 });
  });
});
