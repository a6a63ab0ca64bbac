import { partsOfReason } from "../engine/applicability.js";
import type { Report, ReportRequirement } from "../model/report.js";

/** Requirements that were left out for one and the same reason. */
export interface ReasonGroup {
  readonly reason: string;
  readonly titles: readonly string[];
}

/** Everything that one and the same set of answers left out, so that the answers are said once. */
export interface AnswerGroup {
  /** "You said: employs staff: no."; null where no answers are named. */
  readonly answers: string | null;
  readonly reasons: readonly ReasonGroup[];
}

export interface NotAskedPart {
  readonly title: string;
  readonly groups: readonly AnswerGroup[];
}

export interface NotAskedSection {
  readonly kind: "not-asked";
  readonly title: string;
  /** Said when nothing was left out. */
  readonly none: string;
  readonly parts: readonly NotAskedPart[];
}

export function notAskedSection(report: Report): NotAskedSection {
  const requirements = report.standards.flatMap((standard) => standard.requirements);
  const outOfScope = requirements.filter(({ applicability }) => applicability.status === "does-not-apply");
  const ratedSo = requirements.filter(
    ({ applicability, rating }) => applicability.status !== "does-not-apply" && rating === "not-applicable",
  );
  const parts = [
    {
      title: "Not asked, by what you said about the organisation",
      groups: groupByAnswers(outOfScope),
    },
    {
      title: "Asked, and rated not applicable",
      groups: ratedSo.length === 0 ? [] : [{ answers: null, reasons: groupByReason(ratedSo, ownReason) }],
    },
  ];
  return {
    kind: "not-asked",
    title: "What was not asked, and why",
    none: "Everything on the checklist was asked.",
    parts: parts.filter((part) => part.groups.length > 0),
  };
}

function groupByAnswers(requirements: readonly ReportRequirement[]): readonly AnswerGroup[] {
  const answersTo = ({ applicability }: ReportRequirement) => partsOfReason(applicability.reason).answers;
  return [...new Set(requirements.map(answersTo))].map((answers) => ({
    answers: answers === null ? null : `You said: ${answers}`,
    reasons: groupByReason(
      requirements.filter((requirement) => answersTo(requirement) === answers),
      ({ applicability }) => partsOfReason(applicability.reason).asked,
    ),
  }));
}

function ownReason({ reason }: ReportRequirement): string {
  return reason ?? "No reason given.";
}

function groupByReason(
  requirements: readonly ReportRequirement[],
  reasonOf: (requirement: ReportRequirement) => string,
): readonly ReasonGroup[] {
  return [...new Set(requirements.map(reasonOf))].map((reason) => ({
    reason,
    titles: requirements.filter((requirement) => reasonOf(requirement) === reason).map(({ title }) => title),
  }));
}
