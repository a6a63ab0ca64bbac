import { extname } from "node:path";
import type { DocumentKind } from "../../model/document.js";

const kinds: ReadonlyMap<string, DocumentKind> = new Map([
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".mdx", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
  [".rst", "rst"],
  [".adoc", "asciidoc"],
  [".asciidoc", "asciidoc"],
  [".asc", "asciidoc"],
  [".txt", "plain"],
  [".text", "plain"],
  [".docx", "word"],
  [".pdf", "pdf"],
]);

/** What a file is written in, by its ending; null for a kind that is not read, and for a name without an ending. */
export function documentKindOf(file: string): DocumentKind | null {
  return kinds.get(extname(file).toLowerCase()) ?? null;
}
