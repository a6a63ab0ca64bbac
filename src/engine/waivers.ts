import { bindingForce } from "../model/checklist.js";
import type { BaselineStatement } from "../model/baseline.js";
import { type Day, describeDay } from "../model/day.js";
import { nextStep, severityOf } from "../model/gap.js";
import type { Gap, Report, ReportDocument, ReportFinding, ReportRequirement, ReportWaiver } from "../model/report.js";

/** A waiver as the config writes it; for a gap of a requirement or for a finding in a file, the other two being null. */
export type Waiver = Omit<ReportWaiver, "state">;

/** A requirement that documents do not surely state. */
export interface MissingStatement extends BaselineStatement {
  readonly waived: boolean;
  readonly known: boolean;
}

/** What a check finds: gaps of the audit, and documents with their findings. */
export interface Found {
  readonly gaps: readonly Gap[];
  readonly documents: readonly ReportDocument[];
  /** What the documents do not state; null: that is not asked where an audit stands beside them. */
  readonly statements: readonly MissingStatement[] | null;
}

export interface Waived extends Found {
  readonly waivers: readonly ReportWaiver[];
}

/** Marks every gap and finding that a waiver holds for, and tells which waivers hold. None is ever taken away. */
export function applyWaivers(found: Found, waivers: readonly Waiver[], today: Day): Waived {
  const holding = new Set(waivers.filter((waiver) => !isExpired(waiver, today)).map(coveredBy));
  const present = new Set([
    ...found.gaps.map(ofGap),
    ...(found.statements ?? []).map(ofStatement),
    ...found.documents.flatMap(({ file, findings }) => findings.map((finding) => ofFinding(file, finding))),
  ]);
  return {
    gaps: found.gaps.map((gap) => ({ ...gap, waived: holding.has(ofGap(gap)) })),
    documents: found.documents.map((document) => ({
      ...document,
      findings: document.findings.map((finding) => ({
        ...finding,
        waived: holding.has(ofFinding(document.file, finding)),
      })),
    })),
    statements:
      found.statements?.map((statement) => ({ ...statement, waived: holding.has(ofStatement(statement)) })) ?? null,
    waivers: waivers.map((waiver) => ({ ...waiver, state: stateOf(waiver, present, today) })),
  };
}

/** The waiver that holds for a gap which is waived; null where none does. */
export function waiverOf(gap: Gap, waivers: readonly ReportWaiver[]): ReportWaiver | null {
  return waivers.find((waiver) => waiver.state === "used" && coveredBy(waiver) === ofGap(gap)) ?? null;
}

/** The same for a finding in a file. */
export function waiverOfFinding(
  file: string,
  finding: ReportFinding,
  waivers: readonly ReportWaiver[],
): ReportWaiver | null {
  return waivers.find((waiver) => waiver.state === "used" && coveredBy(waiver) === ofFinding(file, finding)) ?? null;
}

/** A gap for each waiver of a requirement that has expired, at its line in the config. */
export function expiredGaps(report: Report, waivers: readonly ReportWaiver[]): readonly Gap[] {
  const asked = report.standards.flatMap((standard) =>
    standard.requirements
      .filter((requirement) => requirement.applicability.status !== "does-not-apply")
      .map((requirement) => ({ requirement, standard: standard.id })),
  );
  return waivers.flatMap((waiver) => {
    const subject = asked.find(({ requirement }) => requirement.id === waiver.requirement);
    return waiver.state !== "expired" || subject === undefined
      ? []
      : [expiredGap(waiver, subject.requirement, subject.standard, report)];
  });
}

function expiredGap(
  waiver: ReportWaiver,
  { id, overlay, title, force, localForce, reference }: ReportRequirement,
  standard: string,
  { gaps }: Report,
): Gap {
  return {
    kind: "waiver-expired",
    severity: severityOf("waiver-expired", bindingForce({ force, localForce })),
    standard,
    requirement: id,
    overlay,
    title,
    force,
    localForce,
    reference,
    about: null,
    message: `The waiver of ${waiver.gap}, approved by ${waiver.approvedBy}, expired on ${describeDay(waiver.expires)}.`,
    remedy: nextStep("waiver-expired", id),
    actions: gaps.find((gap) => gap.requirement === id)?.actions ?? [],
    waived: false,
    known: false,
    location: waiver.location,
  };
}

/** What a waiver is for: "not-met for board-lead", "placeholder in policies/safeguarding.md". */
export function describeWaiver({
  requirement,
  gap,
  file,
  finding,
}: Pick<Waiver, "requirement" | "gap" | "file" | "finding">): string {
  return requirement === null ? `${finding} in ${file}` : `${gap} for ${requirement}`;
}

/** The day of expiry is the last on which a waiver holds. */
function isExpired({ expires }: Waiver, today: Day): boolean {
  return expires < today;
}

function stateOf(waiver: Waiver, present: ReadonlySet<string>, today: Day): ReportWaiver["state"] {
  if (isExpired(waiver, today)) return "expired";
  return present.has(coveredBy(waiver)) ? "used" : "unused";
}

function coveredBy({ requirement, gap, file, finding }: Waiver): string {
  return requirement === null ? JSON.stringify(["finding", file, finding]) : JSON.stringify(["gap", requirement, gap]);
}

function ofGap({ requirement, kind }: Gap): string {
  return JSON.stringify(["gap", requirement, kind]);
}

/** A waiver names it where it names a kind of gap. */
function ofStatement({ requirement, result }: BaselineStatement): string {
  return JSON.stringify(["gap", requirement, result]);
}

function ofFinding(file: string, { code }: ReportFinding): string {
  return JSON.stringify(["finding", file, code]);
}
