import { html, type Markup, nothing } from "./markup.js";
import type { VerdictSection } from "./verdict-section.js";

export function verdictMarkup({ passed, word, gate, reasons, nextTitle, next }: VerdictSection): Markup {
  return html`<div class="verdict ${passed ? "passed" : "failed"}">
      <p class="word">${word}</p>
      <p>${gate}</p>
      ${
        reasons.length === 0
          ? nothing
          : html`<ul>
              ${reasons.map((reason) => html`<li>${reason}</li> `)}
            </ul>`
      }
    </div>
    <h3>${nextTitle}</h3>
    <ol class="next">
      ${next.map((step) => html`<li>${step}</li> `)}
    </ol>`;
}
