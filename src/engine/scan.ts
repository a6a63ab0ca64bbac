import type { Facts } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import { isAtLeast, severityOrder } from "../model/gap.js";
import type { Profile } from "../model/profile.js";
import type { Severity } from "../model/report.js";
import type { LeftFile, Scan, ScanDocument, ScanFinding, ScanRequirement } from "../model/scan.js";
import { onlyChanged } from "./changed-documents.js";
import { findCopies } from "./resemblance.js";
import { finding, type ReadDocument, type StatedFinding } from "./scan-finding.js";
import { blankRules, findingRules, reviewDueOf } from "./scan-finding-rules.js";
import { createStatements, isAsked, type KnownWords } from "./scan-statements.js";

export interface ScanInputs {
  readonly checklist: Checklist;
  readonly profile: Profile;
  /** What is known of the organisation; requirements of a sector are asked only where it is named. */
  readonly facts: Facts;
  readonly today: Day;
  readonly version: string;
  readonly words: KnownWords;
  /** In the order of their paths. */
  readonly documents: readonly ReadDocument[];
  readonly left: readonly LeftFile[];
  readonly failOn: Severity;
  /** Only findings in these files, or about them, are told; null: all. */
  readonly changed: ReadonlySet<string> | null;
}

/** What a set of policy documents states, and what is wrong with them. Pure: the day is an argument. */
export function scan(inputs: ScanInputs): Scan {
  const { checklist, today, version, left, failOn } = inputs;
  const requirements = statementsOf(inputs);
  const documents = documentsOf(inputs);
  const findings = documents.flatMap((document) => document.findings);
  const count = (result: ScanRequirement["result"]): number =>
    requirements.filter((requirement) => requirement.result === result).length;
  const severe = (severity: Severity): number => findings.filter((item) => item.severity === severity).length;
  const total = checklist.standards.reduce((sum, standard) => sum + standard.requirements.length, 0);
  return {
    schema: "scan/1",
    tool: { name: "wt-audit", version },
    today,
    checklist: { id: checklist.id, title: checklist.title, notice: checklist.notice },
    summary: {
      requirements: {
        found: count("found"),
        needsAPerson: count("needs-a-person"),
        notFound: count("not-found"),
      },
      notAsked: total - requirements.length,
      documents: { read: inputs.documents.length, left: left.length },
      findings: { error: severe("error"), warning: severe("warning"), note: severe("note") },
    },
    requirements,
    documents,
    left,
    verdict: verdictOf(requirements, findings, failOn),
  };
}

function statementsOf({ checklist, profile, facts, documents, words }: ScanInputs): readonly ScanRequirement[] {
  const state = createStatements(documents, words);
  return checklist.standards.flatMap((standard) =>
    standard.requirements
      .filter((requirement) => isAsked(requirement, facts, profile))
      .map((requirement) => state(requirement, standard)),
  );
}

function documentsOf({ documents, today, changed }: ScanInputs): readonly ScanDocument[] {
  const copies = copiesAmong(documents);
  return onlyChanged(
    documents.map((document) => {
      const { facts } = document;
      const rules = facts.blank ? blankRules : findingRules;
      const found = [...rules.flatMap((rule) => rule.check(document, today)), ...(copies.get(document.file) ?? [])];
      return {
        file: document.file,
        kind: facts.kind,
        unit: facts.unit,
        title: facts.title,
        reviewed: facts.review.reviewed?.day ?? null,
        reviewDue: reviewDueOf(facts),
        ratified: facts.approval.state === "not-stated" ? null : facts.approval.state === "approved",
        editions: facts.editions,
        jurisdiction: facts.nation?.nation ?? null,
        audience: facts.audience,
        findings: inOrder(found.map(finding)),
      };
    }),
    changed,
  );
}

/** Worst first, then by line; what is said of a line is said once. */
function inOrder(findings: readonly ScanFinding[]): readonly ScanFinding[] {
  const told = new Map(findings.map((item) => [JSON.stringify([item.code, item.line, item.message]), item]));
  return severityOrder.flatMap((severity) =>
    [...told.values()].filter((item) => item.severity === severity).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  );
}

/**
 * What is nearly the same as another document: told of the older one where their days tell, else of the later by path.
 * Of many copies all are told but one.
 */
function copiesAmong(documents: readonly ReadDocument[]): ReadonlyMap<string, readonly StatedFinding[]> {
  const byFile = new Map<string, readonly StatedFinding[]>();
  /** By the first of many copies, the one of them that is kept so far. */
  const keptOf = new Map<ReadDocument, ReadDocument>();
  for (const { first, second } of findCopies(documents, ({ facts }) => facts.sketch)) {
    const { copy, kept, isOlder } = tellApart(keptOf.get(first) ?? first, second);
    keptOf.set(first, kept);
    if (byFile.has(copy.file)) continue;
    const message = isOlder ? `It is an older copy of "${kept.file}".` : `It is nearly the same as "${kept.file}".`;
    byFile.set(copy.file, [{ code: isOlder ? "older-copy" : "near-copy", line: null, about: kept.file, message }]);
  }
  return byFile;
}

function tellApart(one: ReadDocument, other: ReadDocument) {
  const [day, otherDay] = [one, other].map(({ facts }) => facts.review.reviewed?.day ?? null);
  if (day == null || otherDay == null || day === otherDay) return { copy: other, kept: one, isOlder: false };
  return day < otherDay ? { copy: one, kept: other, isOlder: true } : { copy: other, kept: one, isOlder: true };
}

function verdictOf(
  requirements: readonly ScanRequirement[],
  findings: readonly ScanFinding[],
  failOn: Severity,
): Scan["verdict"] {
  const severe = findings.filter(({ severity }) => isAtLeast(severity, failOn)).length;
  const reasons = [
    ...(severe > 0 ? [`${severe} ${severe === 1 ? "finding" : "findings"} at or above ${failOn}.`] : []),
    ...statementReasons(requirements, failOn),
  ];
  return { passed: reasons.length === 0, failOn, reasons };
}

/** The reasons that lie in what is not stated: not found counts as a warning, what needs a person as a note. */
export function statementReasons(requirements: readonly ScanRequirement[], failOn: Severity): readonly string[] {
  const reason = (result: ScanRequirement["result"], one: string, many: string, what: string): readonly string[] => {
    const all = requirements.filter((requirement) => requirement.result === result);
    const [waived, known] = [all.filter((each) => each.waived).length, all.filter((each) => each.known).length];
    const count = all.length - waived - known;
    if (count === 0) return [];
    const others = [...(waived > 0 ? [`${waived} waived`] : []), ...(known > 0 ? [`${known} known`] : [])];
    const beside = others.length === 0 ? "" : ` (not counted: ${others.join(", ")})`;
    return [`${count} ${count === 1 ? one : many} ${what}${beside}.`];
  };
  return [
    ...(isAtLeast("warning", failOn) ? reason("not-found", "requirement is", "requirements are", "not found") : []),
    ...(isAtLeast("note", failOn)
      ? reason("needs-a-person", "requirement needs", "requirements need", "a person to look")
      : []),
  ];
}
