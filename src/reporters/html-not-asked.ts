import { type Markup, markup, nothing } from "./markup.js";
import type { AnswerGroup, NotAskedPart, NotAskedSection } from "./not-asked-section.js";

export function notAskedMarkup(section: NotAskedSection): Markup {
  return section.parts.length === 0 ? markup`<p>${section.none}</p>` : markup`${section.parts.map(partMarkup)}`;
}

function partMarkup({ title, groups }: NotAskedPart): Markup {
  return markup`<h3>${title}</h3>
${groups.map(groupMarkup)}`;
}

function groupMarkup({ answers, reasons }: AnswerGroup): Markup {
  return markup`${answers === null ? nothing : markup`<p class="answers">${answers}</p>\n`}<dl class="reasons">
${reasons.map(({ reason, titles }) => markup`<div><dt>${titles.join("; ")}</dt><dd>${reason}</dd></div>\n`)}</dl>
`;
}
