import type { Severity } from "./report.js";
import type { FindingCode } from "./scan.js";

interface FindingInfo {
  readonly title: string;
  readonly severity: Severity;
  /** What to do about it. */
  readonly hint: string;
}

/** The wording and the severity of everything that can be wrong with a policy document; the codes are stable for ever. */
export const findingInfo = {
  "case-data": {
    title: "Information about a child",
    severity: "error",
    hint: "Take it out of the document and of its history, and tell whoever answers for data protection.",
  },
  "blank-document": {
    title: "No content",
    severity: "error",
    hint: "Write the policy, or take the document away.",
  },
  placeholder: {
    title: "Placeholder left in",
    severity: "warning",
    hint: "Fill it in, or take it out.",
  },
  "review-overdue": {
    title: "Review overdue",
    severity: "error",
    hint: "Review the document, and write down when it was reviewed and when the next review is due.",
  },
  "review-not-stated": {
    title: "Review date not stated",
    severity: "warning",
    hint: "Write down when it was last reviewed and when the next review is due.",
  },
  "impossible-date": {
    title: "Date that cannot be",
    severity: "warning",
    hint: "Correct the date.",
  },
  draft: {
    title: "Draft",
    severity: "warning",
    hint: "Have it approved, and say by whom and when.",
  },
  "approval-not-stated": {
    title: "Approval not stated",
    severity: "note",
    hint: "Say who approved it and when.",
  },
  "superseded-edition": {
    title: "Superseded edition",
    severity: "warning",
    hint: "Read the edition in force, bring the document up to it, and name it.",
  },
  "superseded-term": {
    title: "Superseded term",
    severity: "warning",
    hint: "Use the term of today, or say that it is history.",
  },
  "no-contact": {
    title: "Nobody to go to",
    severity: "warning",
    hint: "Name the role to go to with a concern, and how to reach it.",
  },
  "near-copy": {
    title: "Near-identical copy",
    severity: "warning",
    hint: "Keep one, and let the other point to it.",
  },
  "older-copy": {
    title: "Older copy",
    severity: "warning",
    hint: "Take the older one away, or mark it as replaced.",
  },
  "broken-link": {
    title: "Link to nothing",
    severity: "warning",
    hint: "Put the document back, or correct the link.",
  },
  "other-jurisdiction": {
    title: "Another nation's law",
    severity: "note",
    hint: "Where you work in England as well, say what applies there.",
  },
  "no-text": {
    title: "No text to read",
    severity: "warning",
    hint: "Keep a version with text: pictures of pages cannot be read.",
  },
} satisfies Record<FindingCode, FindingInfo>;
