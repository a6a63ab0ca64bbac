import type { Block, Field } from "../../model/document.js";

/** What programs write for a title when nobody gives one. */
const byMachine = /^\s*(?:Microsoft Word - |untitled\b|document\d*\s*$|\(anonymous\))|\.docx?\s*$/iu;

/** The field that names the document, else its first heading of the first level, else its first heading; null for none. */
export function titleOf(fields: readonly Field[], blocks: readonly Block[]): string | null {
  const named = fields.find(({ key, value }) => /^title$/iu.test(key) && value.trim() !== "" && !byMachine.test(value));
  if (named !== undefined) return named.value.trim();
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const first = headings.find(({ level }) => level === 1) ?? headings[0];
  return first?.text.replaceAll("\n", " ") ?? null;
}
