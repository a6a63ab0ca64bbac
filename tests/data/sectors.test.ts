import { describe, expect, it } from "vitest";
import { evaluate, factsIn } from "../../src/engine/applicability.js";
import { type Condition, requirementsOf } from "../../src/model/checklist.js";
import { asked, askedOfItself, checklists, edition, profile } from "./shipped.js";

const years = ["2006", "2013", "2018", "2023", "2026"] as const;

/**
 * The kinds of organisation, how the items of their own begin, and in which editions there is at least one (2006, 2013,
 * 2018, 2023, 2026). Until 2023 a sports club has those of voluntary bodies only.
 */
const sectors: readonly (readonly [sector: string, prefix: string, marks: string])[] = [
  ["adult-social-care", "adult-care-", "-YYYY"],
  ["housing", "housing-", "-YYYY"],
  ["health-commissioner", "health-", "YYYYY"],
  ["health-provider", "health-", "YYYYY"],
  ["general-practice", "general-practice-", "-YYYY"],
  ["police", "police-", "YYYYY"],
  ["police-and-crime-commissioner", "police-commissioner-", "-YYYY"],
  ["british-transport-police", "transport-police-", "-YYYY"],
  ["probation", "probation-", "YYYYY"],
  ["prison", "prison-", "-YYYY"],
  ["secure-estate", "secure-", "-YYYY"],
  ["youth-offending-team", "youth-offending-", "YYYYY"],
  ["border-and-immigration", "border-", "-YYYY"],
  ["school-or-college", "school-", "YYYYY"],
  ["early-years", "early-years-", "YYYYY"],
  ["childrens-home", "childrens-home-", "--YYY"],
  ["cafcass", "cafcass-", "YYYYY"],
  ["local-authority", "designated-officer-in-place", "-YYYY"],
  ["armed-services-authority", "armed-services-", "-YYYY"],
  ["mappa-authority", "mappa-", "Y-YYY"],
  ["voluntary-or-private", "voluntary-", "-YYYY"],
  ["faith", "faith-", "-YYYY"],
  ["sports-club", "sports-", "---YY"],
  ["other-with-children", "others-", "-YYYY"],
];

/** The items that begin so and are asked of an organisation of this kind, were it to answer every question with yes. */
function ownItems(year: string, sector: string, prefix: string): readonly string[] {
  const yes = profile.facts.filter((fact) => fact.kind === "yes-no").map((fact) => [fact.id, true] as const);
  const facts = Object.fromEntries<boolean | readonly string[]>([...yes, ["sector", [sector]]]);
  const applies = (condition: Condition | null) => condition !== null && evaluate(condition, facts) === true;
  return requirementsOf(edition(year))
    .filter(({ id, appliesWhen }) => id.startsWith(prefix) && applies(appliesWhen))
    .map(({ id }) => id);
}

describe("which kinds of organisation have items of their own can be read out of the data", () => {
  it.each(sectors)("%s (%s): %s", (sector, prefix, marks) => {
    expect(years.map((year) => (ownItems(year, sector, prefix).length > 0 ? "Y" : "-")).join("")).toBe(marks);
  });

  it("the table has every kind that the profile offers", () => {
    const offered = profile.facts.find((fact) => fact.id === "sector")?.choices ?? [];
    expect(sectors.map(([sector]) => sector).toSorted()).toEqual(offered.map(({ value }) => value).toSorted());
  });
});

it("every fact that the profile asks about is needed by some edition", () => {
  const items = [...checklists.values()].flatMap((checklist) => [...requirementsOf(checklist), ...checklist.duties]);
  const needed = new Set(items.flatMap(({ appliesWhen }) => (appliesWhen === null ? [] : factsIn(appliesWhen))));
  expect(profile.facts.map((fact) => fact.id).filter((id) => !needed.has(id))).toEqual([]);
});

const later = ["2013", "2018", "2023", "2026"] as const;
const plain = { "employs-staff": true, "has-volunteers": true, charity: false };

describe.each(later)("health providers in %s", (year) => {
  const named = (facts: Record<string, boolean>) =>
    asked(year, { ...plain, sector: ["health-provider"], ...facts }).filter((id) => id.startsWith("health-named-prof"));

  it("a trust or charity names a doctor and a nurse, an ambulance service or company one professional", () => {
    expect(named({ "independent-or-ambulance-provider": false })).toEqual(["health-named-professionals"]);
    expect(named({ "independent-or-ambulance-provider": true })).toEqual(["health-named-professional-other"]);
  });

  it("who cannot tell is asked for both", () => {
    expect(named({})).toEqual(["health-named-professionals", "health-named-professional-other"]);
  });
});

describe.each(later)("councils in %s", (year) => {
  const forces = (facts: Record<string, boolean | readonly string[]>) =>
    asked(year, { ...plain, ...facts }).filter((id) => id.startsWith("armed-services-"));
  const council = { sector: ["local-authority"] };

  it("a council with forces families and no base is asked about the families only", () => {
    expect(forces({ ...council, "forces-families-or-base": true, "us-base": false })).toEqual([
      "armed-services-overseas",
    ]);
    expect(forces({ sector: ["armed-services-authority"], "us-base": false })).toEqual(["armed-services-overseas"]);
  });

  it("a council with neither is asked about neither, nor about a base", () => {
    expect(forces({ ...council, "forces-families-or-base": false })).toEqual([]);
    expect(askedOfItself(year, { ...plain, ...council, "forces-families-or-base": false })).not.toContain("us-base");
  });

  it("a council that did not say yet is asked about itself, and about both until it does", () => {
    expect(askedOfItself(year, { ...plain, ...council })).toContain("forces-families-or-base");
    expect(forces(council)).toEqual(["armed-services-overseas", "armed-services-base-liaison"]);
  });

  it("a council that chose the kind with forces families is not asked about them again", () => {
    const chosen = { ...plain, sector: ["local-authority", "armed-services-authority"] };
    expect(askedOfItself(year, chosen)).not.toContain("forces-families-or-base");
    expect(askedOfItself(year, chosen)).toContain("us-base");
  });

  it("councils and youth offending teams must have appropriate adults", () => {
    const id = "youth-offending-appropriate-adults";
    expect(asked(year, { ...plain, ...council })).toContain(id);
    expect(asked(year, { ...plain, sector: ["youth-offending-team"] })).toContain(id);
    expect(asked(year, { ...plain, sector: ["police"] })).not.toContain(id);
    const item = requirementsOf(edition(year)).find((requirement) => requirement.id === id);
    expect(item).toMatchObject({ force: "must", reference: { law: "Crime and Disorder Act 1998, section 38" } });
  });
});

it("no question asks again for the whole list of arrangements", () => {
  const questions = [...checklists.values()].flatMap(requirementsOf).map(({ question }) => question);
  expect(questions.filter((question) => /arrangements in place/u.test(question))).toEqual([]);
});
