import { extname } from "node:path";

/** The markup that a text document is written in, by its ending. */
export type TextKind = "markdown" | "html" | "rst" | "asciidoc" | "plain";

const kinds: ReadonlyMap<string, TextKind> = new Map([
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".rst", "rst"],
  [".adoc", "asciidoc"],
  [".asciidoc", "asciidoc"],
  [".txt", "plain"],
  [".text", "plain"],
]);

/** Null: a kind of file that is not read. */
export function textKindOf(file: string): TextKind | null {
  return kinds.get(extname(file).toLowerCase()) ?? null;
}
