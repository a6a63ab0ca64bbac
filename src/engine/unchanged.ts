import { type Evidence, isOpen, type Response, wasModeratedLower } from "../model/audit.js";
import type { Requirement } from "../model/checklist.js";
import { type Day, describeDay } from "../model/day.js";
import type { EvidenceReading } from "../model/evidence.js";
import { describeCited, judgeEvidence } from "./evidence-rules.js";

/** A piece of evidence of an answer that comes forward, with what speaks against it now. */
export interface LookedAt {
  readonly cited: Evidence;
  /** Whole sentences; empty: it is as it was. */
  readonly against: readonly string[];
}

/** Looks at what an answer cites. `readingOf` gives null for a location, which cannot be read. */
export function lookAtEvidence(
  { evidence = [] }: Response,
  { practice }: Requirement,
  readingOf: (cited: Evidence) => EvidenceReading | null,
  today: Day,
): readonly LookedAt[] {
  return evidence.map((cited) => {
    const reading = readingOf(cited);
    const problems = judgeEvidence({ evidence: cited, reading, today, review: practice.review });
    const against = [...problems.map(({ message }) => message), ...unknown(cited, reading)];
    return { cited, against: against.map((message) => `${describeCited(cited)}: ${message}`) };
  });
}

/** Without a digest nobody can tell whether it is still what was cited. */
function unknown({ sha256 }: Evidence, reading: EvidenceReading | null): readonly string[] {
  return reading?.kind === "present" && sha256 === undefined
    ? ["its content was not noted when it was cited, so nobody can tell whether it has changed."]
    : [];
}

/** Whether the question that was answered is worded otherwise now. */
export function isOtherQuestion({ question }: Response, { digest }: Requirement): boolean {
  return question !== undefined && question !== digest;
}

/**
 * Why an answer that waits to be confirmed must be given anew, in sentences, besides its question and its evidence;
 * empty: nothing says that it would not be given again.
 */
export function changesBeside(response: Response, today: Day): readonly string[] {
  const { rating, question, evidence = [], actions = [] } = response;
  const open = rating === "met" ? [] : actions.filter(isOpen);
  return [
    ...(wasModeratedLower(response) ? ["A moderator rated it lower: the audit before says why."] : []),
    ...(question === undefined ? ["Nobody can tell for which wording of the question it was given."] : []),
    ...(rating === "met" && evidence.length === 0 ? ["It is rated met, and nothing is cited that proves it."] : []),
    ...open.flatMap(({ id, due }) =>
      due !== undefined && due < today ? [`Action ${id} was due on ${describeDay(due)}.`] : [],
    ),
  ];
}
