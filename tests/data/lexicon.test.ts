import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { checkExamples } from "../../src/evidence/statement/check-examples.js";
import { stanceGroups } from "../../src/evidence/statement/compiled-lexicon.js";
import { requirementsOf } from "../../src/model/checklist.js";
import type { Lexicon } from "../../src/model/lexicon.js";
import { readShippedChecklist } from "../../src/files/shipped.js";

const lexicon = load(readFileSync(new URL("../../checklists/lexicon.yaml", import.meta.url), "utf8")) as Lexicon;

describe("the lexicon", () => {
  it("takes each of its examples as it says", () => {
    expect(checkExamples(lexicon)).toEqual([]);
  });

  it.each(Object.entries(lexicon.statements))(
    "shows by five good and five bad examples what states %s",
    (_id, { examples }) => {
      expect(examples?.good.length ?? 0).toBeGreaterThanOrEqual(5);
      expect(examples?.bad.length ?? 0).toBeGreaterThanOrEqual(5);
    },
  );

  it("has words for everything that is asked of every organisation", async () => {
    const general = requirementsOf(await readShippedChecklist("working-together-2026")).filter(
      ({ appliesWhen }) => appliesWhen === null,
    );
    expect(general.map(({ id }) => id).filter((id) => !Object.hasOwn(lexicon.statements, id))).toEqual([]);
  });

  it("has every group by which sentences are weighed", () => {
    expect([...stanceGroups, "verbs"].filter((group) => !Object.hasOwn(lexicon.words, group))).toEqual([]);
  });
});
