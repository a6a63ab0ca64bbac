import { describe, expect, it } from "vitest";
import { editLines } from "../../src/files/line-edits.js";
import { parseYaml } from "../../src/files/yaml-source.js";

async function edited(text: string, wanted: Readonly<Record<string, unknown>>): Promise<string | null> {
  return editLines(await parseYaml(text, "audit.yaml"), wanted);
}

describe("a text that is changed by lines", () => {
  it("keeps its comments where a line comes, goes or changes", async () => {
    const text = "period: { from: 2026-01-01 } # the year\n# Of us.\nrating: 'met' # so\nnote: Old\n";
    expect(
      await edited(text, { period: { from: "2027-01-01" }, rating: "not-met", previous: { checklist: "a-1" } }),
    ).toBe("period: { from: 2027-01-01 } # the year\nprevious:\n  checklist: a-1\n# Of us.\nrating: not-met # so\n");
  });

  it("has what comes within a mapping before what comes behind it", async () => {
    const wanted = {
      responses: { a: { rating: "met", "to-confirm": "Read it again." } },
      "archived-facts": { b: "c" },
    };
    expect(await edited("responses:\n  a:\n    rating: met\n", wanted)).toBe(
      "responses:\n  a:\n    rating: met\n    to-confirm: Read it again.\narchived-facts:\n  b: c\n",
    );
  });

  it.each([
    ["needs quotes", "a: b\n", { a: "c: d" }],
    ["reads as a number", "a: b\n", { a: "12" }],
    ["is a list", "a: b\n", { a: ["c"] }],
    ["comes between brackets", "a: { b: c }\n", { a: { b: "c", d: "e" } }],
    ["has other line ends", "a: b\r\n", { a: "c" }],
    ["leaves nothing", "a: b\n", {}],
  ])("is left to others where what is wanted %s", async (_, text, wanted) => {
    expect(await edited(text, wanted)).toBeNull();
  });
});
