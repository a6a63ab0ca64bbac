import { describe, expect, it } from "vitest";
import { requirementsOf } from "../../src/model/checklist.js";
import { asked, checklists, edition, idsOf, profile } from "./shipped.js";

const years = ["2006", "2013", "2018", "2023"] as const;

/** The general arrangements, and in which editions each is an item of its own (2006, 2013, 2018, 2023). */
const crosswalk: Readonly<Record<string, string>> = {
  "impact-on-children": "Y---",
  "strategic-priorities": "Y---",
  "senior-commitment": "Y---",
  "board-lead": "-YYY",
  "line-of-accountability": "YYYY",
  "culture-of-listening": "YYYY",
  "policies-and-procedures": "Y---",
  "interagency-working": "Y---",
  "information-sharing": "-YYY",
  whistleblowing: "Y-YY",
  "escalation-policy": "--YY",
  "designated-practitioner": "-YYY",
  "designated-role-defined": "-YYY",
  "designated-role-resourced": "-YYY",
  "safe-recruitment": "YYYY",
  "training-and-refresher": "Y---",
  "supervision-and-support": "-YYY",
  "staff-competence": "-YYY",
  "mandatory-induction": "-YYY",
  "practice-review": "-YYY",
  "culture-of-safety": "--YY",
  "allegations-policy": "YYYY",
  "allegation-to-senior-manager": "-YYY",
  "designated-officer-informed": "-YYY",
  "designated-officer-in-place": "-YYY",
  "allegation-support": "---Y",
  "barring-referral": "-YYY",
};

it("five editions are shipped, in order of publication", () => {
  expect([...checklists.keys()]).toEqual(
    ["2006", "2013", "2018", "2023", "2026"].map((year) => `working-together-${year}`),
  );
});

describe("the crosswalk of the arrangements can be read out of the data", () => {
  it.each(Object.entries(crosswalk))("%s: %s", (key, marks) => {
    expect(years.map((year) => (idsOf(edition(year)).includes(key) ? "Y" : "-")).join("")).toBe(marks);
  });

  it("2026 carries over every item of 2023", () => {
    expect(idsOf(edition("2026"))).toEqual(expect.arrayContaining([...idsOf(edition("2023"))]));
  });

  it("whistleblowing is retired in 2013 and returns in 2018 from 2006", () => {
    expect(edition("2013").retired.map((item) => item.requirement)).toContain("whistleblowing");
    const back = requirementsOf(edition("2018")).find((requirement) => requirement.id === "whistleblowing");
    expect(back?.from).toMatchObject([
      { requirement: "whistleblowing", change: "returned", edition: "working-together-2006" },
    ]);
  });

  it("the board-level lead of 2013 comes from the senior commitment of 2006", () => {
    const lead = requirementsOf(edition("2013")).find((requirement) => requirement.id === "board-lead");
    expect(lead?.from.map((item) => item.requirement)).toContain("senior-commitment");
  });
});

describe("nothing is claimed that was not read", () => {
  it("no reference is verified: no edition's own text was read", () => {
    for (const checklist of checklists.values()) {
      expect(requirementsOf(checklist).filter((requirement) => requirement.reference.verified)).toEqual([]);
    }
  });

  it("2026 is carried over, says so, and knows no paragraph", () => {
    const { status, notice, standards } = edition("2026");
    expect(status).toBe("carried-over");
    expect(notice).toBe(
      "The text of chapter 4 of the 2026 edition has not been checked; items are carried over from 2023.",
    );
    expect(
      standards.flatMap((standard) => standard.requirements).filter((item) => item.reference.paragraph !== null),
    ).toEqual([]);
  });

  it("every edition says that this is no place to report a concern, and to call 999", () => {
    for (const { safetyNotice } of checklists.values()) {
      expect(safetyNotice).toMatch(/no place to report a concern/u);
      expect(safetyNotice).toMatch(/999/u);
    }
  });
});

describe("who is asked what", () => {
  const club = { sector: ["voluntary-or-private"], "employs-staff": false, "has-volunteers": true, charity: false };

  it("a village club is asked few questions, and none of the health service's", () => {
    const ids = asked("2026", club);
    expect(ids.length).toBeLessThan(30);
    expect(
      ids.filter((id) => id.startsWith("health-") || id.startsWith("prison-") || id.startsWith("police-")),
    ).toEqual([]);
    expect(ids).toEqual(
      expect.arrayContaining(["board-lead", "whistleblowing", "safe-recruitment", "barring-referral"]),
    );
  });

  it("a council is asked for its designated officer, a club is not", () => {
    expect(asked("2023", { ...club, sector: ["local-authority"] })).toContain("designated-officer-in-place");
    expect(asked("2023", club)).not.toContain("designated-officer-in-place");
  });

  it("an organisation that said nothing yet is asked everything that may apply", () => {
    expect(asked("2023", {}).length).toBe(idsOf(edition("2023")).length);
  });

  it.each(profile.facts.find((fact) => fact.id === "sector")?.choices?.map((choice) => choice.value) ?? [])(
    "a %s is asked every general arrangement of 2023",
    (sector) => {
      const general = Object.keys(crosswalk).filter(
        (key) => crosswalk[key]?.endsWith("Y") && key !== "designated-officer-in-place",
      );
      expect(asked("2023", { ...club, sector: [sector] })).toEqual(expect.arrayContaining(general));
    },
  );

  it("the referral to the barring service is a must in every edition that has it, with its law", () => {
    for (const year of ["2013", "2018", "2023", "2026"]) {
      const item = requirementsOf(edition(year)).find((requirement) => requirement.id === "barring-referral");
      expect(item?.force).toBe("must");
      expect(item?.reference.law).toMatch(/Safeguarding Vulnerable Groups Act 2006/u);
    }
  });
});
