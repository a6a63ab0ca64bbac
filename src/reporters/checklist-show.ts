import type { Checklist } from "../model/checklist.js";
import type { Profile } from "../model/profile.js";
import { checklistBlocks } from "./checklist-blocks.js";
import { renderBlocksAsMarkdown } from "./checklist-markdown.js";
import { renderBlocksForTerminal } from "./checklist-terminal.js";
import { escapeJson } from "./escape.js";
import type { RenderOptions } from "./reporter.js";

/** The formats in which a checklist can be had; the first is the usual one. */
export const showFormats = ["terminal", "markdown", "json"] as const;
export type ShowFormat = (typeof showFormats)[number];

type ChecklistRenderer = (checklist: Checklist, profile: Profile, options: RenderOptions) => string;

const renderers = {
  terminal: (checklist, profile, options) => renderBlocksForTerminal(checklistBlocks(checklist, profile), options),
  markdown: (checklist, profile) => renderBlocksAsMarkdown(checklistBlocks(checklist, profile)),
  json: (checklist) => `${escapeJson(JSON.stringify(checklist, null, 2))}\n`,
} as const satisfies Record<ShowFormat, ChecklistRenderer>;

export function renderChecklist(
  format: ShowFormat,
  checklist: Checklist,
  profile: Profile,
  options: RenderOptions,
): string {
  return renderers[format](checklist, profile, options);
}
