import { ratingInfo } from "../model/audit.js";
import type { Report, ReportForm, ReportRequirement, ReportScore, ReportTotal } from "../model/report.js";
import { countOf } from "./wording.js";

/** One line of a return. */
export interface FormRow {
  /** Its number in the form; empty where the form gives none. */
  readonly reference: string;
  readonly title: string;
  readonly rating: string;
  /** "2: mostly in place"; "No score" where there is none; empty where the form has no scale. */
  readonly score: string;
  /** "1 or 2; the worse stands here"; null where the score is exact. */
  readonly doubt: string | null;
  readonly evidence: number;
  readonly gaps: number;
}

export interface FormGroup {
  readonly title: string;
  /** Never empty. */
  readonly rows: readonly FormRow[];
}

export interface FormSection {
  readonly kind: "form";
  readonly title: string;
  /** The scale, what it means, how the scores were come by, in a sentence each. */
  readonly notes: readonly string[];
  /** "Total: 1.85 on the scale \"0 to 3\", the weighted mean of 12 scored (sum of the weights: 15)."; null: there is none. */
  readonly total: string | null;
  /** Whether the form has a scale of its own, and so a column of scores. */
  readonly isScored: boolean;
  readonly groups: readonly FormGroup[];
}

/** The return for the form that the report is made in; nothing where it is made in none. */
export function formSections({ form, standards }: Report): readonly FormSection[] {
  if (form === null) return [];
  const groups = standards.map(({ title, requirements }) => ({
    title,
    rows: requirements.filter(isListed).map((requirement) => rowOf(requirement, form)),
  }));
  return [
    {
      kind: "form",
      title: `Return for ${form.title}`,
      notes: notesOf(form),
      total: describeTotal(form),
      isScored: form.scale !== null,
      groups: groups.filter(({ rows }) => rows.length > 0),
    },
  ];
}

/** What was asked, and every line that the form numbers: whoever reads the return looks for each. */
function isListed({ applicability, localReference }: ReportRequirement): boolean {
  return applicability.status !== "does-not-apply" || localReference !== null;
}

function rowOf(requirement: ReportRequirement, { scale }: ReportForm): FormRow {
  const { localReference, title, score, evidence, gaps } = requirement;
  return {
    reference: localReference ?? "",
    title,
    rating: describeRating(requirement),
    score: scale === null ? "" : (score?.title ?? "No score"),
    doubt: score === null ? null : describeDoubt(score),
    evidence: evidence.length,
    gaps: gaps.length,
  };
}

function describeRating({ applicability, rating }: ReportRequirement): string {
  if (applicability.status === "does-not-apply") return "Not asked of us";
  return rating === null ? "Unanswered" : ratingInfo[rating];
}

/** Many values are told by their ends. */
const longestList = 4;

function describeDoubt({ exact, candidates }: ReportScore): string | null {
  if (exact) return null;
  const values = candidates.map(String);
  const last = values.slice(-1).join("");
  if (values.length < 2) return "the rating does not say it exactly";
  if (values.length > longestList)
    return `anything from ${values.slice(0, 1).join("")} to ${last}; the worst stands here`;
  const list = `${values.slice(0, -1).join(", ")} or ${last}`;
  return `${list}; the ${values.length === 2 ? "worse" : "worst"} stands here`;
}

function notesOf({ scale, inexact }: ReportForm): readonly string[] {
  if (scale === null) return ["This form takes the four ratings as they are."];
  const stands =
    inexact === 1 ? "1 of them is not exact: that rating" : `${inexact} of them are not exact: such a rating`;
  const lost =
    inexact === 0
      ? "No rating loses anything by that here."
      : `${stands} may stand for several scores, and the worst of them is given.`;
  return [
    `Scale: ${scale.title}.${scale.note === null ? "" : ` ${scale.note}`}`,
    `Where no score was given on this scale, it was converted from the rating. ${lost}`,
  ];
}

function describeTotal({ scale, total }: ReportForm): string | null {
  if (scale === null || total === null) return null;
  return `Total: ${describeMean(total)} on the scale "${scale.title}", the weighted mean of ${countOf(total.of, "score")} (sum of the weights: ${total.weight}).`;
}

/** Two decimals at most: 1.85, 2. */
function describeMean({ mean }: ReportTotal): string {
  return String(Number(mean.toFixed(2)));
}

/** "2 pieces of evidence, no gaps". */
export function describeRest({ evidence, gaps }: FormRow): string {
  const cited = evidence === 0 ? "no evidence" : countOf(evidence, "piece of evidence", "pieces of evidence");
  return `${cited}, ${countOf(gaps, "gap")}`;
}
