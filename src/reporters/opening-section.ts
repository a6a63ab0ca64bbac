import type { Report } from "../model/report.js";
import { describeDay, describeForce, describeInForce, editionStatusInfo } from "./wording.js";

export interface Entry {
  readonly term: string;
  readonly text: string;
}

export interface Notice {
  readonly kind: "edition" | "safety" | "superseded";
  readonly title: string;
  readonly text: string;
}

export interface DutyEntry {
  readonly title: string;
  readonly force: string;
  readonly law: string;
  readonly summary: string;
  /** Why it is not known whether the duty applies; null when it does. */
  readonly doubt: string | null;
}

/** Who audited what, against which edition, and what the reader must know before the figures. */
export interface OpeningSection {
  readonly kind: "opening";
  readonly title: string;
  readonly organisation: string;
  readonly entries: readonly Entry[];
  readonly dutiesTitle: string;
  readonly duties: readonly DutyEntry[];
  /** Said when there are no duties. */
  readonly noDuties: string;
  readonly notices: readonly Notice[];
}

export function openingSection(report: Report): OpeningSection {
  return {
    kind: "opening",
    title: "Safeguarding gap report",
    organisation: report.organisation.name,
    entries: entriesOf(report),
    dutiesTitle: "Duties that apply",
    duties: report.organisation.duties.map((duty) => ({
      title: duty.title,
      force: describeForce(duty.force),
      law: duty.law,
      summary: duty.summary,
      doubt: duty.status === "unknown" ? `Not known whether it applies. ${duty.reason}` : null,
    })),
    noDuties: "None of the duties on the checklist was found to apply by law. The guidance still does.",
    notices: noticesOf(report),
  };
}

function entriesOf(report: Report): readonly Entry[] {
  const { audit, checklist, organisation } = report;
  const reference = organisation.reference === null ? [] : [{ term: "Reference", text: organisation.reference }];
  const overlays = checklist.overlays.length === 0 ? [] : [{ term: "Overlays", text: checklist.overlays.join(", ") }];
  return [
    { term: "Organisation", text: organisation.name },
    ...reference,
    { term: "Period", text: `${describeDay(audit.period.from)} to ${describeDay(audit.period.to)}` },
    { term: "Assessed by", text: audit.assessors.length === 0 ? "nobody named" : audit.assessors.join(", ") },
    {
      term: "Signed off",
      text: audit.signOff.length === 0 ? "not yet" : audit.signOff.map(describeSignOff).join("; "),
    },
    {
      term: "Edition",
      text: `${checklist.title}, ${describeInForce(checklist.inForce)} (${editionStatusInfo[checklist.status]})`,
    },
    ...overlays,
    { term: "Report of", text: describeDay(report.today) },
  ];
}

function describeSignOff(signOff: Report["audit"]["signOff"][number]): string {
  const minute = signOff.minute === null ? "" : `, minute ${signOff.minute}`;
  return `${signOff.role}, ${describeDay(signOff.on)}${minute}`;
}

/** The edition's notice, safety, and what has replaced the edition, in this order. */
function noticesOf(report: Report): readonly Notice[] {
  return [...editionNotices(report), safetyNotice(report), ...supersededNotices(report)];
}

export function editionNotices({ checklist }: Report): readonly Notice[] {
  return checklist.notice === null ? [] : [{ kind: "edition", title: "About this edition", text: checklist.notice }];
}

function safetyNotice({ checklist }: Report): Notice {
  return { kind: "safety", title: "If you are worried about a child", text: checklist.safetyNotice };
}

function supersededNotices({ checklist }: Report): readonly Notice[] {
  const { title, supersededBy } = checklist;
  if (supersededBy === null) return [];
  const text = `${title} is no longer in force: ${supersededBy} has replaced it. This report is a record, not a check against today's guidance.`;
  return [{ kind: "superseded", title: "Superseded edition", text }];
}
