import { describe, expect, it } from "vitest";
import { findAudience } from "../../../src/evidence/facts/audience.js";
import { findNation } from "../../../src/evidence/facts/nation.js";
import { documentOf } from "./fixture.js";

const nation = (text: string) => findNation(documentOf(text))?.nation ?? null;

describe("a document is written for", () => {
  it.each([
    ["england", "We tell the LADO within a day."],
    ["england", "We follow Working Together to Safeguard Children."],
    ["england", "Ofsted is told of any allegation."],
    ["england", "Staff read KCSIE every year."],
    ["england", "All staff have an enhanced DBS check."],
    ["england", "A strategy discussion leads to section 47 enquiries."],
    ["northern-ireland", "Call the Gateway Team of the Health and Social Care Trust."],
    ["northern-ireland", "The Children (Northern Ireland) Order 1995 applies."],
    ["northern-ireland", "Helpers have an AccessNI check. Tell the PSNI."],
    ["wales", "We follow the Wales Safeguarding Procedures."],
    ["wales", "The Social Services and Well-being (Wales) Act 2014 applies. Estyn inspects us."],
    ["scotland", "Everyone joins the PVG scheme of Disclosure Scotland."],
    ["scotland", "GIRFEC guides us. Tell Police Scotland or the Children’s Reporter."],
    ["scotland", "The Children (Scotland) Act 1995 applies."],
    ["ireland", "Tell Tusla. Garda vetting is needed under the Children First Act 2015."],
    ["elsewhere", "Every teacher is a mandated reporter and calls Child Protective Services."],
    ["elsewhere", "A Working With Children Check or a Blue Card is needed."],
    ["elsewhere", "Tell Oranga Tamariki at once."],
  ])("%s: %s", (expected, text) => {
    expect(nation(text)).toBe(expected);
  });

  it("nobody's law in particular where nothing tells", () => {
    expect(nation("We keep children safe. The ladoga lake is in a psnix.")).toBeNull();
  });

  it("England still, where a sister nation is named once", () => {
    expect(nation("Tell the LADO. Ofsted inspects us. In Scotland the PVG scheme applies.")).toBe("england");
    expect(nation("All have a DBS, a PVG or an AccessNI check. We work with the county council.")).toBe("england");
  });

  it("another nation where a body of England is named once", () => {
    expect(nation("Call the Gateway Team. Tell the PSNI. Access NI checks all. A DBS check is not enough.")).toBe(
      "northern-ireland",
    );
  });

  it("England, not Wales, where both share a law", () => {
    expect(nation("A charity registered in England and Wales. All have a DBS check.")).toBe("england");
  });

  it("no other nation, where only a town of it is named", () => {
    expect(nation("We met in Dublin.")).toBeNull();
  });

  it("and the line is that of the first sign that decides it", () => {
    expect(findNation(documentOf("# Policy\n\nIn Belfast.\n\nCall the Gateway Team.\n\nTell the PSNI."))).toEqual({
      nation: "northern-ireland",
      line: 5,
    });
  });
});

describe("a document protects", () => {
  const audience = (text: string) => findAudience(documentOf(text));

  it.each([
    ["children", "# Child Protection Policy\nWe keep all young people safe."],
    ["children", "Pupils are listened to. Any child may speak. Under 18s are never alone."],
    ["children", "# Safeguarding\nChildren, young people, children and pupils; children, and a vulnerable adult."],
    ["adults", "# Safeguarding Adults Policy\nService users are safe. The Care Act 2014 applies."],
    [
      "adults",
      "Residents and clients are safe. People we support say so. Vulnerable adults too. A child may visit. Residents decide. Clients as well.",
    ],
    ["both", "# Safeguarding Children and Vulnerable Adults\nWe keep children safe, children, children, children."],
    ["both", "We protect children and vulnerable adults. Children and adults at risk have rights."],
    ["neither", "# Staff handbook\nYou are paid on the last day of the month. Holiday is agreed with your manager."],
    ["neither", "Parents with a child at home may ask for other hours."],
    ["neither", "A minority of kidney childish adultery."],
  ])("%s: %s", (expected, text) => {
    expect(audience(text)).toBe(expected);
  });
});
