import { describePlace } from "../model/document.js";
import { severityOrder } from "../model/gap.js";
import { findingInfo } from "../model/finding-code.js";
import type { FindingCode, Scan, ScanDocument, ScanFinding, ScanPassage, ScanRequirement } from "../model/scan.js";
import type { Severity } from "../model/report.js";
import { countOf, knownMark } from "./wording.js";

/** What a scan says, in the words of every format that is read by people. */
export interface ScanSections {
  readonly title: string;
  readonly opening: readonly string[];
  readonly notice: string | null;
  readonly counts: string;
  readonly results: readonly ResultGroup[];
  readonly findings: readonly FindingGroup[];
  readonly noFindings: string;
  readonly left: readonly string[];
  readonly outcome: { readonly passed: boolean; readonly word: string; readonly reasons: readonly string[] };
  /** What a scan cannot tell. */
  readonly caution: string;
}

export interface ResultGroup {
  readonly result: ScanRequirement["result"];
  readonly title: string;
  readonly entries: readonly ResultEntry[];
}

export interface ResultEntry {
  /** "Whistleblowing (whistleblowing)". */
  readonly title: string;
  /** Null where the passages say it. */
  readonly reason: string | null;
  readonly passages: readonly PassageEntry[];
}

export interface PassageEntry {
  /** "policies/safeguarding.md:12, Safeguarding > Who to tell". */
  readonly place: string;
  readonly excerpt: string;
  readonly reason: string;
}

export interface FindingGroup {
  readonly code: FindingCode;
  readonly title: string;
  readonly severity: Severity;
  readonly hint: string;
  /** "policies/safeguarding.md:3: Its review was due on 1 March 2026." */
  readonly entries: readonly string[];
}

const results = [
  ["not-found", "Not found"],
  ["needs-a-person", "A person must look"],
  ["found", "Found"],
] as const satisfies readonly (readonly [ScanRequirement["result"], string])[];

export function scanSections(scan: Scan): ScanSections {
  const { documents, requirements, notAsked } = scan.summary;
  return {
    title: "What the policies state",
    opening: [
      `${scan.checklist.title}: ${countOf(scan.requirements.length, "requirement")} looked for in ${countOf(documents.read, "document")}.`,
      ...(notAsked === 0
        ? []
        : [
            `${countOf(notAsked, "requirement")} of the checklist ${notAsked === 1 ? "is for other kinds of organisation, or does" : "are for other kinds of organisation, or do"} not apply.`,
          ]),
    ],
    notice: scan.checklist.notice,
    counts: `Found ${requirements.found}, not found ${requirements.notFound}, a person must look at ${requirements.needsAPerson}.`,
    results: results.flatMap(([result, title]) => {
      const entries = scan.requirements.filter((requirement) => requirement.result === result).map(entryOf);
      return entries.length === 0 ? [] : [{ result, title: `${title}: ${entries.length}`, entries }];
    }),
    findings: groupsOf(scan.documents),
    noFindings: "Nothing was found to be wrong with the documents themselves.",
    left: scan.left.map(({ file, reason }) => `${file}: ${reason}`),
    outcome: {
      passed: scan.verdict.passed,
      word: scan.verdict.passed ? "PASSED" : "FAILED",
      reasons: scan.verdict.reasons,
    },
    caution: "Found means that words state it. Whether it is done, only people can tell.",
  };
}

function entryOf(requirement: ScanRequirement): ResultEntry {
  const { id, title, result, reason, passages } = requirement;
  return {
    title: `${title} (${id})${markOf(requirement)}`,
    reason: result === "found" ? null : reason,
    passages: passages.map((passage) => ({
      place: [describePlace(passage.file, passage.line, passage.unit), ...headingOf(passage)].join(", "),
      excerpt: passage.excerpt,
      reason: passage.reason,
    })),
  };
}

function headingOf({ heading }: ScanPassage): readonly string[] {
  return heading.length === 0 ? [] : [heading.join(" > ")];
}

/** By code, worst first; a reader mends one kind of thing at a time. */
function groupsOf(documents: readonly ScanDocument[]): readonly FindingGroup[] {
  const byCode = new Map<FindingCode, { severity: Severity; hint: string; entries: string[] }>();
  for (const document of documents)
    for (const finding of document.findings) {
      const group = byCode.get(finding.code) ?? { severity: finding.severity, hint: finding.hint, entries: [] };
      group.entries.push(entryOfFinding(document, finding));
      byCode.set(finding.code, group);
    }
  const groups = [...byCode].map(([code, group]) => ({ code, title: findingInfo[code].title, ...group }));
  return severityOrder.flatMap((severity) => groups.filter((group) => group.severity === severity));
}

function entryOfFinding({ file, unit }: ScanDocument, finding: ScanFinding): string {
  return `${describePlace(file, finding.line, unit)}: ${finding.message}${markOf(finding)}`;
}

/** " (waived)", " (known)"; nothing where it counts. */
function markOf({ waived, known }: { readonly waived: boolean; readonly known: boolean }): string {
  if (waived) return " (waived)";
  return known ? ` (${knownMark})` : "";
}
