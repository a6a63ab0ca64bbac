import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alerts } from "../../src/model/alert.js";
import { renderGitlab } from "../../src/reporters/gitlab.js";
import { allInOrder, options, riversideAlerts, sayingEverywhere } from "./fixtures/alerts.js";
import { anyText, rawControl } from "./fixtures/any-text.js";

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function issuesOf(alerts: Alerts): readonly Issue[] {
  return JSON.parse(renderGitlab(alerts, options));
}

describe("the code quality report of GitLab", () => {
  it("has what is new, worst first, each with a path and a line", () => {
    expect(issuesOf(riversideAlerts)).toEqual([
      {
        description:
          "Board-level lead for safeguarding: The organisation says that this is not in place. Appoint a trustee as safeguarding lead.",
        check_name: "gap/not-met",
        fingerprint: "gap/not-met:board-lead",
        severity: "critical",
        location: { path: "safeguarding/audit.yaml", lines: { begin: 31 } },
      },
      {
        description: "policies/safer recruitment.md: Its review was due on 1 March 2026. Review the document.",
        check_name: "finding/review-overdue",
        fingerprint: "finding/review-overdue:policies/safer recruitment.md",
        severity: "critical",
        location: { path: "policies/safer recruitment.md", lines: { begin: 4 } },
      },
      {
        description: "Board-level lead for safeguarding: Action A1 was due on 31 October 2026.",
        check_name: "gap/action-overdue",
        fingerprint: "gap/action-overdue:board-lead",
        severity: "minor",
        location: { path: "safeguarding/audit.yaml", lines: { begin: 36 } },
      },
      {
        description: "policies/lone-working.docx: Paragraph 12: Nobody is said to have approved it.",
        check_name: "finding/approval-not-stated",
        fingerprint: "finding/approval-not-stated:policies/lone-working.docx",
        severity: "info",
        location: { path: "policies/lone-working.docx", lines: { begin: 1 } },
      },
    ]);
  });

  it("shows at the audit file what has no place", () => {
    const placeless = {
      ...riversideAlerts,
      checks: riversideAlerts.checks.map((check) => ({
        ...check,
        alerts: check.alerts.map((alert) => ({ ...alert, place: null })),
      })),
    };
    expect(issuesOf(placeless).map((issue) => issue.location)).toEqual(
      Array.from({ length: 4 }, () => ({ path: "safeguarding/audit.yaml", lines: { begin: 1 } })),
    );
  });

  it("is an empty list when nothing is wrong", () => {
    expect(renderGitlab(allInOrder, options)).toBe("[]\n");
  });

  it("gives every text back and shows no raw control", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const alerts = sayingEverywhere(text);
        expect(issuesOf(alerts)[2]?.description).toBe(`${text}: ${text}`);
        expect(issuesOf(alerts)[2]?.location.path).toBe(text);
        expect(renderGitlab(alerts, options)).not.toMatch(rawControl);
        expect(renderGitlab(alerts, options)).not.toContain("##[");
      }),
    );
  });
});
