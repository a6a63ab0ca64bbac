import type { Comparison } from "../schema/comparison.gen.js";
import { escapeJson } from "./escape.js";
import type { RenderOptions } from "./reporter.js";

/** The formats in which a comparison can be had; the first is the usual one. */
export const comparisonFormats = ["terminal", "markdown", "html", "json"] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];

/** A comparison made readable. Pure: the same comparison gives the same text. */
export type ComparisonReporter = (comparison: Comparison, options: RenderOptions) => string;

const reporters = {
  terminal: async () => (await import("./comparison-terminal.js")).renderComparisonTerminal,
  markdown: async () => (await import("./comparison-markdown.js")).renderComparisonMarkdown,
  html: async () => (await import("./html-comparison.js")).renderComparisonHtml,
  json: async () => (comparison) => `${escapeJson(JSON.stringify(comparison, null, 2))}\n`,
} as const satisfies Record<ComparisonFormat, () => Promise<ComparisonReporter>>;

export async function renderComparison(
  format: ComparisonFormat,
  comparison: Comparison,
  options: RenderOptions,
): Promise<string> {
  const render = await reporters[format]();
  return render(comparison, options);
}
