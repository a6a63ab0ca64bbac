import type { Figures, FigureRow } from "./comparison-sections.js";
import { type Markup, markup, nothing, percent } from "./markup.js";

/** Pixels, but for what is in percent: so that the bars stretch and the words keep their size. */
const size = { line: 20, bar: 16, between: 4, gap: 22 } as const;

const rowHeight = size.line + 2 * (size.line + size.bar + size.between) + size.gap;

/** The figures as a table and, where there are three audits or more, as bars above it. */
export function figuresMarkup({ summary, isTrend, rows }: Figures): Markup {
  return markup`<p class="summary">${summary}</p>
${isTrend ? chartMarkup(rows) : nothing}<div class="scroll" role="region" aria-label="Figures" tabindex="0">
<table>
<caption>Scores and ratings by period</caption>
<thead><tr><th scope="col">Period</th>${heads.map((head) => markup`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(tableRow)}</tbody>
</table>
</div>`;
}

const heads = ["Declared", "Assured", "Met", "Partly met", "Not met", "Unanswered", "Not applicable"];

function tableRow({ period, declared, assured, audit: { ratings } }: FigureRow): Markup {
  const { met, partlyMet, notMet, unanswered, notApplicable } = ratings;
  const counts = [met, partlyMet, notMet, unanswered, notApplicable].map(String);
  const cells = [declared, assured, ...counts].map((cell) => markup`<td class="number">${cell}</td>`);
  return markup`<tr><th scope="row">${period}</th>${cells}</tr>
`;
}

/** Two bars a period: full up to the low end, outlined on to the high end, each with its words. */
function chartMarkup(rows: readonly FigureRow[]): Markup {
  const words = rows.map(({ period, declared, assured }) => `${period}: declared ${declared}, assured ${assured}.`);
  return markup`<figure class="chart">
<svg role="img" aria-labelledby="trend-chart-title trend-chart-words" width="100%" height="${rows.length * rowHeight}">
<title id="trend-chart-title">Declared and assured score by period</title>
<desc id="trend-chart-words">${words.join(" ")}</desc>
${rows.map((row, index) => rowMarkup(row, index * rowHeight))}</svg>
<figcaption>
<p>Two bars a period, full up to the lowest score and outlined on to the highest. The table below says the same in numbers.</p>
</figcaption>
</figure>
`;
}

function rowMarkup({ until, declared, assured, audit }: FigureRow, top: number): Markup {
  const first = top + size.line;
  return markup`<text x="0" y="${first - 6}">${until}</text>
${barMarkup("Declared", declared, audit.declared, first)}${barMarkup("Assured", assured, audit.assured, first + size.line + size.bar + size.between)}`;
}

function barMarkup(name: string, value: string, score: FigureRow["audit"]["declared"], top: number): Markup {
  const bar = top + size.line;
  const filled =
    score === null
      ? nothing
      : markup`<rect class="open" y="${bar}" width="${percent(score.high)}" height="${size.bar}"/><rect class="sure" y="${bar}" width="${percent(score.low)}" height="${size.bar}"/>`;
  return markup`<text x="0" y="${bar - 5}">${name} ${value}</text>
<g class="scale"><rect class="track" y="${bar}" width="100%" height="${size.bar}"/>${filled}</g>
`;
}
