import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { gapsSection } from "../../src/reporters/gaps-section.js";
import { paintFor } from "../../src/reporters/paint.js";
import { sectionsOf } from "../../src/reporters/sections.js";
import { riverside } from "./fixtures/riverside.js";

describe("the sections of a report", () => {
  it("come in the order in which a board reads them", () => {
    expect(sectionsOf(riverside).map((section) => section.kind)).toEqual([
      "opening",
      "counts",
      "standards",
      "gaps",
      "not-asked",
      "verdict",
    ]);
  });

  it("number the gaps worst first, whatever the report's order, all of one requirement and severity together", () => {
    const shuffled: Report = { ...riverside, gaps: riverside.gaps.toReversed() };
    const numbered = gapsSection(shuffled).groups.flatMap(({ severity, entries }) =>
      entries.map((entry) => `${entry.number} ${severity} ${entry.findings.length}`),
    );
    expect(numbered).toEqual([
      "1 error 1",
      "2 error 1",
      "3 error 1",
      "4 error 1",
      "5 error 1",
      "6 error 1",
      "7 warning 1",
      "8 warning 1",
      "9 warning 2",
      "10 warning 1",
      "11 warning 1",
      "12 note 1",
    ]);
  });

  it("say an action once, though several gaps carry it", () => {
    const [first, ...others] = riverside.gaps;
    if (first === undefined) throw new Error("the fixture has no gaps");
    const twice: Report = { ...riverside, gaps: [first, { ...first, kind: "no-evidence" }, ...others] };
    expect(gapsSection(twice).groups[0]?.entries[0]?.actions.map((action) => action.id)).toEqual(["A1", "A2"]);
  });

  it("count only what there is", () => {
    const one = riverside.gaps.slice(0, 1);
    expect(gapsSection({ ...riverside, gaps: one }).summary).toBe("1 gap, worst first: 1 error.");
    expect(gapsSection(riverside).summary).toBe(
      "13 gaps, worst first: 6 errors, 6 warnings, 1 note. 2 of them waived.",
    );
    expect(gapsSection({ ...riverside, gaps: [] }).summary).toBe("No gaps were found.");
  });

  it("name a standard by its id when the report does not list it", () => {
    expect(gapsSection({ ...riverside, standards: [] }).groups[0]?.entries[0]?.standard).toBe("leadership");
  });
});

it("paints nothing where there is nothing", () => {
  expect([paintFor(true).bad(""), paintFor(true).bad("x"), paintFor(false).bad("x")]).toEqual([
    "",
    "\u001B[31mx\u001B[39m",
    "x",
  ]);
});
