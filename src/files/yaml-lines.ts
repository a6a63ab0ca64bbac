import type { Node } from "./yaml-tree.js";

/** The whole lines of one key and its value in a block mapping; offsets, the end not included. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  /** Spaces before the key. */
  readonly indent: number;
}

/**
 * The lines of a key and its value. Comments that stand deeper than the key belong to it, others to what follows.
 * Null when the key shares its line with something else. The text has LF line ends and ends in one.
 */
export function extentOf(text: string, node: Node): Extent | null {
  const start = text.lastIndexOf("\n", node.key - 1) + 1;
  if (text.slice(start, node.key).trim() !== "") return null;
  const indent = node.key - start;
  let end = lineEnd(text, start);
  for (let at = end; at < text.length; at = lineEnd(text, at)) {
    const kind = kindOfLine(text.slice(at, lineEnd(text, at)), indent);
    if (kind === "outside") break;
    if (kind === "inside") end = lineEnd(text, at);
  }
  return { start, end, indent };
}

/** Blank lines and shallow comments belong to a value only when more of it follows. */
function kindOfLine(line: string, indent: number): "inside" | "between" | "outside" {
  const content = line.trimStart();
  const depth = line.length - content.length;
  if (content === "") return "between";
  if (depth > indent || (depth === indent && /^-\s/.test(content))) return "inside";
  return content.startsWith("#") ? "between" : "outside";
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found + 1;
}

/** Moves every line to the right; an empty line stays empty. */
export function indentLines(text: string, indent: number): string {
  return text.replace(/^(?=[^\n])/gm, " ".repeat(indent));
}

/** How the file is written, so that what is added looks the same. */
export interface Style {
  readonly indent: number;
  /** Whether the dashes of a list stand deeper than its key. */
  readonly indentSeq: boolean;
}

export function styleOf(text: string): Style {
  const spaces =
    /^[\w"'-][^\n]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2;
  const hasFlatLists = /^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*\1- /m.test(text);
  return { indent: Math.min(Math.max(spaces, 2), 8), indentSeq: !hasFlatLists };
}
