import type { Block, DocumentText, Field, Link } from "../../model/document.js";
import { decode, textLimit } from "../decode.js";
import { splitFrontMatter } from "./front-matter.js";
import { withoutSiteTemplates } from "./site-templates.js";
import { titleOf } from "./title.js";
import type { Unreadable } from "./unreadable.js";

export type TextDocumentKind = Exclude<DocumentText["kind"], "word" | "pdf">;

/** What the reader of one markup makes of a text. */
export interface ReadText {
  readonly fields: readonly Field[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
}

/** Reads a text whose line ends are \n; what stood before it has been replaced by empty lines. */
export type TextReader = (text: string) => Promise<ReadText> | ReadText;

/** Reads what all kinds of text have in common, front matter and site templates, and leaves the rest to `read`. */
export async function readTextDocument(
  bytes: Uint8Array,
  kind: TextDocumentKind,
  read: TextReader,
): Promise<DocumentText | Unreadable> {
  if (bytes.length > textLimit) return { unreadable: "The document is larger than 8 MiB, so it is not read." };
  const decoded = decode(bytes);
  if (decoded === null) {
    return { unreadable: "The document is not text: it holds binary data, whatever its name says." };
  }
  const text = decoded.replace(/^\uFEFF/u, "").replaceAll("\r", "\n");
  const front = await splitFrontMatter(text);
  const body = await read(withoutSiteTemplates(front.body));
  const fields = [...front.fields, ...body.fields];
  return { kind, unit: "line", title: titleOf(fields, body.blocks), fields, blocks: body.blocks, links: body.links };
}
