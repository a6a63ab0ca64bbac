import { describe, expect, it } from "vitest";
import type { ReportInputs } from "../../src/engine/report.js";
import type { Audit } from "../../src/model/audit.js";
import {
  action,
  audit,
  checklist,
  leadership,
  minutes,
  policy,
  present,
  readings,
  requirement,
  riversideFacts,
  today,
} from "./fixtures.js";
import { met, report } from "./report-fixture.js";

describe("the summary of a report", () => {
  const list = leadership(
    requirement("board-lead"),
    requirement("line-of-accountability"),
    requirement("culture"),
    requirement("supervision"),
    requirement("allegations"),
    requirement("secure-estate-manager"),
    requirement("overnight-trips", { appliesWhen: { "runs-trips": true } }),
    requirement("custody", { appliesWhen: { sector: "police" } }),
    requirement("learning", { force: "practice" }),
  );
  const responses: Audit["responses"] = {
    "board-lead": met,
    "line-of-accountability": { rating: "met", evidence: [minutes] },
    culture: { rating: "partly-met", actions: [action()], moderated: { rating: "met", on: "2026-05-20" } },
    supervision: { rating: "not-met", actions: [action()] },
    allegations: { rating: "met", evidence: [policy({ path: "policies/allegations.md" })] },
    "secure-estate-manager": { rating: "not-applicable", reason: "We run no secure accommodation" },
    "overnight-trips": { ...met, rating: "partly-met", actions: [action()] },
    custody: met,
  };

  it("counts requirements, ratings, assurance and gaps, and scores what applies", () => {
    expect(report(responses, { checklist: list }).summary).toEqual({
      requirements: { total: 9, applicable: 7, notApplicable: 1, unknown: 1 },
      ratings: { met: 3, partlyMet: 2, notMet: 1, notApplicable: 1, unanswered: 1 },
      assurance: { verified: 2, moderated: 1, attested: 1, none: 1 },
      declared: { low: 4 / 7, high: 4.5 / 6 },
      assured: { low: 1.5 / 6, high: 3 / 7 },
      gaps: { error: 3, warning: 2, note: 1 },
    });
  });

  it("is nothing for a checklist without requirements, and the verdict fails", () => {
    const { summary, verdict } = report({}, { checklist: checklist([]) });
    expect([summary.declared, summary.assured, verdict.passed]).toEqual([null, null, false]);
  });
});

describe("the verdict of a report", () => {
  const answered = { "board-lead": met, culture: met };

  it("passes when no gap reaches the gate", () => {
    expect(report(answered).verdict).toEqual({ passed: true, failOn: "error", reasons: [] });
  });

  it("fails when one does", () => {
    expect(report(answered, { gate: { failOn: "note", minAssured: null, anyEdition: false } }).verdict.reasons).toEqual(
      ["1 gap at or above note."],
    );
  });

  it("judges the lowest assured score", () => {
    const strict = { failOn: "error", minAssured: 0.7, anyEdition: false } as const;
    expect(report(answered, { gate: strict }).verdict.reasons).toEqual(["The assured score is below 70%."]);
    expect(report(answered, { gate: strict, readings: readings(present({ read: false })) }).summary.assured?.low).toBe(
      0,
    );
  });

  const superseded =
    "Working Together to Safeguard Children 2023 was in force until 17 March 2026, before the period of the audit began.";
  const judgedFor = (from: string, anyEdition: boolean, until: string | null = "2026-03-17") => {
    const edition = checklist([{ id: "leadership", title: "leadership", requirements: [requirement("board-lead")] }], {
      inForce: { from: "2023-12-15", until },
    });
    const about = audit({ "board-lead": { ...met, assessed: { on: today } } }, riversideFacts, {
      period: { from, to: "2027-03-31" },
    });
    return report({}, { checklist: edition, audit: about, gate: { failOn: "error", minAssured: null, anyEdition } })
      .verdict;
  };

  it("fails an edition that was superseded before the period began", () => {
    expect(judgedFor("2026-03-18", false)).toEqual({ passed: false, failOn: "error", reasons: [superseded] });
  });

  it("passes such an edition when it was asked for", () => {
    expect(judgedFor("2026-03-18", true)).toEqual({ passed: true, failOn: "error", reasons: [] });
  });

  it("passes an edition that was in force on the first day of the period", () => {
    expect(judgedFor("2026-03-17", false).passed).toBe(true);
  });

  it("passes an edition that is still in force", () => {
    expect(judgedFor("2026-03-18", false, null).passed).toBe(true);
  });

  const judgedInForce = (
    inForce: string | null,
    over: Partial<ReportInputs["checklist"]> = {},
    file: string | null = "audit.yaml",
  ) => {
    const edition = checklist(
      [{ id: "leadership", title: "leadership", requirements: [requirement("board-lead")] }],
      over,
    );
    const about = audit({ "board-lead": { ...met, assessed: { on: today } } });
    const locate = () => (file === null ? null : { file, line: 2, column: 12 });
    return report({}, { checklist: edition, audit: about, inForce, locate }).verdict.reasons;
  };

  it("fails an edition that is not in force where that is asked for, and says how to move on", () => {
    expect(judgedInForce("working-together-2026")).toEqual([
      "Working Together to Safeguard Children 2023 was superseded by working-together-2026 on 18 March 2026. To move on: wt-audit migrate audit.yaml --to working-together-2026.",
    ]);
    expect(judgedInForce("working-together-2026", { supersededBy: null }, null)).toEqual([
      "Working Together to Safeguard Children 2023 was superseded on 18 March 2026. To move on: wt-audit migrate FILE --to working-together-2026.",
    ]);
  });

  it.each([[null], ["2026-06-01"]])(
    "says of one that is in force until %s, and not the one to take, that it is not in force",
    (until) => {
      expect(judgedInForce("working-together-2018", { inForce: { from: "2023-12-15", until } })).toEqual([
        "Working Together to Safeguard Children 2023 is not in force on 1 June 2026. To move on: wt-audit migrate audit.yaml --to working-together-2018.",
      ]);
    },
  );

  it("passes the edition in force, and any where that is not asked for", () => {
    expect(judgedInForce("working-together-2023")).toEqual([]);
    expect(judgedInForce(null)).toEqual([]);
  });
});
