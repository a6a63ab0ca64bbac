import { isDeepStrictEqual } from "node:util";
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { isObject } from "../schema/alternatives.js";
import { inKeyOrder, positionFor } from "./key-order.js";
import type { Style } from "./yaml-lines.js";

type Key = string;

/**
 * The text with the value under the path, which then has this value and no other. Comments stay where what they stand
 * beside stays.
 */
export function editYaml(text: string, path: readonly Key[], value: unknown, style: Style): string {
  const document: Document = parseDocument(text, { logLevel: "silent", prettyErrors: false, uniqueKeys: false });
  const contents = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  if (document.contents === null) document.contents = create(document, contents);
  else
    document.contents =
      path.length === 0 ? merge(document, document.contents, value) : mergeAt(document, document.contents, path, value);
  return escapeInvisible(
    document.toString({
      lineWidth: 0,
      minContentWidth: 0,
      doubleQuotedMinMultiLineLength: text.length + 1e9,
      ...style,
    }),
  );
}

function mergeAt(document: Document, node: Node, [key, ...rest]: readonly Key[], value: unknown): Node {
  if (key === undefined) return merge(document, node, value);
  if (!isMap(node))
    return merge(document, node, { [key]: rest.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) });
  const child = node.get(key, true);
  if (isNode(child)) setPair(document, node, key, mergeAt(document, child, rest, value));
  else
    setPair(
      document,
      node,
      key,
      create(
        document,
        rest.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value),
      ),
    );
  return node;
}

/** The node changed so that it stands for the value; what is equal already is not touched. */
function merge(document: Document, node: Node, value: unknown): Node {
  if (isMap(node) && isObject(value)) return mergeMap(document, node, value);
  if (isSeq(node) && Array.isArray(value)) return mergeSeq(document, node, value);
  if (isScalar(node) && Object.is(node.value, value)) return node;
  const fresh = create(document, value);
  if (node.commentBefore != null) fresh.commentBefore = node.commentBefore;
  if (node.comment != null) fresh.comment = node.comment;
  if (node.spaceBefore === true) fresh.spaceBefore = true;
  return fresh;
}

function mergeMap(document: Document, map: YAMLMap, value: Readonly<Record<string, unknown>>): Node {
  const wasEmpty = map.items.length === 0;
  map.items = map.items.filter((pair) => Object.hasOwn(value, keyOf(pair)));
  for (const [key, item] of Object.entries(value)) {
    const child = map.get(key, true);
    setPair(document, map, key, isNode(child) ? merge(document, child, item) : create(document, item));
  }
  if (wasEmpty || map.items.length === 0) map.flow = map.items.length === 0;
  return map;
}

/** Puts the value under the key; a key that is new goes where the schema has it. */
function setPair(document: Document, map: YAMLMap, key: string, value: Node): void {
  const pair = map.items.find((item) => keyOf(item) === key);
  if (pair !== undefined) {
    pair.value = value;
    return;
  }
  const present = map.items.map(keyOf);
  map.items.splice(positionFor(key, present), 0, new Pair(create(document, key), value));
  if (present.length === 0) map.flow = false;
}

/** Items that stay keep their comments; one that changed in its place is changed within. */
function mergeSeq(document: Document, seq: YAMLSeq, value: readonly unknown[]): Node {
  const old = seq.items.filter(isNode).map((node) => ({ node, value: plainValue(node, document) }));
  const unused = new Set(old);
  const kept = value.map((item) => {
    const same = [...unused].find((candidate) => isDeepStrictEqual(candidate.value, item));
    if (same !== undefined) unused.delete(same);
    return same?.node;
  });
  seq.items = value.map((item, index) => {
    const there = old[index];
    const node = kept[index];
    if (node !== undefined) return node;
    if (there === undefined || !unused.delete(there)) return create(document, item);
    return merge(document, there.node, item);
  });
  if (old.length === 0 || value.length === 0) seq.flow = value.length === 0;
  return seq;
}

function plainValue(node: Node, document: Document): unknown {
  return node.toJS(document);
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function create(document: Document, value: unknown): Node {
  const node = document.createNode(inKeyOrder(value));
  const made: Node = isNode(node) ? node : new Scalar(node);
  visit(made, {
    Scalar(_, scalar) {
      if (typeof scalar.value === "string") Object.assign(scalar, styleFor(scalar.value));
    },
    Collection(_, collection) {
      if (collection.items.length === 0) collection.flow = true;
    },
  });
  return made;
}

/**
 * Where the library's own choice goes wrong: it breaks lines without quotes inside brackets, and states an indentation
 * of two for a block that begins with a space, whatever the indentation is.
 */
function styleFor(text: string): { readonly type?: Scalar.Type } {
  if (invisible.test(text) || /^\s[^]*\n/.test(text)) return { type: "QUOTE_DOUBLE" };
  return text.includes("\n") ? { type: "BLOCK_LITERAL" } : {};
}

/** What one of the two parsers refuses outside an escape, or takes for a line end or a byte order mark. */
const invisible = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

function escapeInvisible(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
