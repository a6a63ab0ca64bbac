import { type Audit, type Facts, responseTo } from "../model/audit.js";
import type { Checklist, Requirement, Standard } from "../model/checklist.js";
import type { Fact, Profile } from "../model/profile.js";
import { type Applicability, judge } from "./applicability.js";
import { deriveFacts, factsToAsk } from "./profile.js";

/** Which requirements to ask about; absent fields do not narrow it. */
export interface Selection {
  readonly requirements?: readonly string[];
  readonly standards?: readonly string[];
  /** Ask again what is answered already. */
  readonly redo?: boolean;
}

export interface Step {
  readonly requirement: Requirement;
  readonly standard: Standard;
  /** applies or unknown; what does not apply is never a step. */
  readonly applicability: Applicability;
  readonly answered: boolean;
  /** Counts from 1 among the requirements that apply or may apply, whatever the selection. */
  readonly position: number;
}

/** What is to be asked, worked out anew after every answer: starting and resuming are the same. */
export interface Plan {
  readonly facts: readonly Fact[];
  /** Every selected requirement that applies or may apply, in checklist order. */
  readonly steps: readonly Step[];
  /** Those of `steps` still to be asked. */
  readonly remaining: readonly Step[];
  readonly excluded: readonly { readonly requirement: Requirement; readonly reason: string }[];
  /** Of all that applies or may apply, whatever the selection. */
  readonly progress: { readonly answered: number; readonly total: number };
}

/** An answer that waits to be confirmed is still to be asked. */
export function isAnswered(audit: Audit, requirement: string): boolean {
  const response = responseTo(audit, requirement);
  return response?.rating !== undefined && response["to-confirm"] === undefined;
}

export function plan(checklist: Checklist, profile: Profile, audit: Audit, selection: Selection = {}): Plan {
  const facts = deriveFacts(audit.organisation.facts, profile);
  const judged = checklist.standards.flatMap((standard) =>
    standard.requirements.map((requirement) => ({
      standard,
      requirement,
      applicability: judge(requirement.appliesWhen, facts, profile),
    })),
  );
  const steps = judged
    .filter(({ applicability }) => applicability.status !== "does-not-apply")
    .map((item, index): Step => ({ ...item, answered: isAnswered(audit, item.requirement.id), position: index + 1 }));
  const selected = steps.filter((step) => isSelected(step, selection));
  return {
    facts: factsToAsk(checklist, profile, facts),
    steps: selected,
    remaining: selection.redo ? selected : selected.filter((step) => !step.answered),
    excluded: judged.flatMap(({ requirement, applicability }) =>
      applicability.status === "does-not-apply" ? [{ requirement, reason: applicability.reason }] : [],
    ),
    progress: { answered: steps.filter((step) => step.answered).length, total: steps.length },
  };
}

/** The facts as they count: answered and derived. */
export function factsOf(audit: Audit, profile: Profile): Facts {
  return deriveFacts(audit.organisation.facts, profile);
}

function isSelected(step: Step, selection: Selection): boolean {
  const byRequirement = selection.requirements?.includes(step.requirement.id) ?? true;
  const byStandard = selection.standards?.includes(step.standard.id) ?? true;
  return byRequirement && byStandard;
}
