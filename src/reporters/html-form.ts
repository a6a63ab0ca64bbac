import type { FormGroup, FormRow, FormSection } from "./form-section.js";
import { type Markup, markup, nothing } from "./markup.js";

export function formMarkup(section: FormSection): Markup {
  const { notes, total, groups, isScored } = section;
  return markup`${notes.map((note) => markup`<p>${note}</p>\n`)}${total === null ? nothing : markup`<p class="summary"><strong>${total}</strong></p>\n`}${groups.length === 0 ? nothing : tableMarkup(groups, isScored)}`;
}

function tableMarkup(groups: readonly FormGroup[], isScored: boolean): Markup {
  return markup`<div class="scroll" role="region" aria-labelledby="form-caption" tabindex="0">
<table class="return">
<caption id="form-caption">Every line of the return</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Requirement</th><th scope="col">Rating</th>${isScored ? markup`<th scope="col">Score</th>` : nothing}<th scope="col" class="number">Evidence</th><th scope="col" class="number">Gaps</th></tr></thead>
${groups.map((group) => groupMarkup(group, isScored))}</table>
</div>
`;
}

function groupMarkup({ title, rows }: FormGroup, isScored: boolean): Markup {
  return markup`<tbody>
<tr><th scope="rowgroup" colspan="${isScored ? 6 : 5}">${title}</th></tr>
${rows.map((row) => rowMarkup(row, isScored))}</tbody>
`;
}

function rowMarkup({ reference, title, rating, score, doubt, evidence, gaps }: FormRow, isScored: boolean): Markup {
  const why = doubt === null ? nothing : markup` <span class="who">${doubt}</span>`;
  return markup`<tr><td>${reference}</td><th scope="row">${title}</th><td>${rating}</td>${isScored ? markup`<td>${score}${why}</td>` : nothing}<td class="number">${evidence}</td><td class="number">${gaps}</td></tr>
`;
}
