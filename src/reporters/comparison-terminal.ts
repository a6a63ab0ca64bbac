import type { ComparisonReporter } from "./comparison-reporters.js";
import { type ComparisonSection, comparisonPage, type Figures, type FigureRow } from "./comparison-sections.js";
import type { ComparedAudit } from "../schema/comparison.gen.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";

/** What changed, for a terminal of `width` columns. */
export const renderComparisonTerminal: ComparisonReporter = (comparison, options) => {
  const page = pageFor(options);
  const told = comparisonPage(comparison);
  return finish([
    ...page.text(`${told.title}: ${told.organisation}`, { style: page.paint.strong }),
    ...page.text(told.span),
    ...page.heading(told.inShort.title),
    ...page.list(told.inShort.points),
    ...figureLines(told.figures, page),
    ...told.sections.flatMap((section) => sectionLines(section, page)),
  ]);
};

function figureLines({ title, summary, isTrend, rows }: Figures, page: Page): readonly string[] {
  return [
    ...page.heading(title),
    ...page.text(summary),
    ...rows.flatMap((row) => ["", ...rowLines(row, isTrend, page)]),
  ];
}

function rowLines({ period, declared, assured, audit }: FigureRow, isTrend: boolean, page: Page): readonly string[] {
  const { met, partlyMet, notMet, unanswered, notApplicable } = audit.ratings;
  const ratings = `met ${met}, partly met ${partlyMet}, not met ${notMet}, unanswered ${unanswered}, not applicable ${notApplicable}`;
  return [
    ...page.text(period, { style: page.paint.strong }),
    ...page.text(`Declared ${declared}`, { indent: 2, lead: barOf(audit.declared, isTrend, page) }),
    ...page.text(`Assured ${assured}`, { indent: 2, lead: barOf(audit.assured, isTrend, page) }),
    ...page.text(ratings, { indent: 2, style: page.paint.faint }),
  ];
}

const cells = 10;

/** Full up to the low end, shaded on to the high end; nothing is drawn in plain mode. */
function barOf(score: ComparedAudit["declared"], isTrend: boolean, page: Page): string {
  if (!isTrend || page.plain) return "";
  const sure = score === null ? 0 : Math.floor(score.low * cells);
  const open = score === null ? 0 : Math.ceil(score.high * cells) - sure;
  return `${"\u2588".repeat(sure)}${"\u2592".repeat(open)}${"\u00B7".repeat(cells - sure - open)} `;
}

function sectionLines({ title, summary, items }: ComparisonSection, page: Page): readonly string[] {
  return [
    ...page.heading(title),
    ...(summary === null ? [] : [...page.text(summary), ""]),
    ...page.list(items.map(({ lead, text }) => `${lead}. ${text}`)),
  ];
}
