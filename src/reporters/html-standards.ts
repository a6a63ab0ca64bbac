import { chartMarkup } from "./html-chart.js";
import { html, type Markup } from "./markup.js";
import { shareInfo, shares, type StandardRow, type StandardsSection } from "./standards-section.js";
import { capitalise } from "./wording.js";

export function standardsMarkup(section: StandardsSection): Markup {
  return html`${chartMarkup(section.rows)}
    <div class="scroll" role="region" aria-labelledby="standards-caption" tabindex="0">
      <table>
        <caption id="standards-caption">
          The same in numbers
        </caption>
        <thead>
          <tr>
            <th scope="col">Standard</th>
            <th scope="col" class="number">Asked</th>
            ${shares.map((share) => html`<th scope="col" class="number">${capitalise(shareInfo[share])}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${section.rows.map(rowMarkup)}
        </tbody>
      </table>
    </div>`;
}

function rowMarkup(row: StandardRow): Markup {
  return html`<tr>
    <th scope="row">${row.title}</th>
    <td class="number">${row.asked}</td>
    ${shares.map((share) => html`<td class="number">${row.counts[share]}</td>`)}
  </tr> `;
}
