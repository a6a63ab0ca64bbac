import type { Baseline } from "../model/baseline.js";
import type { Day } from "../model/day.js";
import { severityOrder } from "../model/gap.js";
import type { Gate } from "../model/gate.js";
import type {
  Gap,
  Report,
  ReportBaseline,
  ReportDocument,
  ReportStandard,
  ReportWaiver,
  Summary,
} from "../model/report.js";
import { markKnown } from "./baseline.js";
import { judgeGate } from "./verdict.js";
import { applyWaivers, expiredGaps, type Found, type Waiver } from "./waivers.js";

/** What was agreed about gaps and findings: which are waived, and which are known. */
export interface Agreed {
  readonly waivers: readonly Waiver[];
  /** The baseline and its name as the report gives it; null: checked without one. */
  readonly baseline: { readonly file: string; readonly content: Baseline } | null;
  /** Only documents among these are reported, paths as of the documents; null: all. */
  readonly changed: ReadonlySet<string> | null;
}

export interface Settlement extends Agreed {
  /** The policy documents that were read, waived and known not marked yet; null: none were asked for. */
  readonly documents: readonly ReportDocument[] | null;
  /** The audit as the baseline names it. */
  readonly audit: string;
  readonly gate: Gate;
  /** Why the edition is not the one to audit against; null: it is. */
  readonly editionProblem: string | null;
}

/** The report with waivers and baseline applied, and judged anew. The scores stay as they are. */
export function settle(report: Report, given: Settlement): Report {
  const read = { gaps: report.gaps, documents: given.documents ?? [] };
  const waived = applyWaivers(read, given.waivers, report.today);
  const expired = expiredGaps(report, waived.waivers);
  const gaps = inOrder([...waived.gaps, ...expired], report.standards);
  const found = compare({ gaps, documents: onlyChanged(waived.documents, given.changed) }, given, given.audit);
  const settled = { ...found, documents: given.documents === null ? null : found.documents };
  const summary = { ...report.summary, gaps: countGaps(gaps) };
  const { waivers } = waived;
  const judged = { ...settled, waivers, summary, editionProblem: given.editionProblem };
  return {
    ...report,
    ...settled,
    summary,
    standards: report.standards.map((standard) => withExpired(standard, expired)),
    waivers,
    verdict: judgeGate({ ...judged, hasRead: given.documents === null || given.documents.length > 0 }, given.gate),
  };
}

export interface SettledDocuments {
  readonly documents: readonly ReportDocument[];
  readonly waivers: readonly ReportWaiver[];
  readonly baseline: ReportBaseline | null;
}

/** The same for documents that no audit stands beside. */
export function settleDocuments(documents: readonly ReportDocument[], given: Agreed, today: Day): SettledDocuments {
  const waived = applyWaivers({ gaps: [], documents }, given.waivers, today);
  const settled = compare({ gaps: [], documents: onlyChanged(waived.documents, given.changed) }, given, null);
  return { documents: settled.documents, waivers: waived.waivers, baseline: settled.baseline };
}

interface Compared extends Found {
  readonly baseline: ReportBaseline | null;
}

function compare(found: Found, { baseline }: Agreed, audit: string | null): Compared {
  if (baseline === null) return { ...found, baseline: null };
  const { gaps, documents, known, gone } = markKnown(found, baseline.content, audit);
  return { gaps, documents, baseline: { file: baseline.file, known, gone } };
}

function onlyChanged(
  documents: readonly ReportDocument[],
  changed: ReadonlySet<string> | null,
): readonly ReportDocument[] {
  return changed === null ? documents : documents.filter(({ file }) => changed.has(file));
}

/** Worst first, then in checklist order. */
function inOrder(gaps: readonly Gap[], standards: readonly ReportStandard[]): readonly Gap[] {
  const places = new Map(
    standards
      .flatMap((standard) => standard.requirements.map((requirement) => requirement.id))
      .map((id, index) => [id, index] as const),
  );
  const placeOf = ({ requirement }: Gap): number => places.get(requirement) ?? places.size;
  return severityOrder.flatMap((severity) =>
    gaps.filter((gap) => gap.severity === severity).toSorted((a, b) => placeOf(a) - placeOf(b)),
  );
}

function withExpired(standard: ReportStandard, expired: readonly Gap[]): ReportStandard {
  return {
    ...standard,
    requirements: standard.requirements.map((requirement) => ({
      ...requirement,
      gaps: [
        ...requirement.gaps,
        ...expired.filter((gap) => gap.requirement === requirement.id).map(({ kind }) => kind),
      ],
    })),
  };
}

function countGaps(gaps: readonly Gap[]): Summary["gaps"] {
  const count = (severity: Gap["severity"]): number => gaps.filter((gap) => gap.severity === severity).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}
