import type { Scan } from "../model/scan.js";
import type { Alerts } from "../model/alert.js";
import type { AlertFormat } from "./alert-reporters.js";
import { escapeJson } from "./escape.js";
import type { RenderOptions } from "./reporter.js";

const scanFormats = ["terminal", "markdown", "json"] as const;

/** Those of CI hosts; `markdown` is the page, not the comment of a pull request. */
const hostFormats = ["junit", "sarif", "github", "gitlab"] as const satisfies readonly AlertFormat[];
type HostFormat = (typeof hostFormats)[number];

/** The formats in which a scan can be had; the first is the usual one. */
export const allScanFormats = [...scanFormats, ...hostFormats] as const;
export type ScanFormat = (typeof allScanFormats)[number];

export function isHostFormat(format: ScanFormat): format is HostFormat {
  return hostFormats.some((known) => known === format);
}

type ScanReporter = (scan: Scan, options: RenderOptions) => string;

const reporters = {
  terminal: async () => (await import("./scan-terminal.js")).renderScanTerminal,
  markdown: async () => (await import("./scan-markdown.js")).renderScanMarkdown,
  json: async () => (scan) => `${escapeJson(JSON.stringify(scan, null, 2))}\n`,
} as const satisfies Record<(typeof scanFormats)[number], () => Promise<ScanReporter>>;

/** A scan, and as CI hosts take it; null where none of their formats is wanted. */
export interface ScanResult {
  readonly scan: Scan;
  readonly alerts: Alerts | null;
}

/** Throws RangeError for a format of CI hosts when there are no alerts. */
export async function renderScan(
  format: ScanFormat,
  { scan, alerts }: ScanResult,
  options: RenderOptions,
): Promise<string> {
  if (!isHostFormat(format)) return (await reporters[format]())(scan, options);
  if (alerts === null) throw new RangeError(`${format} is made of alerts`);
  const { renderAlerts } = await import("./alert-reporters.js");
  return renderAlerts(format, alerts, { file: scan.documents[0]?.file ?? "." });
}
