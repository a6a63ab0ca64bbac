import { compileLexicon } from "../../../src/evidence/statement/compiled-lexicon.js";
import { type Bearing, findPassages } from "../../../src/evidence/statement/find-passages.js";
import type { StatedPassage } from "../../../src/model/document-facts.js";
import type { Block } from "../../../src/model/document.js";
import type { Lexicon, Statement } from "../../../src/model/lexicon.js";

/** A lexicon of one requirement, and the groups by which sentences are weighed. */
export function lexicon(statement: Partial<Statement> = {}, words: Lexicon["words"] = {}): Lexicon {
  return {
    schema: "lexicon/1",
    "superseded-terms": [],
    words: {
      denial: ["do not have", "there is no", "not in place"],
      pointer: ["see our", "read alongside"],
      plan: ["plan to"],
      "duty-of-others": ["employers must"],
      history: ["previously"],
      "aside-headings": ["references"],
      adults: ["vulnerable adult"],
      children: ["child", "children", "young people"],
      ourselves: ["we", "our"],
      verbs: ["is", "will", "raise", "support"],
      "nouns-too": ["support"],
      ...words,
    },
    statements: {
      whistleblowing: {
        states: [{ says: ["whistleblowing | whistle blowing", "policy | procedure"], within: 8 }],
        hints: ["speak up"],
        ...statement,
      },
    },
  };
}

export const paragraph = (text: string, line = 1): Block => ({ kind: "paragraph", level: 0, text, line });
export const heading = (text: string, level = 1, line = 1): Block => ({ kind: "heading", level, text, line });
export const item = (text: string, line = 1): Block => ({ kind: "item", level: 1, text, line });

export function passagesIn(
  blocks: readonly Block[],
  given: Lexicon = lexicon(),
  { title = null as string | null, ...bearing }: Partial<Bearing> & { readonly title?: string | null } = {},
): readonly StatedPassage[] {
  const document = { kind: "markdown", unit: "line", title, fields: [], blocks, links: [] } as const;
  const usual = { audience: "children", nation: null, isRecord: false } as const;
  return findPassages(document, { ...usual, ...bearing }, compileLexicon(given));
}

/** How the text is taken: the strength of its one passage; null when there is none. */
export function taken(text: string, given?: Lexicon): string | null {
  return passagesIn([paragraph(text)], given)[0]?.strength ?? null;
}
