import { describe, expect, it } from "vitest";
import { alertsOfScan } from "../../src/engine/alerts.js";
import type { Scan } from "../../src/model/scan.js";
import { scan } from "./alerts-fixture.js";

/** The alert of the requirement that a person has to read. */
function doubtful(passages: Scan["requirements"][number]["passages"]) {
  const requirements = scan.requirements.map((each) => ({ ...each, passages }));
  return alertsOfScan({ ...scan, requirements }).checks[2]?.alerts[0];
}

describe("the alerts of a scan", () => {
  it("name the tool, the day and the verdict", () => {
    const { tool, title, today, failOn, passed, reasons } = alertsOfScan(scan);
    expect({ tool, title, today, failOn, passed, reasons }).toEqual({
      tool: { name: "wt-audit", version: "0.1.0" },
      title: "wt-audit scan",
      today: "2026-11-21",
      failOn: "error",
      passed: false,
      reasons: ["1 finding at or above error."],
    });
  });

  it("have one check a requirement, one a document, and a skipped one for a file that was left", () => {
    expect(
      alertsOfScan(scan).checks.map(({ suite, name, alerts, skipped }) => [suite, name, alerts.length, skipped]),
    ).toEqual([
      ["Leadership and accountability", "Clear line of accountability", 0, null],
      ["Leadership and accountability", "Escalation of professional disagreement", 1, null],
      ["People", "Whistleblowing", 1, null],
      ["Policy documents", "policies/safeguarding.md", 1, null],
      ["Policy documents", "policies/rota.xlsx", 0, "It is a spreadsheet, and is not read."],
    ]);
  });

  it("warn of what is not stated, and point nowhere", () => {
    expect(alertsOfScan(scan).checks[1]?.alerts).toEqual([
      {
        rule: "statement/not-found",
        severity: "warning",
        subject: "Escalation of professional disagreement",
        message: "No document says what to do when professionals disagree.",
        hint: "Say it in a policy, or name the document that says it.",
        place: null,
        fingerprint: "statement/not-found:escalation-policy",
        state: "new",
        justification: null,
      },
    ]);
  });

  it("note what a person has to read, at the best passage", () => {
    expect(alertsOfScan(scan).checks[2]?.alerts).toEqual([
      {
        rule: "statement/needs-a-person",
        severity: "note",
        subject: "Whistleblowing",
        message: "It is mentioned, and not stated.",
        hint: "Read the passage, and judge whether it states what is asked.",
        place: { file: "policies/safeguarding.md", line: 30, column: null },
        fingerprint: "statement/needs-a-person:whistleblowing",
        state: "new",
        justification: null,
      },
    ]);
  });

  it("name the page of a passage that has no line", () => {
    const alert = doubtful([
      { file: "policies/a.pdf", line: 3, unit: "page", heading: [], excerpt: "See there.", reason: "A mention." },
    ]);
    expect(alert?.place).toEqual({ file: "policies/a.pdf", line: null, column: null });
    expect(alert?.message).toBe("Page 3: It is mentioned, and not stated.");
  });

  it("point nowhere when there is no passage", () => {
    expect(doubtful([])?.place).toBeNull();
  });

  it("keep what is waived or known, without a word of the waiver, which a scan does not have", () => {
    const [document] = scan.documents;
    const findings = (document?.findings ?? []).flatMap((each) => [
      { ...each, waived: true },
      { ...each, known: true },
    ]);
    const documents = scan.documents.map((each) => ({ ...each, findings }));
    expect(
      alertsOfScan({ ...scan, documents }).checks[3]?.alerts.map(({ state, justification }) => [state, justification]),
    ).toEqual([
      ["waived", null],
      ["known", null],
    ]);
  });

  it("list the rules of statements and of findings, fired or not", () => {
    const rules = alertsOfScan(scan).rules.map(({ id, severity }) => [id, severity]);
    expect(rules).toHaveLength(18);
    expect(rules.slice(0, 3)).toEqual([
      ["statement/not-found", "warning"],
      ["statement/needs-a-person", "note"],
      ["finding/case-data", "error"],
    ]);
  });

  it("sum up what was read and found", () => {
    expect(alertsOfScan(scan).summary).toEqual([
      "Requirements: 1 stated, 1 for a person to read, 1 not stated, 3 not asked.",
      "Policy documents: 1 read, 1 left.",
      "Findings by severity: error 1, warning 0, note 0.",
    ]);
  });
});
