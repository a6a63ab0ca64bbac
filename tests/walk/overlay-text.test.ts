import { describe, expect, it } from "vitest";
import { layer } from "../../src/engine/layer.js";
import { plan } from "../../src/engine/plan.js";
import { describeOpening } from "../../src/walk/opening.js";
import { describeHelp, describeStep } from "../../src/walk/requirement-text.js";
import { adding, formOf, local, national, overlay } from "../engine/overlay-fixture.js";
import { audit, profile } from "../engine/fixtures.js";

const strengthens = { "board-lead": { force: "must" } } as const;
const form = formOf({ id: "neglect-toolkit", reference: "1.5" }, { id: "board-lead" });
const { checklist } = layer(
  { edition: national, profile, overlays: [overlay({ ...adding(local()), strengthens, ...form })] },
  (text) => text,
);
const planned = plan(checklist, profile, audit({}));
const quiet = (index: number) =>
  planned.steps.slice(index, index + 1).flatMap((step) => {
    return describeStep(step, planned, checklist).flatMap(({ kind, text }) => (kind === "quiet" ? [text] : []));
  });

describe("a requirement that an overlay asks", () => {
  it("names the overlay, its own reference and its number in the form", () => {
    expect(quiet(0)).toEqual([
      "1.5 neglect toolkit. From local rule: Anytown return, chapter 3, paragraph 3.4 (not verified).",
    ]);
  });

  it("says in its help who expects it", () => {
    const [asked, raised] = planned.steps.map(({ requirement }) => describeHelp(requirement).map(({ text }) => text));
    expect(asked).toContain("What Anytown return expects: Whoever works with families uses it.");
    expect(raised).toContain("What the guidance expects: A clear line of accountability.");
  });
});

describe("a requirement that an overlay raises", () => {
  it("says both forces, and where the guidance has it", () => {
    expect(quiet(1)).toEqual([
      "board lead. From statutory guidance, raised to must by local rule: Working Together to Safeguard Children 2023, chapter 2, paragraph 3 (not verified).",
    ]);
  });
});

describe("the opening", () => {
  it("names the overlays beside the edition", () => {
    const texts = describeOpening(checklist, audit({}), planned, []).map(({ text }) => text);
    expect(texts).toContain("Checklist: Working Together to Safeguard Children 2023; Anytown return");
  });
});
