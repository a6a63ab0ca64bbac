import type { Report } from "../model/report.js";
import type { GapsSection } from "./gaps-section.js";
import { overdueActions, type VerdictSection } from "./verdict-section.js";
import { capitalise, countOf, describeInterval } from "./wording.js";

/** What a board must know if it reads nothing else. */
export interface InShort {
  readonly title: string;
  readonly passed: boolean;
  readonly word: VerdictSection["word"];
  /** Never empty; the first says why the word is said. */
  readonly points: readonly string[];
}

export function inShort(report: Report, gaps: GapsSection, verdict: VerdictSection): InShort {
  const { passed, word, gate, reasons } = verdict;
  const overdue = overdueActions(report);
  return {
    title: "In short",
    passed,
    word,
    points: [
      [gate, ...reasons].join(" "),
      ...scorePoints(report),
      gaps.summary,
      ...lawPoints(gaps),
      ...(overdue === 0 ? [] : [`${capitalise(countOf(overdue, "action"))} overdue.`]),
    ],
  };
}

function scorePoints({ summary: { declared, assured } }: Report): readonly string[] {
  if (declared === null) return [];
  return [
    `Declared ${describeInterval(declared)} (what was rated), assured ${describeInterval(assured)} (what of it stands up).`,
  ];
}

/** The gaps where the law, and not only the guidance, expects something. */
function lawPoints({ groups }: GapsSection): readonly string[] {
  const entries = groups.flatMap((group) => group.entries).filter(({ isLaw }) => isLaw);
  if (entries.length === 0) return [];
  return [
    `Gaps in what the law requires: ${entries.map(({ number, title }) => `${title} (gap ${number})`).join("; ")}.`,
  ];
}
