import type { Gap, Report } from "../model/report.js";
import { capitalise } from "./wording.js";

type Reference = Gap["reference"];

/** What is true of every reference under a gap, so that it is said once and not under each. */
interface Common {
  /** Whether all were verified in the guidance, or none was; null when some were. */
  readonly verified: boolean | null;
  readonly noParagraph: boolean;
}

/** Of those to the edition alone: what an overlay asks stands in another document. */
function commonOf(report: Report): Common {
  const gaps = report.gaps.filter(isNational);
  const verified = gaps.filter((gap) => gap.reference.verified).length;
  return {
    verified: verified === 0 ? false : verified === gaps.length ? true : null,
    noParagraph: gaps.every((gap) => gap.reference.paragraph === null),
  };
}

/** Which edition the references are to, and what is true of all of them; null when there are no gaps. */
export function referenceNote(report: Report): string | null {
  if (!report.gaps.some(isNational)) return null;
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

/**
 * "Chapter 2, paragraph 3; Children Act 2004, section 11 (verified)", but for what the note says of all. A reference of
 * what an overlay asks names the overlay.
 */
export function describePlace({ overlay, reference }: Pick<Gap, "overlay" | "reference">, report: Report): string {
  if (overlay !== null) return describeLocalPlace(overlay.title, reference);
  const { chapter, paragraph, law, verified } = reference;
  const common = commonOf(report);
  const place = [
    chapter === null ? "chapter not known" : `chapter ${chapter}`,
    ...(common.noParagraph ? [] : [paragraph === null ? "paragraph not known" : `paragraph ${paragraph}`]),
  ].join(", ");
  const mark = common.verified === null ? ` (${verified ? "verified" : "not verified"})` : "";
  return `${capitalise(place)}${law === null ? "" : `; ${law}`}${mark}`;
}

/** "Anytown return 2026, chapter 2, paragraph 3": no word of what is not known, since a form need not be numbered. */
function describeLocalPlace(title: string, { chapter, paragraph, law }: Reference): string {
  const place = [
    title,
    ...(chapter === null ? [] : [`chapter ${chapter}`]),
    ...(paragraph === null ? [] : [`paragraph ${paragraph}`]),
  ];
  return `${place.join(", ")}${law === null ? "" : `; ${law}`}`;
}

function isNational({ overlay }: Pick<Gap, "overlay">): boolean {
  return overlay === null;
}
