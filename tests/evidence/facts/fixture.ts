import type { Block, DocumentText, Field, Link } from "../../../src/model/document.js";

/** A document from lines: "# " a heading, "- " an item, "a | b" a row, an empty line ends a paragraph. */
export function documentOf(text: string, more: Partial<DocumentText> = {}): DocumentText {
  const blocks = blocksOf(text);
  const title = blocks.find(({ kind }) => kind === "heading")?.text ?? null;
  return { kind: "markdown", unit: "line", title, fields: [], blocks, links: [], ...more };
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const at = index + 1;
    const [, hashes, heading] = /^(#{1,6}) (.*)$/u.exec(line) ?? [];
    const [, indent, item] = /^( *)- (.*)$/u.exec(line) ?? [];
    const before = blocks.at(-1);
    if (line.trim() === "") continue;
    if (hashes !== undefined && heading !== undefined)
      blocks.push({ kind: "heading", level: hashes.length, text: heading, line: at });
    else if (item !== undefined)
      blocks.push({ kind: "item", level: (indent ?? "").length / 2 + 1, text: item, line: at });
    else if (line.includes(" | ")) blocks.push({ kind: "row", level: 0, text: line, line: at });
    else if (before !== undefined && before.kind !== "heading" && before.kind !== "row" && endOf(before) === at - 1)
      blocks.splice(-1, 1, { ...before, text: `${before.text}\n${line}` });
    else blocks.push({ kind: "paragraph", level: 0, text: line, line: at });
  }
  return blocks;
}

function endOf({ text, line }: Block): number {
  return line + text.split("\n").length - 1;
}

/** Fields of front matter, each on its own line from the second. */
export function fieldsOf(values: Readonly<Record<string, string>>): readonly Field[] {
  return Object.entries(values).map(([key, value], index) => ({ key, value, line: index + 2 }));
}

export function linkTo(target: string, line = 1): Link {
  return { target, text: target, line };
}
