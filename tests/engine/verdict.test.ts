import { describe, expect, it } from "vitest";
import { judgeGate } from "../../src/engine/verdict.js";
import { gap, summary } from "./fixtures.js";

const gate = { failOn: "error", minAssured: null } as const;
const nothing = "Nothing in the checklist is known to apply, so nothing was audited.";

const at = (low: number, minAssured: number) =>
  judgeGate([], summary({ assured: { low, high: 1 } }), { ...gate, minAssured });

describe("the gate", () => {
  it("passes an audit without gaps, and gives no reason", () => {
    expect(judgeGate([], summary(), gate)).toEqual({ passed: true, failOn: "error", reasons: [] });
  });

  it("fails on a gap as bad as it says", () => {
    expect(judgeGate([gap()], summary(), gate)).toEqual({
      passed: false,
      failOn: "error",
      reasons: ["1 gap at or above error."],
    });
  });

  it("fails on a worse gap", () => {
    const verdict = judgeGate([gap(), gap({ severity: "warning" }), gap({ severity: "note" })], summary(), {
      ...gate,
      failOn: "warning",
    });
    expect(verdict).toEqual({ passed: false, failOn: "warning", reasons: ["2 gaps at or above warning."] });
  });

  it("passes milder gaps", () => {
    expect(judgeGate([gap({ severity: "warning" }), gap({ severity: "note" })], summary(), gate).passed).toBe(true);
  });

  it("does not count a waived gap", () => {
    expect(judgeGate([gap({ waived: true })], summary(), gate).passed).toBe(true);
  });

  it("counts the others beside a waived gap", () => {
    expect(judgeGate([gap({ waived: true }), gap()], summary(), gate).reasons).toEqual(["1 gap at or above error."]);
  });

  it("never passes when there is no score", () => {
    expect(judgeGate([], summary({ declared: null, assured: null }), gate)).toEqual({
      passed: false,
      failOn: "error",
      reasons: [nothing],
    });
  });

  it("never passes when nothing is known to apply, though it may", () => {
    const requirements = { total: 2, applicable: 0, notApplicable: 1, unknown: 1 };
    expect(judgeGate([], summary({ requirements }), gate).reasons).toEqual([nothing]);
  });

  it("gives every reason", () => {
    const verdict = judgeGate([gap()], summary({ declared: null, assured: null }), { failOn: "note", minAssured: 0.8 });
    expect(verdict.reasons).toEqual([nothing, "1 gap at or above note.", "The assured score is below 80 %."]);
  });
});

describe("the lowest assured score", () => {
  it("fails a score below it, however high it may turn out", () => {
    expect(at(0.79, 0.8)).toEqual({ passed: false, failOn: "error", reasons: ["The assured score is below 80 %."] });
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
    expect(judgeGate([], summary({ assured: null }), { ...gate, minAssured: 0 }).reasons).toEqual([
      "The assured score is below 0 %.",
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
  ])("of %d is written as %s %%", (minAssured, percent) => {
    expect(at(0, minAssured).reasons).toEqual([`The assured score is below ${percent} %.`]);
  });
});
