import type { DocumentKind, DocumentText } from "../../model/document.js";
import { readTextDocument } from "./text-document.js";
import type { Unreadable } from "./unreadable.js";

type DocumentReader = (bytes: Uint8Array) => Promise<DocumentText | Unreadable>;

/** Each loads what it needs when the first document of its kind is read, so that other commands pay nothing for it. */
const readers = {
  markdown: async (bytes) => {
    const { readMarkdown } = await import("./markdown.js");
    return readTextDocument(bytes, "markdown", readMarkdown);
  },
  html: async (bytes) => {
    const { readHtml } = await import("./html.js");
    return readTextDocument(bytes, "html", readHtml);
  },
  rst: async (bytes) => {
    const { readRst } = await import("./rst.js");
    return readTextDocument(bytes, "rst", readRst);
  },
  asciidoc: async (bytes) => {
    const { readAsciidoc } = await import("./asciidoc.js");
    return readTextDocument(bytes, "asciidoc", readAsciidoc);
  },
  plain: async (bytes) => {
    const { readPlain } = await import("./plain.js");
    return readTextDocument(bytes, "plain", readPlain);
  },
  word: async (bytes) => {
    const { readWord } = await import("./word.js");
    return readWord(bytes);
  },
  pdf: async (bytes) => {
    const { readPdf } = await import("./pdf.js");
    return readPdf(bytes);
  },
} satisfies Record<DocumentKind, DocumentReader>;

/** What a reader of the document sees, or why it cannot be read. Never throws, whatever the bytes are. */
export async function readDocument(bytes: Uint8Array, kind: DocumentKind): Promise<DocumentText | Unreadable> {
  try {
    return await readers[kind](bytes);
  } catch {
    return { unreadable: "The document cannot be read: it is damaged, or built in a way that is not known here." };
  }
}
