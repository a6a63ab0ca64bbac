import type { Alert, AlertCheck } from "../model/alert.js";
import type { LineUnit } from "../model/document.js";
import type { ReportDocument } from "../model/report.js";
import type { Fingerprint } from "./alert-fingerprint.js";
import { findingRule } from "./alert-rules.js";

/** The suite of all documents. */
export const documentSuite = "Policy documents";

/** One check a document, with an alert a finding. `justify` gives the waiver's words, null where there are none. */
export function documentChecks(
  documents: readonly ReportDocument[],
  fingerprint: Fingerprint,
  justify: (code: string, file: string) => string | null,
): readonly AlertCheck[] {
  return documents.map((document) => ({
    suite: documentSuite,
    name: document.file,
    skipped: null,
    alerts: document.findings.map((finding): Alert => {
      const rule = findingRule(finding.code);
      return {
        rule,
        severity: finding.severity,
        subject: document.file,
        message: withUnit(finding.message, finding.line, document.unit),
        hint: finding.hint,
        place: { file: document.file, line: document.unit === "line" ? finding.line : null, column: null },
        fingerprint: fingerprint(rule, document.file, finding.about),
        state: stateOf(finding),
        justification: finding.waived ? justify(finding.code, document.file) : null,
      };
    }),
  }));
}

/** A waiver is told before a baseline: it says why. */
export function stateOf({ waived, known }: { readonly waived: boolean; readonly known: boolean }): Alert["state"] {
  if (waived) return "waived";
  return known ? "known" : "new";
}

/** No host can open a paragraph or a page, so the message says which it is. */
export function withUnit(message: string, line: number | null, unit: LineUnit): string {
  if (line === null || unit === "line") return message;
  return `${unit === "page" ? "Page" : "Paragraph"} ${line}: ${message}`;
}
