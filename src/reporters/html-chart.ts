import { type Markup, markup, percent } from "./markup.js";
import { describeShares, type Share, shareInfo, shares, type StandardRow } from "./standards-section.js";
import { capitalise } from "./wording.js";

/** Pixels, but for what is in percent: so that the bars stretch and the words keep their size. */
const size = { line: 20, bar: 28, gap: 20 } as const;

/** A bar a standard (at least one), as long as the number of its requirements asked. Each share has a colour, a pattern and its number. */
export function chartMarkup(rows: readonly StandardRow[]): Markup {
  const most = Math.max(...rows.map((row) => row.asked));
  const placed = rows.reduce<readonly PlacedRow[]>(placeRow, []);
  const height = placed.reduce((sum, { lines }) => sum + heightOf(lines), 0);
  return markup`<figure class="chart">
<svg role="img" aria-labelledby="chart-title chart-words" width="100%" height="${height}">
<title id="chart-title">Ratings by standard</title>
<desc id="chart-words">${rows.map((row) => `${row.title}: ${describeShares(row)}.`).join(" ")}</desc>
${patterns}
${placed.map((row) => rowMarkup(row, most))}</svg>
<figcaption>
<p>One bar a standard, as long as the number of its requirements that were asked. The table below says the same in numbers.</p>
<ul class="legend">
${shares.map(legendMarkup)}</ul>
</figcaption>
</figure>`;
}

const patterns = markup`<defs>
<pattern id="hatch-partlyMet" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="fill-partlyMet" width="8" height="8"/><rect class="mark-partlyMet" width="3" height="8"/></pattern>
<pattern id="hatch-notMet" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="fill-notMet" width="7" height="7"/><circle class="mark-notMet" cx="3" cy="3" r="1.3"/></pattern>
<pattern id="hatch-notApplicable" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="fill-notApplicable" width="7" height="7"/><path class="mark-notApplicable" d="M0 3.5h7"/></pattern>
</defs>`;

interface PlacedRow {
  readonly row: StandardRow;
  readonly lines: readonly string[];
  readonly top: number;
}

/** Puts a row beneath those that are placed. */
function placeRow(placed: readonly PlacedRow[], row: StandardRow): readonly PlacedRow[] {
  const above = placed.at(-1);
  return [
    ...placed,
    { row, lines: splitTitle(row.title), top: above === undefined ? 0 : above.top + heightOf(above.lines) },
  ];
}

function heightOf(lines: readonly string[]): number {
  return lines.length * size.line + size.bar + size.gap;
}

function rowMarkup({ row, lines, top }: PlacedRow, most: number): Markup {
  const bar = top + lines.length * size.line;
  const titles = lines.map(
    (line, index) => markup`<text x="0" y="${top + (index + 1) * size.line - 6}">${line}</text>\n`,
  );
  const segments = shares.map((share, index) => {
    const before = shares.slice(0, index).reduce((sum, each) => sum + row.counts[each], 0);
    return { share, count: row.counts[share], start: before / most, width: row.counts[share] / most };
  });
  return markup`${titles}${segments.filter(({ count }) => count > 0).map((segment) => segmentMarkup(segment, bar))}`;
}

interface Segment {
  readonly share: Share;
  readonly count: number;
  /** Fractions of the whole width. */
  readonly start: number;
  readonly width: number;
}

function segmentMarkup({ share, count, start, width }: Segment, top: number): Markup {
  const middle = percent(start + width / 2);
  return markup`<rect class="share ${share}" x="${percent(start)}" y="${top}" width="${percent(width)}" height="${size.bar}"/><text class="count ${share}" x="${middle}" y="${top + size.bar / 2 + 5}">${count}</text>
`;
}

function legendMarkup(share: Share): Markup {
  return markup`<li><svg width="28" height="18" aria-hidden="true" focusable="false"><rect class="share ${share}" x="1" y="1" width="26" height="16"/></svg> ${capitalise(shareInfo[share])}</li>
`;
}

/**
 * SVG does not wrap text: a title is broken between words, and a word that is too long within, after as many
 * characters as stand in a line on the narrowest page.
 */
function splitTitle(title: string): readonly string[] {
  return title.replaceAll(/\s+/g, " ").match(/\S(?:.{0,32}\S)?(?= |$)|\S{1,34}/gu) ?? [];
}
