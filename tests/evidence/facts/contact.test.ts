import { describe, expect, it } from "vitest";
import { namesContact } from "../../../src/evidence/facts/contact.js";
import { documentOf, linkTo } from "./fixture.js";

const names = (text: string) => namesContact(documentOf(text));

describe("somebody to go to is named by", () => {
  it.each([
    "Our Designated Safeguarding Lead is Mary Reed.",
    "DSL: Mary Reed 01632 960001",
    "Designated Safeguarding Lead: Mary Reed, lead@riverside.example",
    "Our child protection officer is Mrs Reed.",
    "Mary Reed is our welfare officer.",
    "Mary Reed (designated person)",
    "Safeguarding officer – Mary Reed",
    "The lead can be reached at safeguarding@riverside.test",
    "Safeguarding Lead | Mary Reed | 01632 960001",
    "Role | Name | Telephone\nSafeguarding Lead | Mary Reed | 01632 960001",
    "The safeguarding team can be called on 01632 960 001.",
    "# Designated Safeguarding Lead\nMary Reed\n\n01632 960001",
    "# Designated Safeguarding Lead\n\nTel: 01632 960001",
    "# Designated person\n\nName: Mary Reed",
    "- Parish safeguarding officer: Mary O’Reed-Brown",
    "Concerns go to the Chair, Mary Reed.",
    "The Designated Safeguarding Leads are Mary Reed and John Brown.",
    "Club Welfare Officer Mary Reed",
    "The designated person is our child protection co-ordinator, Mary Reed, who will help.",
    "Mary Reed is our named person with overall responsibility for children.",
    "Write to lead AT riverside DOT test about any worry",
    "Tell the Designated Safeguarding Lead.",
    "Report any worry at once to our centre manager.",
    "Concerns are passed on to the welfare officer the same day.",
  ])("%s", (text) => {
    expect(names(text)).toBe(true);
  });

  it("a link that opens a letter", () => {
    expect(namesContact(documentOf("Write to us.", { links: [linkTo("mailto:lead@riverside.test")] }))).toBe(true);
  });
});

describe("nobody to go to is named by", () => {
  it.each([
    "The Designated Safeguarding Lead trains the others.",
    "Training for the Designated Safeguarding Lead",
    "Tell the police.",
    "DSL: [name]",
    "Designated Safeguarding Lead: ______",
    "Name: ______",
    "Designated Safeguarding Lead: TBC",
    "Call the NSPCC helpline on 0808 800 5000.",
    "Childline: 0800 1111",
    "Write to help@nspcc.org.uk.",
    "The LADO is Mary Reed, 01632 960001.",
    "Call the police on 101 or 999.",
    "Children's social care: 01632 960001, referrals@anytown.gov.uk",
    "The Designated Safeguarding Lead will tell Children's Social Care.",
    "Our Designated Safeguarding Lead is trained every two years.",
    "The Safeguarding Officer is a Trustee of Riverside Youth Project.",
    "The Trustees are responsible for this. Nobody else may use the pages of Riverside Youth.",
    "Trustees (see the Riverside Annual Report) meet in May, as Mary Reed says.",
    "# Line Manager\nAdoption leave policy\n\nMaternity Leave Flowcharts are there.",
    "The policy of May 2024 was made by Mary Reed.",
    "Role | Name | Telephone\nSafeguarding Lead |  | ",
    "The Designated Lead is the Head Teacher",
    "Working Together 2018, 2023 and 01/02/2024",
    "Charity number 1163168, registered with the manager",
  ])("%s", (text) => {
    expect(names(text)).toBe(false);
  });

  it("a link to a helpline or a page", () => {
    const links = [linkTo("mailto:help@nspcc.org.uk"), linkTo("contact.md")];
    expect(namesContact(documentOf("Write to them.", { links }))).toBe(false);
  });
});
