import type { Gap, Report } from "../model/report.js";
import { capitalise } from "./wording.js";

type Reference = Gap["reference"];

/** What is true of every reference under a gap, so that it is said once and not under each. */
interface Common {
  /** Whether all were verified in the guidance, or none was; null when some were. */
  readonly verified: boolean | null;
  readonly noParagraph: boolean;
}

function commonOf({ gaps }: Report): Common {
  const verified = gaps.filter((gap) => gap.reference.verified).length;
  return {
    verified: verified === 0 ? false : verified === gaps.length ? true : null,
    noParagraph: gaps.every((gap) => gap.reference.paragraph === null),
  };
}

/** Which edition the references are to, and what is true of all of them; null when there are no gaps. */
export function referenceNote(report: Report): string | null {
  if (report.gaps.length === 0) return null;
  const { verified, noParagraph } = commonOf(report);
  const sentences = [
    `References are to ${report.checklist.title}.`,
    ...(noParagraph ? ["Their paragraphs are not known."] : []),
    ...(verified === null
      ? []
      : [`${verified ? "All" : "None"} of them ${verified ? "were" : "was"} verified in the guidance itself.`]),
  ];
  return sentences.join(" ");
}

/** "Chapter 2, paragraph 3; Children Act 2004, section 11 (verified)", but for what the note says of all. */
export function describePlace({ chapter, paragraph, law, verified }: Reference, report: Report): string {
  const common = commonOf(report);
  const place = [
    chapter === null ? "chapter not known" : `chapter ${chapter}`,
    ...(common.noParagraph ? [] : [paragraph === null ? "paragraph not known" : `paragraph ${paragraph}`]),
  ].join(", ");
  const mark = common.verified === null ? ` (${verified ? "verified" : "not verified"})` : "";
  return `${capitalise(place)}${law === null ? "" : `; ${law}`}${mark}`;
}
