/** How a stream is packed, the outermost first; null: its dictionary does not say it itself. */
export type Packing = readonly ("hex" | "base85" | "flate" | "lzw" | "run-length" | "other")[] | null;

const names: ReadonlyMap<string, NonNullable<Packing>[number]> = new Map([
  ["ASCIIHexDecode", "hex"],
  ["AHx", "hex"],
  ["ASCII85Decode", "base85"],
  ["A85", "base85"],
  ["FlateDecode", "flate"],
  ["Fl", "flate"],
  ["LZWDecode", "lzw"],
  ["LZW", "lzw"],
  ["RunLengthDecode", "run-length"],
  ["RL", "run-length"],
]);

/** Reads it from the text of the dictionary before the stream. */
export function packingOf(dictionary: string): Packing {
  const plain = dictionary.replace(/#([\da-f]{2})/giu, (_sign, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  const written = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+|[^/])/u.exec(plain)?.[1];
  if (written === undefined) return [];
  const found = [...written.matchAll(/\/([^\s/<>[\]()]+)/gu)].map(([, name = ""]) => names.get(name) ?? "other");
  return found.length === 0 || /\d\s+R/u.test(written) ? null : found;
}

/** What stands behind the digits or signs of a text filter. */
export function unpackText(data: Uint8Array, packing: "hex" | "base85"): Uint8Array {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("latin1");
  if (packing === "hex") return Buffer.from(text.split(">")[0]?.replace(/\s/gu, "") ?? "", "hex");
  return unpackBase85(text.split("~")[0] ?? "");
}

/** Five signs stand for four bytes; z for four zeros. */
function unpackBase85(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 4);
  let [length, group, signs] = [0, 0, 0];
  const put = (count: number): void => {
    for (let index = 0; index < count; index += 1) bytes[length + index] = Math.floor(group / 256 ** (3 - index)) % 256;
    length += count;
    [group, signs] = [0, 0];
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7a && signs === 0) put(4);
    if (code < 0x21 || code > 0x75) continue;
    group = group * 85 + code - 0x21;
    signs += 1;
    if (signs === 5) put(4);
  }
  return bytes.subarray(0, length);
}

/** Bytes that runs unpack to: a count, and the byte that is repeated or the bytes that follow. */
export function sizeOfRuns(data: Uint8Array): number {
  let size = 0;
  for (let at = 0; at < data.length && data[at] !== 128;) {
    const count = data[at] ?? 0;
    size += count < 128 ? count + 1 : 257 - count;
    at += count < 128 ? count + 2 : 2;
  }
  return size;
}

/** Bytes that LZW unpacks to, told from the lengths of what its codes stand for. */
export function sizeOfLzw(data: Uint8Array): number {
  const lengths = new Uint32Array(4097).fill(1);
  let [size, next, width, before] = [0, 258, 9, 0];
  let [held, bits] = [0, 0];
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xff_ff_ff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      [next, width, before] = [258, 9, 0];
      continue;
    }
    const length = code < next ? (lengths[code] ?? 1) : before + 1;
    size += length;
    if (before > 0 && next < 4096) {
      lengths[next] = before + 1;
      next += 1;
    }
    before = length;
    if (width < 12 && next + 1 >= 1 << width) width += 1;
  }
  return size;
}
