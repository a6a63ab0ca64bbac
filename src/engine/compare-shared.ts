import { type Checklist, requirementsOf } from "../model/checklist.js";
import type { Link } from "../model/lineage.js";
import type { NotCompared } from "../schema/comparison.gen.js";
import { type Counterparts, type Followed, type Judged, sameIn } from "./compared.js";
import { sharedRequirements } from "./diff.js";
import { relate } from "./relate.js";

export function counterpartsOf(other: Judged, newest: Judged, editions: readonly Checklist[]): Counterparts {
  const links = relate(other.checklist, newest.checklist, editions);
  const pairs = links.flatMap(pairOf);
  const olderOf = grouped(pairs.map(({ before, after }) => [after, before]));
  const newerOf = grouped(pairs.map(({ before, after }) => [before, after]));
  const less = pairs.filter(({ link }) => link.steps.some(({ change }) => change === "narrowed"));
  return {
    sameAs: new Map(
      sharedRequirements(links).map(({ before, after }) => [after.requirement.id, before.requirement.id]),
    ),
    olderOf,
    newerOf,
    narrowed: new Set(less.map(({ before }) => before)),
  };
}

function pairOf(link: Link) {
  const { before, after } = link;
  return before === null || after === null
    ? []
    : [{ before: before.requirement.id, after: after.requirement.id, link }];
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/** The newest's ids of what every audit asks in the same sense and what applies in each, in checklist order. */
export function comparable(audits: readonly Followed[], newest: Judged): readonly string[] {
  return requirementsOf(newest.checklist)
    .map(({ id }) => id)
    .filter((id) =>
      audits.every((audit) => sameIn(audit, id).some(({ applicability }) => applicability.status === "applies")),
    );
}

/** Whether it applies, or may: what is sure to apply in no audit cannot be missed in a comparison. */
function mayApply({ requirements }: Judged, id: string): boolean {
  return requirements.has(id) && requirements.get(id)?.applicability.status !== "does-not-apply";
}

/** What an audit asks and not all of them share: what the newest asks in its order, then what it no longer asks. */
export function notCompared(
  audits: readonly Followed[],
  shared: readonly string[],
  newest: Judged,
): readonly NotCompared[] {
  const kept = new Set(shared);
  const later = requirementsOf(newest.checklist).flatMap(({ id, title }): readonly NotCompared[] => {
    const asked = audits.some((audit) => (audit.way.olderOf.get(id) ?? []).some((old) => mayApply(audit, old)));
    return kept.has(id) || !asked ? [] : [{ requirement: id, title, why: whyNot(id, audits) }];
  });
  const gone = audits.flatMap((audit) =>
    requirementsOf(audit.checklist)
      .filter(({ id }) => !audit.way.newerOf.has(id) && mayApply(audit, id))
      .map(({ id, title }): NotCompared => ({ requirement: id, title, why: "retired" })),
  );
  // The last that asked it names it.
  const retired = new Map(gone.map((item) => [item.requirement, item]));
  return [...later, ...retired.values()];
}

function whyNot(id: string, audits: readonly Followed[]): NotCompared["why"] {
  if (audits.some(({ way }) => !way.olderOf.has(id))) return "new";
  return audits.some(({ way }) => !way.sameAs.has(id)) ? "changed" : "applicability";
}
