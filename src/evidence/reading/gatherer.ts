import type { Block } from "../../model/document.js";
import { makeBlock } from "./block-writer.js";

/** Gathers the source lines of one block after the other; markup within them is read when a block ends. */
export interface Gatherer {
  readonly blocks: Block[];
  /** Ends the block at hand and starts the next with its first line. */
  start(kind: Block["kind"], level: number, text: string, line: number): void;
  /** A further line of the block at hand, or the first of a paragraph. */
  more(text: string, line: number): void;
  isOpen(): boolean;
  end(): void;
  add(blocks: readonly (Block | null)[]): void;
}

/** `read` takes the markup out of a text that starts on the line. */
export function createGatherer(read: (text: string, line: number) => string): Gatherer {
  const blocks: Block[] = [];
  let open: { readonly kind: Block["kind"]; readonly level: number; readonly line: number } | null = null;
  let lines: string[] = [];
  const end = (): void => {
    if (open === null) return;
    const { kind, level, line } = open;
    open = null;
    const block = makeBlock(kind, level, read(lines.join("\n"), line), line);
    if (block !== null) blocks.push(block);
  };
  const start: Gatherer["start"] = (kind, level, text, line) => {
    end();
    open = { kind, level, line };
    lines = [text];
  };
  return {
    blocks,
    start,
    more: (text, line) => {
      if (open === null) return start("paragraph", 0, text, line);
      while (open.line + lines.length < line) lines.push("");
      lines.push(text);
    },
    isOpen: () => open !== null,
    end,
    add: (more) => {
      end();
      for (const block of more) if (block !== null) blocks.push(block);
    },
  };
}
