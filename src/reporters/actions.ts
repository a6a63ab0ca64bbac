import type { ActionPlan } from "./actions-wording.js";
import type { RenderOptions } from "./reporter.js";

/** The formats in which action plans can be had; the first is the usual one. */
export const actionFormats = ["terminal", "markdown", "csv", "json", "ics"] as const;
export type ActionFormat = (typeof actionFormats)[number];

/** Action plans made readable. Pure: the same plans give the same text. */
export type ActionReporter = (plan: ActionPlan, options: RenderOptions) => string;

/** One reporter a format, loaded only when it is asked for. */
const reporters = {
  terminal: async () => (await import("./actions-terminal.js")).renderTerminalActions,
  markdown: async () => (await import("./actions-markdown.js")).renderMarkdownActions,
  csv: async () => (await import("./actions-csv.js")).renderCsvActions,
  json: async () => (await import("./actions-json.js")).renderJsonActions,
  ics: async () => (await import("./ics.js")).renderIcs,
} as const satisfies Record<ActionFormat, () => Promise<ActionReporter>>;

export async function renderActions(format: ActionFormat, plan: ActionPlan, options: RenderOptions): Promise<string> {
  const render = await reporters[format]();
  return render(plan, options);
}
