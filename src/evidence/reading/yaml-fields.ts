import { parseEvents } from "js-yaml";
import { buildTree, type Node } from "../../files/yaml-tree.js";
import { createLineIndex } from "../../files/line-index.js";
import type { Field } from "../../model/document.js";
import { flattenFields, type LineOfKey, readFieldLines } from "./field-values.js";

/** Longer than any front matter; more is read line by line. */
const longest = 64 * 1024;

/** The fields of front matter; of what is no YAML, as many as its lines tell. Null: it is no list of keys at all. */
export function parseYamlFields(text: string, firstLine: number): readonly Field[] | null {
  return parseWhole(text, firstLine) ?? readFieldLines(text, ":", firstLine);
}

function parseWhole(text: string, firstLine: number): readonly Field[] | null {
  if (text.length > longest) return null;
  try {
    const { value, root } = buildTree(text, parseEvents(text, { maxDepth: 16 }));
    if (root === null) return [];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return flattenFields(value, linesOf(text, root, firstLine));
  } catch {
    return null;
  }
}

function linesOf(text: string, root: Node, firstLine: number): LineOfKey {
  const locate = createLineIndex(text);
  return (path) => {
    let node = root;
    for (const part of path) node = node.children.get(part) ?? node;
    return firstLine - 1 + locate(node.key).line;
  };
}
