import { describeReference } from "../model/checklist.js";
import { gapInfo, severityOrder } from "../model/gap.js";
import type { Gap, Report, ReportAction, Severity } from "../model/report.js";
import {
  actionStatusInfo,
  capitalise,
  countOf,
  describeDay,
  describeForce,
  describeLocation,
  severityInfo,
} from "./wording.js";

export interface Finding {
  readonly kind: string;
  readonly message: string;
  /** "audit.yaml:41"; null when it has no place in a file. */
  readonly location: string | null;
  readonly waived: boolean;
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
  readonly reference: string;
  readonly findings: readonly Finding[];
  readonly remedies: readonly string[];
  readonly actions: readonly ActionEntry[];
  readonly waived: boolean;
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
  readonly groups: readonly GapGroup[];
}

export function gapsSection(report: Report): GapsSection {
  const gaps = severityOrder.flatMap((severity) => report.gaps.filter((gap) => gap.severity === severity));
  const leading = gaps.filter((gap, index) => gaps.findIndex((other) => isOfOneEntry(other, gap)) === index);
  const entries = leading.map((gap, index) =>
    entryOf(
      report,
      index + 1,
      gap,
      gaps.filter((other) => isOfOneEntry(other, gap)),
    ),
  );
  const groups = severityOrder.map((severity) => ({
    severity,
    title: `${severityInfo[severity].many} (${gaps.filter((gap) => gap.severity === severity).length})`,
    meaning: `${capitalise(severityInfo[severity].meaning)}.`,
    entries: entries.filter((entry) => entry.severity === severity),
  }));
  return {
    kind: "gaps",
    title: "Gaps",
    summary: describeGaps(report),
    groups: groups.filter((group) => group.entries.length > 0),
  };
}

function isOfOneEntry(one: Gap, other: Gap): boolean {
  return one.severity === other.severity && one.requirement === other.requirement;
}

function describeGaps({ gaps }: Report): string {
  if (gaps.length === 0) return "No gaps were found.";
  const counts = severityOrder.flatMap((severity) => {
    const count = gaps.filter((gap) => gap.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severityInfo[severity].one)];
  });
  const waived = gaps.filter((gap) => gap.waived).length;
  const without = waived === 0 ? "" : ` ${waived} of them waived.`;
  return `${capitalise(countOf(gaps.length, "gap"))}, worst first: ${counts.join(", ")}.${without}`;
}

/** `gaps` are all of the entry, `first` among them. */
function entryOf(report: Report, number: number, first: Gap, gaps: readonly Gap[]): GapEntry {
  const actions = new Map(
    gaps.flatMap((gap) => gap.actions.map((action) => [action.id, describeAction(action)] as const)),
  );
  return {
    number,
    severity: first.severity,
    requirement: first.requirement,
    title: first.title,
    standard: report.standards.find((standard) => standard.id === first.standard)?.title ?? first.standard,
    force: describeForce(first.force),
    reference: describeReference(shortTitle(report), first.reference),
    findings: gaps.map(describeFinding),
    remedies: [...new Set(gaps.flatMap((gap) => gap.remedy ?? gapInfo[gap.kind].next ?? []))],
    actions: [...actions.values()],
    waived: gaps.every((gap) => gap.waived),
  };
}

/** "Working Together 2018": the title stands in full in the opening. */
function shortTitle({ checklist }: Report): string {
  return checklist.title.replace("Working Together to Safeguard Children", "Working Together");
}

function describeFinding({ kind, message, location, waived }: Gap): Finding {
  return {
    kind: gapInfo[kind].title,
    message,
    location: location === null ? null : describeLocation(location),
    waived,
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
