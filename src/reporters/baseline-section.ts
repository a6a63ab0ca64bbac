import type { Report } from "../model/report.js";
import type { ListedSection } from "./listed-section.js";
import { countOf } from "./wording.js";

/** What was known before, and what of it has gone; nothing without a baseline. */
export function baselineSections({ baseline }: Report): readonly ListedSection[] {
  if (baseline === null) return [];
  const { file, known, gone } = baseline;
  const one = known === 1;
  return [
    {
      kind: "baseline",
      title: "Known before",
      summary: `${known === 0 ? "Nothing that is in" : `${countOf(known, "gap or finding", "gaps and findings")} ${one ? "is" : "are"} in`} the baseline, ${file}${known === 0 ? ", is there any more." : `, and ${one ? "does" : "do"} not fail a check.`}`,
      parts:
        gone.length === 0
          ? []
          : [{ title: "Gone since", items: gone.map((lead) => ({ lead, text: "", details: [] })) }],
    },
  ];
}
