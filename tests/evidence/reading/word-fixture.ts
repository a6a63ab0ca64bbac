import { strToU8, zipSync } from "fflate";

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:mc="mc"';

/** A Word document of the body's XML, and other parts by name. */
export function wordOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = { "word/document.xml": `<w:document ${space}><w:body>${body}</w:body></w:document>`, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const part = (name: string, inner: string): string => `<w:${name} ${space}>${inner}</w:${name}>`;

/** A paragraph of one run. */
export const p = (text: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
