import type { Link } from "../../model/document.js";
import { tidy } from "./block-writer.js";

/** Characters of a link's text that are kept. */
const kept = 500;

/** Gathers links, and the text within each. */
export interface LinkWriter {
  readonly links: readonly Link[];
  /** Undefined: the tag has no target. Ends the link before, as links do not nest. */
  open(target: string | undefined, line: number): void;
  write(text: string): void;
  close(): void;
}

export function createLinkWriter(): LinkWriter {
  const links: Link[] = [];
  let current: { readonly target: string; readonly line: number } | null = null;
  let text = "";
  const close = (): void => {
    if (current !== null) links.push({ target: current.target, text: flatten(text), line: current.line });
    current = null;
    text = "";
  };
  return {
    links,
    open: (target, line) => {
      close();
      current = target === undefined ? null : { target: target.trim(), line };
    },
    write: (more) => {
      if (current !== null && text.length < kept) text += more.slice(0, kept);
    },
    close,
  };
}

function flatten(text: string): string {
  return tidy(text).replaceAll("\n", " ");
}
