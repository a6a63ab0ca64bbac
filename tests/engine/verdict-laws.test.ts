import * as fc from "fast-check";
import { expect, it } from "vitest";
import { buildReport } from "../../src/engine/report.js";
import type { Audit, Response } from "../../src/model/audit.js";
import type { EvidenceReadings } from "../../src/model/evidence.js";
import type { Gate } from "../../src/model/gate.js";
import { severityOrder } from "../../src/model/gap.js";
import type { Report, Severity } from "../../src/model/report.js";
import { anyChecklist, facts, profile, readings, requirementIds, responses } from "./arbitraries.js";
import { audit, policy, today } from "./fixtures.js";

const failOn = fc.constantFrom<Severity>("error", "warning", "note");
const minAssured = fc.constantFrom(null, 0, 0.5, 1);
const gates = fc.record({ failOn, minAssured, anyEdition: fc.boolean() });
const ids = fc.constantFrom(...requirementIds);

interface Given {
  readonly list: Parameters<typeof buildReport>[0]["checklist"];
  readonly known: Audit["organisation"]["facts"];
  readonly given: Audit["responses"];
  readonly gate: Gate;
}

const anything: fc.Arbitrary<Given> = fc.record({ list: anyChecklist, known: facts, given: responses, gate: gates });

function report({ list, known, given, gate }: Given, read: EvidenceReadings = readings): Report {
  return buildReport({
    scale: null,
    checklist: list,
    profile,
    audit: audit(given, known),
    readings: read,
    today,
    maxAge: "P12M",
    gate,
    version: "0.1.0",
    locate: () => null,
  });
}

function withResponse(given: Given, id: string, change: (response: Response) => Response): Given {
  const before = Object.hasOwn(given.given, id) ? given.given[id] : undefined;
  return before === undefined
    ? given
    : { ...given, given: Object.fromEntries([...Object.entries(given.given), [id, change(before)]]) };
}

const neverHelps = (change: (given: Given, id: string) => Report) =>
  fc.assert(
    fc.property(anything, ids, (given, id) => report(given).verdict.passed || !change(given, id).verdict.passed),
    { numRuns: 200 },
  );

const cited = (response: Response) => response.evidence ?? [];
const sum = (counts: object) => Object.values(counts).reduce((all: number, count: number) => all + count, 0);

it("an overdue action never turns a failed verdict into a passed one, though it is a plan", () => {
  const late = { id: "A9", what: "Ask the chair", due: "2026-05-31", status: "open" } as const;
  neverHelps((given, id) =>
    report(withResponse(given, id, (response) => ({ ...response, actions: [...(response.actions ?? []), late] }))),
  );
});

it("an action closed with nothing to show never turns a failed verdict into a passed one", () => {
  const closed = { id: "A9", what: "Ask the chair", status: "done" } as const;
  neverHelps((given, id) =>
    report(withResponse(given, id, (response) => ({ ...response, actions: [...(response.actions ?? []), closed] }))),
  );
});

it("an evidence problem never turns a failed verdict into a passed one", () => {
  neverHelps((given, id) =>
    report(
      withResponse(given, id, (response) => ({
        ...response,
        evidence: cited(response).map((item) => ({ ...item, "review-due": "2020-01-01" })),
      })),
    ),
  );
  neverHelps((given, id) =>
    report(
      withResponse(given, id, (response) =>
        cited(response).length === 0
          ? response
          : { ...response, evidence: [...cited(response), policy({ path: "gone.md" })] },
      ),
    ),
  );
  neverHelps((given) => report(given, new Map()));
  neverHelps((given, id) => report(withResponse(given, id, (response) => ({ ...response, "to-confirm": "Carried." }))));
  neverHelps((given, id) =>
    report(withResponse(given, id, (response) => ({ ...response, assessed: { on: "2020-01-01" } }))),
  );
});

it("at the strictest gate, taking an answer away never turns a failed verdict into a passed one", () => {
  fc.assert(
    fc.property(anything, ids, (given, id) => {
      const without = Object.fromEntries(Object.entries(given.given).filter(([key]) => key !== id));
      const gate = { failOn: "note", minAssured: null, anyEdition: true } as const;
      return report({ ...given, gate }).verdict.passed || !report({ ...given, gate, given: without }).verdict.passed;
    }),
  );
});

it("a stricter gate never passes what a milder one fails", () => {
  fc.assert(
    fc.property(anything, failOn, (given, other) => {
      const [strict, mild] = [given.gate.failOn, other].toSorted(
        (a, b) => severityOrder.indexOf(b) - severityOrder.indexOf(a),
      );
      const passes = (threshold = given.gate.failOn) =>
        report({ ...given, gate: { ...given.gate, failOn: threshold } }).verdict.passed;
      return passes(mild) || !passes(strict);
    }),
  );
});

it("an audit in which nothing is known to apply never passes", () => {
  fc.assert(
    fc.property(anything, (given) => {
      const { summary, verdict } = report(given);
      return summary.requirements.applicable > 0 || !verdict.passed;
    }),
  );
});

it("a verdict that fails says why, and one that passes gives no reason", () => {
  fc.assert(
    fc.property(anything, (given) => {
      const { passed, reasons } = report(given).verdict;
      return passed === (reasons.length === 0);
    }),
  );
});

it("no unanswered requirement that applies goes without a gap, whatever its name", () => {
  fc.assert(
    fc.property(anything, (given) => {
      const found = report(given);
      const open = found.standards.flatMap((standard) =>
        standard.requirements.filter((item) => item.rating === null && item.applicability.status !== "does-not-apply"),
      );
      expect(
        open.filter((item) => !item.gaps.includes("unanswered") && !item.gaps.includes("applicability-unknown")),
      ).toEqual([]);
    }),
  );
});

it("the counts of a report add up", () => {
  fc.assert(
    fc.property(anything, (given) => {
      const { summary, gaps } = report(given);
      const { total, applicable, notApplicable, unknown } = summary.requirements;
      expect(applicable + notApplicable + unknown).toBe(total);
      expect(sum(summary.ratings)).toBe(applicable + unknown);
      expect(sum(summary.assurance)).toBe(summary.ratings.met + summary.ratings.partlyMet);
      expect(sum(summary.gaps)).toBe(gaps.length);
    }),
  );
});
