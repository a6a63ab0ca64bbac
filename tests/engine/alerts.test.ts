import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertsOf } from "../../src/engine/alerts.js";
import type { Alert, Alerts } from "../../src/model/alert.js";
import { findingInfo } from "../../src/model/finding-code.js";
import { gapInfo } from "../../src/model/gap.js";
import type { Report } from "../../src/model/report.js";
import { gap, report, requirement } from "./alerts-fixture.js";

type ReportFinding = NonNullable<Report["documents"]>[number]["findings"][number];

function finding(code: string, rest: Partial<ReportFinding> = {}): ReportFinding {
  const said = { message: "Its review was due on 1 March 2026.", hint: "Review the document." };
  return { code, severity: "error", line: 12, about: null, ...said, waived: false, known: false, ...rest };
}

const waiver = {
  requirement: "escalation-policy",
  gap: "not-met",
  file: null,
  finding: null,
  reason: "It is with the partnership",
  approvedBy: "Chair",
  expires: "2027-01-31",
  state: "used",
  location: null,
} as const;

function alertsIn(alerts: Alerts): readonly Alert[] {
  return alerts.checks.flatMap((check) => check.alerts);
}

function withGaps(...gaps: Report["gaps"]): readonly Alert[] {
  return alertsIn(alertsOf({ ...report, gaps }));
}

function withDocuments(documents: Report["documents"], rest: Partial<Report> = {}): Alerts {
  return alertsOf({ ...report, gaps: [], documents, ...rest });
}

describe("the alerts of a check", () => {
  it("name the tool, the day and the verdict", () => {
    const { tool, title, today, failOn, passed, reasons } = alertsOf(report);
    expect({ tool, title, today, failOn, passed, reasons }).toEqual({
      tool: { name: "wt-audit", version: "0.1.0" },
      title: "wt-audit check",
      today: "2026-11-21",
      failOn: "error",
      passed: false,
      reasons: ["1 gap at or above error."],
    });
  });

  it("have one check a requirement, in a suite a standard", () => {
    expect(
      alertsOf(report).checks.map(({ suite, name, alerts, skipped }) => [suite, name, alerts.length, skipped]),
    ).toEqual([
      ["Leadership and accountability", "Clear line of accountability", 0, null],
      ["Leadership and accountability", "Escalation of professional disagreement", 1, null],
    ]);
  });

  it("tell a gap with its place, what to do and the name by which it is known again", () => {
    expect(withGaps(gap("not-met", "escalation-policy"))).toEqual([
      {
        rule: "gap/not-met",
        severity: "error",
        subject: "Escalation of professional disagreement",
        message: "The organisation says that this is not in place.",
        hint: "Write it down.",
        place: { file: "safeguarding/audit.yaml", line: 52, column: 9 },
        fingerprint: "gap/not-met:escalation-policy",
        state: "new",
        justification: null,
      },
    ]);
  });

  it("keep a gap without a place or a remedy", () => {
    const [alert] = withGaps(gap("not-met", "escalation-policy", { location: null, remedy: null }));
    expect([alert?.place, alert?.hint]).toEqual([null, null]);
  });

  it("number the gaps of one kind at one requirement", () => {
    const twice = gap("evidence-missing", "escalation-policy");
    expect(
      withGaps(twice, twice, gap("evidence-missing", "line-of-accountability")).map((alert) => alert.fingerprint),
    ).toEqual([
      "gap/evidence-missing:line-of-accountability",
      "gap/evidence-missing:escalation-policy",
      "gap/evidence-missing#2:escalation-policy",
    ]);
  });

  it("keep their names when lines and words change", () => {
    const before = withGaps(gap("not-met", "escalation-policy"));
    const moved = { location: { file: "safeguarding/audit.yaml", line: 99, column: 1 }, message: "Not in place." };
    const after = withGaps(gap("not-met", "escalation-policy", moved));
    expect(after.map((alert) => alert.fingerprint)).toEqual(before.map((alert) => alert.fingerprint));
  });
});

describe("a requirement that is not judged", () => {
  const skippedOf = (rest: Parameters<typeof requirement>[2], gaps: Report["gaps"] = []) => {
    const standard = {
      id: "leadership",
      title: "Leadership",
      requirements: [requirement("secure-estate", "Secure estate", rest)],
    };
    return alertsOf({ ...report, standards: [standard], gaps }).checks.map((check) => check.skipped);
  };
  const outOfScope = { status: "does-not-apply", reason: "Asked only when: Runs secure accommodation: yes." } as const;

  it("is skipped with the reason when it does not apply", () => {
    expect(skippedOf({ applicability: outOfScope, rating: null })).toEqual([
      "Asked only when: Runs secure accommodation: yes.",
    ]);
  });

  it("is skipped with the organisation's reason when it was rated not applicable", () => {
    expect(skippedOf({ rating: "not-applicable", reason: "We run no secure accommodation." })).toEqual([
      "We run no secure accommodation.",
    ]);
  });

  it("is not skipped when it is met, whatever reason stands beside it", () => {
    expect(skippedOf({ rating: "met", reason: "We run no secure accommodation." })).toEqual([null]);
  });

  it("is not skipped when it may apply", () => {
    expect(skippedOf({ applicability: { status: "unknown", reason: "Not answered yet." }, rating: null })).toEqual([
      null,
    ]);
  });

  it("never hides a gap", () => {
    expect(skippedOf({ applicability: outOfScope }, [gap("not-applicable-without-reason", "secure-estate")])).toEqual([
      null,
    ]);
  });
});

describe("a gap or finding that does not count", () => {
  it.each([
    [{ waived: true, known: false }, "waived"],
    [{ waived: false, known: true }, "known"],
    [{ waived: true, known: true }, "waived"],
    [{ waived: false, known: false }, "new"],
  ] as const)("is told apart: %j is %s", (marks, state) => {
    expect(withGaps(gap("not-met", "escalation-policy", marks)).map((alert) => alert.state)).toEqual([state]);
  });

  const justifications = (waivers: Report["waivers"], waived = true): readonly (string | null)[] =>
    alertsIn(alertsOf({ ...report, gaps: [gap("not-met", "escalation-policy", { waived })], waivers })).map(
      (alert) => alert.justification,
    );

  it("carries the waiver's reason, who approved it and until when", () => {
    expect(justifications([waiver])).toEqual(["It is with the partnership. Approved by Chair, until 31 January 2027."]);
  });

  it("keeps the full stop of a reason that has one", () => {
    expect(justifications([{ ...waiver, reason: "Agreed." }])).toEqual([
      "Agreed. Approved by Chair, until 31 January 2027.",
    ]);
  });

  it("borrows no waiver of another requirement or another kind", () => {
    expect(
      justifications([
        { ...waiver, requirement: "supervision" },
        { ...waiver, gap: "no-evidence" },
      ]),
    ).toEqual([null]);
  });

  it("carries nothing when it is not waived", () => {
    expect(justifications([waiver], false)).toEqual([null]);
  });

  it("carries the waiver of its file and code when it is a finding", () => {
    const file = "policies/safeguarding.md";
    const ofFile = { ...waiver, requirement: null, gap: null, file, finding: "review-overdue" };
    const found = [
      finding("review-overdue", { waived: true }),
      finding("draft", { waived: true }),
      finding("review-overdue"),
    ];
    expect(
      alertsIn(withDocuments([{ file, unit: "line", findings: found }], { waivers: [ofFile] })).map(
        (alert) => alert.justification,
      ),
    ).toEqual(["It is with the partnership. Approved by Chair, until 31 January 2027.", null, null]);
    expect(
      alertsIn(
        withDocuments([{ file: "policies/other.md", unit: "line", findings: found }], { waivers: [ofFile] }),
      ).map((alert) => alert.justification),
    ).toEqual([null, null, null]);
  });
});

describe("the documents of a check", () => {
  it("are one check each, after the requirements", () => {
    const alerts = withDocuments([
      { file: "policies/safeguarding.md", unit: "line", findings: [finding("review-overdue")] },
      { file: "policies/complaints.md", unit: "line", findings: [] },
    ]);
    expect(alerts.checks.slice(2).map(({ suite, name, alerts: found }) => [suite, name, found.length])).toEqual([
      ["Policy documents", "policies/safeguarding.md", 1],
      ["Policy documents", "policies/complaints.md", 0],
    ]);
  });

  it.each([
    ["line", 12, 12, "Its review was due on 1 March 2026."],
    ["paragraph", 12, null, "Paragraph 12: Its review was due on 1 March 2026."],
    ["page", 3, null, "Page 3: Its review was due on 1 March 2026."],
    ["page", null, null, "Its review was due on 1 March 2026."],
  ] as const)("point to a line where there are lines: %s %s", (unit, line, placed, message) => {
    const [alert] = alertsIn(
      withDocuments([{ file: "policies/a.docx", unit, findings: [finding("review-overdue", { line })] }]),
    );
    expect(alert?.place).toEqual({ file: "policies/a.docx", line: placed, column: null });
    expect(alert?.message).toBe(message);
  });

  it("have findings that are known by code, file and count", () => {
    const findings = [finding("placeholder", { line: 3 }), finding("placeholder", { line: 9 }), finding("draft")];
    expect(
      alertsIn(withDocuments([{ file: "policies/a.md", unit: "line", findings }])).map((alert) => alert.fingerprint),
    ).toEqual([
      "finding/placeholder:policies/a.md",
      "finding/placeholder#2:policies/a.md",
      "finding/draft:policies/a.md",
    ]);
  });

  it("have findings that are known by what they are about, its colons written otherwise", () => {
    const findings = ["LSCB", "a:b%", "LSCB"].map((about) => finding("superseded-term", { about }));
    expect(
      alertsIn(withDocuments([{ file: "policies/a.md", unit: "line", findings }])).map((alert) => alert.fingerprint),
    ).toEqual([
      "finding/superseded-term:policies/a.md:LSCB",
      "finding/superseded-term:policies/a.md:a%3Ab%25",
      "finding/superseded-term#2:policies/a.md:LSCB",
    ]);
  });

  it("never share a name, whatever their files are called", () => {
    const file = fc.constantFrom("a.md", "a.md#2", "a.md#2#2", "#2:a.md", ":a.md", "a.md:a.md");
    const code = fc.constantFrom("draft", "placeholder");
    fc.assert(
      fc.property(fc.array(fc.tuple(file, fc.array(code, { maxLength: 4 })), { maxLength: 8 }), (documents) => {
        const found = alertsIn(
          withDocuments(
            documents.map(([name, codes]) => ({
              file: name,
              unit: "line",
              findings: codes.map((each) => finding(each)),
            })),
          ),
        ).map((alert) => alert.fingerprint);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe("the rules of a check", () => {
  it("are every kind of gap and every code of finding, fired or not", () => {
    expect(alertsOf(report).rules.map((rule) => rule.id)).toEqual([
      ...Object.keys(gapInfo).map((kind) => `gap/${kind}`),
      ...Object.keys(findingInfo).map((code) => `finding/${code}`),
    ]);
    expect(alertsOf(report).rules).toHaveLength(40);
  });

  it.each([
    [
      "gap/unanswered",
      { title: "Unanswered", help: "Answer it in the walk: wt-audit audit --only REQUIREMENT.", severity: "error" },
    ],
    [
      "gap/not-met",
      { title: "Not met", help: "Put it in place, or agree an action: what, which role, by when.", severity: "error" },
    ],
    [
      "gap/evidence-out-of-date",
      { title: "Evidence out of date", help: "Review the document and record the date.", severity: "warning" },
    ],
    ["finding/draft", { title: "Draft", help: "Have it approved, and say by whom and when.", severity: "warning" }],
  ])("say what %s means and how bad it is", (id, rule) => {
    expect(alertsOf(report).rules.find((each) => each.id === id)).toEqual({ id, ...rule });
  });
});

describe("the summary of a check", () => {
  it("gives counts and scores", () => {
    expect(alertsOf(report).summary).toEqual([
      "Requirements: 2 apply, 1 do not, 1 not known.",
      "Ratings: 1 met, 0 partly met, 1 not met, 1 not applicable, 0 unanswered.",
      "Declared 50% (what was rated), assured 25% to 50% (what of it stands up).",
      "Gaps by severity: error 2, warning 1, note 0.",
    ]);
  });

  it("says that there is no score when nothing applies", () => {
    const summary = { ...report.summary, declared: null, assured: null };
    expect(alertsOf({ ...report, summary }).summary[2]).toBe("No score: nothing on the checklist applies.");
  });

  it("counts documents, waivers and the baseline where there are any, and names what has gone", () => {
    const documents = [{ file: "a.md", unit: "line", findings: [finding("draft"), finding("draft")] }] as const;
    const waivers = [waiver, { ...waiver, state: "unused" }, { ...waiver, state: "expired" }] as const;
    const baseline = { file: ".wt-audit-baseline.json", known: 4, gone: ["not-met of supervision"] };
    expect(withDocuments(documents, { waivers, baseline }).summary.slice(4)).toEqual([
      "Policy documents: 1 read, 2 found wrong with them.",
      "Waivers: 1 used, 1 unused, 1 expired.",
      "Baseline: 4 known, 1 gone.",
      "Gone since the baseline: not-met of supervision",
    ]);
  });
});
