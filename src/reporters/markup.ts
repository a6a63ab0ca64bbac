import { escapeHtml } from "./escape.js";

/** HTML that is safe to put into HTML: made by `html`, or written in the code (the style sheet). */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/** Template tag: what is written stands as it is, every string put in is escaped. */
export function html(written: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: written.map((piece, index) => piece + markupOf(parts[index] ?? "")).join("") };
}

function markupOf(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map((item) => item.markup).join("");
}

export const nothing: Markup = { markup: "" };
