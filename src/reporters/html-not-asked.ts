import { type Markup, markup } from "./markup.js";
import type { NotAskedPart, NotAskedSection } from "./not-asked-section.js";

export function notAskedMarkup(section: NotAskedSection): Markup {
  return section.parts.length === 0 ? markup`<p>${section.none}</p>` : markup`${section.parts.map(partMarkup)}`;
}

function partMarkup({ title, groups }: NotAskedPart): Markup {
  return markup`<h3>${title}</h3>
<dl class="reasons">
${groups.map(({ reason, titles }) => markup`<div><dt>${titles.join("; ")}</dt><dd>${reason}</dd></div>\n`)}</dl>
`;
}
