import type { ComparisonReporter } from "./comparison-reporters.js";
import { type ComparisonPage, type ComparisonSection, comparisonPage } from "./comparison-sections.js";
import { pageMarkup } from "./html-page.js";
import { style } from "./html-style.js";
import { figuresMarkup } from "./html-trend.js";
import { type Markup, markup, nothing } from "./markup.js";

/** What changed, as one file that needs nothing else: no script, no font, no picture, no network. */
export const renderComparisonHtml: ComparisonReporter = (comparison) =>
  `${documentMarkup(comparisonPage(comparison)).html}\n`;

function documentMarkup({ title, organisation, span, inShort, figures, sections }: ComparisonPage): Markup {
  return pageMarkup({
    title: `${title}: ${organisation}`,
    generator: "wt-audit",
    skip: "Skip to the comparison",
    banner: markup`<p class="kicker">${organisation}</p>
<h1>${title}</h1>
<p class="period">${span}</p>
<div class="short">
<h2>${inShort.title}</h2>
<ul>
${inShort.points.map((point) => markup`<li>${point}</li>\n`)}</ul>
</div>`,
    contents: markup`${[{ id: "figures", title: figures.title }, ...sections].map(linkMarkup)}`,
    main: markup`${sectionMarkup("figures", figures.title, figuresMarkup(figures))}${sections.map((section) => sectionMarkup(section.id, section.title, listMarkup(section)))}`,
    footer:
      "Made by wt-audit. A comparison of self-audits: what it says rests on what the organisation rated and cited.",
    style,
  });
}

function linkMarkup({ id, title }: Pick<ComparisonSection, "id" | "title">): Markup {
  return markup`<li><a href="#${id}">${title}</a></li>
`;
}

function sectionMarkup(id: string, title: string, content: Markup): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`;
}

function listMarkup({ summary, items }: ComparisonSection): Markup {
  return markup`${summary === null ? nothing : markup`<p class="summary">${summary}</p>\n`}<ul>
${items.map(({ lead, text }) => markup`<li><strong>${lead}.</strong> ${text}</li>\n`)}</ul>`;
}
