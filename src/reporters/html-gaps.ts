import type { ActionEntry, Finding, GapEntry, GapGroup, GapsSection } from "./gaps-section.js";
import { type Markup, markup, nothing } from "./markup.js";
import { capitalise, severityInfo } from "./wording.js";

export function gapsMarkup(section: GapsSection): Markup {
  return markup`<p class="summary">${section.summary}</p>
${section.references === null ? nothing : markup`<p>${section.references}</p>\n`}${section.groups.map(groupMarkup)}`;
}

function groupMarkup({ severity, title, meaning, entries }: GapGroup): Markup {
  return markup`<div class="lead">
<h3>${title}</h3>
<p>${meaning}</p>
</div>
${entries.map((entry) => entryMarkup(entry, severity))}`;
}

function entryMarkup(entry: GapEntry, severity: GapGroup["severity"]): Markup {
  return markup`<article class="gap ${severity}" id="gap-${entry.number}" aria-labelledby="gap-${entry.number}-title">
<p class="marks"><span class="badge ${severity}">${capitalise(severityInfo[severity].one)}</span>${markMarkup(entry)}</p>
<h4 id="gap-${entry.number}-title">${entry.number}. ${entry.title}</h4>
<p class="origin">${entry.standard} · ${entry.force} <span class="id">${entry.requirement}</span></p>
<dl>
${
  entry.askedBy === null
    ? nothing
    : markup`<div><dt>Asked by</dt><dd>${entry.askedBy}</dd></div>
`
}<div><dt>Reference</dt><dd>${entry.reference}</dd></div>
<div><dt>Found</dt>${entry.findings.map(findingMarkup)}</div>
${entry.remedies.length === 0 ? nothing : markup`<div><dt>Remedy</dt>${entry.remedies.map((remedy) => markup`<dd>${remedy}</dd>`)}</div>\n`}${entry.actions.length === 0 ? nothing : markup`<div><dt>Action</dt>${entry.actions.map(actionMarkup)}</div>\n`}</dl>
</article>
`;
}

function markMarkup({ mark }: Finding | GapEntry): Markup {
  return mark === null ? nothing : markup` <span class="badge waived">${capitalise(mark)}</span>`;
}

function findingMarkup(finding: Finding): Markup {
  const { kind, message, location } = finding;
  const place = location === null ? nothing : markup` <span class="place">(${location})</span>`;
  return markup`<dd><strong>${kind}.</strong>${markMarkup(finding)} ${message}${place}</dd>`;
}

function actionMarkup({ id, what, owner, due, status, overdue }: ActionEntry): Markup {
  const mark = overdue ? markup` <span class="badge error">Overdue</span>` : nothing;
  return markup`<dd><strong>${id}.</strong> ${what} <span class="who">${owner}, ${due}, ${status}</span>${mark}</dd>`;
}
