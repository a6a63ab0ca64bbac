import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/engine/finding.js";
import { assuredScore, declaredScore } from "../../src/engine/score.js";
import type { Rating, Response } from "../../src/model/audit.js";
import { find } from "./fixtures.js";

type Status = Finding["applicability"]["status"];

const blank = find(null);

function finding(rating: Rating | null, assured = false, status: Status = "applies"): Finding {
  return { ...blank, rating, assured, applicability: { status, reason: "" }, gaps: [] };
}

/** Not applicable, with a gap. */
const doubtful = (status: Status = "applies"): Finding => ({
  ...finding("not-applicable", false, status),
  gaps: find({ rating: "not-applicable" }).gaps,
});

const maybe = (rating: Rating | null, assured = false) => finding(rating, assured, "unknown");

describe("declared", () => {
  it.each<readonly [string, readonly Finding[], number, number]>([
    ["met counts 1", [finding("met")], 1, 1],
    ["partly met counts a half", [finding("partly-met")], 0.5, 0.5],
    ["not met counts nothing", [finding("not-met")], 0, 0],
    ["it is the mean", [finding("met"), finding("partly-met"), finding("not-met")], 0.5, 0.5],
    ["an unanswered one may turn out anything", [finding(null)], 0, 1],
    ["an unanswered one widens the interval by its share", [finding("met"), finding(null)], 0.5, 1],
    ["several unanswered ones widen it further", [finding("not-met"), finding(null), finding(null)], 0, 2 / 3],
    [
      "not applicable leaves the denominator",
      [finding("met"), finding("not-applicable"), finding("not-met")],
      0.5,
      0.5,
    ],
    [
      "what does not apply leaves it, whatever was answered",
      [finding("met"), finding("not-met", false, "does-not-apply")],
      1,
      1,
    ],
    ["one that may not apply can only lower the lowest", [finding("met"), maybe("not-met")], 0.5, 1],
    ["one that may not apply can only raise the highest", [finding("not-met"), maybe("met")], 0, 0.5],
    ["one that may not apply, worth the mean, changes nothing", [finding("partly-met"), maybe("partly-met")], 0.5, 0.5],
    [
      "one that may not apply and is unanswered may turn out anything or fall out",
      [finding("partly-met"), maybe(null)],
      0.25,
      0.75,
    ],
    [
      "of several that may not apply, each helps as far as it does",
      [finding("partly-met"), maybe("not-met"), maybe("met"), maybe("partly-met")],
      0.25,
      0.75,
    ],
    [
      "half of a share may still help",
      [finding("not-met"), finding("not-met"), maybe("met"), maybe("partly-met")],
      0,
      0.375,
    ],
    [
      "when all may not apply, the worst alone and the best alone are the ends",
      [maybe("not-met"), maybe("met"), maybe("partly-met")],
      0,
      1,
    ],
    ["a single one that may not apply counts as it is", [maybe("partly-met")], 0.5, 0.5],
    ["one rated not applicable is out, though it may apply", [finding("met"), maybe("not-applicable")], 1, 1],
    ["not applicable leaves the denominator, whatever is the matter with it", [finding("met"), doubtful()], 1, 1],
  ])("%s", (_claim, findings, low, high) => {
    expect(declaredScore(findings)).toEqual({ low, high });
  });

  it("does not ask for evidence", () => {
    expect(declaredScore([finding("met", false), finding("met", true)])).toEqual({ low: 1, high: 1 });
  });

  it.each([
    ["there is nothing", []],
    ["nothing applies", [finding("met", true, "does-not-apply")]],
    ["everything is not applicable", [finding("not-applicable"), maybe("not-applicable")]],
  ] as const)("there is none when %s", (_claim, findings) => {
    expect([declaredScore(findings), assuredScore(findings)]).toEqual([null, null]);
  });
});

describe("assured", () => {
  it.each<readonly [string, readonly Finding[], number, number]>([
    ["an assured answer counts as declared", [finding("met", true), finding("partly-met", true)], 0.75, 0.75],
    ["one that is not assured counts nothing", [finding("met"), finding("met", true)], 0.5, 0.5],
    ["one that is not assured stays in the denominator", [finding("met")], 0, 0],
    ["an unanswered one may still turn out assured", [finding("met"), finding(null)], 0, 0.5],
    ["not applicable leaves the denominator, assured or not", [finding("met", true), finding("not-applicable")], 1, 1],
    ["not applicable with a gap counts nothing", [finding("met", true), doubtful()], 0.5, 0.5],
    ["not applicable with a gap counts nothing, alone too", [doubtful()], 0, 0],
    ["what does not apply leaves it, though it has a gap", [finding("met", true), doubtful("does-not-apply")], 1, 1],
    ["one with a gap that may not apply can only lower it", [finding("met", true), doubtful("unknown")], 0.5, 1],
    ["one that may not apply and is not assured can only lower it", [finding("met", true), maybe("met")], 0.5, 1],
  ])("%s", (_claim, findings, low, high) => {
    expect(assuredScore(findings)).toEqual({ low, high });
  });

  it.each<readonly [string, Response, number]>([
    ["a reason and no gap", { rating: "not-applicable", reason: "We run no trips." }, 1],
    ["no reason", { rating: "not-applicable" }, 0.5],
    ["another wording of the question", { rating: "not-applicable", reason: "None.", question: "00000000" }, 0.5],
    ["an answer out of date", { rating: "not-applicable", reason: "None.", assessed: { on: "2025-01-01" } }, 0.5],
    ["an answer that waits", { rating: "not-applicable", reason: "None.", "to-confirm": "Carried." }, 0.5],
    [
      "a moderator who says it is not met",
      { rating: "not-applicable", reason: "None.", moderated: { rating: "not-met", on: "2026-05-20" } },
      0.5,
    ],
  ])("beside one that is assured, not applicable with %s scores %s", (_how, response, score) => {
    expect(assuredScore([finding("met", true), find(response)])?.low).toBe(score);
    expect(declaredScore([finding("met", true), find(response)])).toEqual({ low: 1, high: 1 });
  });
});
