import type { ListedItem, ListedPart, ListedSection } from "./listed-section.js";
import type { Page } from "./terminal-layout.js";

export function listedLines({ title, summary, parts }: ListedSection, page: Page): readonly string[] {
  return [...page.heading(title), ...page.text(summary), ...parts.flatMap((part) => partLines(part, page))];
}

function partLines({ title, items }: ListedPart, page: Page): readonly string[] {
  return [
    "",
    ...(title === null ? [] : page.text(title, { style: page.paint.strong })),
    ...items.flatMap((item) => itemLines(item, page)),
  ];
}

function itemLines({ lead, text, details }: ListedItem, page: Page): readonly string[] {
  return [
    ...page.list([text === "" ? lead : `${lead}. ${text}`]),
    ...details.flatMap((detail) => page.entry(detail.term, detail.text, 4)),
  ];
}
