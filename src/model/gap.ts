import type { Force } from "./checklist.js";
import type { GapKind, Severity } from "./report.js";

interface GapInfo {
  /** The gap in a few words, for lists. */
  readonly title: string;
  /** What to do about any gap of this kind, ID standing for the requirement; null where the remedy says it better. */
  readonly next: string | null;
}

/** The wording of every kind of gap. */
export const gapInfo = {
  unanswered: { title: "Unanswered", next: "Answer it in the walk: wt-audit audit --only ID." },
  "not-met": { title: "Not met", next: null },
  "partly-met": { title: "Partly met", next: null },
  "not-applicable-without-reason": {
    title: "Not applicable, no reason given",
    next: "Write down why it does not apply, or rate it.",
  },
  "applicability-unknown": {
    title: "Not known whether it applies",
    next: "Answer the missing question about the organisation.",
  },
  "no-evidence": { title: "No evidence", next: "Cite the document or record that proves it." },
  "evidence-missing": {
    title: "Evidence missing",
    next: "Put the document, or its heading, back, or cite where it is now.",
  },
  "evidence-blank": { title: "Evidence blank", next: "Cite a document that has content." },
  "evidence-unratified": { title: "Evidence not ratified", next: "Have the document approved, and cite the approval." },
  "evidence-out-of-date": { title: "Evidence out of date", next: "Review the document and record the date." },
  "evidence-changed": { title: "Evidence changed", next: "Read the document again and confirm the rating." },
  "evidence-superseded": { title: "Evidence superseded", next: "Bring the document up to the edition in force." },
  "evidence-off-topic": {
    title: "Evidence that does not state it",
    next: "Read the documents cited: cite one that states it, or have it written down.",
  },
  "evidence-case-data": {
    title: "Evidence with information about a child",
    next: "Take it out of the document, and tell whoever answers for data protection.",
  },
  "moderated-lower": {
    title: "Moderated lower",
    next: "Agree the rating with the moderator, and act on the difference.",
  },
  "question-changed": { title: "Question changed", next: "Answer it again: wt-audit audit --only ID --redo." },
  "to-confirm": { title: "To confirm", next: "Confirm or change the answer: wt-audit audit --only ID." },
  "audit-out-of-date": { title: "Answer out of date", next: "Answer it again: wt-audit audit --only ID --redo." },
  "action-missing": { title: "No action", next: "Decide what will be done, by which role and by when." },
  "action-overdue": { title: "Action overdue", next: "Do it, or agree a new date and say why." },
  "action-without-owner": { title: "Action without owner", next: "Name the role that will do it." },
  "action-closed-without-evidence": {
    title: "Action closed without evidence",
    next: "Cite what shows that it was done.",
  },
  "action-still-open": {
    title: "Met, and its action still open",
    next: "Close the action with what shows that it was done, or rate the requirement as it is.",
  },
  "waiver-expired": { title: "Waiver expired", next: "Close the gap, or have the waiver approved again." },
} satisfies Record<GapKind, GapInfo>;

/** What to do about a gap of that kind in a requirement; null where the practice note's remedy says it better. */
export function nextStep(kind: GapKind, requirement: string): string | null {
  return gapInfo[kind].next?.replace("ID", requirement) ?? null;
}

const local = "warning";
const practice = "note";

/** How bad a gap is: one total table, force by kind. */
const severities = {
  unanswered: { must: "error", should: "error", local, practice },
  "not-met": { must: "error", should: "error", local, practice },
  "partly-met": { must: "error", should: "warning", local, practice },
  "not-applicable-without-reason": { must: "error", should: "error", local, practice },
  "applicability-unknown": { must: "error", should: "error", local, practice },
  "no-evidence": { must: "error", should: "error", local, practice },
  "evidence-missing": { must: "error", should: "error", local, practice },
  "evidence-blank": { must: "error", should: "error", local, practice },
  "evidence-unratified": { must: "error", should: "warning", local, practice },
  "evidence-out-of-date": { must: "error", should: "warning", local, practice },
  "evidence-changed": { must: "error", should: "warning", local, practice },
  "evidence-superseded": { must: "error", should: "warning", local, practice },
  // What words cannot be found may still be said: it is told, and fails nothing by itself.
  "evidence-off-topic": { must: "note", should: "note", local: "note", practice },
  "evidence-case-data": { must: "error", should: "error", local, practice },
  "moderated-lower": { must: "error", should: "warning", local, practice },
  "question-changed": { must: "error", should: "warning", local, practice },
  "to-confirm": { must: "error", should: "error", local, practice },
  "audit-out-of-date": { must: "error", should: "warning", local, practice },
  "action-missing": { must: "warning", should: "warning", local, practice },
  "action-overdue": { must: "warning", should: "warning", local, practice },
  "action-without-owner": { must: "warning", should: "warning", local, practice },
  "action-closed-without-evidence": { must: "error", should: "warning", local, practice },
  "action-still-open": { must: "warning", should: "warning", local, practice },
  "waiver-expired": { must: "error", should: "warning", local, practice },
} satisfies Record<GapKind, Record<Force, Severity>>;

export function severityOf(kind: GapKind, force: Force): Severity {
  return severities[kind][force];
}

/** Worst first; the index is the rank. */
export const severityOrder = ["error", "warning", "note"] as const satisfies readonly Severity[];

/** Whether `severity` is as bad as `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severityOrder.indexOf(severity) <= severityOrder.indexOf(threshold);
}
