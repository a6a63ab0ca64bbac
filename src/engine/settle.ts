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
import { onlyChanged } from "./changed-documents.js";
import { judgeGate } from "./verdict.js";
import { applyWaivers, expiredGaps, type Found, type MissingStatement, type Waiver } from "./waivers.js";

/** What was agreed about gaps and findings: which are waived, and which are known. */
export interface Agreed {
  readonly waivers: readonly Waiver[];
  /** The baseline and its name as the report gives it; null: checked without one. */
  readonly baseline: { readonly file: string; readonly content: Baseline } | null;
  /** Only what is wrong with these, or because of them, is reported: paths as of the documents; null: all. */
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
  const read = { gaps: report.gaps, documents: given.documents ?? [], statements: null };
  const waived = applyWaivers(read, given.waivers, report.today);
  const expired = expiredGaps(report, waived.waivers);
  const gaps = inOrder([...waived.gaps, ...expired], report.standards);
  const found = compare({ ...waived, gaps }, given, given.audit);
  const { baseline } = found;
  const documents = given.documents === null ? null : found.documents;
  const summary = { ...report.summary, gaps: countGaps(gaps) };
  const { waivers } = waived;
  const settled = { gaps: found.gaps, documents, baseline };
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

/** What documents say and do not say, where no audit stands beside them. */
export interface ReadSet {
  readonly documents: readonly ReportDocument[];
  readonly statements: readonly MissingStatement[];
}

export interface SettledDocuments extends Omit<Found, "gaps"> {
  readonly waivers: readonly ReportWaiver[];
  readonly baseline: ReportBaseline | null;
}

/** The same for documents that no audit stands beside. */
export function settleDocuments(read: ReadSet, given: Agreed, today: Day): SettledDocuments {
  const waived = applyWaivers({ gaps: [], ...read }, given.waivers, today);
  const { documents, statements, baseline } = compare(waived, given, null);
  return { documents, statements, waivers: waived.waivers, baseline };
}

interface Compared extends Found {
  readonly baseline: ReportBaseline | null;
}

function compare(found: Found, { baseline, changed }: Agreed, audit: string | null): Compared {
  const told = { ...found, documents: onlyChanged(found.documents, changed) };
  if (baseline === null) return { ...told, baseline: null };
  const { known, gone, ...marked } = markKnown(told, baseline.content, audit, changed);
  return { ...marked, baseline: { file: baseline.file, known, gone } };
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
