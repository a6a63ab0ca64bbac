import { describeDay } from "../model/day.js";
import { gapInfo, nextStep, severityOrder } from "../model/gap.js";
import type { Gap, Report, ReportAction, Severity } from "../model/report.js";
import { describePlace, referenceNote } from "./gap-references.js";
import {
  actionStatusInfo,
  capitalise,
  countBySeverity,
  countOf,
  describeAgreed,
  describeForces,
  describeLocation,
  describeSeverity,
  knownMark,
  severityInfo,
} from "./wording.js";

export interface Finding {
  readonly kind: string;
  readonly message: string;
  /** "audit.yaml:41"; null when it has no place in a file. */
  readonly location: string | null;
  /** "known"; null when it is not, or when all of its entry is. */
  readonly mark: string | null;
}

export interface ActionEntry {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  readonly overdue: boolean;
}

/** All gaps of one severity that one requirement has. */
export interface GapEntry {
  /** Counts from 1 through the whole report, so that a meeting can speak of "gap 3". */
  readonly number: number;
  readonly severity: Severity;
  readonly requirement: string;
  readonly title: string;
  readonly standard: string;
  readonly force: string;
  /** The overlay that asks for it; null: the edition does. */
  readonly askedBy: string | null;
  /** Whether the law requires it. */
  readonly isLaw: boolean;
  /** What the note of the section leaves to be said of this one. */
  readonly reference: string;
  readonly findings: readonly Finding[];
  readonly remedies: readonly string[];
  readonly actions: readonly ActionEntry[];
  /** "known", when all of its gaps are; otherwise null. */
  readonly mark: string | null;
}

export interface GapGroup {
  readonly severity: Severity;
  readonly title: string;
  readonly meaning: string;
  readonly entries: readonly GapEntry[];
}

export interface GapsSection {
  readonly kind: "gaps";
  readonly title: string;
  readonly summary: string;
  /** What the references of all gaps have in common; null without gaps. */
  readonly references: string | null;
  readonly groups: readonly GapGroup[];
}

/** The gaps that are not waived: those that are have a list of their own. */
export function gapsSection(report: Report): GapsSection {
  const listed = report.gaps.filter((gap) => !gap.waived);
  const gaps = severityOrder.flatMap((severity) => listed.filter((gap) => gap.severity === severity));
  const leading = gaps.filter((gap, index) => gaps.findIndex((other) => isOfOneEntry(other, gap)) === index);
  const entries = leading.map((gap, index) =>
    entryOf(
      report,
      index + 1,
      gap,
      gaps.filter((other) => isOfOneEntry(other, gap)),
    ),
  );
  const groups = severityOrder.map((severity) => {
    const ofGroup = entries.filter((entry) => entry.severity === severity);
    return {
      severity,
      title: groupTitle(severity, gaps.filter((gap) => gap.severity === severity).length, ofGroup.length),
      meaning: `${capitalise(describeSeverity(severity, gaps))}.`,
      entries: ofGroup,
    };
  });
  return {
    kind: "gaps",
    title: "Gaps",
    summary: describeGaps(report),
    references: referenceNote(report),
    groups: groups.filter((group) => group.entries.length > 0),
  };
}

/** "Warnings (16)", or "Warnings (16, in 12 entries)" where a requirement has several. */
function groupTitle(severity: Severity, gaps: number, entries: number): string {
  const inEntries = entries === gaps ? "" : `, in ${countOf(entries, "entry", "entries")}`;
  return `${severityInfo[severity].many} (${gaps}${inEntries})`;
}

function isOfOneEntry(one: Gap, other: Gap): boolean {
  return one.severity === other.severity && one.requirement === other.requirement;
}

function describeGaps({ gaps }: Report): string {
  if (gaps.length === 0) return "No gaps were found.";
  const counts = `${countOf(gaps.length, "gap")}, worst first: ${countBySeverity(gaps).join(", ")}.`;
  const apart = gaps.some((gap) => gap.waived) ? ["What is waived is listed apart."] : [];
  return [counts, ...describeAgreed(gaps, "gap"), ...apart].join(" ");
}

/** `gaps` are all of the entry, `first` among them. */
function entryOf(report: Report, number: number, first: Gap, gaps: readonly Gap[]): GapEntry {
  const actions = new Map(
    gaps.flatMap((gap) => gap.actions.map((action) => [action.id, describeAction(action)] as const)),
  );
  const known = gaps.every((gap) => gap.known);
  return {
    number,
    severity: first.severity,
    requirement: first.requirement,
    title: first.title,
    standard: report.standards.find((standard) => standard.id === first.standard)?.title ?? first.standard,
    force: describeForces(first),
    askedBy: first.overlay?.title ?? null,
    isLaw: first.force === "must",
    reference: describePlace(first, report),
    findings: gaps.map((gap) => describeFinding(gap, gap.known && !known)),
    remedies: [...new Set(gaps.flatMap((gap) => gap.remedy ?? nextStep(gap.kind, gap.requirement) ?? []))],
    actions: [...actions.values()],
    mark: known ? knownMark : null,
  };
}

function describeFinding({ kind, message, location }: Gap, isMarked: boolean): Finding {
  return {
    kind: gapInfo[kind].title,
    message,
    location: location === null ? null : describeLocation(location),
    mark: isMarked ? knownMark : null,
  };
}

function describeAction({ id, what, owner, due, status, overdue }: ReportAction): ActionEntry {
  return {
    id,
    what,
    owner: owner ?? "no owner",
    due: due === null ? "no due date" : `due ${describeDay(due)}`,
    status: actionStatusInfo[status],
    overdue,
  };
}
