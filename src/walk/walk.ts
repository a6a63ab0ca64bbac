import type { Selection } from "../engine/plan.js";
import type { Audit } from "../model/audit.js";
import type { AuditChange } from "../model/change.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { EvidenceDesk } from "../model/evidence.js";
import type { Profile } from "../model/profile.js";
import type { Scale } from "../schema/scales.gen.js";

/** What the conversation is about, and what it needs of the world. */
export interface Walk {
  readonly checklist: Checklist;
  readonly profile: Profile;
  readonly audit: Audit;
  readonly selection: Selection;
  readonly today: Day;
  /** The role that answers, where no person does (a benchmark, a test that kills the walk); otherwise it is asked. */
  readonly assessor?: string;
  readonly evidence: EvidenceDesk;
  /** The rating scales of the forms that the audit is for, each once; none when not given. */
  readonly scales?: readonly Scale[];
  /** What to type to come back to this audit; `wt-audit audit` when not given. */
  readonly resume?: string;
  /** Saves the change, and only then resolves, with the audit as it now is. */
  readonly record: (change: AuditChange) => Promise<Audit>;
}

export type WalkEnd =
  /** Nothing is left to ask in this run; `skipped` are the requirements that were left for later. */
  { readonly kind: "finished"; readonly skipped: readonly string[] } | { readonly kind: "stopped" };

/** The person wants to leave what is being asked: to the menu before, or out of the walk. */
export type Detour = "back" | "stop";
