import { type Markup, markup, nothing } from "./markup.js";
import type { VerdictSection } from "./verdict-section.js";

export function verdictMarkup({ passed, word, gate, reasons, nextTitle, next }: VerdictSection): Markup {
  return markup`<div class="verdict ${passed ? "passed" : "failed"}">
<p class="word">${word}</p>
<p>${gate}</p>
${reasons.length === 0 ? nothing : markup`<ul>\n${reasons.map((reason) => markup`<li>${reason}</li>\n`)}</ul>`}
</div>
<h3>${nextTitle}</h3>
<ol class="next">
${next.map((step) => markup`<li>${step}</li>\n`)}</ol>`;
}
