import { crc32, inflateRawSync } from "node:zlib";

/** A file of an archive, as its directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  /** The checksum of what it unpacks to. */
  readonly checksum: number;
  readonly offset: number;
}

const endMark = 0x06_05_4b_50;
const entryMark = 0x02_01_4b_50;
const localMark = 0x04_03_4b_50;

/** The files of an archive; null when the bytes are none, or one that is damaged. */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const nameEnd = at + 46 + (nameLength ?? 0);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Unpacks a file. Throws when it is damaged or comes to more or fewer bytes than it should. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const unpacked = unpack(bytes, entry);
  // The length first: what a lying directory calls small may be too long to go through once for every entry.
  if (unpacked.length !== entry.unpacked || crc32(unpacked) !== entry.checksum)
    throw new Error("what is unpacked is not what was packed");
  return unpacked;
}

function unpack(bytes: Uint8Array, { packed, unpacked, method, offset }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (view.getUint32(offset, true) !== localMark) throw new Error("no file stands where the directory says");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw new Error("packed in a way that is not known");
  return inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The directory ends the archive, but for a comment of at most 64 KB. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return null;
}
