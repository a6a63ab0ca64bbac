import type { Action } from "../model/audit.js";
import { type Checklist, forceInfo, type Force, type Requirement } from "../model/checklist.js";
import { type Day, describeDay } from "../model/day.js";
import { severityOrder } from "../model/gap.js";
import type { Gap, Location, Report, ReportDocument, Severity } from "../model/report.js";

export { describeInterval } from "../model/interval.js";

/** "1 gap", "3 gaps", "no gaps". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}

/** "in force from 4 July 2018 until 14 December 2023". */
export function describeInForce({ from, until }: { readonly from: Day; readonly until: Day | null }): string {
  return `in force from ${describeDay(from)}${until === null ? "" : ` until ${describeDay(until)}`}`;
}

/** The title of an edition of which only the id is known, with the id; the id alone where it says no year. */
export function describeEdition(id: string): string {
  const year = /^working-together-(\d{4})$/.exec(id)?.[1];
  return year === undefined ? id : `Working Together to Safeguard Children ${year} (${id})`;
}

/** How the text of an edition came into the checklist. */
export const editionStatusInfo = {
  verified: "read in the guidance itself",
  restated: "written from sources that restate the guidance",
  "carried-over": "carried over from the edition before",
} as const satisfies Record<Checklist["status"], string>;

/** "Should (statutory guidance)". */
export function describeForce(force: Force): string {
  return `${capitalise(force)} (${forceInfo[force]})`;
}

/** "Should (statutory guidance); local rule: must": the force of the guidance, and what a form raises it to. */
export function describeForces({ force, localForce }: Pick<Requirement, "force" | "localForce">): string {
  return `${describeForce(force)}${localForce === null ? "" : `; local rule: ${localForce}`}`;
}

/** Where in a file, as an editor opens it: "audit.yaml:41". */
export function describeLocation(location: Location): string {
  return `${location.file}:${location.line}`;
}

/** Whether the answers are still those that were signed off, in a few words. */
export const sinceSignOffInfo = {
  no: "unchanged since",
  yes: "changed since",
  unknown: "not known whether it changed since",
} as const satisfies Record<Report["audit"]["signOff"][number]["changed"], string>;

/** The severity as a heading and what it says about the gaps beneath. */
export const severityInfo = {
  error: {
    one: "error",
    many: "Errors",
    meaning: "not in place, or not provable, where the law or the statutory guidance expects it",
  },
  warning: {
    one: "warning",
    many: "Warnings",
    meaning: "partly in place, or in place with weak evidence; and local rules",
  },
  note: { one: "note", many: "Notes", meaning: "good practice to think about" },
} as const satisfies Record<Severity, { readonly one: string; readonly many: string; readonly meaning: string }>;

/** What a severity says of gaps: those that only a form makes so severe are no less errors. */
export function describeSeverity(severity: Severity, gaps: readonly Pick<Gap, "severity" | "localForce">[]): string {
  const isRaised = severity === "error" && gaps.some((gap) => gap.severity === severity && gap.localForce !== null);
  return `${severityInfo[severity].meaning}${isRaised ? ", or where a local rule is as strict" : ""}`;
}

/** "2 errors", "1 note": worst first, and only what there is. */
export function countBySeverity(gaps: readonly { readonly severity: Severity }[]): readonly string[] {
  return severityOrder.flatMap((severity) => {
    const count = gaps.filter((gap) => gap.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severityInfo[severity].one)];
  });
}

/** The word that marks a gap or finding which is in the baseline. */
export const knownMark = "known";

/** "2 gaps are waived.", "1 gap is known."; nothing when none is. */
export function describeAgreed(
  found: readonly { readonly waived: boolean; readonly known: boolean }[],
  one: string,
): readonly string[] {
  const say = (count: number, what: string): readonly string[] =>
    count === 0 ? [] : [`${countOf(count, one)} ${count === 1 ? "is" : "are"} ${what}.`];
  return [
    ...say(found.filter(({ waived }) => waived).length, "waived"),
    ...say(found.filter(({ known }) => known).length, "known"),
  ];
}

/** Where in a document: "policies/safeguarding.md:12", "policies/recruitment.docx, paragraph 4". */
export function describeDocumentPlace({ file, unit }: ReportDocument, line: number | null): string {
  if (line === null) return file;
  return unit === "line" ? `${file}:${line}` : `${file}, ${unit} ${line}`;
}

export const actionStatusInfo = {
  open: "open",
  "in-progress": "in progress",
  done: "done",
  cancelled: "cancelled",
} as const satisfies Record<Action["status"], string>;

export function capitalise(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
