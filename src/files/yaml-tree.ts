import {
  COLLECTION_STYLE,
  type Event,
  EVENT_ID,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { readPlainScalar } from "./plain-scalar.js";

/** Where a node stands in the text, and what stands in it. Offsets count UTF-16 units from 0. */
export interface Node {
  /** Offset of the key in a mapping; of the value where there is no key. */
  readonly key: number;
  readonly value: number;
  readonly children: ReadonlyMap<string | number, Node>;
  readonly isBlock: boolean;
}

/** What YAML allows and our files do not. */
export interface Irregularity {
  readonly kind: "duplicate-key" | "alias" | "anchor" | "tag" | "complex-key" | "document";
  readonly offset: number;
  /** The key, or the name of the alias, anchor or tag. */
  readonly name: string;
}

export interface YamlTree {
  readonly value: unknown;
  /** Null when the text holds nothing. */
  readonly root: Node | null;
  readonly irregularities: readonly Irregularity[];
}

/** A collection that is not closed yet. */
interface Frame {
  readonly kind: "mapping" | "sequence" | "document" | "skipped";
  readonly offset: number;
  readonly isBlock: boolean;
  readonly children: Map<string | number, Node>;
  readonly entries: Map<string, unknown>;
  readonly items: unknown[];
  /** The key whose value comes next; null when a key comes next. */
  pending: PendingKey | null;
}

interface PendingKey {
  readonly name: string;
  readonly offset: number;
  /** Whether the value goes nowhere: the key stands twice, or is none that we can hold. */
  readonly isLost: boolean;
}

interface Progress {
  readonly text: string;
  readonly irregularities: Irregularity[];
  readonly stack: Frame[];
  root: Node | null;
  value: unknown;
  documents: number;
  /** How far the events have come; the parser gives empty values no offset. */
  last: number;
}

const noChildren: ReadonlyMap<string | number, Node> = new Map();

/** Makes values and their places from the events of the parser, in one pass. */
export function buildTree(text: string, events: readonly Event[]): YamlTree {
  const progress: Progress = { text, irregularities: [], stack: [], root: null, value: null, documents: 0, last: 0 };
  for (const event of events) take(progress, event);
  return progress;
}

function take(progress: Progress, event: Event): void {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      return openDocument(progress);
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return openCollection(progress, event);
    case EVENT_ID.SCALAR:
      return takeScalar(progress, event);
    case EVENT_ID.ALIAS:
      return takeAlias(progress, event.anchorStart - 1, progress.text.slice(event.anchorStart, event.anchorEnd));
    case EVENT_ID.POP:
      return close(progress);
  }
}

function openDocument(progress: Progress): void {
  progress.documents += 1;
  if (progress.documents === 2) {
    const offset = progress.text.indexOf("\n---", progress.last) + 1;
    progress.irregularities.push({ kind: "document", offset: offset > 0 ? offset : progress.last, name: "" });
  }
  progress.stack.push(frameOf("document", 0, false));
}

function openCollection(progress: Progress, event: MappingEvent | SequenceEvent): void {
  reportProperties(progress, event);
  const kind = event.type === EVENT_ID.MAPPING ? "mapping" : "sequence";
  const isKey = expectsKey(progress.stack.at(-1));
  if (isKey)
    progress.irregularities.push({
      kind: "complex-key",
      offset: event.start,
      name: kind === "mapping" ? "a mapping" : "a list",
    });
  progress.last = Math.max(progress.last, event.start);
  const isSkipped = isKey || isWithinSkipped(progress);
  progress.stack.push(frameOf(isSkipped ? "skipped" : kind, event.start, event.style === COLLECTION_STYLE.BLOCK));
}

function takeScalar(progress: Progress, event: ScalarEvent): void {
  reportProperties(progress, event);
  const parent = progress.stack.at(-1);
  const offset = event.valueStart < 0 ? (parent?.pending?.offset ?? progress.last) : startOf(event);
  progress.last = Math.max(progress.last, event.valueEnd, offset);
  const content = getScalarValue(progress.text, event);
  if (expectsKey(parent)) return takeKey(progress, parent, content, offset);
  const value = event.style === SCALAR_STYLE.PLAIN ? readPlainScalar(content) : content;
  place(progress, value, { key: offset, value: offset, children: noChildren, isBlock: false });
}

function takeKey(progress: Progress, parent: Frame, name: string, offset: number): void {
  const isLost = parent.entries.has(name);
  if (isLost) progress.irregularities.push({ kind: "duplicate-key", offset, name });
  parent.pending = { name, offset, isLost };
}

function takeAlias(progress: Progress, offset: number, name: string): void {
  progress.irregularities.push({ kind: "alias", offset, name });
  progress.last = Math.max(progress.last, offset);
  const parent = progress.stack.at(-1);
  if (expectsKey(parent)) parent.pending = { name, offset, isLost: true };
  else place(progress, null, { key: offset, value: offset, children: noChildren, isBlock: false });
}

function close(progress: Progress): void {
  const frame = progress.stack.pop();
  if (frame === undefined || frame.kind === "document") return;
  const parent = progress.stack.at(-1);
  if (frame.kind === "skipped") {
    if (expectsKey(parent)) parent.pending = { name: "", offset: frame.offset, isLost: true };
    return;
  }
  // fromEntries defines each key, so that __proto__ is a key like any other.
  const value = frame.kind === "mapping" ? Object.fromEntries(frame.entries) : frame.items;
  place(progress, value, { key: frame.offset, value: frame.offset, children: frame.children, isBlock: frame.isBlock });
}

/** Puts a finished value where it belongs. */
function place(progress: Progress, value: unknown, node: Node): void {
  const parent = progress.stack.at(-1);
  if (parent?.kind === "sequence") {
    parent.children.set(parent.items.length, node);
    parent.items.push(value);
  } else if (parent?.kind === "mapping") {
    const key = parent.pending;
    parent.pending = null;
    if (key === null || key.isLost) return;
    parent.entries.set(key.name, value);
    parent.children.set(key.name, { ...node, key: key.offset });
  } else if (parent?.kind === "document" && progress.documents === 1) {
    progress.value = value;
    progress.root = node;
  }
}

function reportProperties(progress: Progress, event: MappingEvent | SequenceEvent | ScalarEvent): void {
  const { text, irregularities } = progress;
  if (event.anchorStart >= 0) {
    irregularities.push({
      kind: "anchor",
      offset: event.anchorStart - 1,
      name: text.slice(event.anchorStart, event.anchorEnd),
    });
  }
  if (event.tagStart >= 0)
    irregularities.push({ kind: "tag", offset: event.tagStart, name: text.slice(event.tagStart, event.tagEnd) });
}

function expectsKey(parent: Frame | undefined): parent is Frame {
  return parent?.kind === "mapping" && parent.pending === null;
}

function isWithinSkipped(progress: Progress): boolean {
  return progress.stack.at(-1)?.kind === "skipped";
}

function frameOf(kind: Frame["kind"], offset: number, isBlock: boolean): Frame {
  return { kind, offset, isBlock, children: new Map(), entries: new Map(), items: [], pending: null };
}

/** The parser's offset of a quoted scalar is that of its text; a reader looks for the quote. */
function startOf(event: ScalarEvent): number {
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return isQuoted ? event.valueStart - 1 : event.valueStart;
}
