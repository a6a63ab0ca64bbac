import { isDeepStrictEqual } from "node:util";
import { isObject } from "../schema/alternatives.js";
import { inKeyOrder, positionFor } from "./key-order.js";
import { readPlainScalar } from "./plain-scalar.js";
import { extentOf, indentLines, styleOf } from "./yaml-lines.js";
import type { YamlSource } from "./yaml-source.js";
import type { Node } from "./yaml-tree.js";

type Mapping = Readonly<Record<string, unknown>>;

/** Lines instead of what stands from `start` to `end`, which is not included. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly lines: string;
}

/**
 * The text with just those lines changed that make its mapping the wanted one; null where that takes more than lines
 * that go, lines of plain text that come, and plain text in place of other. It is made without reading it again: the
 * caller reads it, and compares.
 */
export function editLines(
  { text, value, root }: Pick<YamlSource, "text" | "value" | "root">,
  wanted: Mapping,
): string | null {
  if (root === null || /^\ufeff|\r|[^\n]$/u.test(text)) return null;
  const edits = editsWithin(text, root, value, wanted);
  if (edits === null) return null;
  const pieces: string[] = [];
  let from = 0;
  // What comes at one place stays in order: what belongs to the mapping within before what follows it.
  for (const { start, end, lines } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(from, start), lines);
    from = end;
  }
  return [...pieces, text.slice(from)].join("");
}

type Edits = readonly Edit[] | null;

function editsWithin(text: string, node: Node, before: unknown, after: unknown): Edits {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return exchange(text, node, before, after);
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const added = Object.entries(after).filter(([key]) => !Object.hasOwn(before, key));
  if (gone.length + added.length > 0 && (!node.isBlock || kept.length === 0)) return null;
  return together([
    ...kept.map((key) => onChild(node, key, (child) => editsWithin(text, child, before[key], after[key]))),
    ...gone.map((key) => onChild(node, key, (child) => removal(text, child))),
    ...insertions(text, node, added),
  ]);
}

function together(parts: readonly Edits[]): Edits {
  const edits: Edit[] = [];
  for (const part of parts) {
    if (part === null) return null;
    edits.push(...part);
  }
  return edits;
}

function onChild(node: Node, key: string, edit: (child: Node) => Edits): Edits {
  const child = node.children.get(key);
  return child === undefined ? null : edit(child);
}

/** Plain text in place of other, with or without quotes. */
function exchange(text: string, { value: start }: Node, before: unknown, after: unknown): Edits {
  if (!isPlain(before) || !isPlain(after)) return null;
  const token = [before, `"${before}"`, `'${before}'`].find((written) => text.startsWith(written, start));
  return token === undefined ? null : [{ start, end: start + token.length, lines: after }];
}

function removal(text: string, child: Node): Edits {
  const extent = extentOf(text, child);
  return extent === null ? null : [{ ...extent, lines: "" }];
}

/** Each new key on lines of its own, where the schema has it. */
function insertions(text: string, node: Node, added: readonly (readonly [string, unknown])[]): readonly Edits[] {
  const order = [...node.children.keys()].map(String);
  for (const [key] of added) order.splice(positionFor(key, order), 0, key);
  const values = new Map(added);
  return order.flatMap((key, index): readonly Edits[] =>
    values.has(key) ? [insertion(text, node, order.slice(0, index), [key, values.get(key)])] : [],
  );
}

/** `earlier` are the keys above it, of which those that are new have no lines yet. */
function insertion(
  text: string,
  node: Node,
  earlier: readonly string[],
  [key, value]: readonly [string, unknown],
): Edits {
  const above = earlier.findLast((name) => node.children.has(name));
  const [first] = node.children.values();
  const neighbour = above === undefined ? first : node.children.get(above);
  const extent = neighbour === undefined ? null : extentOf(text, neighbour);
  const lines = renderEntry(text, key, value);
  if (extent === null || lines === null) return null;
  const offset = above === undefined ? extent.start : extent.end;
  return [{ start: offset, end: offset, lines: indentLines(lines, extent.indent) }];
}

/** Null when it holds anything but plain text in mappings. */
function renderEntry(text: string, key: string, value: unknown): string | null {
  if (!isPlain(key) || key.includes(" ")) return null;
  if (isPlain(value)) return `${key}: ${value}\n`;
  const inOrder = inKeyOrder(value);
  if (!isObject(inOrder) || Object.keys(inOrder).length === 0) return null;
  const lines = Object.entries(inOrder).map(([inner, item]) => renderEntry(text, inner, item));
  return lines.includes(null) ? null : `${key}:\n${indentLines(lines.join(""), styleOf(text).indent)}`;
}

/** Whether it is text that needs no quotes anywhere. */
function isPlain(value: unknown): value is string {
  return (
    typeof value === "string" && /^[\dA-Za-z](?:[\w .;()/-]*[\w.)])?$/u.test(value) && readPlainScalar(value) === value
  );
}
