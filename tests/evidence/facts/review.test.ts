import { describe, expect, it } from "vitest";
import { findReview } from "../../../src/evidence/facts/review.js";
import { documentOf, fieldsOf } from "./fixture.js";

const review = (text: string, fields: Readonly<Record<string, string>> = {}) =>
  findReview(documentOf(text, { fields: fieldsOf(fields) }));
const days = (text: string, fields: Readonly<Record<string, string>> = {}) => {
  const { reviewed, due, every } = review(text, fields);
  return [reviewed?.day ?? null, due?.day ?? null, every?.duration ?? null];
};

describe("the last review is stated by", () => {
  it.each([
    ["Reviewed: 12/03/24", "2024-03-12"],
    ["Date of last review: 12.03.2024", "2024-03-12"],
    ["Last Updated – 3rd of May 2022", "2022-05-03"],
    ["Last reviewed 2024/03/12.", "2024-03-12"],
    ["Version 3, approved by trustees on 1 May 2024", "2024-05-01"],
    ["This policy was adopted at a meeting held on 4th July 2023.", "2023-07-04"],
    ["This policy was agreed by the committee of Riverside Youth Project on 3-4-24", "2024-04-03"],
    ["The trustees approved this policy on March 12, 2024.", "2024-03-12"],
    ["Adopted by the Management Committee: Autumn Term 2024", "2024-12-31"],
    ["Ratified by governors Spring Term 2024", "2024-04-30"],
    ["Policy last reviewed: May/June 2024", "2024-06-30"],
    ["Issue date: Sept 2023", "2023-09-30"],
    ["Date approved: 2021", "2021-12-31"],
    ["Policy date: 12 Mar 24", "2024-03-12"],
    ["Date the policy was written | 6th May 2018", "2018-05-06"],
    ["Effective from 1st September 2024", "2024-09-01"],
    ["Equality Policy – revised March 2021", "2021-03-31"],
    ["GDPR policy updated: 4/5/2021", "2021-05-04"],
    ["Reviewed: May 2021, May 2022, May 2023", "2023-05-31"],
    ["(Reviewed by the board, Jan 2024)", "2024-01-31"],
    ["12/03/2024 – approved by the board of trustees", "2024-03-12"],
    ["A review of this policy took place on 9 June 2023.", "2023-06-09"],
    ["Most recent review: 2 February 2024", "2024-02-02"],
    ["Reviewed and agreed by the parochial church council at its meeting of 14 January 2024.", "2024-01-14"],
    ["# Last review\nMarch 2021", "2021-03-31"],
    ["Date of last review\n\n14 March 2021", "2021-03-14"],
    ["Signed: A. Chair\nDate: 3 May 2024", "2024-05-03"],
    ["Signed | A. Chair | Date | 3 May 2024", "2024-05-03"],
    ["Approved by | Trustees\nx\n\nApproved by | Trustees | Date | 3 May 2024", "2024-05-03"],
  ])("%s", (text, day) => {
    expect(days(text)).toEqual([day, null, null]);
  });

  it.each([
    ["adpoted_date", "2013-11-25"],
    ["last_reviewed", "2013-11-25"],
    ["reviewed-on", "25/11/2013"],
    ["lastReviewed", "25 November 2013"],
    ["date_last_reviewed", "2013-11-25"],
    ["Last Reveiwed", "2013-11-25"],
    ["approved", "2013-11-25"],
    ["aproval_date", "2013-11-25"],
    ["ratified", "2013-11-25"],
    ["adopted_on", "2013-11-25"],
    ["policy.last_review", "2013-11-25"],
    ["effective_date", "2013-11-25"],
    ["date", "2013-11-25"],
    ["updated", "2013-11-25"],
    ["last_updated", "2013-11-25"],
    ["version_date", "2013-11-25"],
  ])("the field %s", (key, value) => {
    expect(days("", { [key]: value })).toEqual(["2013-11-25", null, null]);
  });
});

describe("the next review is stated by", () => {
  it.each([
    ["Date of next review: March 2021", "2021-03-31"],
    ["Next review – 12.03.25", "2025-03-12"],
    ["To be reviewed September 2025", "2025-09-30"],
    ["This policy will be reviewed in September 2025.", "2025-09-30"],
    ["This policy is due for review in Summer Term 2025.", "2025-07-31"],
    ["Date the Policy is Due for Review | 13th February 2022", "2022-02-13"],
    ["Review date: 1st June 2026", "2026-06-01"],
    ["Review Date | June 2026", "2026-06-30"],
    ["Review due: 2026", "2026-12-31"],
    ["Date for review: June 2026", "2026-06-30"],
    ["The next review will take place in May 2026.", "2026-05-31"],
    ["Due for review by 31/01/2026", "2026-01-31"],
    ["Review by: 31 January 2026", "2026-01-31"],
    ["Valid until: 31 January 2026", "2026-01-31"],
    ["# Review date\n\nJune 2026", "2026-06-30"],
    ["Next review\n\nDate: June 2026", "2026-06-30"],
    ["# Review\n\n1 June 2026", "2026-06-01"],
    ["Next review: 2024-05-01. Next review: 2025-05-01.", "2025-05-01"],
  ])("%s", (text, day) => {
    expect(days(text)).toEqual([null, day, null]);
  });

  it.each([
    ["nextReview", "2014-11-25"],
    ["date_of_next_review", "2014-11-25"],
    ["review_date", "2014-11-25"],
    ["reviwe_date", "2014-11-25"],
    ["review-due", "2014-11-25"],
    ["next_reveiw", "25/11/14"],
    ["reviewBy", "2014-11-25"],
    ["renewal_date", "2014-11-25"],
  ])("the field %s", (key, value) => {
    expect(days("", { [key]: value })).toEqual([null, "2014-11-25", null]);
  });
});

describe("how often it is reviewed is stated by", () => {
  it.each([
    ["This policy will be reviewed annually.", "P1Y"],
    ["This policy is reviewed every two years, or sooner if the law changes.", "P2Y"],
    ["Our policies are reviewed at least once a year.", "P1Y"],
    ["The policy shall be reviewed termly by the head.", "P4M"],
    ["We are committed to reviewing our policy and practice annually.", "P1Y"],
    ["Review due in 12 months", "P12M"],
    ["Review cycle: annual", "P1Y"],
    ["Review period | 3 years", "P3Y"],
    ["Reviewed every 18 months", "P18M"],
    ["This document is subject to review annually.", "P1Y"],
    ["An annual review of this policy takes place.", "P1Y"],
    ["We review this policy twice a year.", "P6M"],
    ["The board carries out a three-yearly review of the policy.", "P3Y"],
    ["The policy is reviewed every other year.", "P2Y"],
    ["# Review cycle\n\nEvery three years", "P3Y"],
    ["Each policy is revised annually by its owner.", "P1Y"],
    ["This policy will be reviewed every twelve (12) months.", "P12M"],
    ["This policy is reviewed on an annual basis.", "P1Y"],
  ])("%s", (text, duration) => {
    expect(days(text)).toEqual([null, null, duration]);
  });

  it.each([
    ["review_period", "1y", "P1Y"],
    ["review_period", "12 months", "P12M"],
    ["review_cycle", "annual", "P1Y"],
    ["reviewFrequency", "P6M", "P6M"],
    ["review_interval_months", "24", "P24M"],
    ["reviw_period", "two years", "P2Y"],
  ])("the field %s: %s", (key, value, duration) => {
    expect(days("", { [key]: value })).toEqual([null, null, duration]);
  });
});

describe("nothing is stated by", () => {
  it.each([
    "The Children Act 1989 was amended in 2004.",
    "Working Together to Safeguard Children 2018 was updated in December 2020.",
    "This policy reflects Keeping Children Safe in Education, updated September 2023.",
    "This policy was reviewed in line with Working Together 2023.",
    "This policy has been updated to reflect guidance issued in May 2022.",
    "The boy was born on 3 May 2012.",
    "Jane's case was reviewed on 4 May 2018 by the court.",
    "DBS checks issued on or after 17 June 2013 are accepted.",
    "The insurance certificate was renewed on 3 May 2024.",
    "Risk assessments are reviewed every year.",
    "Our records are reviewed termly to find any pattern.",
    "The care plan is reviewed every six months.",
    "Staff training is updated annually.",
    "Staff who review the policy must have two years of experience.",
    "Safeguarding Policy 2023",
    "We were founded on 3 May 1998.",
    "Approved by: the trustees",
    "Date of birth: 3 May 2012",
    "Next review: September",
    "The child was reviewed on 3 May 2023 at a meeting.",
    "Children who were last reviewed by the doctor in May 2023",
    "The child must be reviewed in May 2025.",
  ])("%s", (text) => {
    expect(days(text)).toEqual([null, null, null]);
  });

  it.each([
    ["last-modified", "2024-01-01"],
    ["lastmod", "2024-01-01"],
    ["created", "2024-01-01"],
    ["reviewer", "2024-01-01"],
    ["preview", "2024-01-01"],
    ["event_date", "2024-01-01"],
    ["date_of_birth", "2012-01-01"],
    ["title", "Policy of 2024-01-01"],
    ["reviewed_by", "The board"],
  ])("the field %s", (key, value) => {
    expect(days("", { [key]: value })).toEqual([null, null, null]);
  });
});

describe("where several are stated", () => {
  it("a review date beside an adoption is the next review", () => {
    expect(days("", { adpoted_date: "2013-11-25", review_date: "2014-11-25" })).toEqual([
      "2013-11-25",
      "2014-11-25",
      null,
    ]);
    expect(days("Approved: 3 May 2024 Review date: 3 May 2025")).toEqual(["2024-05-03", "2025-05-03", null]);
  });

  it("a review date beside a next review is the last review", () => {
    expect(days("Review date: 3 May 2024\n\nNext review date: 3 May 2025")).toEqual(["2024-05-03", "2025-05-03", null]);
  });

  it("they may share a line", () => {
    expect(
      days("This policy was approved by the board on 12 June 2022 and is due to be reviewed in June 2025."),
    ).toEqual(["2022-06-12", "2025-06-30", null]);
    expect(days("Statutory; Approved by Governors: Autumn 2023; Review: Autumn 2024")).toEqual([
      "2023-12-31",
      "2024-12-31",
      null,
    ]);
    expect(days("Safeguarding Policy v4 | Reviewed Sept 2024 | Next review Sept 2025 | Page 1 of 9")).toEqual([
      "2024-09-30",
      "2025-09-30",
      null,
    ]);
    expect(days("This policy was agreed on 1/9/23 and will be reviewed in September 2024.")).toEqual([
      "2023-09-01",
      "2024-09-30",
      null,
    ]);
  });

  it("the date of a page counts only where nothing better is stated", () => {
    expect(days("Reviewed: 3 May 2020", { date: "2024-01-01" })[0]).toBe("2020-05-03");
  });

  it("a change counts only where nothing better is stated", () => {
    const changes = "# Change history\n- 2013-11-25: changed the telephone number\n- 2015-04-20 Updated a link";
    expect(days(changes)[0]).toBe("2015-04-20");
    expect(days(`Reviewed: 3 May 2012\n${changes}`)[0]).toBe("2012-05-03");
  });

  it("a month in the title counts only where nothing better is stated", () => {
    expect(days("# Safeguarding Policy September 2024")[0]).toBe("2024-09-30");
    expect(days("# Safeguarding Policy September 2024\nReviewed: 3 May 2023")[0]).toBe("2023-05-03");
  });
});

describe("in a table", () => {
  it("the head of a column says what the dates below it are, and the latest counts", () => {
    const table = `Version | Date | Reviewed by | Next review
1 | 12/03/2022 | Trustees | March 2023
2 | 12/03/2024 | Trustees | March 2025`;
    const { reviewed, due } = review(table);
    expect([reviewed, due]).toEqual([
      { day: "2024-03-12", precision: "day", line: 3 },
      { day: "2025-03-31", precision: "month", line: 3 },
    ]);
  });

  it("a log of reviews tells of past ones", () => {
    expect(days("Review date | Changes | Reviewed by\nMay 2022 | None | Chair\nMay 2023 | Numbers | Chair")).toEqual([
      "2023-05-31",
      null,
      null,
    ]);
  });

  it("of other policies nothing is stated", () => {
    expect(days("Policy | Last reviewed | Next review\nComplaints | May 2022 | May 2023")).toEqual([null, null, null]);
  });

  it("a date in a column of something else is nothing", () => {
    expect(days("Event | Where | When\nCamp | Riverside | 3 May 2024")).toEqual([null, null, null]);
  });
});

describe("a date that cannot be", () => {
  it.each([
    ["Date of next review: 31 February 2024", "31 february 2024"],
    ["Reviewed: 31/13/2024", "31/13/2024"],
    ["Reviewed: 03/25/2024", "03/25/2024"],
    ["This policy was adopted on 30.02.24", "30.02.24"],
  ])("is collected where a review is expected: %s", (text, written) => {
    expect(review(`# Policy\n${text}`)).toMatchObject({
      reviewed: null,
      due: null,
      impossible: [{ text: written, line: 2 }],
    });
  });

  it("is collected from a field", () => {
    expect(review("", { next_review: "2024-02-31" }).impossible).toEqual([{ text: "2024-02-31", line: 2 }]);
  });

  it("is none of our business elsewhere", () => {
    expect(review("The meeting of 31/02/2024 was fun. Call 12/13/14.").impossible).toEqual([]);
  });
});

it("the line of a date is the line it stands in", () => {
  expect(
    review("# Policy\n\nOwner: the lead\nReviewed: 3 May 2024\nNext review: May 2025\n\nReviewed every year."),
  ).toEqual({
    reviewed: { day: "2024-05-03", precision: "day", line: 4 },
    due: { day: "2025-05-31", precision: "month", line: 5 },
    every: { duration: "P1Y", line: 7 },
    impossible: [],
  });
});
