import { isUtf8 } from "node:buffer";

/** Bytes of a text document that are read at most. */
export const textLimit = 8 * 1024 * 1024;

/** The text, its line ends \n, so that a checkout on another system changes no digest. Null when it is no text. */
export function decode(bytes: Uint8Array): string | null {
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
