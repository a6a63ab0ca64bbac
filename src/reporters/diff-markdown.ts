import { type Comparison, type DiffGroup, type DiffItem, diffSections, nameOf } from "./diff-blocks.js";
import type { Piece } from "./diff-words.js";
import { escapeMarkdown as text } from "./escape.js";

/** What changed between two checklists, as Markdown: ~~gone~~ and **new**. */
export function renderDiffAsMarkdown(comparison: Comparison): string {
  const { title, entries, notices, summary, groups } = diffSections(comparison);
  const blocks = [
    `# ${text(title)}`,
    list(entries.map((entry) => `**${entry.term}:** ${text(entry.text)}`)),
    ...summary.map(text),
    ...notices.map((notice) => `> **${text(notice.title)}.** ${text(notice.text)}`),
    ...groups.flatMap(groupBlocks),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function groupBlocks({ kind, title, meaning, items }: DiffGroup): readonly string[] {
  const listed = items.map((item) => text(nameOf(item)));
  return [`## ${text(title)}`, text(meaning), ...(kind === "unchanged" ? [list(listed)] : items.map(itemBlock))];
}

function itemBlock(item: DiffItem): string {
  const lines = [
    ...item.entries.map(({ term, pieces }) => `**${term}:** ${pieces.map(piecesOf).join(" ")}`),
    ...item.notes.map((note) => `_${text(note)}_`),
  ];
  const heading = `### ${text(nameOf(item))}`;
  return lines.length === 0 ? heading : `${heading}\n\n${list(lines)}`;
}

/** The words hold no white space at their ends, so the marks take. */
function piecesOf({ kind, words }: Piece): string {
  const written = text(words.join(" "));
  if (kind === "same") return written;
  return kind === "gone" ? `~~${written}~~` : `**${written}**`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
