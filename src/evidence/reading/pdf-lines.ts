import type { Block } from "../../model/document.js";
import { makeBlock, tidy } from "./block-writer.js";

/** A piece of text on a page; sizes in points, `y` grows upwards. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly endsLine: boolean;
}

/** A line of a page. */
interface PdfLine {
  text: string;
  readonly y: number;
  height: number;
  end: number;
}

const bullet =
  /^(?:[•●▪◦○■□➢\uF0B7\uF0A7\uF0D8][ \t]*|[–-][ \t]+|(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)[ \t]+(?=\S))/u;

/** The blocks of all pages: the size of the letters tells what is a heading. */
export function readPages(pages: readonly (readonly PdfPiece[])[]): readonly Block[] {
  const lined = pages.map(joinLines);
  const body = usualHeight(lined.flat());
  const larger = [...new Set(lined.flat().map(({ height }) => Math.round(height)))]
    .filter((height) => height >= body * 1.15)
    .toSorted((one, other) => other - one);
  return lined.flatMap((lines, index) => readPage(lines, index + 1, larger));
}

function joinLines(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let isEnded = true;
  for (const { text, x, y, width, height, endsLine } of pieces) {
    const line = lines.at(-1);
    const isSame = line !== undefined && !isEnded && Math.abs(line.y - y) < Math.max(line.height, height, 1) * 0.6;
    if (isSame) {
      const isApart = x - line.end > Math.max(line.height, height) * 0.15;
      line.text += (isApart ? " " : "") + text;
      line.end = x + width;
      if (text.trim() !== "") line.height = Math.max(line.height, height);
    } else if (text.trim() !== "") lines.push({ text, y, height, end: x + width });
    isEnded = endsLine;
  }
  return lines;
}

/** The height in which most letters stand. */
function usualHeight(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height);
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...letters].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

function readPage(lines: readonly PdfLine[], page: number, larger: readonly number[]): readonly Block[] {
  const spacing = usualSpacing(lines);
  const blocks: Block[] = [];
  let text = "";
  let last: PdfLine | null = null;
  const end = (): void => {
    if (last !== null) blocks.push(...blockOf(text, page, larger.indexOf(Math.round(last.height)) + 1));
    text = "";
  };
  for (const line of lines) {
    if (last === null || isNewParagraph(last, line, spacing)) {
      end();
      text = line.text;
    } else text = joinText(text, line.text);
    last = line;
  }
  end();
  return blocks;
}

function blockOf(text: string, page: number, level: number): readonly Block[] {
  const mark = bullet.exec(tidy(text))?.[0];
  const isHeading = level > 0 && text.length <= 150 && /\p{L}/u.test(text);
  const kind = isHeading ? "heading" : mark === undefined ? "paragraph" : "item";
  const depth = isHeading ? Math.min(6, level) : kind === "item" ? 1 : 0;
  const shown = tidy(text).slice(mark?.length ?? 0);
  const block = makeBlock(kind, depth, shown.replaceAll("\n", " "), page);
  return block === null ? [] : [block];
}

/** The distance between most lines that stand under each other. */
function usualSpacing(lines: readonly PdfLine[]): number {
  const gaps = lines.slice(1).flatMap((line, index) => {
    const gap = (lines[index]?.y ?? 0) - line.y;
    return gap > 0 && gap < line.height * 3 ? [gap] : [];
  });
  return gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 3)] ?? 0;
}

function isNewParagraph(last: PdfLine, line: PdfLine, spacing: number): boolean {
  const gap = last.y - line.y;
  const isOtherSize = Math.round(last.height) !== Math.round(line.height);
  return isOtherSize || gap < 0 || gap > Math.max(spacing, line.height) * 1.3 || bullet.test(line.text.trim());
}

/** A word that is parted at the end of a line is one word again. */
function joinText(above: string, below: string): string {
  const [before, after] = [above.trimEnd(), below.trimStart()];
  return /\p{Ll}[-\u2010\u00AD]$/u.test(before) && /^\p{Ll}/u.test(after)
    ? before.slice(0, -1) + after
    : `${before} ${after}`;
}
