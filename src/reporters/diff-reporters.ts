import type { Comparison } from "./diff-blocks.js";
import { renderDiffAsHtml } from "./diff-html.js";
import { renderDiffAsMarkdown } from "./diff-markdown.js";
import { renderDiffForTerminal } from "./diff-terminal.js";
import { escapeJson } from "./escape.js";
import type { RenderOptions } from "./reporter.js";

/** The formats in which a diff can be had; the first is the usual one. */
export const diffFormats = ["terminal", "markdown", "html", "json"] as const;
export type DiffFormat = (typeof diffFormats)[number];

const renderers = {
  terminal: renderDiffForTerminal,
  markdown: renderDiffAsMarkdown,
  html: renderDiffAsHtml,
  json: ({ diff }) => `${escapeJson(JSON.stringify(diff, null, 2))}\n`,
} as const satisfies Record<DiffFormat, (comparison: Comparison, options: RenderOptions) => string>;

export function renderDiff(format: DiffFormat, comparison: Comparison, options: RenderOptions): string {
  return renderers[format](comparison, options);
}
