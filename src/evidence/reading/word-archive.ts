import type { Unreadable } from "./unreadable.js";
import { readZipDirectory, unpackEntry, type ZipEntry } from "./zip.js";

/** Bytes of a part of a Word document once it is unpacked, and of all parts that are read. */
const partLimit = 32 * 1024 * 1024;
const archiveLimit = 48 * 1024 * 1024;

const wanted =
  /^(?:_rels\/\.rels|docProps\/(?:core|custom)\.xml|word\/(?:_rels\/)?(?:document\d*|styles|header\d*|footer\d*|footnotes|endnotes)\.xml(?:\.rels)?)$/u;

/** The parts of a Word document that hold its text, by their names. */
export type WordParts = ReadonlyMap<string, Uint8Array>;

/** Unpacks what is read; what the archive says of a size is checked before, and what comes of it on the way. */
export function unpackWord(bytes: Uint8Array): WordParts | Unreadable {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return { unreadable: "The document is protected by a password, or of the older kind .doc under the name .docx." };
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    return { unreadable: "The document is not a Word document, whatever its name says." };
  }
  const damaged = { unreadable: "The Word document is damaged: it cannot be unpacked." };
  const entries = readZipDirectory(bytes)?.filter(({ name }) => wanted.test(name));
  if (entries === undefined) return damaged;
  if (isTooLarge(entries)) {
    return { unreadable: "The Word document unpacks to far more than a policy holds, so it is not read." };
  }
  if (!entries.some(({ name }) => /^word\/document\d*\.xml$/u.test(name))) {
    return { unreadable: "The document is an archive that holds no Word document." };
  }
  try {
    return new Map(entries.map((entry) => [entry.name, unpackEntry(bytes, entry)]));
  } catch {
    return damaged;
  }
}

function isTooLarge(entries: readonly ZipEntry[]): boolean {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  return total > archiveLimit || entries.some(({ unpacked }) => unpacked > partLimit);
}
