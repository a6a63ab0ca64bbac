/** The markup or container that a policy document is written in. */
export type DocumentKind = "markdown" | "html" | "rst" | "asciidoc" | "plain" | "word" | "pdf";

/** What a line number counts: lines of the file, paragraphs of a Word document, pages of a PDF; each from 1. */
export type LineUnit = "line" | "paragraph" | "page";

/** A heading, paragraph, list item or table row, in the order of the document. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "row";
  /** Of a heading 1 to 6, of an item its depth from 1; otherwise 0. */
  readonly level: number;
  /**
   * What a reader sees, without markup. A \n stands for each line end of the source within the block, so that the line
   * of an offset is `line` and the number of \n before it; the cells of a row are joined by " | ".
   */
  readonly text: string;
  readonly line: number;
}

/** A link as the document writes it. */
export interface Link {
  readonly target: string;
  readonly text: string;
  readonly line: number;
}

/** A key of front matter, of a document's properties or of HTML's meta; nested keys are joined by a full stop. */
export interface Field {
  readonly key: string;
  /** A day as YYYY-MM-DD, other values as text. */
  readonly value: string;
  readonly line: number;
}

/** One document as text: what a reader sees, without comments, code, site templates and what is struck out. */
export interface DocumentText {
  readonly kind: DocumentKind;
  readonly unit: LineUnit;
  /** From its fields or its first heading; null when it has none. */
  readonly title: string | null;
  readonly fields: readonly Field[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
}

/** "policy.md:12", "policy.docx, paragraph 12", "policy.pdf, page 3"; the file alone where no line is known. */
export function describePlace(file: string, line: number | null, unit: LineUnit): string {
  if (line === null) return file;
  return unit === "line" ? `${file}:${line}` : `${file}, ${unit} ${line}`;
}
