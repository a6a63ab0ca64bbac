import type { Block } from "./checklist-blocks.js";
import { escapeMarkdown } from "./escape.js";

export function renderBlocksAsMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownOf).join("\n\n")}\n`;
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case "title":
      return `# ${escapeMarkdown(block.text)}`;
    case "standard":
      return `## ${escapeMarkdown(block.text)}`;
    case "requirement":
      return `### ${escapeMarkdown(block.text)}`;
    case "text":
      return escapeMarkdown(block.text);
    case "entry":
      return `**${block.term}:** ${escapeMarkdown(block.text)}`;
    case "list":
      return `**${block.term}:**\n\n${block.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n")}`;
  }
}
