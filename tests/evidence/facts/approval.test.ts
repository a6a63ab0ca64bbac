import { describe, expect, it } from "vitest";
import { findApproval } from "../../../src/evidence/facts/approval.js";
import { documentOf, fieldsOf } from "./fixture.js";

const state = (text: string, fields: Readonly<Record<string, string>> = {}) =>
  findApproval(documentOf(text, { fields: fieldsOf(fields) })).state;

describe("a document is approved that says", () => {
  it.each([
    "Approved by: the Board of Trustees",
    "Approved by the Management Committee on 3 May 2024.",
    "This policy was adopted at a meeting held on 4th July 2023.",
    "This policy has been approved by the trustees of Riverside Youth Project.",
    "This safeguarding policy was formally ratified by governors in May 2024.",
    "The trustees approved this policy on 3 May 2024.",
    "The Parochial Church Council has formally adopted this policy.",
    "The committee have agreed this safeguarding policy.",
    "Ratified by Governors: Spring 2024",
    "Date of approval: 3 May 2024",
    "Approval date | 3 May 2024",
    "Adopted: 2024-05-03",
    "Version 3, approved by trustees on 1 May 2024",
    "Signed: A. Chair, Chair of trustees",
    "Signed (Chair of trustees): A. Chair  Date: 3 May 2024",
    "Policy agreed by governing body: May 2024",
    "Agreed and signed off by the board in March 2024",
    "Approved by\n\nThe Board of Trustees",
    "# Date approved\n3 May 2024",
    "Status: approved\nApproved by trustees May 2024",
    "Document | Owner | Approved by\nPolicy | Lead | Trustees",
    "Version | Date | Approved by\n1 | May 2022 | Board\n2 | May 2024 | Board",
    "Adopted by the PCC on 3/5/24",
    "Signed off by: Head teacher",
    "The policy was written with the help of staff and ratified by the governing body in Spring 2022.",
    "Statutory; Approved by Governors: Autumn 2023",
    "The policy was agreed and adopted by the committee in June 2023.",
  ])("%s", (text) => {
    expect(state(text)).toBe("approved");
  });

  it.each([
    ["approved_by", "Board"],
    ["adpoted_date", "2013-11-25"],
    ["signed-by-name", "A. Chair"],
    ["ratified", "true"],
    ["status", "Approved"],
    ["approval.date", "2024-01-01"],
  ])("in the field %s: %s", (key, value) => {
    expect(state("", { [key]: value })).toBe("approved");
  });
});

describe("a document is a draft that says", () => {
  it.each([
    "# DRAFT Safeguarding Policy",
    "# Safeguarding Policy (draft)",
    "# Safeguarding policy – Draft 2",
    "DRAFT",
    "DRAFT – for consultation",
    "*** Draft ***",
    "Draft v2",
    "Status: Draft",
    "Status: v0.3 draft",
    "Version 0.2 (draft)",
    "Consultation draft",
    "For consultation",
    "This is a draft.",
    "This draft policy is for discussion by the trustees.",
    "This policy is still in draft.",
    "Not yet approved",
    "Awaiting ratification",
    "Last updated: NOT CURRENTLY RATIFIED POLICY",
    "This policy has not yet been approved by the trustees of Riverside Youth Project, who meet in May.",
    "Approved by: pending board approval",
    "Approved by: awaiting trustees' approval",
    "Status | Draft",
    "Awaiting approval by trustees at their next meeting (May 2025)",
    "Final draft, subject to approval by trustees",
  ])("%s", (text) => {
    expect(state(text)).toBe("draft");
  });

  it.each([
    ["status", "draft"],
    ["draft", "true"],
    ["approved", "false"],
    ["version", "0.2 draft"],
    ["status", "Awaiting approval"],
  ])("in the field %s: %s", (key, value) => {
    expect(state("", { [key]: value })).toBe("draft");
  });

  it("also where a form below it asks who approves it", () => {
    expect(state("# Draft policy\nApproved by: the trustees")).toBe("draft");
  });
});

describe("nothing is stated by", () => {
  it.each([
    "Signed: ______",
    "Signed ................ Date ..........",
    "Approved by: TBC",
    "Approved by: [name of body]",
    "Approved by:",
    "This policy was adopted on ________",
    "Approval date | dd/mm/yyyy",
    "Approved by | Signature | Date\n |  | ",
    "This policy will be approved by the trustees.",
    "The policy must be approved by the board before use.",
    "All policies are approved by the trustees.",
    "Once this policy has been approved by the board it is sent to parents.",
    "Expenses must be approved by the treasurer.",
    "Approved providers are listed below.",
    "Adopted children may have other needs.",
    "The child was adopted by the family on 3 May 2020.",
    "Agreed ground rules help everyone to feel safe.",
    "The secretary will draft a letter to parents.",
    "Draft minutes are sent to the members within a week.",
    "- Draft agendas working with the chair",
    "# Drafting our policies",
    "Volunteers whose checks are not yet approved may not be alone with children.",
    "Each parent signed the form.",
    "- a day on which the offer of a place ends if not accepted",
    "A bill of the club is not paid while it is not approved.",
    "To be approved by the board in May 2025",
    "We accept that agreed plans may change.",
  ])("%s", (text) => {
    expect(state(text)).toBe("not-stated");
  });

  it.each([
    ["draft", "false"],
    ["approved_by", ""],
    ["approved_by", "TBC"],
    ["next_approval", "2025-01-01"],
    ["status", "current"],
  ])("the field %s: %s", (key, value) => {
    expect(state("", { [key]: value })).toBe("not-stated");
  });
});

it("a draft among older versions is no draft once one is approved", () => {
  expect(state("Version | Date | Status\n0.1 | May 2022 | Draft\n1.0 | June 2022 | Approved by trustees")).toBe(
    "approved",
  );
  expect(state("Version | Date | Status\n0.1 | May 2022 | Draft")).toBe("draft");
});

it("the line is the one that says so", () => {
  expect(findApproval(documentOf("# Policy\n\nWe care.\n\nApproved by the trustees on 3 May 2024."))).toEqual({
    state: "approved",
    line: 5,
  });
  expect(findApproval(documentOf("# Policy"))).toEqual({ state: "not-stated", line: null });
});
