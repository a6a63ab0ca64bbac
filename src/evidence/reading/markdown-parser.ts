import MarkdownIt, { type Env, type Token } from "markdown-it";

export type { Token };

/** What a text without them holds no inline markup. */
const inlineSigns = /[\\`*_[\]<>&~!]/u;

/** How deep blocks, and marks in a line, may stand in each other; what is deeper is not looked into. */
const deepestBlocks = 100;
const deepestMarks = 12;

/** The block tokens of a text; the inline ones of those blocks that need it. */
export interface MarkdownParser {
  parse(text: string): readonly Token[];
  /** Null: the text is as it is written. */
  parseInline(text: string): readonly Token[] | null;
}

/**
 * Links are told as they are written, whatever their scheme. What is indented is text: few who write policies know that
 * Markdown takes it for code.
 */
export function createMarkdownParser(): MarkdownParser {
  const parser = new MarkdownIt({ html: true });
  parser.normalizeLink = (target) => target;
  parser.validateLink = () => true;
  parser.core.ruler.enableOnly(["block"]);
  parser.block.ruler.disable("code");
  let references: Env = {};
  return {
    parse: (text) => {
      references = {};
      parser.set({ maxNesting: deepestBlocks });
      return parser.parse(text, references);
    },
    parseInline: (text) => {
      if (!inlineSigns.test(text)) return null;
      const tokens: Token[] = [];
      parser.set({ maxNesting: deepestMarks });
      parser.inline.parse(text, parser, references, tokens);
      return tokens;
    },
  };
}
