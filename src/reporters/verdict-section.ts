import { describeDay } from "../model/day.js";
import type { Gap, Report, ReportAction } from "../model/report.js";
import type { GapsSection } from "./gaps-section.js";
import { countOf } from "./wording.js";

export interface VerdictSection {
  readonly kind: "verdict";
  readonly title: string;
  readonly passed: boolean;
  readonly word: "PASSED" | "FAILED";
  /** Which gaps fail the check. */
  readonly gate: string;
  readonly reasons: readonly string[];
  readonly nextTitle: string;
  /** What to do now, most pressing first; never empty. */
  readonly next: readonly string[];
}

export function verdictSection(report: Report, gaps: GapsSection): VerdictSection {
  const { passed, reasons } = report.verdict;
  return {
    kind: "verdict",
    title: "Verdict",
    passed,
    word: passed ? "PASSED" : "FAILED",
    gate: describeGate(report),
    reasons,
    nextTitle: "What to do next",
    next: [...stepsOf(report, gaps), ...signOffSteps(report)],
  };
}

export function describeGate({ verdict }: Report): string {
  return {
    error: "To pass, it must have no errors.",
    warning: "To pass, it must have no errors and no warnings.",
    note: "To pass, it must have no gaps at all.",
  }[verdict.failOn];
}

function stepsOf(report: Report, { groups }: GapsSection): readonly string[] {
  const { summary, gaps } = report;
  const entries = groups.flatMap((group) => group.entries);
  const first = entries.find((entry) => entry.mark === null) ?? entries[0];
  const unplanned = new Set(gaps.filter(isUnplanned).map((gap) => gap.requirement)).size;
  const overdue = overdueActions(report);
  const { unanswered } = summary.ratings;
  const { unknown } = summary.requirements;
  return [
    ...(unknown === 0
      ? []
      : [
          `Say what is missing about the organisation (wt-audit audit): it decides ${countOf(unknown, "requirement")}.`,
        ]),
    ...(unanswered === 0 ? [] : [`Answer what is left: ${countOf(unanswered, "requirement")} (wt-audit audit).`]),
    ...(first === undefined ? [] : [`Start with gap ${first.number}: ${first.title}.`]),
    ...(overdue === 0 ? [] : [`See to ${countOf(overdue, "overdue action")}: do it, or agree a new date and say why.`]),
    ...(unplanned === 0
      ? []
      : [
          `Agree an action, with a role and a date, for ${countOf(unplanned, "requirement")} with gaps and none in hand (wt-audit actions add).`,
        ]),
  ];
}

/** How many actions are overdue; each counts once, though several gaps carry it. */
export function overdueActions({ gaps }: Report): number {
  return new Set(gaps.flatMap((gap) => gap.actions.filter((action) => action.overdue).map(({ id }) => id))).size;
}

/** A gap that is neither waived nor has an action in hand. */
function isUnplanned({ waived, actions }: Gap): boolean {
  return !waived && !actions.some(isInHand);
}

/** Somebody is to do it by a day that has not passed. */
function isInHand({ status, owner, due, overdue }: ReportAction): boolean {
  return (status === "open" || status === "in-progress") && owner !== null && due !== null && !overdue;
}

function signOffSteps({ audit }: Report): readonly string[] {
  if (audit.signOff.length === 0)
    return ["Take the report to the board, and record who signed it off and when (wt-audit sign-off)."];
  if (audit.signOff.every(({ changed }) => changed === "yes"))
    return [
      "Take what changed since it was signed off to the board, and record its sign-off anew (wt-audit sign-off).",
    ];
  return [
    `Keep the evidence up to date, and begin the next audit when this one ends, on ${describeDay(audit.period.to)} (wt-audit review).`,
  ];
}
