import { buildReport, type ReportInputs } from "../../src/engine/report.js";
import type { Audit } from "../../src/model/audit.js";
import { usualGate } from "../../src/model/gate.js";
import { audit, leadership, policy, profile, readings, requirement, today } from "./fixtures.js";

/** Met, by a policy that stands up. */
export const met = { rating: "met", evidence: [policy()] } as const;

/** The report of an audit of three requirements: a should, a good practice and a must. */
export function report(responses: Audit["responses"], over: Partial<ReportInputs> = {}) {
  return buildReport({
    checklist: leadership(
      requirement("board-lead"),
      requirement("supervision", { force: "practice" }),
      requirement("culture", { force: "must" }),
    ),
    profile,
    audit: audit(responses),
    readings: readings(),
    today,
    maxAge: "P12M",
    gate: usualGate,
    version: "0.1.0",
    scale: null,
    locate: () => null,
    ...over,
  });
}
