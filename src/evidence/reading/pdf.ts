import type { PDFDocumentProxy, PDFPageProxy } from "unpdf/pdfjs";
import type { DocumentText, Field, Link } from "../../model/document.js";
import { type PdfPiece, readPages } from "./pdf-lines.js";
import { isPdfBomb } from "./pdf-streams.js";
import { titleOf } from "./title.js";
import type { Unreadable } from "./unreadable.js";

/** Bytes of a PDF: more are pictures. */
const byteLimit = 64 * 1024 * 1024;
const mostPages = 2000;
/** Pieces of text in all, and on a page; where every letter is set by itself, a page has some 6,000. */
const mostPieces = 500_000;
const mostOfPage = 50_000;
const mostCharacters = 8 * 1024 * 1024;

const tooLarge: Unreadable = { unreadable: "The PDF holds far more text than a policy does, so it is not read." };

/** Reads the text of a PDF. One that has pages but no text, as a scan has, gives no blocks. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText | Unreadable> {
  if (bytes.length > byteLimit) return { unreadable: "The PDF is larger than 64 MiB, so it is not read." };
  if (!new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-")) {
    return { unreadable: "The document is not a PDF, whatever its name says." };
  }
  if (isPdfBomb(bytes)) return tooLarge;
  const { getDocumentProxy } = await import("unpdf");
  try {
    // It takes the bytes away from whoever gives them.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, disableFontFace: true });
    try {
      return await readOpenPdf(pdf);
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return isLocked
      ? { unreadable: "The PDF is protected by a password, so its text cannot be read." }
      : { unreadable: "The PDF is damaged: its text cannot be read." };
  }
}

async function readOpenPdf(pdf: PDFDocumentProxy): Promise<DocumentText | Unreadable> {
  if (pdf.numPages > mostPages) {
    return { unreadable: `The PDF has more than ${mostPages.toLocaleString("en-GB")} pages, so it is not read.` };
  }
  const pages: (readonly PdfPiece[])[] = [];
  const links: Link[] = [];
  const left = { pieces: mostPieces, characters: mostCharacters };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const pieces = await readPieces(page, left);
    if (pieces === null) return tooLarge;
    pages.push(pieces);
    links.push(...(await readLinks(page, number)));
    page.cleanup();
  }
  const fields = await readFields(pdf);
  const blocks = readPages(pages);
  return { kind: "pdf", unit: "page", title: titleOf(fields, blocks), fields, blocks, links };
}

/** Null: there is more than may be read. A page can show one text a million times over, so it is read bit by bit. */
async function readPieces(
  page: PDFPageProxy,
  left: { pieces: number; characters: number },
): Promise<readonly PdfPiece[] | null> {
  const reader = page.streamTextContent().getReader();
  const pieces: PdfPiece[] = [];
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    const found: unknown = step.value?.items;
    for (const item of Array.isArray(found) ? found : []) {
      const piece = pieceOf(item);
      if (piece === null) continue;
      pieces.push(piece);
      left.pieces -= 1;
      left.characters -= piece.text.length;
    }
    if (left.pieces < 0 || left.characters < 0 || pieces.length > mostOfPage) {
      await reader.cancel(new Error("enough was read"));
      return null;
    }
  }
  return pieces;
}

/** Null: a mark between texts. */
function pieceOf(item: unknown): PdfPiece | null {
  if (typeof item !== "object" || item === null || !("str" in item) || !("transform" in item)) return null;
  const { str, transform } = item;
  if (typeof str !== "string" || !Array.isArray(transform)) return null;
  const numberOf = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
  return {
    text: str,
    x: numberOf(transform[4]),
    y: numberOf(transform[5]),
    width: "width" in item ? numberOf(item.width) : 0,
    height: Math.abs(numberOf(transform[3])) || ("height" in item ? numberOf(item.height) : 0),
    endsLine: "hasEOL" in item && item.hasEOL === true,
  };
}

async function readLinks(page: PDFPageProxy, line: number): Promise<readonly Link[]> {
  const annotations: readonly unknown[] = await page.getAnnotations();
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== "object" || annotation === null || !("unsafeUrl" in annotation)) return [];
    const { unsafeUrl } = annotation;
    return typeof unsafeUrl === "string" ? [{ target: unsafeUrl, text: "", line }] : [];
  });
}

/** The properties that say something of the text, days as YYYY-MM-DD. */
async function readFields(pdf: PDFDocumentProxy): Promise<readonly Field[]> {
  const { info } = await pdf.getMetadata();
  return Object.entries(info).flatMap(([key, value]): readonly Field[] => {
    if (typeof value !== "string" || value.trim() === "" || /^(?:PDFFormatVersion|Producer|Creator)$/u.test(key))
      return [];
    const day = /^D:(\d{4})(\d{2})(\d{2})/u.exec(value);
    return [{ key, value: day === null ? value.trim() : `${day[1]}-${day[2]}-${day[3]}`, line: 1 }];
  });
}
