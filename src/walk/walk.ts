import type { Selection } from "../engine/plan.js";
import type { Audit } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Profile } from "../model/profile.js";
import type { AuditChange } from "./change.js";

/** What the conversation is about, and what it needs of the world. */
export interface Walk {
  readonly checklist: Checklist;
  readonly profile: Profile;
  readonly audit: Audit;
  readonly selection: Selection;
  readonly today: Day;
  /** The role that answers; asked when it is not given and the audit names none or several. */
  readonly assessor?: string;
  readonly evidence: EvidenceDesk;
  /** What to type to come back to this audit; `wt-audit audit` when not given. */
  readonly resume?: string;
  /** Saves the change, and only then resolves, with the audit as it now is. */
  readonly record: (change: AuditChange) => Promise<Audit>;
}

export type WalkEnd =
  /** Nothing is left to ask in this run; `skipped` are the requirements that were left for later. */
  { readonly kind: "finished"; readonly skipped: readonly string[] } | { readonly kind: "stopped" };

/** Where the walk looks up documents. */
export interface EvidenceDesk {
  /** Paths, as the audit file writes them, that continue what was typed; folders end in a slash. */
  complete(typed: string): Promise<readonly string[]>;
  inspect(path: string): Promise<EvidenceCheck>;
}

/** What was found at a path. */
export interface EvidenceCheck {
  /** The path as the audit file writes it: relative, forward slashes, a heading after #. */
  readonly path: string;
  /** Why it cannot be cited; null when it can. */
  readonly problem: string | null;
  /** What a person should know about it, though it can be cited. */
  readonly warnings: readonly string[];
  /** Digest of the passage or of the file; null when it cannot be read. */
  readonly sha256: string | null;
  /** What the document says of itself. */
  readonly title?: string;
  readonly reviewed?: Day;
  readonly reviewDue?: Day;
}

/** The person wants to leave what is being asked: to the menu before, or out of the walk. */
export type Detour = "back" | "stop";
