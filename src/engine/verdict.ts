import { isAtLeast } from "../model/gap.js";
import type { Gate } from "../model/gate.js";
import type { Gap, Summary, Verdict } from "../model/report.js";

/** What is judged: the gaps, the counts, and why the edition is not the one to audit against; null: it is. */
export interface Judged {
  readonly gaps: readonly Gap[];
  readonly summary: Summary;
  readonly editionProblem: string | null;
}

/** Pass or fail, with every reason. It fails closed: what could not be judged does not pass. */
export function judgeGate({ gaps, summary, editionProblem }: Judged, gate: Gate): Verdict {
  const counted = gaps.filter((gap) => !gap.waived && isAtLeast(gap.severity, gate.failOn));
  const reasons = [
    ...(isEmpty(summary) ? ["Nothing in the checklist is known to apply, so nothing was audited."] : []),
    ...(editionProblem !== null && !gate.anyEdition ? [editionProblem] : []),
    ...(counted.length > 0
      ? [`${counted.length} ${counted.length === 1 ? "gap" : "gaps"} at or above ${gate.failOn}.`]
      : []),
    ...belowMinimum(summary, gate),
  ];
  return { passed: reasons.length === 0, failOn: gate.failOn, reasons };
}

function isEmpty({ declared, requirements }: Summary): boolean {
  return declared === null || requirements.applicable === 0;
}

function belowMinimum({ assured }: Summary, { minAssured }: Gate): readonly string[] {
  if (minAssured === null || (assured !== null && assured.low >= minAssured)) return [];
  return [`The assured score is below ${Number((minAssured * 100).toFixed(4))}%.`];
}
