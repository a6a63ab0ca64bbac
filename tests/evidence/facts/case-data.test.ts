import { describe, expect, it } from "vitest";
import { findCaseData } from "../../../src/evidence/facts/case-data.js";
import { documentOf } from "./fixture.js";

const kinds = (text: string) => findCaseData(documentOf(text)).map(({ kind }) => kind);

describe("a date of birth beside a name is case data", () => {
  it.each([
    "Mary Reed (DOB 03/04/2012) told a helper.",
    "Mary Reed, born 3 April 2012, lives with her aunt.",
    "Mary Reed was born on 3rd April 2012.",
    "Date of birth: 03.04.2012, name: Mary Reed",
    "Name | Date of birth\nMary Reed | 03/04/2012",
    "Child | DOB | School\nMary | 2012-04-03 | Riverside",
    "Mary Reed | D.O.B. | 03/04/12",
    "Name: Mary Reed\nDate of birth: 3/4/2012",
    "Child's name: Mary\nDOB: 3/4/2012",
    "DOB: 3/4/2012\nName of child\n\nName: Mary Reed",
  ])("%s", (text) => {
    expect(kinds(text)).toEqual(["birth-date"]);
  });

  it.each([
    "Date of birth: ____",
    "DOB",
    "Name: ____\nDate of birth: ____",
    "Name | Date of birth\n____ | dd/mm/yyyy",
    "Name: [name of child]\nDate of birth: dd/mm/yyyy",
    "Our founder Mary Reed was born on 3 April 1931.",
    "Children born between 1 September 2018 and 31 August 2019 start in the autumn.",
    "Designated Safeguarding Lead, 3 May 2024",
    "Mary Reed approved this policy on 3 May 2024.",
    "The Children Act of 14 November 1989 protects all who are born.",
    "Riverside Youth Project was born on 3 May 2012.",
    "Write the name and the date of birth (such as 03/04/2012) in the form.",
  ])("not %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("a number of the health service is case data", () => {
  it.each([
    "NHS number: 943 476 5919",
    "NHS No. 9434765919",
    "The child's NHS number is 943-476-5919.",
    "Name | NHS number\nM. | 943 476 5919",
    "NHS number\n\n943 476 5919",
  ])("%s", (text) => {
    expect(kinds(text)).toEqual(["nhs-number"]);
  });

  it.each([
    ["with a wrong check digit", "NHS number: 943 476 5918"],
    ["without its name", "Reference 943 476 5919"],
    ["that is but one digit", "NHS number: 000 000 0000"],
    ["that is a telephone number", "Call the NHS on 0300 123 4567 or 020 7946 0018."],
    ["to be called", "NHS advice, tel: 943 476 5919"],
    ["with more digits", "NHS number: 943 476 59191"],
    ["that is blank", "NHS number: ___ ___ ____"],
  ])("not one %s", (_what, text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("a pupil number is case data", () => {
  it.each(["B801200005001", "UPN: P207000016049", "Mary Reed | B801200005001 | Year 4", "M82343210301B"])(
    "%s",
    (text) => {
      expect(kinds(text)).toEqual(["pupil-number"]);
    },
  );

  it.each([
    ["with a wrong check letter", "A801200005001"],
    ["with a letter that none has", "I801200005001"],
    ["within another number", "XB801200005001 B8012000050019"],
    ["of one digit only", "A000000000000"],
  ])("not one %s", (_what, text) => {
    expect(kinds(text)).toEqual([]);
  });
});

it("tells what it is and where, never the data", () => {
  expect(findCaseData(documentOf("# Log\n\nMary Reed (DOB 03/04/2012)\n\nUPN B801200005001"))).toEqual([
    { kind: "birth-date", line: 3 },
    { kind: "pupil-number", line: 5 },
  ]);
});
