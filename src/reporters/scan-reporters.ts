import type { Scan } from "../model/scan.js";
import { type AlertFormat, alertFormats, isAlertFormat } from "./alert-reporters.js";
import { escapeJson } from "./escape.js";
import type { RenderOptions } from "./reporter.js";

const scanFormats = ["terminal", "markdown", "json"] as const;

/** Those of CI hosts; `markdown` is the page, not the comment of a pull request. */
const hostFormats = alertFormats.filter((format) => format !== "markdown");

/** The formats in which a scan can be had; the first is the usual one. */
export const allScanFormats: readonly (AlertFormat | (typeof scanFormats)[number])[] = [...scanFormats, ...hostFormats];
export type ScanFormat = (typeof allScanFormats)[number];

type ScanReporter = (scan: Scan, options: RenderOptions) => string;

const reporters = {
  terminal: async () => (await import("./scan-terminal.js")).renderScanTerminal,
  markdown: async () => (await import("./scan-markdown.js")).renderScanMarkdown,
  json: async () => (scan) => `${escapeJson(JSON.stringify(scan, null, 2))}\n`,
} as const satisfies Record<(typeof scanFormats)[number], () => Promise<ScanReporter>>;

export async function renderScan(format: ScanFormat, scan: Scan, options: RenderOptions): Promise<string> {
  if (format !== "markdown" && isAlertFormat(format)) {
    const { renderAlerts } = await import("./alert-reporters.js");
    const { alertsOfScan } = await import("../engine/alerts.js");
    return renderAlerts(format, alertsOfScan(scan), { file: scan.documents[0]?.file ?? "." });
  }
  const render = await reporters[format]();
  return render(scan, options);
}
