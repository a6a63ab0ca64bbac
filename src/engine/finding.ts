import type { Rating, Response } from "../model/audit.js";
import type { Requirement, Standard } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { GapKind, ReportEvidence, ReportRequirement, Severity } from "../model/report.js";
import type { Applicability } from "./applicability.js";

/** A gap before it is reported; `path` leads to its place in the audit file. */
export interface FoundGap {
  readonly kind: GapKind;
  readonly severity: Severity;
  /** The path of the evidence or the id of the action that it is about; absent: the answer. */
  readonly about?: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** What the rules look at: one requirement that applies or may apply, and its response. */
export interface Subject {
  readonly requirement: Requirement;
  readonly applicability: Applicability;
  /** null: unanswered. */
  readonly response: Response | null;
  readonly evidence: readonly ReportEvidence[];
  readonly today: Day;
  /** How old an answer may be, an ISO 8601 duration. */
  readonly maxAge: string;
  /** The first day of the audit's period: no answer that carries no day of its own is surely younger. */
  readonly periodFrom: Day;
}

/** What was found about one requirement. */
export interface Finding {
  readonly standard: Standard;
  readonly requirement: Requirement;
  readonly applicability: Applicability;
  readonly response: Response | null;
  /** null: unanswered. */
  readonly rating: Rating | null;
  readonly evidence: readonly ReportEvidence[];
  readonly assurance: ReportRequirement["assurance"];
  readonly assured: boolean;
  readonly gaps: readonly FoundGap[];
}

/** A gap as a rule states it; its severity follows from kind and force. */
export type StatedGap = Omit<FoundGap, "severity">;

/** A small named rule: the gaps that it sees in a subject. */
export interface GapRule {
  readonly name: string;
  readonly check: (subject: Subject) => readonly StatedGap[];
}

/** A gap at a place within the response. */
export function gapIn(
  subject: Pick<Subject, "requirement">,
  kind: GapKind,
  message: string,
  ...place: readonly (string | number)[]
): StatedGap {
  return { kind, message, path: ["responses", subject.requirement.id, ...place] };
}
