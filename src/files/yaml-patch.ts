import { isDeepStrictEqual } from "node:util";
import { parseEvents, YAMLException } from "js-yaml";
import { isObject } from "../schema/alternatives.js";
import { positionFor } from "./key-order.js";
import { extentOf, indentLines, type Style, styleOf } from "./yaml-lines.js";
import { editYaml } from "./yaml-render.js";
import { buildTree, type Node, type YamlTree } from "./yaml-tree.js";

/** Keys from the root of the file; lists are set as a whole. */
export type KeyPath = readonly string[];

/** A text and what stands in it. The text has LF line ends and ends in one. */
export interface Draft {
  readonly text: string;
  readonly tree: YamlTree;
  readonly style: Style;
}

/** Throws YAMLException when the text is no YAML. */
export function createDraft(text: string, style: Style = styleOf(text)): Draft {
  return { text, style, tree: buildTree(text, parseEvents(text, {})) };
}

/**
 * The draft with the value at the path; undefined removes it. Only the lines of what changes are written anew. What
 * comes out is read back and compared, so that no value is lost whatever the file looks like.
 */
export function withValue(draft: Draft, path: KeyPath, value: unknown): Draft {
  const wanted = place(draft.tree.value, path, value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  if (isDeepStrictEqual(wanted, draft.tree.value)) return draft;
  const isRight = (next: Draft | null): next is Draft => next !== null && isDeepStrictEqual(next.tree.value, wanted);
  const patched = attempt(() => patch(draft, path, at(wanted, path)));
  if (isRight(patched)) return patched;
  const rewritten = attempt(() => createDraft(editYaml(draft.text, [], wanted, draft.style), draft.style));
  if (isRight(rewritten)) return rewritten;
  throw new Error(`the file could not be changed at ${path.join(".")} without losing something`);
}

function attempt(make: () => Draft): Draft | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

function patch(draft: Draft, path: KeyPath, value: unknown): Draft {
  const node = nodeAt(draft, path);
  const old = at(draft.tree.value, path);
  if (value === undefined) return node === null ? draft : remove(draft, path, node);
  if (node === null) return insert(draft, path, value);
  if (!isObject(old) || !isObject(value) || !isOpenBlock(node) || Object.keys(value).length === 0)
    return rewrite(draft, path, value);
  const changed = Object.keys(value).filter((key) => !isDeepStrictEqual(at(old, [key]), at(value, [key])));
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(value, key));
  return [...changed, ...gone].reduce((next, key) => patch(next, [...path, key], at(value, [key])), draft);
}

/** A new key goes on lines of its own, where the schema has it. */
function insert(draft: Draft, path: KeyPath, value: unknown): Draft {
  const parentPath = path.slice(0, -1);
  const key = path.at(-1) ?? "";
  const siblings = [...(nodeAt(draft, parentPath)?.children ?? [])];
  const position = positionFor(
    key,
    siblings.map(([name]) => String(name)),
  );
  const neighbour = siblings[Math.max(0, position - 1)]?.[1];
  const extent =
    neighbour === undefined || !isOpenBlock(nodeAt(draft, parentPath)) ? null : extentOf(draft.text, neighbour);
  if (extent === null) return rewrite(draft, path, value);
  const lines = indentLines(editYaml("", [key], value, draft.style), extent.indent);
  const offset = position === 0 ? extent.start : extent.end;
  return splice(draft, offset, offset, lines);
}

function remove(draft: Draft, path: KeyPath, node: Node): Draft {
  const parentPath = path.slice(0, -1);
  const parent = nodeAt(draft, parentPath);
  const extent = isOpenBlock(parent) && parent.children.size > 1 ? extentOf(draft.text, node) : null;
  if (extent !== null) return splice(draft, extent.start, extent.end, "");
  return rewrite(draft, parentPath, at(place(draft.tree.value, path, undefined), parentPath));
}

/** Writes anew the lines of the innermost key on the path that has lines of its own; else the whole text. */
function rewrite(draft: Draft, path: KeyPath, value: unknown): Draft {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(draft, path.slice(0, length));
    const extent =
      node !== null && isOpenBlock(nodeAt(draft, path.slice(0, length - 1))) ? extentOf(draft.text, node) : null;
    if (extent === null) continue;
    const lines = editYaml(draft.text.slice(extent.start, extent.end), path.slice(length - 1), value, draft.style);
    return splice(draft, extent.start, extent.end, indentLines(lines, extent.indent));
  }
  return createDraft(editYaml(draft.text, path, value, draft.style), draft.style);
}

function splice({ text, style }: Draft, start: number, end: number, lines: string): Draft {
  return createDraft(text.slice(0, start) + lines + text.slice(end), style);
}

/** Whether keys of the mapping stand on lines of their own. */
function isOpenBlock(node: Node | null): node is Node {
  return node !== null && node.isBlock && node.children.size > 0;
}

function nodeAt(draft: Draft, path: KeyPath): Node | null {
  return path.reduce<Node | null>((node, key) => node?.children.get(key) ?? null, draft.tree.root);
}

/** The value at the path; undefined when there is none. */
export function at(root: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    root,
  );
}

/** A copy with the value at the path; what stands in the way gives way. */
function place(root: unknown, [key, ...rest]: KeyPath, value: unknown): unknown {
  if (key === undefined) return value;
  const entries = new Map(Object.entries(isObject(root) ? root : {}));
  const inner = place(entries.get(key), rest, value);
  if (inner === undefined) entries.delete(key);
  else entries.set(key, inner);
  return Object.fromEntries(entries);
}
