import { escapeMarkdown as text } from "./escape.js";
import type { FormGroup, FormRow, FormSection } from "./form-section.js";
import { table } from "./markdown-table.js";

export function formBlocks({ title, notes, total, groups, isScored }: FormSection): readonly string[] {
  return [
    `## ${text(title)}`,
    ...notes.map(text),
    ...(total === null ? [] : [`**${text(total)}**`]),
    ...groups.flatMap((group) => groupBlocks(group, isScored)),
  ];
}

function groupBlocks({ title, rows }: FormGroup, isScored: boolean): readonly string[] {
  const score = isScored ? ["Score"] : [];
  const head = ["No.", "Requirement", "Rating", ...score, "Evidence", "Gaps"];
  const sides = head.map((name) => (name === "Evidence" || name === "Gaps" ? "right" : "left"));
  return [
    `### ${text(title)}`,
    table(
      head,
      sides,
      rows.map((row) => cellsOf(row, isScored)),
    ),
  ];
}

function cellsOf({ reference, title, rating, score, doubt, evidence, gaps }: FormRow, isScored: boolean) {
  const told = `${text(score)}${doubt === null ? "" : ` (${text(doubt)})`}`;
  return [text(reference), text(title), rating, ...(isScored ? [told] : []), String(evidence), String(gaps)];
}
