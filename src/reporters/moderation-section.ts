import { type Difference, differenceOf } from "../engine/moderation.js";
import { ratingInfo } from "../model/audit.js";
import { describeDay } from "../model/day.js";
import type { Report, ReportRequirement } from "../model/report.js";
import type { ListedItem, ListedPart, ListedSection } from "./listed-section.js";
import { countOf } from "./wording.js";

/** In the order in which they are shown: what matters most first. */
const differences = {
  lower: { part: "Moderated lower", many: "lower" },
  higher: { part: "Moderated higher", many: "higher" },
  different: { part: "Applies to one, and not to the other", many: "differ on whether it applies" },
  agreed: { part: "Agreed", many: "agreed" },
} as const satisfies Record<Difference, { readonly part: string; readonly many: string }>;

/** Given before the answer as it is now, in the future, or too long ago. */
const lapsed = "Moderated, but not the answer as it is now, or too long ago";

const order = ["lower", "higher", "different", "agreed"] as const satisfies readonly Difference[];

/** "9 agreed, 2 lower, 1 higher"; empty when nothing is counted. */
export function describeCountedDifferences(counts: Readonly<Record<Difference, number>>): string {
  return (["agreed", "lower", "higher", "different"] as const)
    .flatMap((difference) =>
      counts[difference] === 0 ? [] : [`${counts[difference]} ${differences[difference].many}`],
    )
    .join(", ");
}

/** A self rating with the moderated one beside it. */
interface Pair {
  readonly difference: Difference;
  /** By how many steps they differ. */
  readonly size: number;
  /** Whether it is of the answer as it is now. */
  readonly stands: boolean;
  readonly item: ListedItem;
}

/** The self and the moderated ratings side by side, the largest differences first; nothing where nobody moderated. */
export function moderationSections(report: Report): readonly ListedSection[] {
  const asked = report.standards
    .flatMap(({ requirements }) => requirements)
    .filter(({ applicability }) => applicability.status !== "does-not-apply");
  const all = asked.flatMap(pairOf);
  if (all.length === 0) return [];
  const standing = all.filter(({ stands }) => stands);
  const rest = asked.filter(({ rating }) => rating !== null).length - standing.length;
  return [
    {
      kind: "moderation",
      title: "Moderation",
      summary: `${describeChecked(standing)} ${rest === 0 ? "Every rating was moderated." : `${countOf(rest, "rating was", "ratings were")} not moderated.`}`,
      parts: [
        ...order.flatMap((wanted) => partOf(differences[wanted].part, ofDifference(wanted, standing))),
        ...partOf(
          lapsed,
          all.filter(({ stands }) => !stands),
        ),
      ],
    },
  ];
}

function ofDifference(wanted: Difference, pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(({ difference }) => difference === wanted);
}

function describeChecked(pairs: readonly Pair[]): string {
  if (pairs.length === 0) return "No rating, as it is now, was checked by somebody else.";
  const counted = (wanted: Difference): number => ofDifference(wanted, pairs).length;
  const counts = {
    agreed: counted("agreed"),
    lower: counted("lower"),
    higher: counted("higher"),
    different: counted("different"),
  };
  return `${countOf(pairs.length, "rating was", "ratings were")} checked by somebody else: ${describeCountedDifferences(counts)}.`;
}

/** The largest differences first. */
function partOf(title: string, pairs: readonly Pair[]): readonly ListedPart[] {
  const items = pairs.toSorted((a, b) => b.size - a.size).map(({ item }) => item);
  return items.length === 0 ? [] : [{ title, items }];
}

const steps = { "not-met": 0, "partly-met": 1, met: 2, "not-applicable": 2 } as const;

function pairOf(requirement: ReportRequirement): readonly Pair[] {
  const { rating, moderated, moderation } = requirement;
  if (rating === null || moderated === null || moderation === null) return [];
  const { reason, stands } = moderation;
  return [
    {
      difference: differenceOf(rating, moderated),
      size: Math.abs(steps[rating] - steps[moderated]),
      stands,
      item: {
        lead: requirement.title,
        text: `Self rating: ${ratingInfo[rating].toLowerCase()}. Moderated: ${ratingInfo[moderated].toLowerCase()}.`,
        details: [
          ...(reason === null ? [] : [{ term: "Reason", text: reason }]),
          { term: "Moderated by", text: describeModerator(moderation) },
        ],
      },
    },
  ];
}

function describeModerator({ by, on }: NonNullable<ReportRequirement["moderation"]>): string {
  return `${by ?? "nobody named"}, ${describeDay(on)}`;
}
