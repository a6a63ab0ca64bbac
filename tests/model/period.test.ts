import { describe, expect, it } from "vitest";
import { describePeriod, nextPeriod } from "../../src/model/period.js";

describe("the period that follows", () => {
  it.each([
    ["a calendar year", "2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31"],
    ["a year before a leap year", "2027-01-01", "2027-12-31", "2028-01-01", "2028-12-31"],
    ["a leap year", "2028-01-01", "2028-12-31", "2029-01-01", "2029-12-31"],
    ["a school year", "2026-09-01", "2027-08-31", "2027-09-01", "2028-08-31"],
    ["two years", "2025-01-01", "2026-12-31", "2027-01-01", "2028-12-31"],
    ["a quarter", "2026-10-01", "2026-12-31", "2027-01-01", "2027-03-31"],
    ["ten days", "2026-12-22", "2026-12-31", "2027-01-01", "2027-01-10"],
    ["one day", "2026-12-31", "2026-12-31", "2027-01-01", "2027-01-01"],
    ["a year less a day", "2026-01-01", "2026-12-30", "2026-12-31", "2027-12-29"],
    ["thirty days that end with a month", "2026-01-02", "2026-01-31", "2026-02-01", "2026-03-02"],
  ])("after %s is as long", (_what, from, to, nextFrom, nextTo) => {
    expect(nextPeriod({ from, to })).toEqual({ from: nextFrom, to: nextTo });
  });

  it("may begin later", () => {
    expect(nextPeriod({ from: "2026-01-01", to: "2026-12-31" }, "2027-04-01")).toEqual({
      from: "2027-04-01",
      to: "2028-03-31",
    });
  });

  it("of centuries ends in the calendar", () => {
    expect(nextPeriod({ from: "1000-01-01", to: "2026-12-31" }).to <= "9999-12-31").toBe(true);
  });
});

it("a period is told by its days", () => {
  expect(describePeriod({ from: "2026-01-01", to: "2026-12-31" })).toBe("1 January 2026 to 31 December 2026");
});
