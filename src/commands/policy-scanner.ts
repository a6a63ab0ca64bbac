import { statementReasons } from "../engine/scan.js";
import { judgeFindings } from "../engine/verdict.js";
import { documentKindOf } from "../evidence/reading/document-kind.js";
import type { Host } from "../host.js";
import { usualGate } from "../model/gate.js";
import type { ReportDocument } from "../model/report.js";
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
    const settled = await check.settle(all.documents.map(reported));
    const failOn = check.options.failOn ?? usualGate.failOn;
    const reasons = [
      ...judgeFindings({ ...settled, hasRead: all.documents.length > 0 }, { failOn }),
      ...statementReasons(all.requirements, failOn),
    ];
    const verdict = { passed: reasons.length === 0, failOn, reasons };
    const output = { ...check.options, inputs: check.inputs, folder: check.root };
    return concludeScan({ ...withSettled(all, settled.documents), verdict }, output, host);
  },
};

function scanAll(request: PolicyRequest, host: Host): Promise<Scan> {
  return scanSet({ ...request, isDeclared: () => true, failOn: usualGate.failOn, changed: null, isKept: true }, host);
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

/** The same findings in the same order, with the marks of the settled ones. */
function scanFindings(document: ScanDocument, settled: ReportDocument["findings"]): ScanDocument["findings"] {
  return document.findings.map((finding, index) => {
    const { waived = false, known = false } = settled[index] ?? {};
    return { ...finding, waived, known };
  });
}
