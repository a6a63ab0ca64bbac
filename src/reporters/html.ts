import type { Report } from "../model/report.js";
import { countsMarkup } from "./html-counts.js";
import { formMarkup } from "./html-form.js";
import { gapsMarkup } from "./html-gaps.js";
import { listedMarkup } from "./html-listed.js";
import { notAskedMarkup } from "./html-not-asked.js";
import { bannerMarkup, openingMarkup } from "./html-opening.js";
import { standardsMarkup } from "./html-standards.js";
import { pageMarkup } from "./html-page.js";
import { style } from "./html-style.js";
import { verdictMarkup } from "./html-verdict.js";
import { type Markup, markup, nothing } from "./markup.js";
import type { Reporter } from "./reporter.js";
import { type Section, sectionsOf } from "./sections.js";

/** The gap report as one file that needs nothing else: no script, no font, no picture, no network. */
export const renderHtml: Reporter = (report) => {
  const sections = sectionsOf(report);
  return `${documentMarkup(report, sections).html}\n`;
};

function documentMarkup(report: Report, sections: readonly Section[]): Markup {
  return pageMarkup({
    title: `Safeguarding gap report: ${report.organisation.name}`,
    generator: `wt-audit ${report.tool.version}`,
    skip: "Skip to the report",
    banner: markup`${sections.map((section) => (section.kind === "opening" ? bannerMarkup(report, section) : nothing))}`,
    contents: markup`${sections.map(linkMarkup)}`,
    main: markup`${sections.map(sectionMarkup)}`,
    footer: `Made by ${report.tool.name} ${report.tool.version}. A self-audit: what it says rests on what the organisation rated and cited.`,
    style,
  });
}

function titleOf(section: Section): string {
  return section.kind === "opening" ? "About this audit" : section.title;
}

function linkMarkup(section: Section): Markup {
  return markup`<li><a href="#${section.kind}">${titleOf(section)}</a></li>
`;
}

function sectionMarkup(section: Section): Markup {
  return markup`<section id="${section.kind}" aria-labelledby="${section.kind}-title">
<h2 id="${section.kind}-title">${titleOf(section)}</h2>
${contentMarkup(section)}
</section>
`;
}

function contentMarkup(section: Section): Markup {
  switch (section.kind) {
    case "opening":
      return openingMarkup(section);
    case "counts":
      return countsMarkup(section);
    case "standards":
      return standardsMarkup(section);
    case "form":
      return formMarkup(section);
    case "gaps":
      return gapsMarkup(section);
    case "waived":
    case "baseline":
    case "documents":
      return listedMarkup(section);
    case "not-asked":
      return notAskedMarkup(section);
    case "verdict":
      return verdictMarkup(section);
  }
}
