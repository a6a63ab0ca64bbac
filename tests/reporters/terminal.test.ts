import * as fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { renderTerminal } from "../../src/reporters/terminal.js";
import { renderVerdict } from "../../src/reporters/verdict.js";
import { riverside } from "./fixtures/riverside.js";
import { inOrder, nothingApplies, underAttack } from "./fixtures/variants.js";

const plain = { width: 80, colour: false, plain: true } as const;
const drawn = { width: 80, colour: false, plain: false } as const;
const cases = {
  riverside,
  "in-order": inOrder,
  "nothing-applies": nothingApplies,
  "under-attack": underAttack,
} as const;

/** What a text says when the colours are taken away. */
function uncoloured(text: string): string {
  return text.replaceAll(/\u001B\[\d+m/g, "");
}

describe("the gap report in a terminal", () => {
  it.each([40, 80, 120])("reads as approved at %i columns", async (width) => {
    await expect(renderTerminal(riverside, { ...drawn, width })).toMatchFileSnapshot(`fixtures/riverside-${width}.txt`);
  });

  it("reads as approved in plain mode", async () => {
    await expect(renderTerminal(riverside, plain)).toMatchFileSnapshot("fixtures/riverside-plain.txt");
  });

  it("reads as approved when all is in order", async () => {
    await expect(renderTerminal(inOrder, drawn)).toMatchFileSnapshot("fixtures/in-order.txt");
  });

  it("reads as approved when nothing applies", async () => {
    await expect(renderTerminal(nothingApplies, drawn)).toMatchFileSnapshot("fixtures/nothing-applies.txt");
  });

  it("says with colour what it says without", () => {
    for (const report of Object.values(cases))
      expect(uncoloured(renderTerminal(report, { ...drawn, colour: true }))).toBe(renderTerminal(report, drawn));
    expect(renderTerminal(riverside, { ...drawn, colour: true })).toContain("\u001B[31m");
  });

  it("uses nothing but ASCII in plain mode", () => {
    for (const report of Object.values(cases)) expect(renderTerminal(report, plain)).toMatch(/^[\n\x20-\x7E]*$/);
  });

  it("never holds a raw control", () => {
    for (const report of Object.values(cases)) {
      expect(renderTerminal(report, drawn)).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
      expect(uncoloured(renderTerminal(report, { ...drawn, colour: true }))).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
    }
  });

  it("never opens a line with a workflow command", () => {
    for (const width of [20, 40, 80, 120])
      expect(renderTerminal(underAttack, { ...drawn, width })).not.toMatch(/^\s*::|##\[/m);
  });

  it("fits any width from 20 columns, whatever the texts", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 20, max: 130 }),
        fc.boolean(),
        (text, width, isPlain) => {
          const report: Report = {
            ...riverside,
            organisation: { ...riverside.organisation, name: text },
            standards: riverside.standards.map((standard) => ({ ...standard, title: text })),
            gaps: riverside.gaps.map((gap) => ({ ...gap, title: text, message: text })),
          };
          const lines = renderTerminal(report, { width, colour: false, plain: isPlain }).split("\n");
          expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
        },
      ),
    );
  });

  it("treats a width below 20 columns as 20", () => {
    expect(renderTerminal(riverside, { ...drawn, width: 1 })).toBe(renderTerminal(riverside, { ...drawn, width: 20 }));
  });

  it("breaks a bar that is longer than the page", () => {
    const [leadership] = riverside.standards;
    const requirements = Array.from({ length: 25 }, () => leadership?.requirements[0]).filter(
      (each) => each !== undefined,
    );
    const report: Report = { ...inOrder, standards: [{ id: "long", title: "Long", requirements }] };
    expect(renderTerminal(report, { ...drawn, width: 40 })).toContain(
      `Long\n  ${"\u2588".repeat(38)}\n  ${"\u2588".repeat(12)}\n  25 met\n`,
    );
  });
});

describe("what check prints", () => {
  it.each(Object.entries(cases))("reads as approved: %s", async (name, report) => {
    await expect(renderVerdict(report, drawn)).toMatchFileSnapshot(`fixtures/verdict-${name}.txt`);
  });

  it("lists every gap that counts on a line of its own, however narrow the page", () => {
    const lines = renderVerdict(riverside, { ...drawn, width: 20 }).split("\n");
    expect(lines).toContain(
      "safeguarding/audit.yaml:31:5 error not-met board-lead: The organisation says that this is not in place.",
    );
    expect(lines).toContain("policies/safeguarding.md:3 error review-overdue: Its review was due on 1 September 2026.");
    expect(lines.filter((line) => /^\S+ (?:error|warning|note) /.test(line))).toHaveLength(6);
  });

  it("says with colour what it says without", () => {
    for (const report of Object.values(cases))
      expect(uncoloured(renderVerdict(report, { ...drawn, colour: true }))).toBe(renderVerdict(report, drawn));
  });

  it("says that the edition is no longer in force, passed or not", () => {
    const passed: Report = { ...riverside, gaps: [], verdict: { passed: true, failOn: "error", reasons: [] } };
    for (const report of [riverside, passed])
      expect(renderVerdict(report, { ...drawn, width: 200 })).toContain(
        "This edition is no longer in force: it was in force until 14 December 2023.",
      );
    expect(renderVerdict(inOrder, drawn)).not.toContain("no longer in force");
  });

  it("lists a waiver that has expired, however mild its gap", () => {
    const [gap] = riverside.gaps;
    if (gap === undefined) throw new Error("the fixture has no gaps");
    const mild: Report = { ...riverside, gaps: [{ ...gap, kind: "waiver-expired", severity: "note" }] };
    expect(renderVerdict(mild, drawn)).toContain("safeguarding/audit.yaml:31:5 note waiver-expired board-lead: ");
  });

  it("lists no finding that is waived or known, at any gate", () => {
    const atNote: Report = { ...riverside, verdict: { ...riverside.verdict, failOn: "note" } };
    const text = renderVerdict(atNote, { ...drawn, width: 200 });
    expect(text).toContain("policies/recruitment.docx, paragraph 4 warning no-such-code: A later version found this.");
    expect(text).toContain("policies/safeguarding.md note approval-not-stated: ");
    expect(text).not.toContain("superseded-term");
    expect(text).not.toContain("paragraph 2");
  });

  it("lists warnings and notes when the gate is set there", () => {
    const atNote: Report = { ...riverside, verdict: { ...riverside.verdict, failOn: "note" } };
    expect(renderVerdict(atNote, drawn)).toContain(
      "safeguarding/audit.yaml:80:5 note partly-met reflective-practice: ",
    );
    expect(renderVerdict(atNote, drawn)).not.toContain("Below the gate");
  });
});
