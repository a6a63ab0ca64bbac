import { describeDay } from "../model/day.js";
import { isAtLeast } from "../model/gap.js";
import type { Gate } from "../model/gate.js";
import type {
  Gap,
  ReportBaseline,
  ReportDocument,
  ReportFinding,
  ReportWaiver,
  Summary,
  Verdict,
} from "../model/report.js";
import { describeWaiver } from "./waivers.js";

/** What is judged: what was found, the counts, and why the edition is not the one to audit against; null: it is. */
export interface Judged {
  readonly gaps: readonly Gap[];
  readonly documents: readonly ReportDocument[] | null;
  /** Whether any document was read, where documents were asked for. */
  readonly hasRead: boolean;
  readonly waivers: readonly ReportWaiver[];
  readonly baseline: ReportBaseline | null;
  readonly summary: Summary;
  readonly editionProblem: string | null;
}

/** Pass or fail, with every reason. It fails closed: what could not be judged does not pass. */
export function judgeGate(judged: Judged, gate: Gate): Verdict {
  const { summary, editionProblem } = judged;
  const reasons = [
    ...(isEmpty(summary) ? ["Nothing in the checklist is known to apply, so nothing was audited."] : []),
    ...(editionProblem !== null && !gate.anyEdition ? [editionProblem] : []),
    ...tooMany(judged.gaps, "gap", judged, gate),
    ...judgeFindings(judged, gate),
    ...belowMinimum(summary, gate),
  ];
  return { passed: reasons.length === 0, failOn: gate.failOn, reasons };
}

/** The reasons that lie in documents and waivers, whether an audit stands beside them or not. */
export function judgeFindings(
  { documents, hasRead, waivers, baseline }: Omit<Judged, "gaps" | "summary" | "editionProblem">,
  gate: Pick<Gate, "failOn">,
): readonly string[] {
  const findings = (documents ?? []).flatMap((document) => document.findings);
  return [
    ...(hasRead ? [] : ["No policy document was read, so none was checked."]),
    ...tooMany(findings, "finding", { baseline }, gate),
    ...waivers.flatMap((waiver) =>
      waiver.state === "expired"
        ? [`The waiver of ${describeWaiver(waiver)} expired on ${describeDay(waiver.expires)}.`]
        : [],
    ),
  ];
}

/** Whether it counts at the gate: what is waived or known does not. */
export function fails({ severity, waived, known }: Gap | ReportFinding, { failOn }: Pick<Gate, "failOn">): boolean {
  return !waived && !known && isAtLeast(severity, failOn);
}

function tooMany(
  found: readonly (Gap | ReportFinding)[],
  one: "gap" | "finding",
  { baseline }: Pick<Judged, "baseline">,
  gate: Pick<Gate, "failOn">,
): readonly string[] {
  const atGate = found.filter(({ severity }) => isAtLeast(severity, gate.failOn));
  const count = atGate.filter((each) => fails(each, gate)).length;
  if (count === 0) return [];
  const waived = atGate.filter((each) => each.waived).length;
  const known = atGate.filter((each) => each.known).length;
  const others = [...(waived > 0 ? [`${waived} waived`] : []), ...(known > 0 ? [`${known} known`] : [])];
  const what = `${baseline === null ? "" : "new "}${count === 1 ? one : `${one}s`}`;
  const where = one === "finding" ? " in policy documents" : "";
  const beside = others.length === 0 ? "" : ` (not counted: ${others.join(", ")})`;
  return [`${count} ${what}${where} at or above ${gate.failOn}${beside}.`];
}

function isEmpty({ declared, requirements }: Summary): boolean {
  return declared === null || requirements.applicable === 0;
}

function belowMinimum({ assured }: Summary, { minAssured }: Gate): readonly string[] {
  if (minAssured === null || (assured !== null && assured.low >= minAssured)) return [];
  return [`The assured score is below ${Number((minAssured * 100).toFixed(4))}%.`];
}
