import { readHtmlBlocks } from "./html-blocks.js";
import type { ReadText } from "./text-document.js";

/** Reads a page, or a part of one. */
export function readHtml(text: string): ReadText {
  return readHtmlBlocks(text, 1);
}
