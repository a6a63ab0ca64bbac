import { parse as parseCsv } from "csv-parse/sync";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import type { Report, ReportScore } from "../../src/model/report.js";
import { formSections } from "../../src/reporters/form-section.js";
import { gapsSection } from "../../src/reporters/gaps-section.js";
import { referenceNote } from "../../src/reporters/gap-references.js";
import { formats, renderReport } from "../../src/reporters/reporters.js";
import { sectionsOf } from "../../src/reporters/sections.js";
import { renderTerminal } from "../../src/reporters/terminal.js";
import { describeForces, describeSeverity } from "../../src/reporters/wording.js";
import { returnUnderAttack, returned, returnedAsRated } from "./fixtures/returned.js";
import { riverside } from "./fixtures/riverside.js";

const options = { width: 80, colour: false, plain: false } as const;
const extensions = { markdown: "md", html: "html", csv: "csv" } as const;

/** The lines of the return, when this is the score of its first. */
function doubtOf(score: Partial<ReportScore>): string | null | undefined {
  const [standard, ...others] = returned.standards;
  const [first, ...rest] = standard?.requirements ?? [];
  if (standard === undefined || first === undefined) throw new Error("the fixture has requirements");
  const inexact: ReportScore = { value: "a", title: "A", exact: false, candidates: ["a"], ...score };
  const changed = { ...standard, requirements: [{ ...first, score: inexact }, ...rest] };
  return formSections({ ...returned, standards: [changed, ...others] })[0]?.groups[0]?.rows[0]?.doubt;
}

function notesOf(form: Partial<NonNullable<Report["form"]>>): readonly string[] {
  if (returned.form === null) throw new Error("the fixture has a form");
  return formSections({ ...returned, form: { ...returned.form, ...form } })[0]?.notes ?? [];
}

describe("a return", () => {
  it.each(["markdown", "html", "csv"] as const)("reads as approved: %s", async (format) => {
    const file = `fixtures/returned.${extensions[format]}`;
    await expect(await renderReport(format, returned, options)).toMatchFileSnapshot(file);
  });

  it.each([40, 80, 120])("reads as approved in a terminal of %i columns", async (width) => {
    const file = `fixtures/returned-${width}.txt`;
    await expect(renderTerminal(returned, { ...options, width })).toMatchFileSnapshot(file);
  });

  it("fits a narrow terminal, in ASCII where it is plain", () => {
    const text = renderTerminal(returned, { width: 30, colour: false, plain: true });
    expect(text).toMatch(/^[\n\x20-\x7E]*$/);
    expect(text.split("\n").filter((line) => stringWidth(line) > 30)).toEqual([]);
  });

  it.each(formats)("shows no raw control of a hostile form: %s", async (format) => {
    const text = await renderReport(format, returnUnderAttack, options);
    expect(text).not.toMatch(/(?!\r?\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
  });

  it("runs no script of a hostile form", async () => {
    expect(await renderReport("html", returnUnderAttack, options)).not.toContain("<script>");
  });

  it("stands after the counts, and only where there is a form", () => {
    expect(
      sectionsOf(returned)
        .map(({ kind }) => kind)
        .slice(0, 4),
    ).toEqual(["opening", "counts", "form", "standards"]);
    expect(sectionsOf(riverside).map(({ kind }) => kind)).not.toContain("form");
  });

  it("lists what was asked and what the form numbers, and no standard without either", () => {
    const [form] = formSections(returned);
    const lines = form?.groups.map(({ title, rows }) => [title, rows.map(({ title: of }) => of)]);
    expect(lines?.at(-1)).toEqual(["Health services", ["Named professionals"]]);
    const unnumbered = returned.standards.map((standard) => ({
      ...standard,
      requirements: standard.requirements.map((each) => ({ ...each, localReference: null })),
    }));
    expect(formSections({ ...returned, standards: unnumbered })[0]?.groups.map(({ title }) => title)).not.toContain(
      "Health services",
    );
  });

  it("says of each line its number, rating, score, evidence and gaps", () => {
    const rows = formSections(returned)[0]?.groups.flatMap((group) => group.rows) ?? [];
    expect(rows.filter(({ reference }) => reference !== "")).toEqual([
      lineOf("1.1", "Clear line of accountability", "Met", "3: fully in place", 1, 0),
      lineOf("1.2", "Board-level lead for safeguarding", "Not met", "0: nothing in place", 0, 2),
      lineOf("1.10", "Escalation of professional disagreement", "Met", "3: fully in place", 1, 2),
      lineOf("4.1", "Induction by the partnership's standard", "Unanswered", "No score", 0, 1),
      lineOf("6.1", "Named professionals", "Not asked of us", "No score", 0, 0),
    ]);
  });

  it("without a scale has neither scores nor a total", () => {
    const [form] = formSections(returnedAsRated);
    expect([form?.isScored, form?.total, form?.notes]).toEqual([
      false,
      null,
      ["This form takes the four ratings as they are."],
    ]);
    expect(form?.groups.flatMap(({ rows }) => rows.map(({ score }) => score)).filter((score) => score !== "")).toEqual(
      [],
    );
  });

  it.each(["terminal", "markdown", "html"] as const)("without a scale has no column for it: %s", async (format) => {
    const [before = "", after = ""] = await Promise.all(
      [returned, returnedAsRated].map((report) => renderReport(format, report, options)),
    );
    expect(before).toContain("No score");
    expect(after).not.toContain("No score");
    expect(after).toContain("Return for Anytown return 2026");
  });

  it.each(["terminal", "markdown", "html"] as const)("of nothing has no table: %s", async (format) => {
    const text = await renderReport(format, { ...returned, standards: [], gaps: [] }, options);
    expect(text).toContain("Return for Anytown return 2026");
    expect(text).not.toContain("Every line of the return");
  });
});

function lineOf(reference: string, title: string, rating: string, score: string, evidence: number, gaps: number) {
  return { reference, title, rating, score, doubt: null, evidence, gaps };
}

describe("what a score loses", () => {
  it("is told with all that it may be, the worst first", () => {
    expect(doubtOf({ candidates: [1, 2] })).toBe("1 or 2; the worse stands here");
    expect(doubtOf({ candidates: ["a", "b", "c"] })).toBe("a, b or c; the worst stands here");
    expect(doubtOf({ candidates: [5, 10, 15, 20, 25] })).toBe("anything from 5 to 25; the worst stands here");
  });

  it("is told where the only value is not exact, and not where it is", () => {
    expect(doubtOf({})).toBe("the rating does not say it exactly");
    expect(doubtOf({ exact: true })).toBeNull();
  });

  it("is said of the whole, with the scale and its note", () => {
    const converted = "Where no score was given on this scale, it was converted from the rating.";
    expect(notesOf({ inexact: 0 })).toEqual([
      "Scale: 0 to 3. Here 0 is the worst score.",
      `${converted} No rating loses anything by that here.`,
    ]);
    expect(notesOf({ inexact: 1 })[1]).toBe(
      `${converted} 1 of them is not exact: that rating may stand for several scores, and the worst of them is given.`,
    );
    expect(notesOf({ inexact: 2 })[1]).toBe(
      `${converted} 2 of them are not exact: such a rating may stand for several scores, and the worst of them is given.`,
    );
    expect(notesOf({ scale: { id: "yes-no", title: "Yes or no", note: null } })[0]).toBe("Scale: Yes or no.");
  });
});

describe("the total", () => {
  it("is told with how many scores it is the mean of, and their weights", () => {
    expect(formSections(returned)[0]?.total).toBe(
      'Total: 1.86 on the scale "0 to 3", the weighted mean of 5 scores (sum of the weights: 7).',
    );
  });

  it("is left out where there is none", () => {
    if (returned.form === null) throw new Error("the fixture has a form");
    expect(formSections({ ...returned, form: { ...returned.form, total: null } })[0]?.total).toBeNull();
  });
});

describe("local and national force", () => {
  it("are both told", () => {
    expect(describeForces({ force: "should", localForce: "must" })).toBe(
      "Should (statutory guidance); local rule: must",
    );
    expect(describeForces({ force: "local", localForce: null })).toBe("Local (local rule)");
  });

  it("are both told of a gap, and a must that is only local is not called law", () => {
    const entries = gapsSection(returned).groups.flatMap((group) => group.entries);
    const escalation = entries.find(({ requirement }) => requirement === "escalation-policy");
    expect([escalation?.force, escalation?.isLaw]).toEqual(["Should (statutory guidance); local rule: must", false]);
  });

  it("an error may come of a local rule, where a gap does", () => {
    const usual = "not in place, or not provable, where the law or the statutory guidance expects it";
    expect(describeSeverity("error", riverside.gaps)).toBe(usual);
    expect(describeSeverity("error", returned.gaps)).toBe(`${usual}, or where a local rule is as strict`);
    expect(describeSeverity("note", returned.gaps)).toBe("good practice to think about");
  });

  it("stand in columns of their own in CSV, with the score and who asks", async () => {
    const text = await renderReport("csv", returned, options);
    const rows: readonly Record<string, string>[] = parseCsv(text, { bom: true, columns: true });
    const told = (id: string) => {
      const row = rows.find(({ requirement }) => requirement === id);
      return ["local reference", "force", "local force", "overlay", "score", "score exact"].map((name) => row?.[name]);
    };
    expect(told("escalation-policy")).toEqual(["1.10", "should", "must", "", "3", "yes"]);
    expect(told("reflective-practice")).toEqual(["", "practice", "", "", "1", "no"]);
    expect(told("local-induction")).toEqual(["4.1", "local", "", "Anytown return 2026", "", ""]);
  });
});

describe("what a form asks of its own", () => {
  const entries = gapsSection(returned).groups.flatMap((group) => group.entries);
  const own = entries.find(({ requirement }) => requirement === "local-induction");

  it("says who asks, and refers to the form and not to the edition", () => {
    expect([own?.askedBy, own?.reference]).toEqual([
      "Anytown return 2026",
      "Anytown return 2026, chapter 2, paragraph 3",
    ]);
    expect(entries.filter(({ askedBy }) => askedBy !== null)).toHaveLength(1);
  });

  it("refers to the form alone where that is not numbered, and to the law where there is one", () => {
    const reference = { chapter: null, paragraph: null, verified: false, source: "form", law: "Education Act 2002" };
    const gaps = returned.gaps.map((gap) => (gap.overlay === null ? gap : { ...gap, reference }));
    const found = gapsSection({ ...returned, gaps }).groups.flatMap((group) => group.entries);
    expect(found.find(({ askedBy }) => askedBy !== null)?.reference).toBe("Anytown return 2026; Education Act 2002");
  });

  it("leaves what is said of all references to those of the edition", () => {
    const local = returned.gaps.filter((gap) => gap.overlay !== null);
    expect(referenceNote({ ...returned, gaps: local })).toBeNull();
    const verified = returned.gaps.map((gap) =>
      gap.overlay === null ? { ...gap, reference: { ...gap.reference, verified: true } } : gap,
    );
    expect(referenceNote({ ...returned, gaps: verified })).toContain("All of them were verified");
  });

  it.each(["terminal", "markdown", "html"] as const)("is told apart: %s", async (format) => {
    const text = await renderReport(format, returned, options);
    expect(text.match(/Asked by/gu)).toHaveLength(1);
    expect(await renderReport(format, riverside, options)).not.toContain("Asked by");
  });
});
