import { describe, expect, it } from "vitest";
import { judgeGate } from "../../src/engine/verdict.js";
import { type Gate, usualGate, usualMaxAge } from "../../src/model/gate.js";
import type { Gap, ReportFinding } from "../../src/model/report.js";
import { gap, summary } from "./fixtures.js";

const gate = { failOn: "error", minAssured: null, anyEdition: false } as const;
const nothing = "Nothing in the checklist is known to apply, so nothing was audited.";

const judge = (gaps: readonly Gap[], counts = summary(), against: Gate = gate, editionProblem: string | null = null) =>
  judgeGate({ ...unsettled, gaps, summary: counts, editionProblem }, against);

const unsettled = { waivers: [], baseline: null, documents: null, hasRead: true } as const;
const baseline = { file: ".wt-audit-baseline.json", known: 0, gone: [] } as const;

const finding = (over: Partial<ReportFinding> = {}): ReportFinding => ({
  code: "review-overdue",
  severity: "error",
  line: 3,
  about: null,
  message: "Its review was due on 1 May 2026.",
  hint: "Review it.",
  waived: false,
  known: false,
  ...over,
});

const judgeDocuments = (findings: readonly ReportFinding[], over: Partial<Parameters<typeof judgeGate>[0]> = {}) =>
  judgeGate(
    {
      ...unsettled,
      gaps: [],
      summary: summary(),
      editionProblem: null,
      documents: [{ file: "policies/safeguarding.md", unit: "line", findings }],
      ...over,
    },
    gate,
  ).reasons;

const at = (low: number, minAssured: number) =>
  judge([], summary({ assured: { low, high: 1 } }), { ...gate, minAssured });

describe("the gate", () => {
  it("passes an audit without gaps, and gives no reason", () => {
    expect(judge([], summary(), gate)).toEqual({ passed: true, failOn: "error", reasons: [] });
  });

  it("fails on a gap as bad as it says", () => {
    expect(judge([gap()], summary(), gate)).toEqual({
      passed: false,
      failOn: "error",
      reasons: ["1 gap at or above error."],
    });
  });

  it("fails on a worse gap", () => {
    const verdict = judge([gap(), gap({ severity: "warning" }), gap({ severity: "note" })], summary(), {
      ...gate,
      failOn: "warning",
    });
    expect(verdict).toEqual({ passed: false, failOn: "warning", reasons: ["2 gaps at or above warning."] });
  });

  it("passes milder gaps", () => {
    expect(judge([gap({ severity: "warning" }), gap({ severity: "note" })], summary(), gate).passed).toBe(true);
  });

  it("does not count a waived gap", () => {
    expect(judge([gap({ waived: true })], summary(), gate).passed).toBe(true);
  });

  it("counts the others beside a waived gap", () => {
    expect(judge([gap({ waived: true }), gap()], summary(), gate).reasons).toEqual([
      "1 gap at or above error (not counted: 1 waived).",
    ]);
  });

  it("does not count a known gap, and says of others that they are new", () => {
    expect(judge([gap({ known: true })], summary(), gate).passed).toBe(true);
    const gaps = [
      gap({ known: true }),
      gap({ known: true }),
      gap({ waived: true }),
      gap(),
      gap({ severity: "note", known: true }),
    ];
    expect(judgeGate({ ...unsettled, gaps, summary: summary(), editionProblem: null, baseline }, gate).reasons).toEqual(
      ["1 new gap at or above error (not counted: 1 waived, 2 known)."],
    );
  });

  it("never passes when there is no score", () => {
    expect(judge([], summary({ declared: null, assured: null }), gate)).toEqual({
      passed: false,
      failOn: "error",
      reasons: [nothing],
    });
  });

  it("never passes when nothing is known to apply, though it may", () => {
    const requirements = { total: 2, applicable: 0, notApplicable: 1, unknown: 1 };
    expect(judge([], summary({ requirements }), gate).reasons).toEqual([nothing]);
  });

  it("gives every reason", () => {
    const verdict = judge([gap()], summary({ declared: null, assured: null }), {
      ...gate,
      failOn: "note",
      minAssured: 0.8,
    });
    expect(verdict.reasons).toEqual([nothing, "1 gap at or above note.", "The assured score is below 80%."]);
  });
});

describe("policy documents", () => {
  it("fail by their findings, but for those that are milder, waived or known", () => {
    expect(judgeDocuments([finding()])).toEqual(["1 finding in policy documents at or above error."]);
    expect(judgeDocuments([finding(), finding()], { baseline })).toEqual([
      "2 new findings in policy documents at or above error.",
    ]);
    expect(judgeDocuments([finding({ severity: "warning" })])).toEqual([]);
    expect(judgeDocuments([finding({ waived: true }), finding({ known: true })])).toEqual([]);
  });

  it("never pass when none was read", () => {
    expect(judgeDocuments([], { documents: [], hasRead: false })).toEqual([
      "No policy document was read, so none was checked.",
    ]);
  });
});

describe("a waiver", () => {
  const waiver = {
    requirement: "board-lead",
    gap: "not-met",
    file: null,
    finding: null,
    reason: "The chair looks for one",
    approvedBy: "Chair",
    expires: "2026-05-31",
    location: null,
  } as const;

  it("that has expired never passes, for whatever it is", () => {
    const others = { requirement: null, gap: null, file: "policies/a.md", finding: "draft" } as const;
    const waivers = [
      { ...waiver, state: "expired" },
      { ...waiver, ...others, state: "expired" },
    ] as const;
    expect(judgeDocuments([], { waivers })).toEqual([
      "The waiver of not-met for board-lead expired on 31 May 2026.",
      "The waiver of draft in policies/a.md expired on 31 May 2026.",
    ]);
  });

  it("that is not used does not fail", () => {
    expect(judgeDocuments([], { waivers: [{ ...waiver, state: "unused" }] })).toEqual([]);
  });
});

describe("an edition that is not the one to audit against", () => {
  const problem = "Working Together 2018 was in force until 14 December 2023, before the period of the audit began.";

  it("does not pass, though there is no gap", () => {
    expect(judge([], summary(), gate, problem)).toEqual({ passed: false, failOn: "error", reasons: [problem] });
  });

  it("passes when any edition will do", () => {
    expect(judge([], summary(), { ...gate, anyEdition: true }, problem).passed).toBe(true);
  });

  it("is one reason of several, before the gaps", () => {
    expect(judge([gap()], summary(), gate, problem).reasons).toEqual([problem, "1 gap at or above error."]);
  });
});

describe("the usual gate", () => {
  it("fails on errors, takes any score, and not any edition", () => {
    expect(usualGate).toEqual({ failOn: "error", minAssured: null, anyEdition: false });
    expect(usualMaxAge).toBe("P12M");
  });
});

describe("the lowest assured score", () => {
  it("fails a score below it, however high it may turn out", () => {
    expect(at(0.79, 0.8)).toEqual({ passed: false, failOn: "error", reasons: ["The assured score is below 80%."] });
  });

  it("passes a score that reaches it", () => {
    expect(at(0.8, 0.8).passed).toBe(true);
  });

  it("is compared before it is rounded", () => {
    expect(at(0.7999999, 0.8).passed).toBe(false);
  });

  it("of nothing is passed by anything that has a score", () => {
    expect(at(0, 0).passed).toBe(true);
  });

  it("is not reached by an audit without a score", () => {
    expect(judge([], summary({ assured: null }), { ...gate, minAssured: 0 }).reasons).toEqual([
      "The assured score is below 0%.",
    ]);
  });

  it("that is not a number is never reached", () => {
    expect(at(1, Number.NaN).passed).toBe(false);
  });

  it.each([
    [0.57, "57"],
    [0.29, "29"],
    [0.125, "12.5"],
    [1, "100"],
  ])("of %d is written as %s%%", (minAssured, percent) => {
    expect(at(0, minAssured).reasons).toEqual([`The assured score is below ${percent}%.`]);
  });
});
