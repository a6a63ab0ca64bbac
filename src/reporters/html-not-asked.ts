import { html, type Markup } from "./markup.js";
import type { NotAskedPart, NotAskedSection } from "./not-asked-section.js";

export function notAskedMarkup(section: NotAskedSection): Markup {
  return section.parts.length === 0 ? html`<p>${section.none}</p>` : html`${section.parts.map(partMarkup)}`;
}

function partMarkup({ title, groups }: NotAskedPart): Markup {
  return html`<h3>${title}</h3>
    <dl class="reasons">
      ${groups.map(
        ({ reason, titles }) =>
          html`<div>
            <dt>${reason}</dt>
            ${titles.map((each) => html`<dd>${each}</dd>`)}
          </div> `,
      )}
    </dl> `;
}
