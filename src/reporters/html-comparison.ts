import type { ComparisonReporter } from "./comparison-reporters.js";
import { type ComparisonPage, type ComparisonSection, comparisonPage } from "./comparison-sections.js";
import { policy, style } from "./html-style.js";
import { figuresMarkup } from "./html-trend.js";
import { type Markup, markup, nothing } from "./markup.js";

/** What changed, as one file that needs nothing else: no script, no font, no picture, no network. */
export const renderComparisonHtml: ComparisonReporter = (comparison) =>
  `${documentMarkup(comparisonPage(comparison)).html}\n`;

function documentMarkup({ title, organisation, span, inShort, figures, sections }: ComparisonPage): Markup {
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="wt-audit">
<title>${title}: ${organisation}</title>
<style>
${style}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to the comparison</a>
<header class="banner">
<p class="kicker">${organisation}</p>
<h1>${title}</h1>
<p class="period">${span}</p>
<div class="short">
<h2>${inShort.title}</h2>
<ul>
${inShort.points.map((point) => markup`<li>${point}</li>\n`)}</ul>
</div>
</header>
<nav aria-label="Contents">
<ul>
${[{ id: "figures", title: figures.title }, ...sections].map(linkMarkup)}</ul>
</nav>
<main id="main" tabindex="-1">
${sectionMarkup("figures", figures.title, figuresMarkup(figures))}${sections.map((section) => sectionMarkup(section.id, section.title, listMarkup(section)))}</main>
<footer>
<p>Made by wt-audit. A comparison of self-audits: what it says rests on what the organisation rated and cited.</p>
</footer>
</body>
</html>`;
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
