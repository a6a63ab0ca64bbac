import type { CountsSection, CountTable, Score } from "./counts-section.js";
import { type Markup, markup, nothing, percent } from "./markup.js";

export function countsMarkup(section: CountsSection): Markup {
  return markup`<p class="summary">${section.scope}</p>
<div class="scores">
${section.scores.map(scoreMarkup)}</div>
<div class="tables">
${section.tables.map(tableMarkup)}</div>`;
}

function scoreMarkup({ name, value, interval, meaning }: Score): Markup {
  return markup`<div class="score">
<h3>${name}</h3>
<p class="value">${value}</p>
${interval === null ? nothing : scaleMarkup(interval)}
<p>${meaning}</p>
</div>
`;
}

/** Full up to the low end, outlined on to the high end. The words beside it say the same. */
function scaleMarkup({ low, high }: { readonly low: number; readonly high: number }): Markup {
  return markup`<svg class="scale" width="100%" height="16" aria-hidden="true" focusable="false"><rect class="track" y="1" width="100%" height="14"/><rect class="open" y="1" width="${percent(high)}" height="14"/><rect class="sure" y="1" width="${percent(low)}" height="14"/></svg>`;
}

function tableMarkup({ title, heading, rows }: CountTable): Markup {
  return markup`<table>
<caption>${title}</caption>
<thead><tr><th scope="col">${heading}</th><th scope="col" class="number">Count</th><th scope="col">What it means</th></tr></thead>
<tbody>
${rows.map(({ label, count, meaning }) => markup`<tr><th scope="row">${label}</th><td class="number">${count}</td><td>${meaning}</td></tr>\n`)}</tbody>
</table>
`;
}
