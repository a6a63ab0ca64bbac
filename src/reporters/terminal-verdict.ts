import type { Page } from "./terminal-layout.js";
import type { VerdictSection } from "./verdict-section.js";

export function verdictLines(section: VerdictSection, page: Page): readonly string[] {
  return [
    ...page.heading(section.title),
    ...outcomeLines(section, page),
    ...page.subheading(section.nextTitle),
    ...section.next.flatMap((step, index) => page.text(step, { lead: `${index + 1}. ` })),
  ];
}

/** PASSED or FAILED, and every reason. */
export function outcomeLines({ passed, word, gate, reasons }: VerdictSection, page: Page): readonly string[] {
  const style = passed ? page.paint.good : page.paint.bad;
  return [...page.text(word, { style }), ...page.text(gate), ...page.list(reasons)];
}
