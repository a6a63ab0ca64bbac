import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { EvidenceReading } from "../model/evidence.js";
import { isBlank } from "./blank.js";
import { indexPassages } from "./passage.js";
import { type TextKind, textKindOf } from "./text-kind.js";

/** Bytes of a text document beyond which it is digested but not read. */
const textLimit = 4 * 1024 * 1024;

/** A document that was read; each reading of it is made once. */
export interface EvidenceDocument {
  /** The whole, or the passage that the anchor names where the document is Markdown. */
  reading(anchor: string | undefined): EvidenceReading;
}

/** Opens a document; `file` tells its kind by its ending. */
export function openDocument(bytes: Uint8Array, file: string): EvidenceDocument {
  const kind = textKindOf(file);
  const text = kind !== null && bytes.length <= textLimit ? decode(bytes) : null;
  if (kind === null || text === null) return unreadDocument(bytes);
  return kind === "markdown" ? markdownDocument(text) : wholeDocument(text, kind);
}

function unreadDocument(bytes: Uint8Array): EvidenceDocument {
  const reading = { kind: "present", read: false, blank: bytes.every(isNothing), sha256: digest(bytes) } as const;
  return { reading: () => reading };
}

/** White space, NUL and other controls. */
function isNothing(byte: number): boolean {
  return byte <= 0x20;
}

/** A place in it cannot be found, so that a document cited at one counts as not read. */
function wholeDocument(text: string, kind: TextKind): EvidenceDocument {
  const reading = { kind: "present", read: true, blank: isBlank(text, kind), sha256: digest(text) } as const;
  return { reading: (anchor) => (anchor === undefined ? reading : { ...reading, read: false }) };
}

function markdownDocument(text: string): EvidenceDocument {
  const whole = once(() => wholeDocument(text, "markdown"));
  const passages = once(() => indexPassages(text));
  const readings = new Map<string, EvidenceReading>();
  return {
    reading: (anchor) => {
      if (anchor === undefined) return whole().reading(anchor);
      const passage = passages().find(decodeAnchor(anchor));
      if (passage === null)
        return { kind: "missing", what: `the document is there, but it has no heading "#${anchor}"` };
      const known = readings.get(passage);
      if (known !== undefined) return known;
      const blank = isBlank(passage, "markdown", "passage");
      const reading = { kind: "present", read: true, blank, sha256: digest(passage) } as const;
      readings.set(passage, reading);
      return reading;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** The text, its line ends \n, so that a checkout on another system changes no digest. Null when it is no text. */
function decode(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  // oxlint-disable-next-line no-control-regex -- they tell a binary file from a text
  return /[\u0000-\u0008\u000e-\u001f]/u.test(text) ? null : text.replaceAll("\r\n", "\n");
}

/** UTF-8, or what old editors save: UTF-16 with its mark, or Windows-1252. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
