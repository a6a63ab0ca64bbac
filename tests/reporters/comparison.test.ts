import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import stringWidth from "fast-string-width";
import MarkdownIt from "markdown-it";
import { readFile } from "node:fs/promises";
import { type DefaultTreeAdapterMap, parse, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { isDay } from "../../src/model/day.js";
import { type ComparisonFormat, renderComparison } from "../../src/reporters/comparison-reporters.js";
import { comparisonPage } from "../../src/reporters/comparison-sections.js";
import type { Comparison } from "../../src/schema/comparison.gen.js";
import { anyText, rawControl } from "./fixtures/any-text.js";
import {
  comparisonUnderAttack,
  nothingScored,
  nothingShared,
  riversideCompared,
  riversideTrend,
  unchanged,
} from "./fixtures/comparisons.js";

const drawn = { width: 80, colour: false, plain: false } as const;
const plain = { ...drawn, plain: true } as const;
const cases = {
  riverside: riversideCompared,
  trend: riversideTrend,
  unchanged,
  "nothing-shared": nothingShared,
  "nothing-scored": nothingScored,
  "under-attack": comparisonUnderAttack,
} as const;
const show = (format: ComparisonFormat, comparison: Comparison, options = drawn) =>
  renderComparison(format, comparison, options);

describe("a comparison in a terminal", () => {
  it.each([40, 80, 120])("reads as approved at %i columns", async (width) => {
    const text = await renderComparison("terminal", riversideTrend, { ...drawn, width });
    await expect(text).toMatchFileSnapshot(`fixtures/comparison-trend-${width}.txt`);
  });

  it("reads as approved of two audits, in plain mode, and under attack", async () => {
    await expect(await show("terminal", riversideCompared)).toMatchFileSnapshot("fixtures/comparison-riverside.txt");
    await expect(await renderComparison("terminal", riversideTrend, plain)).toMatchFileSnapshot(
      "fixtures/comparison-plain.txt",
    );
    await expect(await show("terminal", comparisonUnderAttack)).toMatchFileSnapshot(
      "fixtures/comparison-under-attack.txt",
    );
    await expect(await show("terminal", nothingShared)).toMatchFileSnapshot("fixtures/comparison-nothing-shared.txt");
  });

  it("says with colour what it says without", async () => {
    for (const comparison of Object.values(cases)) {
      const coloured = await renderComparison("terminal", comparison, { ...drawn, colour: true });
      expect(coloured.replaceAll(/\u001B\[\d+m/g, "")).toBe(await show("terminal", comparison));
    }
  });

  it("uses nothing but ASCII in plain mode", async () => {
    for (const comparison of Object.values(cases))
      expect(await renderComparison("terminal", comparison, plain)).toMatch(/^[\n\x20-\x7E]*$/);
  });

  it("fits its width, and never opens a line with a workflow command", async () => {
    for (const width of [20, 40, 80, 120]) {
      const lines = (await renderComparison("terminal", comparisonUnderAttack, { ...drawn, width })).split("\n");
      expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
      expect(lines.filter((line) => /^\s*(::|##\[)/u.test(line))).toEqual([]);
    }
  });
});

describe("a comparison in Markdown", () => {
  it("reads as approved", async () => {
    for (const [name, comparison] of Object.entries(cases))
      await expect(await show("markdown", comparison)).toMatchFileSnapshot(`fixtures/comparison-${name}.md`);
  });

  it("is made of what we wrote: no link, image or element of a user's", async () => {
    const html = new MarkdownIt({ html: true, linkify: true }).render(await show("markdown", comparisonUnderAttack));
    expect([...elementsOf(parseFragment(html))].toSorted()).toEqual([
      "h1",
      "h2",
      "li",
      "p",
      "strong",
      "table",
      "tbody",
      "td",
      "th",
      "thead",
      "tr",
      "ul",
    ]);
  });
});

describe("a comparison as a page", () => {
  it("reads as approved", async () => {
    for (const [name, comparison] of Object.entries(cases))
      await expect(withoutStyle(await show("html", comparison))).toMatchFileSnapshot(
        `fixtures/comparison-${name}.html`,
      );
  });

  it("has no element of a user's, under attack", async () => {
    const of = async (comparison: Comparison) => elementsOf(parse(await show("html", comparison)));
    expect(await of(comparisonUnderAttack)).toEqual(await of(riversideTrend));
  });

  it("has a chart from three audits on, with the same in a table", async () => {
    expect(await show("html", riversideCompared)).not.toContain("<svg");
    const page = await show("html", riversideTrend);
    expect(page).toContain("1 January 2023 to 31 December 2023: declared 60% to 66%, assured 25% to 50%.");
    expect(page).toContain('<th scope="row">1 January 2023 to 31 December 2023</th><td class="number">60% to 66%</td>');
  });
});

describe("a comparison for programs", () => {
  it("keeps to the published schema", async () => {
    const schema = JSON.parse(
      await readFile(new URL("../../src/schema/comparison.schema.json", import.meta.url), "utf8"),
    );
    const ajv = new Ajv2020({ formats: { day: isDay } });
    const validate = ajv.compile(schema);
    for (const comparison of Object.values(cases)) {
      validate(JSON.parse(await show("json", comparison)));
      expect(validate.errors).toBeNull();
    }
  });
});

describe("what a board reads first", () => {
  it("names the number of requirements beside every score", () => {
    for (const comparison of Object.values(cases)) {
      const { points } = comparisonPage(comparison).inShort;
      const scored = points.filter((point) => point.includes("%"));
      expect(scored.filter((point) => !/^On (?:it|these \d+):/u.test(point))).toEqual([]);
    }
    expect(comparisonPage(riversideCompared).inShort.points).toEqual([
      "20 requirements apply in both audits and mean the same in each: scores and ratings are compared on these 20 alone.",
      "On these 20: declared 77%, assured 50% now; declared 60% to 66%, assured 25% to 50% before.",
      "Rated not applicable, and so left out of the score: 2 now, 1 before.",
      "1 answer now waits to be confirmed: declared, not assured.",
      "Ratings: 1 went up, 1 went down, 2 changed otherwise.",
      "Gaps: 2 closed, 2 opened, 1 not known to be closed, 1 no longer asked about. Now open in the whole audit: 3 errors, 5 warnings, 1 note.",
      "Actions: 1 marked done since, 2 late.",
    ]);
  });

  it.each([
    ["yes", "signed off on 20 January 2026, changed since ("],
    ["no", "signed off on 20 January 2026, unchanged since ("],
    ["unknown", "signed off on 20 January 2026, not known whether it changed since ("],
  ] as const)("says of a sign-off whether the answers changed since: %s", (changedSince, told) => {
    const trend = riversideCompared.trend.map((audit) =>
      audit.signedOff === null ? audit : { ...audit, changedSince },
    );
    const how = comparisonPage({ ...riversideCompared, trend }).sections.find(({ id }) => id === "how");
    expect(how?.items.map(({ text }) => text).join("\n")).toContain(told);
  });

  it("never says that anything improved, and gives no score where nothing is shared", () => {
    for (const comparison of Object.values(cases))
      expect(JSON.stringify(comparisonPage(comparison))).not.toMatch(/improve|better/u);
    expect(comparisonPage(nothingShared).inShort.points[0]).toBe(
      "No requirement is known to apply in both audits and to mean the same in each, so neither ratings nor scores can be compared.",
    );
    expect(comparisonPage(nothingScored).inShort.points[1]).toBe(
      "On it: declared 100%, assured 100% now; no score, since all of it is rated not applicable before.",
    );
  });
});

describe("any text", () => {
  it("reaches no format raw", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom("terminal", "markdown", "html", "json"), async (text, format) => {
        const comparison: Comparison = {
          ...riversideCompared,
          organisation: text,
          changes: [
            { requirement: text, title: text, before: "met", after: null, direction: "other", confirmed: true },
          ],
          gaps: {
            ...riversideCompared.gaps,
            opened: [{ requirement: text, title: text, kind: text, severity: "error", message: text }],
          },
        };
        expect(rawControl.test((await show(format, comparison)).replaceAll(/[\t\u200B]/gu, ""))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

function withoutStyle(page: string): string {
  return page.replace(/<style>[\s\S]*<\/style>/u, "<style></style>");
}

/** Names of all elements of a page, each once. */
function elementsOf(node: DefaultTreeAdapterMap["parentNode"]): ReadonlySet<string> {
  return new Set(
    node.childNodes.flatMap((child) => ("childNodes" in child ? [child.nodeName, ...elementsOf(child)] : [])),
  );
}
