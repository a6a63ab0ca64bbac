import type { AnswerGroup, NotAskedSection } from "./not-asked-section.js";
import type { Page } from "./terminal-layout.js";

export function notAskedLines(section: NotAskedSection, page: Page): readonly string[] {
  return [
    ...page.heading(section.title),
    ...(section.parts.length === 0 ? page.text(section.none) : []),
    ...section.parts.flatMap(({ title, groups }) => [
      ...page.subheading(title),
      ...groups.flatMap((group) => groupLines(group, page)),
    ]),
  ];
}

function groupLines({ answers, reasons }: AnswerGroup, page: Page): readonly string[] {
  return [
    ...(answers === null ? [] : ["", ...page.text(answers)]),
    ...reasons.flatMap(({ reason, titles }) => [
      ...page.list([titles.join("; ")]),
      ...page.text(reason, { indent: 2, style: page.paint.faint }),
    ]),
  ];
}
