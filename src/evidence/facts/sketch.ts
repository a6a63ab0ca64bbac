import type { DocumentText } from "../../model/document.js";

const hashes = 64;
/** Words that are hashed together: copies keep their order, other texts of the field share only single words. */
const shingle = 5;
/** Shorter texts resemble each other by chance. */
const fewestWords = 60;

/** Fixed odd numbers, one for each hash, so that the same text has the same sketch for ever. */
const factors = Int32Array.from({ length: hashes }, (_, index) => mix(Math.imul(index + 1, 0x9e_37_79_b1)) | 1);
const addends = Int32Array.from({ length: hashes }, (_, index) => mix(Math.imul(index + 1, 0x85_eb_ca_6b)));

/** 64 numbers of 32 bits that tell how much two texts share; empty for a text of fewer than 60 words. */
export function sketchOf(document: Pick<DocumentText, "blocks">): readonly number[] {
  const least = new Uint32Array(hashes).fill(0xff_ff_ff_ff);
  const recent = new Uint32Array(shingle);
  let words = 0;
  for (const { text } of document.blocks)
    for (const word of wordHashes(text.toLowerCase())) {
      recent[words % shingle] = word;
      words += 1;
      if (words >= shingle) addShingle(least, shingleOf(recent, words));
    }
  return words < fewestWords ? [] : [...least];
}

function addShingle(least: Uint32Array, hash: number): void {
  for (let index = 0; index < hashes; index += 1) {
    // All in whole numbers of 32 bits, which are fast.
    const product = (Math.imul(hash, factors[index] ?? 1) + (addends[index] ?? 0)) | 0;
    const value = (product ^ (product >>> 15)) >>> 0;
    if (value < (least[index] ?? 0)) least[index] = value;
  }
}

/** The words in their order, whichever place of the ring the oldest has. */
function shingleOf(recent: Uint32Array, words: number): number {
  let hash = 0;
  for (let index = 0; index < shingle; index += 1)
    hash = mix(Math.imul(hash, 31) + (recent[(words + index) % shingle] ?? 0));
  return hash;
}

/** The words of a text in small letters as numbers; signs between and within them do not count. */
function* wordHashes(lower: string): Generator<number> {
  let [hash, length] = [0x81_1c_9d_c5, 0];
  for (let index = 0; index <= lower.length; index += 1) {
    const code = index < lower.length ? lower.charCodeAt(index) : 0x20;
    if (isLetter(code)) {
      hash = Math.imul(hash ^ code, 0x01_00_01_93);
      length += 1;
    } else if (length > 0 && !isApostrophe(code)) {
      yield hash >>> 0;
      [hash, length] = [0x81_1c_9d_c5, 0];
    }
  }
}

function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0xc0 && !(code >= 0x20_00 && code <= 0x20_6f))
  );
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x20_19;
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7f_eb_35_2d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x84_6c_a6_8b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
