import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alerts } from "../../src/model/alert.js";
import { renderSarif } from "../../src/reporters/sarif.js";
import {
  alert,
  alertsUnderAttack,
  allInOrder,
  check,
  options,
  riversideAlerts,
  sayingEverywhere,
  scoreTooLow,
} from "./fixtures/alerts.js";
import { anyText, rawControl } from "./fixtures/any-text.js";
import { sarifValidator } from "./schemas/published.js";

const validate = sarifValidator();

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
  readonly results: readonly Record<string, unknown>[];
  readonly automationDetails: unknown;
  readonly columnKind: unknown;
  readonly properties: unknown;
}

function runOf(alerts: Alerts): Run {
  const log: { runs: [Run] } = JSON.parse(renderSarif(alerts, options));
  return log.runs[0];
}

/** The one result of one alert. */
function resultOf(rest: Parameters<typeof alert>[0]): Record<string, unknown> {
  const [result] = runOf({ ...riversideAlerts, checks: [check("Lead", [alert(rest)])] }).results;
  return result ?? {};
}

describe("SARIF", () => {
  it.each(Object.entries({ riversideAlerts, allInOrder, scoreTooLow, alertsUnderAttack }))(
    "holds to the schema of OASIS: %s",
    (_, alerts) => {
      validate(JSON.parse(renderSarif(alerts, options)));
      expect(validate.errors).toBeNull();
    },
  );

  it("is judged by a schema that sees what is wrong", () => {
    const log = JSON.parse(renderSarif(riversideAlerts, options));
    log.runs[0].results[0].level = "fatal";
    expect(validate(log)).toBe(false);
  });

  it("lists every rule with its help and level, fired or not", () => {
    const { rules } = runOf(allInOrder).tool.driver;
    expect(rules).toHaveLength(5);
    expect(rules[4]).toEqual({
      id: "finding/approval-not-stated",
      shortDescription: { text: "Approval not stated" },
      fullDescription: { text: "Approval not stated" },
      help: { text: "Say who approved it." },
      defaultConfiguration: { level: "note" },
      properties: { tags: ["safeguarding"] },
    });
    expect(runOf(allInOrder).results).toEqual([]);
  });

  it("says of a gap what, where and how it is known again", () => {
    expect(resultOf({})).toEqual({
      ruleId: "gap/not-met",
      ruleIndex: 0,
      level: "error",
      message: {
        text: "Board-level lead for safeguarding: The organisation says that this is not in place. Appoint a trustee as safeguarding lead.",
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "safeguarding/audit.yaml", uriBaseId: "%SRCROOT%" },
            region: { startLine: 31, startColumn: 5 },
          },
          logicalLocations: [{ name: "Board-level lead for safeguarding" }],
        },
      ],
      partialFingerprints: { "wtAudit/v1": "gap/not-met:board-lead" },
      suppressions: [],
    });
  });

  it.each([
    [
      { file: "policies/safer recruitment.md", line: 4, column: null },
      {
        artifactLocation: { uri: "policies/safer%20recruitment.md", uriBaseId: "%SRCROOT%" },
        region: { startLine: 4 },
      },
    ],
    [
      { file: "policies/50%: a#b?.pdf", line: null, column: null },
      { artifactLocation: { uri: "policies/50%25%3A%20a%23b%3F.pdf", uriBaseId: "%SRCROOT%" } },
    ],
    [
      { file: "//other/audit.yaml", line: null, column: null },
      { artifactLocation: { uri: "file:///other/audit.yaml" } },
    ],
    [
      { file: "\uD800.md", line: null, column: null },
      { artifactLocation: { uri: "%EF%BF%BD.md", uriBaseId: "%SRCROOT%" } },
    ],
    [null, { artifactLocation: { uri: "safeguarding/audit.yaml", uriBaseId: "%SRCROOT%" } }],
  ])("points at %j", (place, physicalLocation) => {
    expect(resultOf({ place })["locations"]).toEqual([
      { physicalLocation, logicalLocations: [{ name: "Board-level lead for safeguarding" }] },
    ]);
  });

  it.each([
    ["waived", "By the Chair.", "By the Chair."],
    ["waived", null, "Waived."],
    ["known", null, "In the baseline: it was there before."],
  ] as const)("suppresses what is %s (%j)", (state, justification, said) => {
    expect(resultOf({ state, justification })["suppressions"]).toEqual([
      { kind: "external", status: "accepted", justification: said },
    ]);
  });

  it("has no result for what does not apply or is in order", () => {
    expect(runOf(riversideAlerts).results.map((result) => result["ruleId"])).toEqual([
      "gap/not-met",
      "gap/evidence-blank",
      "gap/not-met",
      "finding/review-overdue",
      "gap/action-overdue",
      "finding/approval-not-stated",
    ]);
  });

  it("gives no index to a rule that is not listed", () => {
    expect(resultOf({ rule: "gap/unheard-of" })).not.toHaveProperty("ruleIndex");
  });

  it("tells the runs of a check and of a scan apart, and says how columns are counted", () => {
    expect(runOf(riversideAlerts).automationDetails).toEqual({ id: "wt-audit/check/" });
    expect(runOf({ ...riversideAlerts, title: "wt-audit scan" }).automationDetails).toEqual({ id: "wt-audit/scan/" });
    expect(runOf(riversideAlerts).columnKind).toBe("utf16CodeUnits");
  });

  it("carries the verdict, for a check that fails for no alert's sake", () => {
    expect(runOf(scoreTooLow).properties).toEqual({
      today: "2026-11-21",
      passed: false,
      failOn: "error",
      reasons: ["The assured score is below 80%."],
    });
  });

  it("holds to its schema and makes no link and no place to fill, whatever a text says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sarif = renderSarif(sayingEverywhere(text), options);
        validate(JSON.parse(sarif));
        expect(validate.errors).toBeNull();
        expect(sarif).not.toMatch(rawControl);
        expect(sarif).not.toContain("##[");
        for (const { message } of runOf(sayingEverywhere(text)).results) {
          expect(JSON.stringify(message)).not.toMatch(/\]\(|\{\d/u);
        }
      }),
    );
  });
});
