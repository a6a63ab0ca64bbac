import type { Checklist } from "../model/checklist.js";
import type { ReportForm, ReportScore, ReportStandard } from "../model/report.js";
import type { Scale } from "../schema/scales.gen.js";
import type { Finding } from "./finding.js";
import { scoreOf, weightedTotal } from "./scale.js";

/** A checklist as a form shows it; scale null: the form has the four ratings, or there is none. */
interface FormInputs {
  readonly checklist: Checklist;
  readonly scale: Scale | null;
}

/** The answer on the form's scale; null where nothing was asked. */
export function reportScore({ applicability, response }: Finding, { scale }: FormInputs): ReportScore | null {
  if (scale === null || response === null || applicability.status === "does-not-apply") return null;
  return scoreOf(response, scale);
}

/** The form that the report is a return for, and what its scores come to; null: the checklist has none. */
export function reportForm(
  standards: readonly ReportStandard[],
  { checklist: { form }, scale }: FormInputs,
): ReportForm | null {
  if (form === null) return null;
  const { id, title } = form;
  if (scale === null) return { id, title, scale: null, total: null, inexact: 0 };
  const scored = standards
    .flatMap(({ requirements }) => requirements)
    .flatMap((requirement) =>
      requirement.score === null ? [] : [{ score: requirement.score, weight: own(form.weights, requirement.id) ?? 1 }],
    );
  return {
    id,
    title,
    scale: { id: scale.id, title: scale.title, note: scale.note ?? null },
    total: weightedTotal(scored, scale),
    inexact: scored.filter(({ score }) => !score.exact).length,
  };
}

/** A requirement may be called "constructor": only what the form itself says counts. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
