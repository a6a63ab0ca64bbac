import { describeDay } from "../model/day.js";
import type { Report } from "../model/report.js";
import { type Markup, markup, nothing } from "./markup.js";
import type { DutyEntry, Notice, OpeningSection } from "./opening-section.js";

/** The head of the page: whose report it is, and what it comes to. */
export function bannerMarkup({ organisation, audit }: Report, { inShort }: OpeningSection): Markup {
  const { title, passed, word, points } = inShort;
  return markup`<p class="kicker">${organisation.name}</p>
<h1>Safeguarding gap report</h1>
<p class="period">${describeDay(audit.period.from)} to ${describeDay(audit.period.to)}</p>
<div class="short">
<h2>${title}</h2>
<p class="outcome ${passed ? "passed" : "failed"}">${word}</p>
<ul>
${points.map((point) => markup`<li>${point}</li>\n`)}</ul>
</div>`;
}

export function openingMarkup(section: OpeningSection): Markup {
  return markup`<dl class="entries">
${section.entries.map(({ term, text }) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>\n`)}</dl>
${section.notices.map(noticeMarkup)}<h3>${section.dutiesTitle}</h3>
${section.duties.length === 0 ? markup`<p>${section.noDuties}</p>` : markup`<ul class="duties">\n${section.duties.map(dutyMarkup)}</ul>`}`;
}

function dutyMarkup({ title, force, law, summary, doubt }: DutyEntry): Markup {
  const reason = doubt === null ? nothing : markup` <em>${doubt}</em>`;
  return markup`<li><strong>${title}.</strong> <span class="force">${force}</span>: ${law}. ${summary}${reason}</li>\n`;
}

function noticeMarkup({ kind, title, text }: Notice): Markup {
  return markup`<div class="notice ${kind}">
<h3>${title}</h3>
<p>${text}</p>
</div>
`;
}
