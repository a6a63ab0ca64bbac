import { type Comparison, type DiffGroup, type DiffItem, diffSections, nameOf } from "./diff-blocks.js";
import type { Piece } from "./diff-words.js";
import { escapeTerminal } from "./escape.js";
import type { RenderOptions } from "./reporter.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";

/** What changed between two checklists, for a terminal. Words are struck and green in colour, else in brackets. */
export function renderDiffForTerminal(comparison: Comparison, options: RenderOptions): string {
  const page = pageFor(options);
  const { title, entries, notices, summary, groups } = diffSections(comparison);
  return finish([
    ...page.heading(title),
    ...entries.flatMap(({ term, text }) => page.entry(term, text)),
    "",
    ...summary.flatMap((sentence) => page.text(sentence)),
    ...notices.flatMap((notice) => [
      "",
      ...page.text(notice.title, { style: page.paint.caution }),
      ...page.text(notice.text, { indent: 2 }),
    ]),
    ...groups.flatMap((group) => groupLines(group, page, options.colour)),
  ]);
}

function groupLines({ kind, title, meaning, items }: DiffGroup, page: Page, colour: boolean): readonly string[] {
  const listed = items.map(nameOf);
  return [
    ...page.heading(title),
    ...page.text(meaning, { style: page.paint.faint }),
    ...(kind === "unchanged" ? ["", ...page.list(listed)] : items.flatMap((item) => itemLines(item, page, colour))),
  ];
}

function itemLines(item: DiffItem, page: Page, colour: boolean): readonly string[] {
  return [
    ...page.subheading(nameOf(item)),
    ...item.entries.flatMap(({ term, pieces }) =>
      page.painted(
        [page.paint.strong(`${term}:`), ...pieces.flatMap((piece) => wordsOf(piece, page, colour))].join(" "),
        2,
      ),
    ),
    ...item.notes.flatMap((note) => page.text(note, { indent: 2, style: page.paint.faint })),
  ];
}

/** Each word painted by itself, so that a line can break between them. */
function wordsOf({ kind, words }: Piece, page: Page, colour: boolean): readonly string[] {
  const text = escapeTerminal(words.join(" "));
  if (kind === "same") return [text];
  if (!colour) return [kind === "gone" ? `[-${text}-]` : `{+${text}+}`];
  const style = kind === "gone" ? page.paint.gone : page.paint.good;
  return text.split(" ").map(style);
}
