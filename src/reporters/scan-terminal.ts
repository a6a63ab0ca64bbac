import type { Scan } from "../model/scan.js";
import type { RenderOptions } from "./reporter.js";
import { type FindingGroup, type ResultEntry, type ResultGroup, scanSections } from "./scan-sections.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";

/** What a scan found, for a terminal of `width` columns. */
export function renderScanTerminal(scan: Scan, options: RenderOptions): string {
  const page = pageFor(options);
  const sections = scanSections(scan);
  const { passed, word, reasons } = sections.outcome;
  return finish([
    ...page.heading(sections.title),
    ...sections.opening.flatMap((sentence) => page.text(sentence)),
    ...(sections.notice === null ? [] : page.text(sections.notice, { style: page.paint.caution })),
    "",
    ...page.text(sections.counts, { style: page.paint.strong }),
    ...sections.results.flatMap((group) => resultLines(group, page)),
    ...page.heading("What is wrong with them"),
    ...(sections.findings.length === 0
      ? page.text(sections.noFindings)
      : sections.findings.flatMap((group) => findingLines(group, page))),
    ...(sections.left.length === 0 ? [] : [...page.subheading("Not read"), ...page.list(sections.left)]),
    "",
    ...page.text(word, { style: passed ? page.paint.good : page.paint.bad }),
    ...page.list(reasons),
    ...page.text(sections.caution, { style: page.paint.faint }),
  ]);
}

const resultMarks = { found: "\u2714", "not-found": "\u2716", "needs-a-person": "?" } as const;
const resultStyles = { found: "good", "not-found": "bad", "needs-a-person": "caution" } as const;
const marks = { error: "\u2716", warning: "\u25B2", note: "\u25CF" } as const;
const styles = { error: "bad", warning: "caution", note: "strong" } as const;

function resultLines({ result, title, entries }: ResultGroup, page: Page): readonly string[] {
  return [
    "",
    ...page.text(title, { lead: page.plain ? "" : `${resultMarks[result]} `, style: page.paint[resultStyles[result]] }),
    ...entries.flatMap((entry) => ["", ...entryLines(entry, result === "found", page)]),
  ];
}

/** Of what was found the best passage is enough; of the others a person wants to see all and why. */
function entryLines({ title, reason, passages }: ResultEntry, isFound: boolean, page: Page): readonly string[] {
  return [
    ...page.text(title, { indent: 2, style: page.paint.strong }),
    ...(reason === null ? [] : page.text(reason, { indent: 2 })),
    ...passages
      .slice(0, isFound ? 1 : passages.length)
      .flatMap((passage) => [
        ...page.text(passage.place, { indent: 2, style: page.paint.place }),
        ...page.text(`"${passage.excerpt}"`, { indent: 4 }),
        ...(isFound ? [] : page.text(passage.reason, { indent: 4, style: page.paint.faint })),
      ]),
  ];
}

function findingLines({ title, severity, hint, entries }: FindingGroup, page: Page): readonly string[] {
  return [
    "",
    ...page.text(`${title} (${severity})`, {
      lead: page.plain ? "" : `${marks[severity]} `,
      style: page.paint[styles[severity]],
    }),
    ...page.text(hint, { indent: 2, style: page.paint.faint }),
    ...page.list(entries, 2),
  ];
}
