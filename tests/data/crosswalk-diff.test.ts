import { describe, expect, it } from "vitest";
import { diff } from "../../src/engine/diff.js";
import { checklists, edition, profile } from "./shipped.js";

const years = ["2006", "2013", "2018", "2023"] as const;
const pairs = [
  ["2006", "2013"],
  ["2013", "2018"],
  ["2018", "2023"],
  ["2006", "2018"],
  ["2013", "2023"],
  ["2006", "2023"],
] as const;

/**
 * What becomes of each arrangement from edition to edition, in the order of the pairs: + new, - no longer asked,
 * < returned, = still there, . on neither side. Written from the crosswalk, not from the lineage.
 */
const crosswalk = {
  "impact-on-children": "-..-.-",
  "strategic-priorities": "-..-.-",
  "policies-and-procedures": "-..-.-",
  "interagency-working": "-..-.-",
  "training-and-refresher": "-..-.-",
  "board-lead": "======",
  "line-of-accountability": "======",
  "culture-of-listening": "======",
  "information-sharing": "+==+=+",
  whistleblowing: "-<=<<<",
  "escalation-policy": ".+=+++",
  "designated-practitioner": "+==+=+",
  "designated-role-defined": "+==+=+",
  "designated-role-resourced": "+==+=+",
  "safe-recruitment": "======",
  "supervision-and-support": "+==+=+",
  "staff-competence": "+==+=+",
  "mandatory-induction": "+==+=+",
  "practice-review": "+==+=+",
  "culture-of-safety": ".+=+++",
  "allegations-policy": "======",
  "allegation-to-senior-manager": "+==+=+",
  "designated-officer-informed": "+==+=+",
  "designated-officer-in-place": "+==+=+",
  "allegation-support": "..=.==",
  "barring-referral": "+==+=+",
} as const satisfies Record<string, string>;

function signOf(key: string, from: string, to: string): string {
  const { changes } = diff(edition(from), edition(to), [...checklists.values()], profile);
  const kinds = changes.filter(({ requirement }) => requirement === key).map(({ kind }) => kind);
  if (kinds.length === 0) return ".";
  if (kinds.includes("added")) return "+";
  if (kinds.includes("retired")) return "-";
  return kinds.includes("returned") ? "<" : "=";
}

describe("the crosswalk falls out of the diffs", () => {
  it.each(Object.entries(crosswalk))("%s: %s", (key, signs) => {
    expect(pairs.map(([from, to]) => signOf(key, from, to)).join("")).toBe(signs);
  });

  it("names every arrangement of the general standards", () => {
    const general = new Set(["leadership", "culture", "policies", "designated-role", "people", "allegations"]);
    const keys = years.flatMap((year) =>
      edition(year)
        .standards.filter(({ id }) => general.has(id))
        .flatMap(({ requirements }) => requirements.map(({ id }) => id)),
    );
    // It became board-lead, and is told under that name.
    expect([...new Set(keys)].toSorted()).toEqual([...Object.keys(crosswalk), "senior-commitment"].toSorted());
  });

  it("2023 to 2026: nothing left, and the seven reported changes are new", () => {
    const { changes } = diff(edition("2023"), edition("2026"), [...checklists.values()], profile);
    expect(changes.filter(({ kind }) => kind === "retired")).toEqual([]);
    expect(changes.filter(({ kind }) => kind === "added").map(({ requirement }) => requirement)).toEqual([
      "scope-of-children",
      "inclusive-culture",
      "family-help",
      "partnership-accountability",
      "partnership-data-sharing",
      "disproportionality-analysis",
      "impact-evidence",
    ]);
  });

  it("senior-commitment became board-lead", () => {
    const { changes } = diff(edition("2006"), edition("2023"), [...checklists.values()], profile);
    expect(changes.find(({ kind, requirement }) => kind === "renamed" && requirement === "board-lead")).toMatchObject({
      before: "senior-commitment",
      after: "board-lead",
    });
    expect(changes.some(({ requirement }) => requirement === "senior-commitment")).toBe(false);
  });
});
