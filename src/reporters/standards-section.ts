import type { Report, ReportRequirement, ReportStandard } from "../model/report.js";

/** What a requirement adds to the chart of its standard. */
export type Share = "met" | "partlyMet" | "notMet" | "unanswered" | "notApplicable";

/** In the order of the chart, with the words of its legend. */
export const shareInfo = {
  met: "met",
  partlyMet: "partly met",
  notMet: "not met",
  unanswered: "unanswered",
  notApplicable: "rated not applicable",
} as const satisfies Record<Share, string>;

export const shares = ["met", "partlyMet", "notMet", "unanswered", "notApplicable"] as const satisfies readonly Share[];

export interface StandardRow {
  readonly title: string;
  readonly counts: Readonly<Record<Share, number>>;
  /** How many of its requirements were asked: the sum of the counts. */
  readonly asked: number;
}

export interface StandardsSection {
  readonly kind: "standards";
  readonly title: string;
  /** The standards of which something was asked. */
  readonly rows: readonly StandardRow[];
  /** Names the others; null when there are none. */
  readonly notAsked: string | null;
}

export function standardsSection(report: Report): StandardsSection {
  const rows = report.standards.map(rowOf);
  const others = rows.filter((row) => row.asked === 0).map((row) => row.title);
  return {
    kind: "standards",
    title: "Ratings by standard",
    rows: rows.filter((row) => row.asked > 0),
    notAsked: others.length === 0 ? null : `Nothing was asked in: ${others.join("; ")}.`,
  };
}

function rowOf({ title, requirements }: ReportStandard): StandardRow {
  const asked = requirements.flatMap((requirement) => shareOf(requirement) ?? []);
  const count = (share: Share): number => asked.filter((each) => each === share).length;
  return {
    title,
    asked: asked.length,
    counts: {
      met: count("met"),
      partlyMet: count("partlyMet"),
      notMet: count("notMet"),
      unanswered: count("unanswered"),
      notApplicable: count("notApplicable"),
    },
  };
}

const shareOfRating = {
  met: "met",
  "partly-met": "partlyMet",
  "not-met": "notMet",
  "not-applicable": "notApplicable",
} as const satisfies Record<NonNullable<ReportRequirement["rating"]>, Share>;

/** Null when the requirement was not asked. */
function shareOf({ applicability, rating }: ReportRequirement): Share | null {
  if (applicability.status === "does-not-apply") return null;
  return rating === null ? "unanswered" : shareOfRating[rating];
}

/** "4 met, 1 not met"; shares of nothing are left out. */
export function describeShares(row: StandardRow): string {
  return shares
    .flatMap((share) => (row.counts[share] === 0 ? [] : [`${row.counts[share]} ${shareInfo[share]}`]))
    .join(", ");
}
