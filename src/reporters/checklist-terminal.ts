import type { Block } from "./checklist-blocks.js";
import type { RenderOptions } from "./reporter.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";

export function renderBlocksForTerminal(blocks: readonly Block[], options: RenderOptions): string {
  const page = pageFor(options);
  return finish(blocks.flatMap((block) => linesOf(block, page)));
}

function linesOf(block: Block, page: Page): readonly string[] {
  switch (block.kind) {
    case "title":
    case "standard":
      return page.heading(block.text);
    case "requirement":
      return page.subheading(block.text);
    case "text":
      return page.text(block.text);
    case "entry":
      return page.entry(block.term, block.text);
    case "list":
      return [page.paint.strong(`${block.term}:`), ...page.list(block.items, 2)];
  }
}
