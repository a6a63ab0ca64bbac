import type { InShort } from "./in-short.js";
import type { DutyEntry, Notice, OpeningSection } from "./opening-section.js";
import type { Page } from "./terminal-layout.js";

export function openingLines(section: OpeningSection, page: Page): readonly string[] {
  return [
    ...page.heading(section.title),
    ...section.entries.flatMap(({ term, text }) => page.entry(term, text)),
    ...inShortLines(section.inShort, page),
    ...section.notices.flatMap((notice) => ["", ...noticeLines(notice, page)]),
    ...page.subheading(section.dutiesTitle),
    ...(section.duties.length === 0 ? page.text(section.noDuties) : page.list(section.duties.map(describeDuty))),
  ];
}

function inShortLines({ title, passed, word, points }: InShort, page: Page): readonly string[] {
  const style = passed ? page.paint.good : page.paint.bad;
  return [...page.subheading(title), ...page.text(word, { style }), ...page.list(points)];
}

function describeDuty({ title, force, law, summary, doubt }: DutyEntry): string {
  return `${title}. ${force}: ${law}. ${summary}${doubt === null ? "" : ` ${doubt}`}`;
}

/** The title, and the text beneath it. */
export function noticeLines({ kind, title, text }: Notice, page: Page): readonly string[] {
  const style = kind === "safety" ? page.paint.bad : page.paint.caution;
  return [...page.text(title, { style }), ...page.text(text, { indent: 2 })];
}
