import { waiverOf, waiverOfFinding } from "../engine/waivers.js";
import { describeDay } from "../model/day.js";
import { gapInfo } from "../model/gap.js";
import type { Gap, Report, ReportDocument, ReportFinding, ReportWaiver } from "../model/report.js";
import { describeFindingCode } from "./documents-section.js";
import type { ListedItem, ListedPart, ListedSection } from "./listed-section.js";
import { countOf, describeDocumentPlace, describeLocation } from "./wording.js";

/** What somebody decided to live with, and until when; nothing where there are no waivers. */
export function waivedSections(report: Report): readonly ListedSection[] {
  const { waivers, gaps, documents } = report;
  if (waivers.length === 0) return [];
  const items = [
    ...gaps.filter((gap) => gap.waived).map((gap) => gapItem(gap, waivers)),
    ...(documents ?? []).flatMap((document) =>
      document.findings.filter((finding) => finding.waived).map((finding) => findingItem(finding, document, waivers)),
    ),
  ];
  const counts = (["used", "expired", "unused"] as const).flatMap((state) => {
    const count = waivers.filter((waiver) => waiver.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  return [
    {
      kind: "waived",
      title: "Waived",
      summary: `${countOf(waivers.length, "waiver")}: ${counts.join(", ")}. What is waived is still there; it does not fail a check, and the scores are the same.`,
      parts: [
        ...part(null, items),
        ...part("Expired: these waive nothing", waivers.filter((waiver) => waiver.state === "expired").map(waiverItem)),
        ...part(
          "Not used: what they are for is not there",
          waivers.filter((waiver) => waiver.state === "unused").map(waiverItem),
        ),
      ],
    },
  ];
}

function part(title: string | null, items: readonly ListedItem[]): readonly ListedPart[] {
  return items.length === 0 ? [] : [{ title, items }];
}

function gapItem(gap: Gap, waivers: readonly ReportWaiver[]): ListedItem {
  const place = gap.location === null ? "" : ` (${describeLocation(gap.location)})`;
  return {
    lead: `${gap.title}: ${gapInfo[gap.kind].title.toLowerCase()}`,
    text: `${gap.message}${place}`,
    details: detailsOf(waiverOf(gap, waivers)),
  };
}

function findingItem(finding: ReportFinding, document: ReportDocument, waivers: readonly ReportWaiver[]): ListedItem {
  return {
    lead: `${describeDocumentPlace(document, finding.line)}: ${describeFindingCode(finding.code).toLowerCase()}`,
    text: finding.message,
    details: detailsOf(waiverOfFinding(document.file, finding, waivers)),
  };
}

function waiverItem(waiver: ReportWaiver): ListedItem {
  const { requirement, gap, file, finding, location } = waiver;
  return {
    lead: requirement === null ? `${finding} in ${file}` : `${gap} for ${requirement}`,
    text: location === null ? "" : `(${describeLocation(location)})`,
    details: detailsOf(waiver),
  };
}

/** Null: whoever made the report did not say which waiver it is. */
function detailsOf(waiver: ReportWaiver | null): ListedItem["details"] {
  if (waiver === null) return [];
  return [
    { term: "Reason", text: waiver.reason },
    { term: "Approved by", text: waiver.approvedBy },
    { term: waiver.state === "expired" ? "Expired" : "Expires", text: describeDay(waiver.expires) },
  ];
}
