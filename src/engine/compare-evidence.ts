import type { ReportEvidence } from "../model/report.js";
import type { RefreshedEvidence } from "../schema/comparison.gen.js";
import type { Followed, Judged } from "./compared.js";

/**
 * What the newest audit cites for a requirement that the older one asked too, that stands up, and that was reviewed on
 * a later day than the older says, or is cited anew: then there is no day before.
 */
export function refreshedEvidence(before: Followed, after: Judged): readonly RefreshedEvidence[] {
  return [...after.requirements.values()].flatMap((requirement) => {
    const older = before.way.olderOf.get(requirement.id);
    if (older === undefined) return [];
    const cited = [...before.requirements.values()].flatMap((each) => (older.includes(each.id) ? each.evidence : []));
    return requirement.evidence
      .filter((evidence) => evidence.standsUp)
      .flatMap((evidence) => refreshOf(evidence, cited, requirement.id));
  });
}

function refreshOf(
  evidence: ReportEvidence,
  cited: readonly ReportEvidence[],
  requirement: string,
): readonly RefreshedEvidence[] {
  const known = cited.filter((each) => isSame(each, evidence));
  const days = known.flatMap(({ reviewed }) => reviewed ?? []);
  const before = days.toSorted().at(-1) ?? null;
  const after = evidence.reviewed;
  const isFresh = known.length === 0 || (after !== null && (before === null || after > before));
  return isFresh ? [{ requirement, title: evidence.title, before, after }] : [];
}

/** The same document; or the same title at the same place. */
function isSame(a: ReportEvidence, b: ReportEvidence): boolean {
  if (a.path !== null || b.path !== null) return a.path === b.path;
  return a.location === b.location && a.title === b.title;
}
