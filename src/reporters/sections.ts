import type { Report } from "../model/report.js";
import { baselineSections } from "./baseline-section.js";
import { countsSection, type CountsSection } from "./counts-section.js";
import { documentsSections } from "./documents-section.js";
import { formSections, type FormSection } from "./form-section.js";
import { gapsSection, type GapsSection } from "./gaps-section.js";
import { inShort } from "./in-short.js";
import type { ListedSection } from "./listed-section.js";
import { notAskedSection, type NotAskedSection } from "./not-asked-section.js";
import { openingSection, type OpeningSection } from "./opening-section.js";
import { standardsSection, type StandardsSection } from "./standards-section.js";
import { verdictSection, type VerdictSection } from "./verdict-section.js";
import { waivedSections } from "./waived-section.js";

export type Section =
  | OpeningSection
  | CountsSection
  | FormSection
  | StandardsSection
  | GapsSection
  | ListedSection
  | NotAskedSection
  | VerdictSection;

/**
 * The report as it is read: its order and its wording, the same in every format that people read.
 * All texts are raw; whoever renders them escapes them for the place.
 */
export function sectionsOf(report: Report): readonly Section[] {
  const gaps = gapsSection(report);
  const verdict = verdictSection(report, gaps);
  return [
    openingSection(report, inShort(report, gaps, verdict)),
    countsSection(report),
    ...formSections(report),
    standardsSection(report),
    gaps,
    ...waivedSections(report),
    ...baselineSections(report),
    ...documentsSections(report),
    notAskedSection(report),
    verdict,
  ];
}
