import { chartMarkup } from "./html-chart.js";
import { type Markup, markup, nothing } from "./markup.js";
import { shareInfo, shares, type StandardRow, type StandardsSection } from "./standards-section.js";
import { capitalise } from "./wording.js";

export function standardsMarkup(section: StandardsSection): Markup {
  return markup`${section.rows.length === 0 ? nothing : ratingsMarkup(section.rows)}${section.notAsked === null ? nothing : markup`<p>${section.notAsked}</p>`}`;
}

function ratingsMarkup(rows: readonly StandardRow[]): Markup {
  return markup`${chartMarkup(rows)}
<div class="scroll" role="region" aria-labelledby="standards-caption" tabindex="0">
<table>
<caption id="standards-caption">The same in numbers</caption>
<thead><tr><th scope="col">Standard</th><th scope="col" class="number">Asked</th>${shares.map((share) => markup`<th scope="col" class="number">${capitalise(shareInfo[share])}</th>`)}</tr></thead>
<tbody>
${rows.map(rowMarkup)}</tbody>
</table>
</div>
`;
}

function rowMarkup(row: StandardRow): Markup {
  return markup`<tr><th scope="row">${row.title}</th><td class="number">${row.asked}</td>${shares.map((share) => markup`<td class="number">${row.counts[share]}</td>`)}</tr>
`;
}
