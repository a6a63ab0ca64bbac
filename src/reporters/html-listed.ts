import type { ListedItem, ListedPart, ListedSection } from "./listed-section.js";
import { type Markup, markup, nothing } from "./markup.js";

export function listedMarkup({ summary, parts }: ListedSection): Markup {
  return markup`<p class="summary">${summary}</p>
${parts.map(partMarkup)}`;
}

function partMarkup({ title, items }: ListedPart): Markup {
  return markup`${title === null ? nothing : markup`<h3>${title}</h3>\n`}<ul>
${items.map(itemMarkup)}</ul>
`;
}

function itemMarkup({ lead, text, details }: ListedItem): Markup {
  const list =
    details.length === 0
      ? nothing
      : markup`
<dl>
${details.map(({ term, text: told }) => markup`<div><dt>${term}</dt><dd>${told}</dd></div>\n`)}</dl>`;
  return markup`<li><strong>${lead}.</strong> ${text}${list}</li>
`;
}
