import { statementReasons } from "../engine/scan.js";
import type { MissingStatement } from "../engine/waivers.js";
import { judgeFindings } from "../engine/verdict.js";
import { documentKindOf } from "../evidence/reading/document-kind.js";
import type { Host } from "../host.js";
import { usualGate } from "../model/gate.js";
import type { ReportDocument, ReportFinding } from "../model/report.js";
import type { Scan, ScanDocument } from "../model/scan.js";
import type { PolicyRequest, PolicyScanner } from "./policies.js";
import { concludeScan } from "./scan.js";
import { scanSet } from "./scan-set.js";

/** Reads the policies that a config names. */
export const policyScanner: PolicyScanner = {
  isDocument: (file) => documentKindOf(file) !== null,
  scanPolicies: async (request, host) => (await scanAll(request, host)).documents.map(reported),
  checkPolicies: async (check, host) => {
    const all = await scanAll(check, host);
    const settled = await check.settle({ documents: all.documents.map(reported), statements: missingIn(all) });
    const requirements = withMarks(all.requirements, settled.statements ?? []);
    const failOn = check.options.failOn ?? usualGate.failOn;
    const reasons = [
      ...judgeFindings({ ...settled, hasRead: all.documents.length > 0 }, { failOn }),
      ...statementReasons(requirements, failOn),
    ];
    const verdict = { passed: reasons.length === 0, failOn, reasons };
    const output = { ...check.options, inputs: check.inputs, folder: check.root };
    return concludeScan({ ...withSettled(all, settled.documents), requirements, verdict }, output, host);
  },
};

function scanAll(request: PolicyRequest, host: Host): Promise<Scan> {
  return scanSet({ ...request, isDeclared: () => true, failOn: usualGate.failOn, changed: null, isKept: true }, host);
}

/** What the documents do not surely state. */
function missingIn({ requirements }: Scan): readonly MissingStatement[] {
  return requirements.flatMap(({ id, result, waived, known }) =>
    result === "found" ? [] : [{ requirement: id, result, waived, known }],
  );
}

/** The requirements with the marks of the settled statements. */
function withMarks(requirements: Scan["requirements"], settled: readonly MissingStatement[]): Scan["requirements"] {
  const marks = new Map(settled.map(({ requirement, waived, known }) => [requirement, { waived, known }]));
  return requirements.map((requirement) => ({ ...requirement, ...marks.get(requirement.id) }));
}

function reported({ file, unit, findings }: ScanDocument): ReportDocument {
  return { file, unit, findings };
}

/** The scan with its findings marked as waived and known, and without the documents that are not to be told of. */
function withSettled(scan: Scan, settled: readonly ReportDocument[]): Scan {
  const byFile = new Map(scan.documents.map((document) => [document.file, document]));
  const documents = settled.flatMap(({ file, findings }) => {
    const document = byFile.get(file);
    return document === undefined ? [] : [{ ...document, findings: scanFindings(document, findings) }];
  });
  const all = documents.flatMap((document) => document.findings);
  const count = (severity: string): number => all.filter((finding) => finding.severity === severity).length;
  const findings = { error: count("error"), warning: count("warning"), note: count("note") };
  return { ...scan, documents, summary: { ...scan.summary, findings } };
}

/** Those of the findings that are settled, with their marks. */
function scanFindings(document: ScanDocument, settled: ReportDocument["findings"]): ScanDocument["findings"] {
  const keyOf = ({ code, line, message }: ReportFinding): string => JSON.stringify([code, line, message]);
  const marks = new Map(settled.map((finding) => [keyOf(finding), finding]));
  return document.findings.flatMap((finding) => {
    const found = marks.get(keyOf(finding));
    return found === undefined ? [] : [{ ...finding, waived: found.waived, known: found.known }];
  });
}
