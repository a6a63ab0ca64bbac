import { type Audit, type Rating, type Response, responseTo } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import { addDuration, type Day } from "../model/day.js";
import type { Profile } from "../model/profile.js";
import { type Plan, plan, type Selection } from "./plan.js";
import { isLower } from "./response-rules.js";

/** How a moderated rating stands to the self rating; `different`: one of the two says not applicable. */
export type Difference = "agreed" | "lower" | "higher" | "different";

/** By what it is told whether a moderation still counts. */
export interface ModerationAge {
  readonly today: Day;
  /** How old a moderation may be, an ISO 8601 duration. */
  readonly maxAge: string;
}

/**
 * Whether the answer as it stands was moderated: not before it was given, not in the future, not too long ago. One that
 * waits to be confirmed is not given yet.
 */
export function isModerated(response: Response | null | undefined, { today, maxAge }: ModerationAge): boolean {
  const on = response?.moderated?.on;
  if (on === undefined || response?.["to-confirm"] !== undefined) return false;
  return on <= today && on >= (response?.assessed?.on ?? on) && addDuration(on, maxAge) >= today;
}

/** Lower is what the gap `moderated-lower` takes for lower. */
export function differenceOf(self: Rating, moderated: Rating): Difference {
  if (self === moderated) return "agreed";
  if (isLower(moderated, self)) return "lower";
  return self === "not-applicable" || moderated === "not-applicable" ? "different" : "higher";
}

/** What a moderator is asked about. */
export interface ModerationSelection extends Selection {
  /** The requirements of a sample; absent: all that are answered. */
  readonly sample?: readonly string[];
}

/**
 * What is to be moderated, in the shape of what is to be asked: a step for every selected answer that is whole and
 * applies or may apply, `answered` when it was moderated. Positions and progress count within the selection.
 */
export function planModeration(
  checklist: Checklist,
  profile: Profile,
  audit: Audit,
  { sample, redo, ...selection }: ModerationSelection,
  age: ModerationAge,
): Plan {
  const all = plan(checklist, profile, audit, selection);
  const steps = all.steps
    .filter((step) => step.answered && (sample?.includes(step.requirement.id) ?? true))
    .map((step, index) => ({
      ...step,
      answered: isModerated(responseTo(audit, step.requirement.id), age),
      position: index + 1,
    }));
  const waiting = steps.filter((step) => !step.answered);
  return {
    facts: [],
    steps,
    remaining: redo ? steps : waiting,
    excluded: all.excluded,
    progress: { answered: steps.length - waiting.length, total: steps.length },
  };
}
