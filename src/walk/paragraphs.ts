import { wrapAnsi } from "fast-wrap-ansi";
import { escapeTerminal } from "../reporters/escape.js";
import type { Paragraph } from "./prompter.js";

/** How paragraphs look: what stands before them, and how they are painted. */
export interface ParagraphStyle {
  /** Null: lines are not broken. */
  readonly width: number | null;
  readonly lead: Readonly<Record<Paragraph["kind"], string>>;
  readonly paint: Readonly<Record<Paragraph["kind"], (line: string) => string>>;
}

/** The paint that leaves a line as it is. */
export function unpainted(line: string): string {
  return line;
}

/** The paragraphs as lines of text, each ended. */
export function renderParagraphs(paragraphs: readonly Paragraph[], style: ParagraphStyle): string {
  const lines = paragraphs.flatMap(({ kind, text }, index) => {
    const gap = needsGap(kind, paragraphs[index - 1]?.kind) ? [""] : [];
    const painted = wrapHanging(style.lead[kind], escapeTerminal(text).trim(), style.width).map(style.paint[kind]);
    return [...gap, ...painted];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function needsGap(kind: Paragraph["kind"], before: Paragraph["kind"] | undefined): boolean {
  if (before === undefined) return kind !== "item";
  if (kind === "item") return false;
  if (kind === "quiet") return before === "item";
  return kind === "heading" || before !== "heading";
}

/** Words broken into lines of at most `width` columns; lines after the first are indented by the width of the lead. */
export function wrapHanging(lead: string, text: string, width: number | null): readonly string[] {
  if (width === null) return [`${lead}${text}`];
  const room = Math.max(10, width - lead.length);
  const indent = " ".repeat(lead.length);
  return wrapAnsi(text, room, { hard: true })
    .split("\n")
    .map((line, index) => `${index === 0 ? lead : indent}${line}`);
}
