import { wrapAnsi } from "fast-wrap-ansi";
import { escapeTerminal } from "./escape.js";
import { type Paint, paintFor, type Style } from "./paint.js";
import type { RenderOptions } from "./reporter.js";

export interface LineOptions {
  /** Columns before the text. */
  readonly indent?: number;
  /** Stands before the first line; the others align with the text after it. Never from a user. */
  readonly lead?: string;
  readonly style?: Style;
}

/** A page of a given width. Every text that goes onto it is escaped, wrapped and then painted. */
export interface Page {
  readonly paint: Paint;
  /** No symbols and nothing drawn. */
  readonly plain: boolean;
  readonly width: number;
  /** Running text. */
  text(text: string, options?: LineOptions): readonly string[];
  /** "term: text", the term strong. The term is never from a user. */
  entry(term: string, text: string, indent?: number): readonly string[];
  /** Text that is escaped and painted already, no style reaching over a space. */
  painted(text: string, indent?: number): readonly string[];
  list(items: readonly string[], indent?: number): readonly string[];
  heading(title: string): readonly string[];
  subheading(title: string): readonly string[];
}

/** Narrower than this nothing reads well; the terminal then breaks the lines itself. */
const narrowest = 20;

export function pageFor(options: RenderOptions): Page {
  const width = Math.max(narrowest, options.width);
  const paint = paintFor(options.colour);
  const text = (raw: string, { indent = 0, lead = "", style = same }: LineOptions = {}): readonly string[] =>
    wrap(escapeTerminal(raw), width - indent - lead.length).map(
      (line, index) => " ".repeat(indent) + (index === 0 ? lead : " ".repeat(lead.length)) + style(line),
    );
  return {
    paint,
    plain: options.plain,
    width,
    text,
    entry: (term, raw, indent = 0) => {
      const label = `${term}:`;
      const [first = "", ...rest] = wrap(`${label} ${escapeTerminal(raw)}`, width - indent - 2);
      const strong = paint.strong(first.slice(0, label.length)) + first.slice(label.length);
      return [strong, ...rest.map((line) => `  ${line}`)].map((line) => " ".repeat(indent) + line);
    },
    painted: (painted, indent = 0) => wrap(painted, width - indent).map((line) => " ".repeat(indent) + line),
    list: (items, indent = 0) =>
      items.flatMap((item) => text(item, { indent, lead: options.plain ? "- " : "\u2022 " })),
    heading: (title) => [
      "",
      ...text(title, { style: paint.strong }),
      ...(options.plain ? [] : [paint.faint("\u2500".repeat(width))]),
      "",
    ],
    subheading: (title) => ["", ...text(title, { style: paint.strong })],
  };
}

/** Signs of one column each, with none to trim at the ends. */
const narrow = /^[!-~](?:[ -~]*[!-~])?$/u;

function wrap(text: string, room: number): readonly string[] {
  if (text.length <= room && narrow.test(text)) return [text];
  return wrapAnsi(text, room, { hard: true }).split("\n");
}

function same(text: string): string {
  return text;
}

/** The text of a page: one blank line at most in a row, none first, and a newline last. */
export function finish(lines: readonly string[]): string {
  const kept = lines.filter((line, index) => line !== "" || (lines[index - 1] ?? "") !== "");
  return `${kept.join("\n").trimEnd()}\n`;
}
