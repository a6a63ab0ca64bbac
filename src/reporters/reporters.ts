import type { Report } from "../model/report.js";
import type { RenderOptions, Reporter } from "./reporter.js";

/** The formats in which a report can be had; the first is the usual one. */
export const formats = ["terminal", "markdown", "html", "json", "csv"] as const;
export type Format = (typeof formats)[number];

/** One reporter a format, loaded only when it is asked for. */
export const reporters = {
  terminal: async () => (await import("./terminal.js")).renderTerminal,
  markdown: async () => (await import("./markdown.js")).renderMarkdown,
  html: async () => (await import("./html.js")).renderHtml,
  json: async () => (await import("./json.js")).renderJson,
  csv: async () => (await import("./csv.js")).renderCsv,
} as const satisfies Record<Format, () => Promise<Reporter>>;

export async function renderReport(format: Format, report: Report, options: RenderOptions): Promise<string> {
  const render = await reporters[format]();
  return render(report, options);
}
