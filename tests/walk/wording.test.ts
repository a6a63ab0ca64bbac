import { describe, expect, it } from "vitest";
import { plan } from "../../src/engine/plan.js";
import type { Checklist, Condition } from "../../src/model/checklist.js";
import { describeScope } from "../../src/walk/fact-text.js";
import { parseTypedDay } from "../../src/walk/typed-day.js";
import { tidy } from "../../src/walk/typed-text.js";
import { checklist, emptyAudit, profile } from "./fixture.js";

describe("a typed day", () => {
  it.each([
    ["2026-03-01", "2026-03-01"],
    ["2026-3-1", "2026-03-01"],
    ["01/03/2026", "2026-03-01"],
    ["1.3.2026", "2026-03-01"],
    ["1 March 2026", "2026-03-01"],
    ["1st mar 2026", "2026-03-01"],
    ["29/2/2024", "2024-02-29"],
    ["29/2/2026", null],
    ["3/13/2026", null],
    ["1 Smarch 2026", null],
    ["1/3/26", null],
    ["soon", null],
  ])("%s is read as %s", (typed, day) => {
    expect(parseTypedDay(typed)).toBe(day);
  });
});

it("a typed text keeps no escapes and no doubled spaces", () => {
  expect(tidy("  one\u001B[31m  two\u0007\tthree ")).toBe("one two three");
});

describe("why requirements fell out", () => {
  const facts = { "employs-staff": false, sector: ["sport"] };
  const whyNot = (appliesWhen: Condition) => {
    const [first] = checklist.standards;
    const requirements = (first?.requirements ?? [])
      .slice(0, 1)
      .map((requirement) => ({ ...requirement, appliesWhen }));
    const small: Checklist = { ...checklist, standards: [{ id: "leadership", title: "Leadership", requirements }] };
    const audit = { ...emptyAudit, organisation: { name: "Harbour Juniors", facts } };
    return describeScope(plan(small, profile, audit), profile, audit).map(({ text }) => text)[3];
  };

  it("names the answer that decided it, and none that would not have mattered", () => {
    expect(whyNot({ "employs-staff": true, sector: "sport" })).toBe("Employs staff: no (1 left out)");
  });

  it("names the answer that was given before what follows from it", () => {
    expect(whyNot({ all: [{ "employs-staff": true }, { "staff-abroad": true }] })).toBe(
      "Employs staff: no (1 left out)",
    );
    expect(whyNot({ "staff-abroad": true })).toBe("Staff abroad: no (1 left out)");
  });

  it("names all when each alone would have done", () => {
    expect(whyNot({ "employs-staff": true, sector: "health" })).toBe(
      "Employs staff: no; Kind of organisation: Sports club (1 left out)",
    );
  });
});
