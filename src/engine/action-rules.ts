import { type Action, isOpen } from "../model/audit.js";
import { describeDay } from "../model/day.js";
import { gapIn, type StatedGap, type Subject } from "./finding.js";

/** What the plan for one requirement is judged by. */
type Planned = Pick<Subject, "requirement" | "response" | "today">;

/** A rule that looks at the actions of an answer; those about one action name it. */
export interface ActionRule {
  readonly name: string;
  readonly check: (subject: Planned) => readonly StatedGap[];
}

const actionMissing: ActionRule = {
  name: "action-missing",
  check: (subject) => {
    const { rating, actions = [] } = subject.response ?? {};
    if (rating !== "not-met" && rating !== "partly-met") return [];
    const open = actions.filter(isOpen);
    if (open.length === 0)
      return [gapIn(subject, "action-missing", "Nothing is planned that would put it right.", "rating")];
    if (open.some((action) => action.due !== undefined)) return [];
    return [gapIn(subject, "action-missing", "What is planned has no date by which it will be done.", "rating")];
  },
};

const actionOverdue: ActionRule = {
  name: "action-overdue",
  check: (subject) =>
    openActions(subject).flatMap(({ action, index }) =>
      action.due !== undefined && action.due < subject.today
        ? [
            ofAction(
              action,
              gapIn(
                subject,
                "action-overdue",
                `Action ${action.id} was due on ${describeDay(action.due)}.`,
                "actions",
                index,
                "due",
              ),
            ),
          ]
        : [],
    ),
};

const actionWithoutOwner: ActionRule = {
  name: "action-without-owner",
  check: (subject) =>
    openActions(subject).flatMap(({ action, index }) =>
      action.owner === undefined
        ? [
            ofAction(
              action,
              gapIn(
                subject,
                "action-without-owner",
                `Nobody is named to do action ${action.id}.`,
                "actions",
                index,
                "id",
              ),
            ),
          ]
        : [],
    ),
};

const actionClosedWithoutEvidence: ActionRule = {
  name: "action-closed-without-evidence",
  check: (subject) =>
    (subject.response?.actions ?? []).flatMap((action, index) =>
      action.status === "done" && (action.evidence ?? []).length === 0
        ? [
            ofAction(
              action,
              gapIn(
                subject,
                "action-closed-without-evidence",
                `Action ${action.id} is marked done, and nothing is cited that shows it.`,
                "actions",
                index,
                "status",
              ),
            ),
          ]
        : [],
    ),
};

const actionStillOpen: ActionRule = {
  name: "action-still-open",
  check: (subject) =>
    subject.response?.rating === "met"
      ? openActions(subject).map(({ action, index }) =>
          ofAction(
            action,
            gapIn(
              subject,
              "action-still-open",
              `It is rated met, and action ${action.id} is still to be done.`,
              "actions",
              index,
              "status",
            ),
          ),
        )
      : [],
};

function ofAction({ id }: Action, gap: StatedGap): StatedGap {
  return { ...gap, about: id };
}

function openActions(subject: Planned) {
  return (subject.response?.actions ?? [])
    .map((action, index) => ({ action, index }))
    .filter(({ action }) => isOpen(action));
}

export const actionRules: readonly ActionRule[] = [
  actionMissing,
  actionOverdue,
  actionWithoutOwner,
  actionClosedWithoutEvidence,
  actionStillOpen,
];
