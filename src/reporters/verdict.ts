import { fails } from "../engine/verdict.js";
import type { Gap, Report, ReportDocument, ReportFinding, Severity } from "../model/report.js";
import { escapeTerminal } from "./escape.js";
import { gapsSection } from "./gaps-section.js";
import { editionNotices } from "./opening-section.js";
import type { Reporter } from "./reporter.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";
import { noticeLines } from "./terminal-opening.js";
import { outcomeLines } from "./terminal-verdict.js";
import { verdictSection } from "./verdict-section.js";
import { countBySeverity, describeAgreed, describeDocumentPlace } from "./wording.js";

/** What `check` prints: a line a gap or finding that counts, as a compiler would, then the verdict and its reasons. */
export const renderVerdict: Reporter = (report, options) => {
  const page = pageFor(options);
  const findings = (report.documents ?? []).flatMap((document) => document.findings);
  // A waiver that has expired fails a check, however mild its gap.
  const isListed = (gap: Gap): boolean => gap.kind === "waiver-expired" || fails(gap, report.verdict);
  const below = [
    ...report.gaps.filter((gap) => !isListed(gap)),
    ...findings.filter((each) => !fails(each, report.verdict)),
  ];
  return finish([
    ...report.gaps.filter(isListed).map((gap) => gapLine(gap, page)),
    ...(report.documents ?? []).flatMap((document) =>
      document.findings
        .filter((finding) => fails(finding, report.verdict))
        .map((finding) => findingLine(finding, document, page)),
    ),
    "",
    ...[
      ...notListed(below.filter(({ waived, known }) => !waived && !known)),
      ...describeAgreed(report.gaps, "gap"),
      ...describeAgreed(findings, "finding"),
    ].flatMap((sentence) => page.text(sentence)),
    ...goneLines(report, page),
    ...editionNotices(report).flatMap((notice) => ["", ...noticeLines(notice, page), ""]),
    ...outcomeLines(verdictSection(report, gapsSection(report)), page),
  ]);
};

const styles = { error: "bad", warning: "caution", note: "strong" } as const satisfies Record<
  Severity,
  keyof Page["paint"]
>;

/** Not wrapped, so that it can be searched: `audit.yaml:41:5 error not-met board-lead: message`. A gap without a place has `-`. */
function gapLine({ kind, severity, requirement, message, location }: Gap, { paint }: Page): string {
  const place = location === null ? "-" : `${location.file}:${location.line}:${location.column}`;
  return `${paint.place(escapeTerminal(place))} ${paint[styles[severity]](severity)} ${kind} ${requirement}: ${escapeTerminal(message)}`;
}

/** The same: `policies/safeguarding.md:12 error review-overdue: message`. */
function findingLine(
  { code, severity, line, message }: ReportFinding,
  document: ReportDocument,
  { paint }: Page,
): string {
  const place = describeDocumentPlace(document, line);
  return `${paint.place(escapeTerminal(place))} ${paint[styles[severity]](severity)} ${escapeTerminal(code)}: ${escapeTerminal(message)}`;
}

function notListed(below: readonly { readonly severity: Severity }[]): readonly string[] {
  return below.length === 0 ? [] : [`Below the gate, not listed: ${countBySeverity(below).join(", ")}.`];
}

function goneLines({ baseline }: Report, page: Page): readonly string[] {
  if (baseline === null || baseline.gone.length === 0) return [];
  return ["", ...page.text(`Gone since the baseline, ${baseline.file}:`), ...page.list(baseline.gone)];
}
