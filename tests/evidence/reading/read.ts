import type { Block, DocumentKind, DocumentText } from "../../../src/model/document.js";
import { readDocument } from "../../../src/evidence/reading/read-document.js";
import { isUnreadable } from "../../../src/evidence/reading/unreadable.js";

/** Reads what must be readable. */
export async function read(content: string | Uint8Array, kind: DocumentKind): Promise<DocumentText> {
  const reading = await readDocument(typeof content === "string" ? Buffer.from(content) : content, kind);
  if (isUnreadable(reading)) throw new Error(reading.unreadable);
  return reading;
}

/** Line, kind with its level, and text of each block. */
export async function blocksOf(content: string | Uint8Array, kind: DocumentKind): Promise<readonly string[]> {
  return (await read(content, kind)).blocks.map(show);
}

export async function whyUnreadable(content: Uint8Array, kind: DocumentKind): Promise<string | null> {
  const reading = await readDocument(content, kind);
  return isUnreadable(reading) ? reading.unreadable : null;
}

function show({ kind, level, text, line }: Block): string {
  return `${line} ${kind}${level === 0 ? "" : ` ${level}`}: ${text}`;
}
