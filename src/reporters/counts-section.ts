import { severityOrder } from "../model/gap.js";
import type { Interval, Report } from "../model/report.js";
import { countOf, describeInterval, describeSeverity, severityInfo } from "./wording.js";

export interface Score {
  readonly name: string;
  /** "62% to 71%", or "no score". */
  readonly value: string;
  readonly interval: Interval;
  readonly meaning: string;
}

export interface CountRow {
  readonly label: string;
  readonly count: number;
  readonly meaning: string;
}

export interface CountTable {
  readonly title: string;
  /** What the labels are. */
  readonly heading: string;
  readonly rows: readonly CountRow[];
}

export interface CountsSection {
  readonly kind: "counts";
  readonly title: string;
  /** How many requirements were asked, in a sentence. */
  readonly scope: string;
  readonly scores: readonly Score[];
  readonly tables: readonly CountTable[];
}

export function countsSection(report: Report): CountsSection {
  return {
    kind: "counts",
    title: "The result in figures",
    scope: describeScope(report),
    scores: scoresOf(report),
    tables: [ratingTable(report), assuranceTable(report), gapTable(report)],
  };
}

function describeScope({ summary }: Report): string {
  const { total, applicable, notApplicable, unknown } = summary.requirements;
  const asked = applicable + unknown;
  const doubt =
    unknown === 0
      ? ""
      : ` (for ${unknown} of them it is not known whether ${unknown === 1 ? "it applies" : "they apply"})`;
  const verb = asked === 1 ? "was" : "were";
  return `Of ${countOf(total, "requirement")}, ${asked} ${verb} asked${doubt} and ${notApplicable} did not apply.`;
}

function scoresOf({ summary }: Report): readonly Score[] {
  const none = summary.declared === null ? " Nothing on the checklist applies, so there is no score." : "";
  return [
    {
      name: "Declared",
      value: describeInterval(summary.declared),
      interval: summary.declared,
      meaning: `What was rated: met counts one, partly met a half; a range leaves room for what is not answered or not known yet.${none}`,
    },
    {
      name: "Assured",
      value: describeInterval(summary.assured),
      interval: summary.assured,
      meaning: "The same, but only for ratings that a document which was read, or a moderator, bears out.",
    },
  ];
}

function ratingTable({ summary }: Report): CountTable {
  const { met, partlyMet, notMet, notApplicable, unanswered } = summary.ratings;
  return {
    title: "Ratings",
    heading: "Rating",
    rows: [
      { label: "Met", count: met, meaning: "in place" },
      { label: "Partly met", count: partlyMet, meaning: "in place in part" },
      { label: "Not met", count: notMet, meaning: "not in place" },
      { label: "Unanswered", count: unanswered, meaning: "not rated yet" },
      {
        label: "Not applicable",
        count: notApplicable,
        meaning: "rated so by you; left out of the score (of the assured one only where no gap was found)",
      },
    ],
  };
}

function assuranceTable({ summary }: Report): CountTable {
  const { verified, moderated, attested, none } = summary.assurance;
  return {
    title: "Assurance of what is rated met or partly met",
    heading: "Assurance",
    rows: [
      { label: "Verified", count: verified, meaning: "a cited document was read, and everything cited stands up" },
      { label: "Moderated", count: moderated, meaning: "a moderator gave the same rating or a better one" },
      {
        label: "Attested",
        count: attested,
        meaning: "what is cited stands up, but none of it could be read here: a minute book, a scan without text",
      },
      { label: "None", count: none, meaning: "nothing bears the rating out" },
    ],
  };
}

function gapTable({ summary, gaps }: Report): CountTable {
  return {
    title: "Gaps by severity",
    heading: "Severity",
    rows: severityOrder.map((severity) => ({
      label: severityInfo[severity].many,
      count: summary.gaps[severity],
      meaning: describeSeverity(severity, gaps),
    })),
  };
}
