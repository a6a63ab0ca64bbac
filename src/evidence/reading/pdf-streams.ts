import { constants, inflateSync } from "node:zlib";
import { packingOf, sizeOfLzw, sizeOfRuns, unpackText } from "./pdf-filters.js";

/** Bytes that one stream of a PDF may come to, and all that are no pictures. */
const streamLimit = 128 * 1024 * 1024;
const totalLimit = 512 * 1024 * 1024;

/** Packed in packed, as deep as it is looked at. */
const deepest = 3;

/** Streams of one PDF: thousands of pages have a few each. */
const mostStreams = 50_000;

/** Bytes of a stream whose dictionary does not say itself how it is packed; no way of packing makes more of fewer. */
const mostUntold = 16 * 1024;

/**
 * Whether a PDF unpacks to far more than a document holds. Its reader sets no bounds of its own, and what it unpacks at
 * once it keeps.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [total, streams] = [0, 0];
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (file.subarray(at - 3, at).toString("latin1") === "end") continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + 1;
    const before = file.subarray(Math.max(0, at - 600), at).toString("latin1");
    const dictionary = before.split(/\bobj\b/u).at(-1) ?? "";
    const size = sizeOf(file, start, dictionary);
    if (size === null) return true;
    if (!dictionary.includes("/Image")) total += size;
    streams += 1;
    if (total > totalLimit || streams > mostStreams) return true;
  }
  return false;
}

/** Bytes that a stream unpacks to. Null: beyond the limit. */
function sizeOf(file: Buffer, start: number, dictionary: string): number | null {
  const packing = packingOf(dictionary);
  const isFlate = (file[start] ?? 0) % 16 === 8;
  if (packing !== null && packing.every((each) => each === "flate" || each === "other"))
    return isFlate ? unpackedSize(file.subarray(start), deepest) : 0;
  const end = file.indexOf("endstream", start);
  let data: Uint8Array = file.subarray(start, end < 0 ? undefined : end);
  if (packing === null) {
    if (isFlate) return unpackedSize(data, deepest);
    return data.length > mostUntold ? null : 0;
  }
  for (const [index, each] of packing.entries()) {
    const isLast = packing.slice(index + 1).every((further) => further === "other");
    if (each === "hex" || each === "base85") data = unpackText(data, each);
    else if (each === "flate") return isLast ? unpackedSize(data, deepest) : null;
    else if (each === "other") return 0;
    else return isLast ? within(each === "lzw" ? sizeOfLzw(data) : sizeOfRuns(data)) : null;
  }
  return 0;
}

function within(size: number): number | null {
  return size > streamLimit ? null : size;
}

/** Null: beyond the limit. */
function unpackedSize(data: Uint8Array, depth: number): number | null {
  try {
    const unpacked = inflateSync(data, { maxOutputLength: streamLimit, finishFlush: constants.Z_SYNC_FLUSH });
    const isPackedAgain = depth > 0 && (unpacked[0] ?? 0) % 16 === 8;
    const inner = isPackedAgain ? unpackedSize(unpacked, depth - 1) : 0;
    return inner === null ? null : Math.max(unpacked.length, inner);
  } catch (error) {
    return error instanceof RangeError ? null : 0;
  }
}
