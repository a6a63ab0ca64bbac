import { describe, expect, it } from "vitest";
import { findEditions } from "../../../src/evidence/facts/editions.js";
import { findOldTerms } from "../../../src/evidence/facts/old-terms.js";
import type { SupersededTerm } from "../../../src/model/lexicon.js";
import { documentOf } from "./fixture.js";

const term = (name: string, ...also: readonly string[]): SupersededTerm => ({
  term: name,
  also,
  "replaced-by": ["the new one"],
  from: "2012",
});
const terms: readonly SupersededTerm[] = [
  term("Criminal Records Bureau", "CRB"),
  term("Local Safeguarding Children Board", "LSCB", "LSCBs"),
  term("List 99"),
  term("at risk register"),
  term("Department for Children, Schools and Families", "DCSF"),
  term("strategic health authority"),
  term("Independent Safeguarding Authority", "ISA registration"),
  term("Department for Education and Skills", "DfES"),
];
const found = (text: string) => findOldTerms(documentOf(text), terms);
const names = (text: string) => found(text).map(({ term: name, line, history }) => [name, line, history]);

describe("a term that has had its day is found", () => {
  it.each([
    ["All staff have a CRB check.", "Criminal Records Bureau"],
    ["We ask for CRBs of all.", "Criminal Records Bureau"],
    ["the criminal records bureau's form", "Criminal Records Bureau"],
    ["Criminal-Records Bureau", "Criminal Records Bureau"],
    ["the Criminal\nRecords Bureau", "Criminal Records Bureau"],
    ["Local safeguarding children boards decide.", "Local Safeguarding Children Board"],
    ["the Riverside Local Safeguarding Children Board (RLSCB)", "Local Safeguarding Children Board"],
    ["Call the LSCB.", "Local Safeguarding Children Board"],
    ["the at-risk register", "at risk register"],
    ["Department for Children, Schools & Families", "Department for Children, Schools and Families"],
    ["We check List 99.", "List 99"],
    ["Strategic health authorities plan.", "strategic health authority"],
    ["ISA registration is needed", "Independent Safeguarding Authority"],
    ["DfES guidance", "Department for Education and Skills"],
    ["CRB/DBS checks", "Criminal Records Bureau"],
    ["(CRB)", "Criminal Records Bureau"],
    ["# CRB checks", "Criminal Records Bureau"],
    ["Check | CRB | yearly", "Criminal Records Bureau"],
  ])("in %s", (text, name) => {
    expect(names(text)).toEqual([[name, 1, false]]);
  });

  it.each([
    "The crb of the boat leaked.",
    "SCRB and CRBX are others.",
    "A list of 99 toys; list 990.",
    "The local board of children decides.",
    "Local. Safeguarding. Children. Board.",
    "Those at risk register at the door; a register of those at risk.",
    "dfes",
    "An ISA is a savings account.",
  ])("not in %s", (text) => {
    expect(names(text).filter(([name]) => name !== "at risk register" || !text.startsWith("Those"))).toEqual([]);
  });

  it("at the line it stands in, within its paragraph", () => {
    expect(names("# Policy\n\nWe check all people\nwho work here with\nthe CRB and others.")).toEqual([
      ["Criminal Records Bureau", 5, false],
    ]);
  });

  it("three times at most", () => {
    expect(names("CRB\n\nCRB\n\nCRB\n\nCRB").map(([, line]) => line)).toEqual([1, 3, 5]);
  });

  it("with what has replaced it", () => {
    expect(found("CRB")).toEqual([
      { term: "Criminal Records Bureau", replacedBy: ["the new one"], from: "2012", line: 1, history: false },
    ]);
  });
});

describe("a term is history", () => {
  it.each([
    "The Disclosure and Barring Service, formerly the Criminal Records Bureau, checks staff.",
    "DBS (previously CRB) checks",
    "CRB (now DBS) checks",
    "The CRB was replaced by the DBS.",
    "The CRB is now the DBS.",
    "What was known as the CRB has gone.",
    "Checks were called CRB checks until 2012.",
    "The CRB has been superseded.",
    "The Act of 2012 merged the CRB with another body.",
    "The Safeguarding Vulnerable Groups Act 2006 established the Independent Safeguarding Authority.",
    "The DBS has replaced the CRB.",
    "The CRB no longer exists.",
    "# Version history\n- 2012: CRB taken out",
    "Version | Changes\n1 | CRB named",
  ])("in %s", (text) => {
    expect(found(text).map(({ history }) => history)).toEqual([true]);
  });

  it.each([
    "A CRB check must be renewed every three years.",
    "Lost CRB certificates are replaced.",
    "You need a CRB now.",
    "Staff are now required to have a CRB check.",
    "History lessons are given by people with a CRB check.",
  ])("not in %s", (text) => {
    expect(found(text).map(({ history }) => history)).toEqual([false]);
  });
});

const editions = (text: string) => findEditions(documentOf(text));

describe("an edition of the guidance is cited", () => {
  it.each<readonly [string, readonly number[]]>([
    ["Working Together to Safeguard Children (July 2018)", [2018]],
    ["We follow Working Together to Safeguard Children 2023.", [2023]],
    ["WTSC 2023", [2023]],
    ["WTTSC (2015)", [2015]],
    ["Working Together 2015", [2015]],
    ["Working Together (HM Government, 2013)", [2013]],
    ["HM Government (2018) Working Together to Safeguard Children", [2018]],
    ["DfE, 2015: Working Together to Safeguard Children", [2015]],
    ["the 2018 edition of Working Together", [2018]],
    ["Working Together to Safeguard Children: a guide to inter-agency working, March 2015", [2015]],
    ["Working together to safeguard children, updated December 2020", [2018]],
    ["Working Together to Safeguard\nChildren 2018", [2018]],
    ["Working Together 2018 and, abroad, Working Together 2023", [2018, 2023]],
    ["“Working Together to Safeguard Children” DfE 2013", [2013]],
    ["Working Together 2023\n\nWorking Together 2023", [2023]],
    ["WT2018 and WT 2018", [2018]],
    ["Working Together 2031", [2031]],
    ["Working Together 2023 has replaced Working Together 2018.", [2023]],
  ])("in %s", (text, years) => {
    expect(editions(text)).toEqual(years);
  });

  it.each([
    "Working Together to Safeguard Children",
    "Working Together to Safeguard Children and the Children Act 2004",
    "Working Together; Keeping Children Safe in Education 2023",
    "Working Together and Keeping Children Safe in Education 2023",
    "We have been working together with parents since we opened our doors in 2013.",
    "Keeping Children Safe in Education 2018",
    "First adopted under Working Together 2013, which was superseded.",
    "Working Together | 2018",
  ])("not in %s", (text) => {
    expect(editions(text)).toEqual([]);
  });
});

it("a million characters of anything are looked through in a second or two", () => {
  const started = performance.now();
  for (const part of ["CRB ", "local safeguarding children ", "list ", "working together 2018 ", "( ", "'s", "2018 "])
    for (const find of [found, editions]) find(part.repeat(1_000_000 / part.length));
  expect(performance.now() - started).toBeLessThan(15_000);
});
