import type { Report, ReportRequirement } from "../model/report.js";

/** Requirements that were left out for one and the same reason. */
export interface ReasonGroup {
  readonly reason: string;
  readonly titles: readonly string[];
}

export interface NotAskedPart {
  readonly title: string;
  readonly groups: readonly ReasonGroup[];
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
      groups: groupBy(outOfScope, ({ applicability }) => applicability.reason),
    },
    {
      title: "Asked, and rated not applicable",
      groups: groupBy(ratedSo, ({ reason }) => reason ?? "No reason given."),
    },
  ];
  return {
    kind: "not-asked",
    title: "What was not asked, and why",
    none: "Everything on the checklist was asked.",
    parts: parts.filter((part) => part.groups.length > 0),
  };
}

function groupBy(
  requirements: readonly ReportRequirement[],
  reasonOf: (requirement: ReportRequirement) => string,
): readonly ReasonGroup[] {
  return [...new Set(requirements.map(reasonOf))].map((reason) => ({
    reason,
    titles: requirements.filter((requirement) => reasonOf(requirement) === reason).map(({ title }) => title),
  }));
}
