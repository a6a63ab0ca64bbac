import type { DocumentText, Field } from "../../model/document.js";
import { titleOf } from "./title.js";
import type { Unreadable } from "./unreadable.js";
import { unpackWord, type WordParts } from "./word-archive.js";
import { readBlocks, type WordBody, type WordTargets } from "./word-body.js";
import { readStyles } from "./word-styles.js";
import { attributeOf, childrenOf, nameOf, parsePart, textOf, type XmlElement } from "./word-xml.js";

/** Reads a Word document (.docx): its text, then its headers, footers and notes. */
export function readWord(bytes: Uint8Array): DocumentText | Unreadable {
  const parts = unpackWord(bytes);
  if ("unreadable" in parts) return parts;
  const main = mainPartOf(parts);
  const [root, styles] = [parsePart(parts.get(main)), parsePart(parts.get("word/styles.xml"))];
  if (root === null || (styles === null && parts.has("word/styles.xml"))) return damaged;
  const body: WordBody = { blocks: [], links: [], styles: readStyles(styles), paragraphs: 0 };
  readBlocks(body, root, targetsOf(parts, main));
  for (const name of [...parts.keys()].filter(isBeside).toSorted()) {
    const beside = parsePart(parts.get(name));
    // What stands in a footer that cannot be read may matter as much as the text.
    if (beside === null) return damaged;
    readBlocks(body, beside, targetsOf(parts, name));
  }
  const fields = fieldsOf(parts);
  const { blocks, links } = body;
  return { kind: "word", unit: "paragraph", title: titleOf(fields, blocks), fields, blocks, links };
}

const damaged: Unreadable = {
  unreadable: "The Word document is damaged, or holds far more than a policy does: its text cannot be read.",
};

/** Dates of review often stand in the footer. */
function isBeside(name: string): boolean {
  return /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/u.test(name);
}

/** Some programs name it otherwise than word/document.xml. */
function mainPartOf(parts: WordParts): string {
  const told = relationsOf(parts, "_rels/.rels").find((relation) =>
    (attributeOf(relation, "Type") ?? "").endsWith("/officeDocument"),
  );
  const name = attributeOf(told, "Target")?.replace(/^\//u, "") ?? "";
  const first = [...parts.keys()].find((part) => /^word\/document\d*\.xml$/u.test(part)) ?? "";
  return parts.has(name) ? name : first;
}

function relationsOf(parts: WordParts, name: string): readonly XmlElement[] {
  const root = parsePart(parts.get(name));
  return root === null ? [] : childrenOf(root);
}

function targetsOf(parts: WordParts, name: string): WordTargets {
  const relations = relationsOf(parts, `${name.replace(/^word\//u, "word/_rels/")}.rels`);
  return new Map(
    relations.map((relation) => [attributeOf(relation, "Id") ?? "", attributeOf(relation, "Target") ?? ""] as const),
  );
}

/** The properties of the document: its title, its days, and those that its authors added. */
function fieldsOf(parts: WordParts): readonly Field[] {
  const core = relationsOf(parts, "docProps/core.xml").map((element) => [nameOf(element), textOf(element)] as const);
  const custom = relationsOf(parts, "docProps/custom.xml").map(
    (element) => [attributeOf(element, "name") ?? "", childrenOf(element).map(textOf).join(", ")] as const,
  );
  return [...core, ...custom].flatMap(([key, text]) => {
    const value = text.trim().replace(/^(\d{4}-\d{2}-\d{2})T\d.*$/u, "$1");
    return key === "" || value === "" ? [] : [{ key, value, line: 1 }];
  });
}
