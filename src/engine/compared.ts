import type { Audit } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import type { Report, ReportRequirement } from "../model/report.js";

/** An audit that is compared, its requirements at hand by id. */
export interface Judged {
  readonly report: Report;
  readonly audit: Audit;
  readonly checklist: Checklist;
  readonly file: string;
  readonly requirements: ReadonlyMap<string, ReportRequirement>;
}

export function judgedOf(given: Omit<Judged, "requirements">): Judged {
  const all = given.report.standards.flatMap((standard) => standard.requirements);
  return { ...given, requirements: new Map(all.map((requirement) => [requirement.id, requirement])) };
}

/** A judged audit, and how its requirements stand to those of the newest. */
export interface Followed extends Judged {
  readonly way: Counterparts;
}

/** How the requirements of an audit stand to those of the newest. */
export interface Counterparts {
  /** By the newest's id, the one requirement that means the same in the other audit. */
  readonly sameAs: ReadonlyMap<string, string>;
  /** By the newest's id, what it was in the other. */
  readonly olderOf: ReadonlyMap<string, readonly string[]>;
  /** By the other's id, what it is in the newest. */
  readonly newerOf: ReadonlyMap<string, readonly string[]>;
  /** Ids of the other of which the newest asks less. */
  readonly narrowed: ReadonlySet<string>;
}

/** What the newest audit's requirement is in this one, where it means the same. */
export function sameIn({ requirements, way }: Followed, id: string): readonly ReportRequirement[] {
  const same = way.sameAs.get(id);
  return [...requirements.values()].filter((requirement) => requirement.id === same);
}

/** Whether its answer was carried and nobody has confirmed it. */
export function isToConfirm(requirement: ReportRequirement): boolean {
  return requirement.gaps.includes("to-confirm");
}
