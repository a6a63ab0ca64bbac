import { severityOrder } from "../model/gap.js";
import type { ComparedAudit, Comparison } from "../schema/comparison.gen.js";
import { allAudits, describeShared } from "./comparison-wording.js";
import { capitalise, countOf, describeInterval, severityInfo } from "./wording.js";

/** What a board must know if it reads nothing else; never a score without the number of requirements it is of. */
export function comparisonInShort(comparison: Comparison): readonly string[] {
  const { changes, actions, shared } = comparison;
  const went = (direction: string): number => changes.filter((change) => change.direction === direction).length;
  return [
    ...scorePoints(comparison),
    ...(shared.length === 0
      ? []
      : [`Ratings: ${went("up")} went up, ${went("down")} went down${othersOf(went("other"))}.`]),
    gapPoint(comparison),
    `Actions: ${actions.done.length} marked done since, ${actions.late.length} late.`,
  ];
}

function scorePoints(comparison: Comparison): readonly string[] {
  const { shared, before, after } = comparison;
  if (shared.length === 0)
    return [
      `No requirement is known to apply in ${allAudits(comparison)} and to mean the same in each, so neither ratings nor scores can be compared.`,
    ];
  const these = shared.length === 1 ? "it" : `these ${shared.length}`;
  return [
    `${describeShared(comparison)}: scores and ratings are compared on ${these} alone.`,
    `On ${these}: ${describeScores(after)} now; ${describeScores(before)} before.`,
    ...doubtPoints(before, after),
  ];
}

function describeScores({ declared, assured }: ComparedAudit): string {
  if (declared === null) return "no score, since all of it is rated not applicable";
  return `declared ${describeInterval(declared)}, assured ${describeInterval(assured)}`;
}

/** What keeps the numbers from being quite of the same. */
function doubtPoints(before: ComparedAudit, after: ComparedAudit): readonly string[] {
  const [then, now] = [before.ratings.notApplicable, after.ratings.notApplicable];
  const left =
    then === 0 && now === 0 ? [] : [`Rated not applicable, and so left out of the score: ${now} now, ${then} before.`];
  const waiting =
    after.toConfirm === 0
      ? []
      : [
          `${capitalise(countOf(after.toConfirm, "answer"))} now ${after.toConfirm === 1 ? "waits" : "wait"} to be confirmed: declared, not assured.`,
        ];
  return [...left, ...waiting];
}

function othersOf(others: number): string {
  return others === 0 ? "" : `, ${others} changed otherwise`;
}

function gapPoint({ gaps, after }: Comparison): string {
  const open = severityOrder.map((severity) => countOf(after.gaps[severity], severityInfo[severity].one));
  const rest = [
    ...(gaps.unproven.length === 0 ? [] : [`${gaps.unproven.length} not known to be closed`]),
    ...(gaps.gone.length === 0 ? [] : [`${gaps.gone.length} no longer asked about`]),
  ];
  const told = [`${gaps.closed.length} closed`, `${gaps.opened.length} opened`, ...rest].join(", ");
  return `Gaps: ${told}. Now open in the whole audit: ${open.join(", ")}.`;
}
