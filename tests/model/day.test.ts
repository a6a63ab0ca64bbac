import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDuration,
  describeDay,
  describeDuration,
  isLonger,
  isDay,
  isDuration,
  parseDuration,
} from "../../src/model/day.js";

/** Slow and plain: the calendar by counting. */
function isDaySlowly(text: string): boolean {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return false;
  const digits = text.slice(0, 4) + text.slice(5, 7) + text.slice(8);
  if ([...digits].some((digit) => !"0123456789".includes(digit))) return false;
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

describe("isDay", () => {
  it.each(["2026-11-21", "2024-02-29", "2000-02-29", "1970-01-01", "0000-02-29", "0099-12-31", "9999-12-31"])(
    "%s is a day",
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-01-32",
    "2026-1-1",
    "26-01-01",
    "02026-01-01",
    "+002026-01-01",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01\n",
    "x2026-01-01",
    "2026/01/01",
    "21-11-2026",
    "٢٠٢٦-٠١-٠١",
    "",
  ])("%j is no day", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("agrees with the calendar counted by hand", () => {
    const two = fc.integer({ min: 0, max: 39 }).map((n) => String(n).padStart(2, "0"));
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, "0"));
    const near = fc.tuple(year, two, two).map((parts) => parts.join("-"));
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => isDay(text) === isDaySlowly(text)),
      { numRuns: 3000 },
    );
  });

  it("agrees with the calendar on every day around a leap day of four years", () => {
    const texts = [1900, 2000, 2023, 2024].flatMap((year) =>
      ["02-28", "02-29", "02-30", "03-01"].map((rest) => `${year}-${rest}`),
    );
    expect(texts.filter(isDay)).toEqual([
      "1900-02-28",
      "1900-03-01",
      "2000-02-28",
      "2000-02-29",
      "2000-03-01",
      "2023-02-28",
      "2023-03-01",
      "2024-02-28",
      "2024-02-29",
      "2024-03-01",
    ]);
  });
});

describe("isDuration", () => {
  it.each(["P12M", "P1Y", "P14D", "P2W", "P1Y6M", "P1Y2M3W4D", "P0D", "P9999Y"])("%s is a duration", (text) => {
    expect(isDuration(text)).toBe(true);
  });

  it.each([
    "P",
    "",
    "12M",
    "P12",
    "PT1H",
    "P1M1Y",
    "P-1M",
    "P1.5Y",
    "p1y",
    "P12345Y",
    "P12345M",
    "P12345W",
    "P12345D",
    "P1Y ",
    " P1Y",
    "P1Y\n",
    "P1Y1Y",
  ])("%j is no duration", (text) => {
    expect(isDuration(text)).toBe(false);
  });
});

describe("parseDuration", () => {
  it("counts years as twelve months and weeks as seven days", () => {
    expect(parseDuration("P1Y2M3W4D")).toEqual({ months: 14, days: 25 });
  });

  it("counts what is not stated as nothing", () => {
    expect([parseDuration("P2Y"), parseDuration("P3D")]).toEqual([
      { months: 24, days: 0 },
      { months: 0, days: 3 },
    ]);
  });

  it("throws for a text that is no duration, and says which", () => {
    expect(() => parseDuration("yearly")).toThrow(new RangeError("not a duration: yearly"));
  });
});

describe("addDuration", () => {
  it.each([
    ["2026-01-31", "P1M", "2026-02-28"],
    ["2024-01-31", "P1M", "2024-02-29"],
    ["2026-01-30", "P1M", "2026-02-28"],
    ["2026-01-28", "P1M", "2026-02-28"],
    ["2026-02-28", "P1M", "2026-03-28"],
    ["2026-03-31", "P1M", "2026-04-30"],
    ["2024-02-29", "P12M", "2025-02-28"],
    ["2024-02-29", "P4Y", "2028-02-29"],
    ["2026-12-31", "P2M", "2027-02-28"],
    ["2026-11-30", "P3M", "2027-02-28"],
    ["2026-12-15", "P1M", "2027-01-15"],
    ["2026-06-01", "P12M", "2027-06-01"],
    ["2026-12-31", "P1D", "2027-01-01"],
    ["2026-02-28", "P1D", "2026-03-01"],
    ["2026-01-31", "P1M1D", "2026-03-01"],
    ["2026-03-01", "P2W", "2026-03-15"],
    ["2026-03-28", "P1D", "2026-03-29"],
    ["2026-06-01", "P0D", "2026-06-01"],
    ["0050-01-31", "P1M", "0050-02-28"],
    ["0000-12-31", "P2M", "0001-02-28"],
    ["9998-12-31", "P12M", "9999-12-31"],
    ["9998-12-31", "P2D", "9999-01-02"],
  ])("%s and %s later is %s", (day, duration, later) => {
    expect(addDuration(day, duration)).toBe(later);
  });

  it.each([
    ["9999-12-31", "P1D"],
    ["9999-12-31", "P12M"],
    ["2026-01-01", "P9999Y"],
  ])("%s and %s later stays the last day there is", (day, duration) => {
    expect(addDuration(day, duration)).toBe("9999-12-31");
  });

  it("is always a day, and never before the day it starts from", () => {
    const days = fc
      .date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const durations = fc
      .tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999), fc.nat(9999))
      .map(([y, m, w, d]) => `P${y}Y${m}M${w}W${d}D`);
    fc.assert(
      fc.property(days, durations, (day, duration) => {
        const later = addDuration(day, duration);
        return isDay(later) && later >= day;
      }),
    );
  });

  it("a later start never ends earlier", () => {
    const days = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, fc.nat(40), fc.nat(40), (a, b, months, rest) => {
        const [first, second] = [a, b].toSorted();
        const duration = `P${months}M${rest}D`;
        return addDuration(first ?? "", duration) <= addDuration(second ?? "", duration);
      }),
    );
  });
});

describe("describeDay", () => {
  it.each([
    ["2027-01-31", "31 January 2027"],
    ["2026-03-01", "1 March 2026"],
    ["2026-12-09", "9 December 2026"],
    ["0099-12-31", "31 December 0099"],
  ])("%s in words is %j", (day, words) => {
    expect(describeDay(day)).toBe(words);
  });

  it("names every month", () => {
    const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
    expect(months.map((month) => describeDay(`2026-${month}-01`).slice(2, -5))).toEqual([
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ]);
  });

  it.each(["", "yearly", "2026-13-01", "2026-00-01", "2026-1-1"])("gives %j back, which is no day", (text) => {
    expect(describeDay(text)).toBe(text);
  });
});

describe("describeDuration", () => {
  it.each([
    ["P12M", "12 months"],
    ["P1M", "1 month"],
    ["P01M", "1 month"],
    ["P1Y6M", "1 year 6 months"],
    ["P2W", "2 weeks"],
    ["P1W1D", "1 week 1 day"],
    ["P0D", "0 days"],
    ["yearly", ""],
  ])("%s in words is %j", (text, words) => {
    expect(describeDuration(text)).toBe(words);
  });
});

describe("isLonger", () => {
  it.each([
    ["P13M", "P12M"],
    ["P12M", "P365D"],
    ["P31D", "P1M"],
    ["P1M", "P30D"],
    ["P1D", "P0D"],
    ["P1Y", "P11M"],
  ])("%s is longer than %s, and not the other way round", (longer, shorter) => {
    expect([isLonger(longer, shorter), isLonger(shorter, longer)]).toEqual([true, false]);
  });

  it.each([
    ["P1Y", "P12M"],
    ["P2W", "P14D"],
  ])("neither of %s and %s is", (one, other) => {
    expect([isLonger(one, other), isLonger(other, one)]).toEqual([false, false]);
  });
});
