import type { ComparisonReporter } from "./comparison-reporters.js";
import { type ComparisonSection, comparisonPage, type Figures, type FigureRow } from "./comparison-sections.js";
import { escapeMarkdown } from "./escape.js";

const text = escapeMarkdown;

/** What changed, for a page on GitHub, or wherever Markdown with tables is read. */
export const renderComparisonMarkdown: ComparisonReporter = (comparison) => {
  const page = comparisonPage(comparison);
  const blocks = [
    `# ${text(page.title)}: ${text(page.organisation)}`,
    text(page.span),
    `## ${text(page.inShort.title)}`,
    page.inShort.points.map((point) => `- ${text(point)}`).join("\n"),
    ...figureBlocks(page.figures),
    ...page.sections.flatMap(sectionBlocks),
  ];
  return `${blocks.join("\n\n")}\n`;
};

const head = ["Period", "Declared", "Assured", "Met", "Partly met", "Not met", "Unanswered", "Not applicable"];

function figureBlocks({ title, summary, rows }: Figures): readonly string[] {
  const lines = [head, head.map((_, index) => (index === 0 ? ":---" : "---:")), ...rows.map(cellsOf)];
  return [`## ${text(title)}`, text(summary), lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")];
}

function cellsOf({ period, declared, assured, audit }: FigureRow): readonly string[] {
  const { met, partlyMet, notMet, unanswered, notApplicable } = audit.ratings;
  return [text(period), declared, assured, ...[met, partlyMet, notMet, unanswered, notApplicable].map(String)];
}

function sectionBlocks({ title, summary, items }: ComparisonSection): readonly string[] {
  return [
    `## ${text(title)}`,
    ...(summary === null ? [] : [text(summary)]),
    items.map((item) => `- **${text(item.lead)}.** ${text(item.text)}`).join("\n"),
  ];
}
