import type { Gap } from "../model/report.js";
import type { ComparedGap, Comparison, UnprovenGap } from "../schema/comparison.gen.js";
import { closingRules } from "./compare-closing.js";
import { type Followed, isToConfirm, type Judged } from "./compared.js";

/**
 * Gaps by requirement, kind and what they are about, followed through the lineage. A gap is closed only when the answer
 * of today shows it: what merely vanished is `unproven`.
 */
export function compareGaps(before: Followed, after: Judged): Comparison["gaps"] {
  const known = new Set(
    before.report.gaps.flatMap((gap) => (before.way.newerOf.get(gap.requirement) ?? []).map((id) => keyOf(gap, id))),
  );
  const is = new Set(after.report.gaps.map((gap) => keyOf(gap, gap.requirement)));
  const ends = before.report.gaps.flatMap((gap) => endOf(gap, { before, after, is }));
  const told = (how: Exclude<End["how"], "unproven">): readonly ComparedGap[] =>
    ends.flatMap((end) => (end.how === how ? [end.gap] : []));
  return {
    closed: told("closed"),
    opened: after.report.gaps.filter((gap) => !known.has(keyOf(gap, gap.requirement))).map((gap) => toldOf(gap)),
    gone: told("gone"),
    unproven: ends.flatMap((end) => (end.how === "unproven" ? [{ ...end.gap, why: end.why }] : [])),
  };
}

type End =
  | { readonly how: "closed" | "gone"; readonly gap: ComparedGap }
  | { readonly how: "unproven"; readonly gap: ComparedGap; readonly why: UnprovenGap["why"] };

interface Given {
  readonly before: Followed;
  readonly after: Judged;
  readonly is: ReadonlySet<string>;
}

/** What became of a gap; nothing where it is still there. */
function endOf(gap: Gap, { before, after, is }: Given): readonly End[] {
  const heirs = before.way.newerOf.get(gap.requirement) ?? [];
  if (heirs.some((id) => is.has(keyOf(gap, id)))) return [];
  const asked = [...after.requirements.values()].filter(
    ({ id, applicability }) => heirs.includes(id) && applicability.status !== "does-not-apply",
  );
  const was = before.requirements.get(gap.requirement);
  const told = toldOf(gap, asked[0]);
  if (asked.length === 0 || was === undefined) return [{ how: "gone", gap: told }];
  const why =
    (before.way.narrowed.has(gap.requirement) ? "narrowed" : null) ??
    first(asked, (now) => {
      if (now.rating === null) return "unanswered";
      if (isToConfirm(now)) return "to-confirm";
      return closingRules[gap.kind]({ gap, was, now, before, after });
    });
  return [why === null ? { how: "closed", gap: told } : { how: "unproven", gap: told, why }];
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** Not met and partly met are one gap, more or less of it: how it moved is told by the ratings. */
function keyOf({ kind, about }: Gap, requirement: string): string {
  return JSON.stringify([requirement, kind === "partly-met" ? "not-met" : kind, about]);
}

/** Under the name that it has today, where it has one. */
function toldOf(
  { requirement, title, kind, severity, message }: Gap,
  now: { readonly id: string; readonly title: string } = { id: requirement, title },
): ComparedGap {
  return { requirement: now.id, title: now.title, kind, severity, message };
}
