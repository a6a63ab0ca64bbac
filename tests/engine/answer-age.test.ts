import { describe, expect, it } from "vitest";
import { find, kinds, policy } from "./fixtures.js";

const met = { rating: "met", evidence: [policy()] } as const;
const path = (...place: readonly (string | number)[]) => ["responses", "line-of-accountability", ...place];

describe("audit-out-of-date", () => {
  it("an answer older than allowed is a gap, and says when it was given", () => {
    expect(find({ ...met, assessed: { on: "2025-05-31" } }).gaps).toEqual([
      {
        kind: "audit-out-of-date",
        severity: "warning",
        message: "It was answered on 31 May 2025, more than 12 months ago.",
        path: path("assessed", "on"),
      },
    ]);
  });

  it("an answer exactly as old as allowed is none", () => {
    expect(kinds({ ...met, assessed: { on: "2025-06-01" } })).toEqual([]);
  });

  it("an answer without a day is as old as the first day of the period", () => {
    const period = { from: "2025-05-31", to: "2026-05-30" };
    expect(find(met, { period }).gaps).toEqual([
      {
        kind: "audit-out-of-date",
        severity: "warning",
        message: "It carries no day, and the period of the audit began on 31 May 2025, more than 12 months ago.",
        path: path("rating"),
      },
    ]);
  });

  it("an answer's own day counts before the period", () => {
    expect(
      kinds({ ...met, assessed: { on: "2026-05-01" } }, { period: { from: "2024-01-01", to: "2024-12-31" } }),
    ).toEqual([]);
  });

  it("an answer dated in the future is a gap: it would never grow old", () => {
    expect(find({ ...met, assessed: { on: "2062-05-01" } }).gaps).toEqual([
      {
        kind: "audit-out-of-date",
        severity: "warning",
        message: "Its answer is dated 1 May 2062, which has not come yet.",
        path: path("assessed", "on"),
      },
    ]);
  });

  it("an answer of today is none", () => {
    expect(kinds({ ...met, assessed: { on: "2026-06-01" } })).toEqual([]);
  });

  it("a period that began as long ago as allowed makes no answer old", () => {
    expect(kinds(met, { period: { from: "2025-06-01", to: "2026-05-31" } })).toEqual([]);
  });

  it("a period that begins today makes no answer old", () => {
    expect(kinds(met, { period: { from: "2026-06-01", to: "2027-05-31" } })).toEqual([]);
  });

  it("an answer without a day for a period that has not begun is a gap: nobody can tell how old it is", () => {
    const period = { from: "2026-06-02", to: "2027-06-01" };
    expect(find(met, { period }).gaps).toEqual([
      {
        kind: "audit-out-of-date",
        severity: "warning",
        message: "It carries no day, and the period of the audit has not begun.",
        path: path("rating"),
      },
    ]);
  });

  it("an answer's own day counts for a period that has not begun", () => {
    const period = { from: "2026-06-02", to: "2027-06-01" };
    expect(kinds({ ...met, assessed: { on: "2026-06-01" } }, { period })).toEqual([]);
  });

  it("what was never answered is not out of date", () => {
    expect(kinds({ assessed: { on: "2020-01-01" } }, { period: { from: "2019-01-01", to: "2019-12-31" } })).toEqual([
      "unanswered",
    ]);
  });

  it("a longer age allows an older answer", () => {
    expect(kinds({ ...met, assessed: { on: "2024-12-01" } }, { maxAge: "P2Y" })).toEqual([]);
  });
});
