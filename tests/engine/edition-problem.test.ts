import { expect, it } from "vitest";
import { audit, leadership, requirement } from "./fixtures.js";
import { report } from "./report-fixture.js";

/** Why the edition is not the one to audit against on 1 June 2026, among the reasons of the verdict. */
function problems(inForce: { from: string; until: string | null }, period: { from: string; to: string }) {
  const checklist = { ...leadership(requirement("board-lead")), title: "Working Together", inForce };
  const about = { ...audit({}), period };
  const { reasons } = report({}, { checklist, audit: about, today: "2026-06-01" }).verdict;
  return reasons.filter((reason) => reason.startsWith("Working Together"));
}

const year = { from: "2026-01-01", to: "2026-12-31" };

it.each([
  ["in force", "2023-12-15", null, year],
  ["superseded in the period", "2023-12-15", "2026-03-17", year],
  ["superseded a year ago to the day", "2018-07-04", "2025-06-01", { from: "2025-01-01", to: "2025-12-31" }],
  ["in force from the last day of the period", "2025-12-31", null, { from: "2025-01-01", to: "2025-12-31" }],
  ["in force from today", "2026-06-01", null, year],
])("an edition %s may be audited against", (_when, from, until, period) => {
  expect(problems({ from, until }, period)).toEqual([]);
});

it.each([
  [
    "2018-07-04",
    "2025-12-31",
    year,
    "Working Together was in force until 31 December 2025, before the period of the audit began.",
  ],
  [
    "2018-07-04",
    "2025-05-31",
    { from: "2025-01-01", to: "2026-12-31" },
    "Working Together was in force until 31 May 2025, more than 12 months ago.",
  ],
  ["2026-06-02", null, year, "Working Together came into force on 2 June 2026, after what is audited."],
  [
    "2026-01-01",
    null,
    { from: "2025-01-01", to: "2025-12-31" },
    "Working Together came into force on 1 January 2026, after what is audited.",
  ],
])("in force from %s until %s: %j is not to be judged by it", (from, until, period, problem) => {
  expect(problems({ from, until }, period)).toEqual([problem]);
});
