import { describe, expect, it } from "vitest";
import { layer } from "../../src/engine/layer.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import { profile } from "./fixtures.js";
import { adding, formOf, local, national, overlay, trust } from "./overlay-fixture.js";

const composed = (...overlays: readonly OverlayFile[]) =>
  layer({ edition: national, profile, overlays }, (text) => text).checklist;
const shape = (...overlays: readonly OverlayFile[]) =>
  composed(...overlays).standards.map(({ title, requirements }) => [title, ...requirements.map((item) => item.id)]);

describe("a form", () => {
  it("shows its sections in its order, then all that it does not name under its own standard", () => {
    const form = formOf({ id: "whistleblowing" }, { id: "neglect-toolkit" }, { id: "escalation-policy" });
    expect(shape(overlay({ ...adding(local(), local("chronology")), ...form }))).toEqual([
      ["1. First", "whistleblowing", "neglect-toolkit", "escalation-policy"],
      ["leadership", "board-lead"],
      ["culture", "chronology"],
    ]);
  });

  it("leaves out no standard but those of which it names everything", () => {
    expect(shape(overlay(formOf({ id: "whistleblowing" })))).toEqual([
      ["1. First", "whistleblowing"],
      ["leadership", "board-lead", "escalation-policy"],
    ]);
  });

  it("a section with the id of a standard ends with what no section names of it", () => {
    const form = { sections: [{ id: "leadership", title: "A. Leading", requirements: [{ id: "escalation-policy" }] }] };
    expect(shape(overlay({ form }))).toEqual([
      ["A. Leading", "escalation-policy", "board-lead"],
      ["culture", "whistleblowing"],
    ]);
  });

  it("gives numbers, weights, titles and a scale", () => {
    const { form } = formOf(
      { id: "board-lead", reference: "1.1", weight: 3, title: "A trustee who leads" },
      { id: "whistleblowing", reference: "1.2" },
    );
    const made = composed(overlay({ form: { ...form, scale: "zero-to-three" } }));
    expect(made.form).toEqual({
      id: "anytown",
      title: "Anytown return",
      scale: "zero-to-three",
      references: { "board-lead": "1.1", whistleblowing: "1.2" },
      weights: { "board-lead": 3 },
    });
    expect(made.standards[0]?.requirements.map(({ title }) => title)).toEqual([
      "A trustee who leads",
      "whistleblowing",
    ]);
  });

  it("without sections keeps the standards", () => {
    expect(shape(overlay({ form: { scale: "zero-to-three" } }))).toEqual(shape(overlay()));
  });

  it("shows once what it names twice, and nothing that is not asked", () => {
    const form = formOf(
      { id: "board-lead", reference: "1.1" },
      { id: "board-lead", reference: "1.2" },
      { id: "constructor", reference: "1.3" },
    );
    expect(shape(overlay(form))[0]).toEqual(["1. First", "board-lead"]);
    expect(composed(overlay(form)).form?.references["board-lead"]).toBe("1.1");
  });
});

describe("the form that is shown", () => {
  const first = formOf({ id: "whistleblowing", reference: "W" });

  it("is that of the overlay that no other extends", () => {
    const made = composed(overlay(first), trust(formOf({ id: "board-lead", reference: "B" })));
    expect(made.form).toMatchObject({ id: "bright-harbour", references: { "board-lead": "B" } });
  });

  it("is the nearest that it extends when it has none of its own", () => {
    expect(composed(overlay(first), trust()).form).toMatchObject({
      id: "bright-harbour",
      references: { whistleblowing: "W" },
    });
  });

  it("is none where several unrelated ones are asked at once", () => {
    const made = composed(overlay(first), overlay({ id: "beetown" }));
    expect([made.form, made.standards.map(({ id }) => id)]).toEqual([null, ["leadership", "culture"]]);
  });
});
