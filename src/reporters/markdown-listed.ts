import { escapeMarkdown } from "./escape.js";
import type { ListedItem, ListedSection } from "./listed-section.js";

const text = escapeMarkdown;

/** The blocks of a list, to be parted by blank lines. */
export function listedBlocks({ title, summary, parts }: ListedSection): readonly string[] {
  return [
    `## ${text(title)}`,
    text(summary),
    ...parts.flatMap((part) => [
      ...(part.title === null ? [] : [`### ${text(part.title)}`]),
      part.items.map(describeItem).join("\n"),
    ]),
  ];
}

function describeItem({ lead, text: told, details }: ListedItem): string {
  const first = `- **${text(lead)}.**${told === "" ? "" : ` ${text(told)}`}`;
  return [first, ...details.map((detail) => `  - **${text(detail.term)}:** ${text(detail.text)}`)].join("\n");
}
