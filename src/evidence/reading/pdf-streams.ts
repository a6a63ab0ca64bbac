import { constants, inflateSync } from "node:zlib";

/** Bytes that one stream of a PDF may come to, and all that are no pictures. */
const streamLimit = 128 * 1024 * 1024;
const totalLimit = 512 * 1024 * 1024;

/** Packed in packed, as deep as it is looked at. */
const deepest = 3;

/**
 * Whether a PDF unpacks to far more than a document holds. Its reader sets no bounds of its own, and what it unpacks at
 * once it keeps.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (file.subarray(at - 3, at).toString("latin1") === "end") continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + 1;
    if ((file[start] ?? 0) % 16 !== 8) continue;
    const size = unpackedSize(file.subarray(start), deepest);
    if (size === null) return true;
    const isPicture = file
      .subarray(Math.max(0, at - 600), at)
      .toString("latin1")
      .split("obj")
      .at(-1)
      ?.includes("/Image");
    if (isPicture !== true) total += size;
    if (total > totalLimit) return true;
  }
  return false;
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
