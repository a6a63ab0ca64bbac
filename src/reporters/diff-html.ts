import { type Comparison, type DiffGroup, type DiffItem, diffSections } from "./diff-blocks.js";
import type { Piece } from "./diff-words.js";
import { pageMarkup } from "./html-page.js";
import { style } from "./html-style.js";
import { type Markup, markup, nothing } from "./markup.js";

/** What changed between two checklists as one file that needs nothing else. */
export function renderDiffAsHtml(comparison: Comparison): string {
  const { title, entries, notices, summary, groups } = diffSections(comparison);
  const page = pageMarkup({
    title,
    generator: "wt-audit",
    skip: "Skip to the changes",
    banner: markup`<h1>${title}</h1>
<dl class="entries">
${entries.map(({ term, text }) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>\n`)}</dl>`,
    contents: markup`<li><a href="#summary">In short</a></li>
${groups.map((group) => markup`<li><a href="#${group.kind}">${group.title}</a></li>\n`)}`,
    main: markup`<section id="summary" aria-labelledby="summary-title">
<h2 id="summary-title">In short</h2>
<ul>
${summary.map((sentence) => markup`<li>${sentence}</li>\n`)}</ul>
${notices.map(noticeMarkup)}</section>
${groups.map(groupMarkup)}`,
    footer: "Made by wt-audit. The texts are those of its checklists, not those of the guidance.",
    style: markup`${style}
${marks}`,
  });
  return `${page.html}\n`;
}

const marks: Markup = {
  html: `ins{background:var(--note);color:var(--on-note);text-decoration:underline}
del{color:var(--quiet)}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.history{color:var(--quiet)}`,
};

function noticeMarkup({ title, text }: { readonly title: string; readonly text: string }): Markup {
  return markup`<div class="notice edition">
<h3>${title}</h3>
<p>${text}</p>
</div>
`;
}

function groupMarkup({ kind, title, meaning, items }: DiffGroup): Markup {
  const content =
    kind === "unchanged"
      ? markup`<ul>
${items.map((item) => markup`<li>${nameMarkup(item)}</li>\n`)}</ul>`
      : markup`${items.map(itemMarkup)}`;
  return markup`<section id="${kind}" aria-labelledby="${kind}-title">
<h2 id="${kind}-title">${title}</h2>
<p>${meaning}</p>
${content}</section>
`;
}

function nameMarkup({ title, id }: DiffItem): Markup {
  return id === null ? markup`${title}` : markup`${title} <span class="id">${id}</span>`;
}

function itemMarkup(item: DiffItem): Markup {
  const { entries, notes } = item;
  return markup`<article class="gap">
<h3>${nameMarkup(item)}</h3>
${entries.length === 0 ? nothing : markup`<dl>\n${entries.map(entryMarkup)}</dl>\n`}${notes.map((note) => markup`<p class="history">${note}</p>\n`)}</article>
`;
}

function entryMarkup({ term, pieces }: DiffItem["entries"][number]): Markup {
  return markup`<div><dt>${term}</dt><dd>${pieces.map(pieceMarkup)}</dd></div>
`;
}

/** Screen readers pass over del and ins: what is not seen says it. */
function pieceMarkup({ kind, words }: Piece): Markup {
  const text = words.join(" ");
  if (kind === "same") return markup`${text} `;
  if (kind === "gone")
    return markup`<del><span class="said">(taken out: </span>${text}<span class="said">)</span></del> `;
  return markup`<ins><span class="said">(put in: </span>${text}<span class="said">)</span></ins> `;
}
