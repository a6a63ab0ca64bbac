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
  readonly item: ListedItem;
}

/** The self and the moderated ratings side by side, the largest differences first; nothing where nobody moderated. */
export function moderationSections(report: Report): readonly ListedSection[] {
  const asked = report.standards
    .flatMap(({ requirements }) => requirements)
    .filter(({ applicability }) => applicability.status !== "does-not-apply");
  const pairs = asked.flatMap(pairOf);
  if (pairs.length === 0) return [];
  const counted = (wanted: Difference): number => pairs.filter(({ difference }) => difference === wanted).length;
  const counts = {
    agreed: counted("agreed"),
    lower: counted("lower"),
    higher: counted("higher"),
    different: counted("different"),
  };
  const rest = asked.filter(({ rating, moderated }) => rating !== null && moderated === null).length;
  const left =
    rest === 0 ? "Every rating was moderated." : `${countOf(rest, "rating was", "ratings were")} not moderated.`;
  return [
    {
      kind: "moderation",
      title: "Moderation",
      summary: `${countOf(pairs.length, "rating was", "ratings were")} checked by somebody else: ${describeCountedDifferences(counts)}. ${left}`,
      parts: order.flatMap((difference) => partOf(difference, pairs)),
    },
  ];
}

function partOf(wanted: Difference, pairs: readonly Pair[]): readonly ListedPart[] {
  const items = pairs
    .filter(({ difference }) => difference === wanted)
    .toSorted((a, b) => b.size - a.size)
    .map(({ item }) => item);
  return items.length === 0 ? [] : [{ title: differences[wanted].part, items }];
}

const steps = { "not-met": 0, "partly-met": 1, met: 2, "not-applicable": 2 } as const;

function pairOf(requirement: ReportRequirement): readonly Pair[] {
  const { rating, moderated, moderation } = requirement;
  if (rating === null || moderated === null) return [];
  const reason = moderation?.reason ?? null;
  return [
    {
      difference: differenceOf(rating, moderated),
      size: Math.abs(steps[rating] - steps[moderated]),
      item: {
        lead: requirement.title,
        text: `Self rating: ${ratingInfo[rating].toLowerCase()}. Moderated: ${ratingInfo[moderated].toLowerCase()}.`,
        details: [
          ...(reason === null ? [] : [{ term: "Reason", text: reason }]),
          ...(moderation === null ? [] : [{ term: "Moderated by", text: describeModerator(moderation) }]),
        ],
      },
    },
  ];
}

function describeModerator({ by, on }: NonNullable<ReportRequirement["moderation"]>): string {
  return `${by ?? "nobody named"}, ${describeDay(on)}`;
}
