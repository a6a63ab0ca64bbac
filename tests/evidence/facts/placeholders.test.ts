import { describe, expect, it } from "vitest";
import { findPlaceholders, isBlankDocument } from "../../../src/evidence/facts/placeholders.js";
import { documentOf } from "./fixture.js";

const lines = (text: string) => findPlaceholders(documentOf(text)).map(({ line }) => line);

describe("a placeholder was left in", () => {
  it.each([
    "Our lead is [insert name], who is trained.",
    "Tell [name of DSL] at once.",
    "Tell <name of DSL> at once.",
    "The [organisation] keeps children safe.",
    "Call [telephone number].",
    "[INSERT LOGO]",
    "{name of the club} keeps children safe.",
    "XXXX Primary School keeps children safe.",
    "Our lead is XXXX.",
    "Designated Safeguarding Lead: TBC",
    "The deputy is TBC.",
    "Contact details: to be confirmed",
    "Lead | TBC | 01632 960001",
    "Our Designated Safeguarding Lead is ____________ and the deputy is _________.",
    "This policy belongs to the ............................ club of Riverside.",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
    "Insert name of school here",
    "Write to (insert e-mail address).",
    "TODO: write this part",
    "Staff/volunteers (delete as appropriate) must tell the lead.",
    "[School name]",
    "[Your organisation]",
    "# Safeguarding policy of [name of club]",
  ])("%s", (text) => {
    expect(lines(text)).toEqual([1]);
  });

  it.each([
    "- [ ] Check the first aid kit",
    "- [x] Check the first aid kit",
    "He said he “done it [sic]”.",
    "As the law says.[1]",
    "See [our complaints policy](complaints.md).",
    "See [Section 5] for more.",
    "Write to <lead@riverside.example>.",
    "Look at <https://riverside.example>.",
    "Signed: ______________",
    "Signed ______________ Date ______________",
    "Name: ______",
    "Date of next review: ______",
    "Approved by: the trustees",
    "Policy: safeguarding",
    "Introduction ........................ 3",
    "The policy will be agreed with staff.",
    "Details will be added to the register.",
    "“[The child] must be listened to,” says the guidance.",
    "Wait... and see.",
    "Write everything down here and now.",
    "Enter the building by the front door.",
    "Film nights: nothing rated XXX or 18.",
    "The [then] manager told the board.",
    "We file_the_form in the office.",
    "Children add their names to the list.",
  ])("not by %s", (text) => {
    expect(lines(text)).toEqual([]);
  });

  it("not by the blanks of a form", () => {
    expect(lines("# Consent form\nI am the parent of ____________ and I agree that she may go to the camp.")).toEqual(
      [],
    );
    expect(lines("Name of child ____ is in class ____ now\n\nBorn on ____\n\nParent ____\n\nSigned ____")).toEqual([]);
  });

  it("is told by its line, each line once", () => {
    expect(lines("# Policy\n\nTell [name] or [name].\n\nFine.\n\nCall [number].")).toEqual([3, 7]);
  });
});

describe("a document says nothing that holds", () => {
  it.each([
    ["nothing", ""],
    [
      "headings",
      "# Safeguarding policy of Riverside Youth Project\n\n## How we keep all the children of our clubs safe every day",
    ],
    ["labels", "Approved by: the trustees\n\nDate: 3 May 2024\n\nVersion: 2"],
    [
      "placeholders",
      "Our safeguarding policy will be written soon.\n\n[Insert the text of the policy that the trustees approved here]",
    ],
    [
      "the head of a table",
      "Name of the lead | Telephone of the lead | What the lead of our club does | When and where\n |  |  | ",
    ],
    ["fourteen words", "We keep all the children safe. Everybody knows whom to tell about any worry."],
    [
      "lorem ipsum",
      "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.",
    ],
  ])("%s", (_what, text) => {
    expect(isBlankDocument(documentOf(text))).toBe(true);
  });

  it.each([
    ["fifteen words", "We keep all the children safe. Everybody knows whom to tell about any small worry."],
    [
      "rows that say something",
      "Role | Duty\nLead | Writes every worry down and tells the trustees and the council of it at once today",
    ],
    [
      "a long preface of blanks",
      `${"____\n\n".repeat(5000)}We keep all the children safe. Everybody knows whom to tell about any small worry.`,
    ],
  ])("not %s", (_what, text) => {
    expect(isBlankDocument(documentOf(text))).toBe(false);
  });
});
