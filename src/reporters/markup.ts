import { escapeHtml } from "./escape.js";

/** HTML that is safe to put into HTML: made by `markup`, or written in the code (the style sheet). */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** Template tag: what is written stands as it is, every string put in is escaped. Not called `html`: formatters reflow that. */
export function markup(written: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: written.map((piece, index) => piece + markupOf(parts[index] ?? "")).join("") };
}

function markupOf(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map((item) => item.html).join("");
}

/** A length in CSS or SVG, of a fraction of the whole. */
export function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`;
}

export const nothing: Markup = { html: "" };
