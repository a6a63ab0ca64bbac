import { createHash } from "node:crypto";
import type { EvidenceReading, EvidenceSays } from "../model/evidence.js";
import { isBlank } from "./blank.js";
import { decode, textLimit } from "./decode.js";
import { indexPassages } from "./passage.js";
import { type TextKind, textKindOf } from "./text-kind.js";

/** A document that was read; each reading of it is made once. */
export interface EvidenceDocument {
  /** The whole, or the passage that the anchor names where the document is Markdown. */
  reading(anchor: string | undefined): EvidenceReading;
}

/** Reads what a document says; a sentence tells why it cannot be read, null that its kind is not. */
export type FactsReader = (bytes: Uint8Array, file: string) => Promise<Found | string | null>;

/** What a whole document says, and for which requirements it was looked through. */
export type Found = Pick<EvidenceSays, "facts" | "lookedFor">;

/** Opens a document; `file` tells its kind by its ending. A sentence tells why it cannot be read. */
export async function openDocument(
  bytes: Uint8Array,
  file: string,
  readFacts: FactsReader | null,
): Promise<EvidenceDocument | string> {
  const kind = textKindOf(file);
  const isTooLong = kind !== null && bytes.length > textLimit;
  if (isTooLong && readFacts !== null) return "It is larger than 8 MiB of text.";
  const found = await readFacts?.(bytes, file);
  if (typeof found === "string") return found;
  const text = kind === null || isTooLong ? null : decode(bytes);
  if (kind === null || text === null) return containerDocument(bytes, found ?? null);
  return kind === "markdown" ? markdownDocument(text, found ?? null) : wholeDocument(text, kind, found ?? null);
}

/**
 * A Word file or a PDF, whose text is that of its facts; or a file of a kind that is not read. A PDF without words may be
 * pictures of pages, which nobody has read; a Word file without words is blank.
 */
function containerDocument(bytes: Uint8Array, found: Found | null): EvidenceDocument {
  const read = found !== null && (found.facts.words > 0 || found.facts.kind === "word");
  const blank = read ? found.facts.blank : bytes.every(isNothing);
  return apartFromAnchors({ kind: "present", read, blank, sha256: digest(bytes), ...saying(found) });
}

/** White space, NUL and other controls. */
function isNothing(byte: number): boolean {
  return byte <= 0x20;
}

function wholeDocument(text: string, kind: TextKind, found: Found | null): EvidenceDocument {
  return apartFromAnchors({
    kind: "present",
    read: true,
    // What is kept of it tells this without reading the text again.
    blank: found?.facts.blank !== false && isBlank(text, kind),
    sha256: digest(text),
    ...saying(found),
  });
}

/** A place in it cannot be found, so that a document cited at one counts as not read. */
function apartFromAnchors(reading: Present): EvidenceDocument {
  return { reading: (anchor) => (anchor === undefined ? reading : { ...reading, read: false }) };
}

type Present = Extract<EvidenceReading, { readonly kind: "present" }>;

function saying(found: Found | null, from = 1, to = Number.POSITIVE_INFINITY): Pick<Present, "says"> {
  return found === null ? {} : { says: { ...found, from, to } };
}

function markdownDocument(text: string, found: Found | null): EvidenceDocument {
  const whole = once(() => wholeDocument(text, "markdown", found));
  const passages = once(() => indexPassages(text));
  const readings = new Map<number, EvidenceReading>();
  return {
    reading: (anchor) => {
      if (anchor === undefined) return whole().reading(anchor);
      const passage = passages().find(decodeAnchor(anchor));
      if (passage === null)
        return { kind: "missing", what: `the document is there, but it has no heading "#${anchor}"` };
      const known = readings.get(passage.from);
      if (known !== undefined) return known;
      const blank = isBlank(passage.text, "markdown", "passage");
      const says = saying(found, passage.from, passage.to);
      const reading = { kind: "present", read: true, blank, sha256: digest(passage.text), ...says } as const;
      readings.set(passage.from, reading);
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

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
