import { findingInfo } from "../model/finding-code.js";
import type { Report, ReportDocument, ReportFinding } from "../model/report.js";
import type { ListedItem, ListedSection } from "./listed-section.js";
import { capitalise, countBySeverity, countOf, describeAgreed, knownMark } from "./wording.js";

/** What is wrong with the policy documents; nothing where none were asked for. */
export function documentsSections({ documents }: Report): readonly ListedSection[] {
  if (documents === null) return [];
  const findings = documents.flatMap((document) => document.findings);
  const read = `${capitalise(countOf(documents.length, "document"))} ${documents.length === 1 ? "was" : "were"} looked at`;
  const found =
    findings.length === 0
      ? "nothing was found to be wrong."
      : `${countOf(findings.length, "finding")}: ${countBySeverity(findings).join(", ")}.`;
  return [
    {
      kind: "documents",
      title: "Policy documents",
      summary: [`${read}; ${found}`, ...describeAgreed(findings, "finding")].join(" "),
      parts: documents.flatMap((document) => {
        const items = document.findings.filter((finding) => !finding.waived).map((each) => itemOf(each, document));
        return items.length === 0 ? [] : [{ title: document.file, items }];
      }),
    },
  ];
}

function itemOf({ code, severity, line, message, hint, known }: ReportFinding, { unit }: ReportDocument): ListedItem {
  const place = line === null ? "" : ` (${unit} ${line})`;
  const mark = known ? `, ${knownMark}` : "";
  return {
    lead: `${describeFindingCode(code)} (${severity}${mark})`,
    text: `${message}${place}`,
    details: [{ term: "What to do", text: hint }],
  };
}

const titles = new Map<string, string>(Object.entries(findingInfo).map(([code, { title }]) => [code, title]));

/** In a few words; a code that is not known as it is. */
export function describeFindingCode(code: string): string {
  return titles.get(code) ?? code;
}
