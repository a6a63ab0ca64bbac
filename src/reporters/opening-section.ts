import { describeDay } from "../model/day.js";
import type { Report } from "../model/report.js";
import type { InShort } from "./in-short.js";
import { describeEdition, describeForce, describeInForce, editionStatusInfo, sinceSignOffInfo } from "./wording.js";

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
  readonly inShort: InShort;
  readonly notices: readonly Notice[];
  readonly dutiesTitle: string;
  readonly duties: readonly DutyEntry[];
  /** Said when there are no duties. */
  readonly noDuties: string;
}

export function openingSection(report: Report, short: InShort): OpeningSection {
  return {
    kind: "opening",
    title: "Safeguarding gap report",
    organisation: report.organisation.name,
    entries: entriesOf(report),
    inShort: short,
    notices: [...editionNotices(report), safetyNotice(report)],
    dutiesTitle: "Duties that apply",
    duties: report.organisation.duties.map((duty) => ({
      title: duty.title,
      force: describeForce(duty.force),
      law: duty.law,
      summary: duty.summary,
      doubt: duty.status === "unknown" ? `Not known whether it applies. ${duty.reason}` : null,
    })),
    noDuties: "None of the duties on the checklist was found to apply by law. The guidance still does.",
  };
}

function entriesOf(report: Report): readonly Entry[] {
  const { audit, checklist, organisation } = report;
  const reference = organisation.reference === null ? [] : [{ term: "Reference", text: organisation.reference }];
  const overlays =
    checklist.overlays.length === 0
      ? []
      : [{ term: "Overlays", text: checklist.overlays.map(({ title }) => title).join(", ") }];
  return [
    { term: "Organisation", text: organisation.name },
    ...reference,
    { term: "Period", text: `${describeDay(audit.period.from)} to ${describeDay(audit.period.to)}` },
    { term: "Assessed by", text: audit.assessors.length === 0 ? "nobody named" : audit.assessors.join(", ") },
    {
      term: "Signed off",
      text: audit.signOff.length === 0 ? "not yet" : audit.signOff.map(describeSignOff).join(". "),
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
  return `${signOff.role}, ${describeDay(signOff.on)}${minute}; ${describeChange(signOff)}`;
}

/** Requirements that are named at most; the rest are counted. */
const mostNamed = 5;

function describeChange({ changed, since }: Report["audit"]["signOff"][number]): string {
  if (changed !== "yes" || since.length === 0) return sinceSignOffInfo[changed];
  const more = since.length > mostNamed ? ` and ${since.length - mostNamed} more` : "";
  return `${sinceSignOffInfo.yes}: ${since.slice(0, mostNamed).join(", ")}${more}`;
}

/** What the reader must know of the edition: that it is no longer in force, and what is not certain about its text. */
export function editionNotices(report: Report): readonly Notice[] {
  const { notice } = report.checklist;
  return [
    ...supersededNotices(report),
    ...(notice === null ? [] : [{ kind: "edition", title: "About this edition", text: notice } as const]),
  ];
}

function safetyNotice({ checklist }: Report): Notice {
  return { kind: "safety", title: "If you are worried about a child", text: checklist.safetyNotice };
}

function supersededNotices({ checklist, today }: Report): readonly Notice[] {
  const { title, inForce, supersededBy } = checklist;
  const hasEnded = inForce.until !== null && inForce.until < today;
  if (!hasEnded && supersededBy === null) return [];
  const ended = inForce.until === null ? "" : `: it was in force until ${describeDay(inForce.until)}`;
  const next = supersededBy === null ? "" : ` It was superseded by ${describeEdition(supersededBy)}.`;
  const text = `This edition is no longer in force${ended}.${next} What is said here is a record, not a check against today's guidance.`;
  return [{ kind: "superseded", title: `Superseded edition: ${title}`, text }];
}
