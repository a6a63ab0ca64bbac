import { type Action, type Audit, isOpen, responseTo } from "../model/audit.js";
import { bindingForce, type Checklist, type Force, type Requirement, requirementsOf } from "../model/checklist.js";
import { addDuration, type Day } from "../model/day.js";
import type { Profile } from "../model/profile.js";
import type { ActionList, ListedAction } from "../schema/actions.gen.js";
import { actionRules } from "./action-rules.js";
import { judge } from "./applicability.js";
import { deriveFacts } from "./profile.js";

/** An audit whose actions are looked through. */
export interface PlannedAudit {
  /** As it was named. */
  readonly file: string;
  readonly audit: Audit;
  readonly checklist: Checklist;
  readonly profile: Profile;
}

/** Which actions are wanted; each part narrows, null: any. */
export interface ActionFilter {
  /** An ISO 8601 duration: those due by its end from today. What is overdue belongs to them. */
  readonly due: string | null;
  readonly overdue: boolean;
  /** A part of the owner's role, in capitals or not. */
  readonly owner: string | null;
  readonly requirements: readonly string[] | null;
  readonly forces: readonly Force[] | null;
  /** Closed ones as well; they are never due. */
  readonly all: boolean;
}

/** An action with the audit and the requirement that it belongs to. */
export interface FoundAction {
  readonly given: PlannedAudit;
  readonly requirement: Requirement;
  readonly listed: ListedAction;
}

/** The action plans of the audits, as actions/1 has them: by due day, those without one last, then as the audits stand. */
export function listActions(audits: readonly PlannedAudit[], filter: ActionFilter, today: Day): ActionList {
  const actions = findActions(audits, today)
    .map(({ listed }) => listed)
    .filter((action) => isWanted(action, filter, today));
  return { schema: "actions/1", today, actions: actions.toSorted((a, b) => compareDays(a.due, b.due)) };
}

/** Every action of the audits, in their order and that of their checklists. */
export function findActions(audits: readonly PlannedAudit[], today: Day): readonly FoundAction[] {
  return audits.flatMap((given) => {
    const { audit, checklist, profile } = given;
    const facts = deriveFacts(audit.organisation.facts, profile);
    return requirementsOf(checklist).flatMap((requirement) => {
      const response = responseTo(audit, requirement.id);
      if (response?.actions === undefined) return [];
      const isAsked = judge(requirement.appliesWhen, facts, profile).status !== "does-not-apply";
      const gaps = isAsked ? actionRules.flatMap((rule) => rule.check({ requirement, response, today })) : [];
      const kinds = new Map<string | undefined, readonly string[]>();
      for (const { about, kind } of gaps) kinds.set(about, [...(kinds.get(about) ?? []), kind]);
      return response.actions.map((action) => {
        const found = kinds.get(action.id) ?? [];
        return { given, requirement, listed: listAction(action, found, { given, requirement, today }) };
      });
    });
  });
}

function listAction(
  action: Action,
  gaps: readonly string[],
  { given, requirement, today }: Pick<FoundAction, "given" | "requirement"> & { readonly today: Day },
): ListedAction {
  const { id, what, owner = null, due = null, status, completed = null } = action;
  return {
    audit: given.file,
    organisation: given.audit.organisation.name,
    requirement: requirement.id,
    title: requirement.title,
    force: requirement.force,
    localForce: requirement.localForce,
    id,
    what,
    owner,
    due,
    status,
    overdue: isOpen({ status }) && due !== null && due < today,
    completed,
    gaps,
  };
}

/** Whether the filter lets the action through. */
export function isWanted(action: ListedAction, filter: ActionFilter, today: Day): boolean {
  const { due, overdue, owner, all } = filter;
  const last = lastDay(filter, today);
  return (
    isOfRequirement(action.requirement, bindingForce(action), filter) &&
    (owner === null || (action.owner ?? "").toLowerCase().includes(owner.toLowerCase())) &&
    (isOpen(action) || (all && due === null && !overdue)) &&
    (last === null || (action.due !== null && action.due <= last)) &&
    (!overdue || action.overdue)
  );
}

/** Whether the filter lets through what belongs to a requirement of that force. */
export function isOfRequirement(id: string, force: Force, { requirements, forces }: ActionFilter): boolean {
  return (requirements === null || requirements.includes(id)) && (forces === null || forces.includes(force));
}

/** The last day by which what is wanted is due; null: any day, or none. */
export function lastDay({ due }: ActionFilter, today: Day): Day | null {
  return due === null ? null : addDuration(today, due);
}

function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
