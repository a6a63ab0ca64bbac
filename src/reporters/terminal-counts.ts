import type { CountsSection, CountTable } from "./counts-section.js";
import type { Page } from "./terminal-layout.js";

export function countsLines(section: CountsSection, page: Page): readonly string[] {
  const side = section.scores.map(({ name, value }) => `${name} ${value}`).join("   ");
  const scores = side.length <= page.width ? [side] : section.scores.map(({ name, value }) => `${name} ${value}`);
  return [
    ...page.heading(section.title),
    ...page.text(section.scope),
    "",
    ...scores.map(page.paint.strong),
    ...section.scores.flatMap(({ name, meaning }) => page.entry(name, meaning)),
    ...section.tables.flatMap((table) => [...page.subheading(table.title), ...tableLines(table, page)]),
  ];
}

/** The least that a column of running text needs. */
const leastRoom = 14;

/** Labels and counts in two columns, the meaning after them; in a sentence where columns cannot be drawn. */
function tableLines({ rows }: CountTable, page: Page): readonly string[] {
  const labels = Math.max(...rows.map(({ label }) => label.length));
  const counts = Math.max(...rows.map(({ count }) => String(count).length));
  if (page.plain || page.width - labels - counts - 6 < leastRoom) {
    return rows.flatMap(({ label, count, meaning }) => page.text(`${label}: ${count} (${meaning})`, { indent: 2 }));
  }
  return rows.flatMap(({ label, count, meaning }) =>
    page.text(meaning, {
      indent: 2,
      lead: `${label.padEnd(labels)}  ${String(count).padStart(counts)}  `,
      style: page.paint.faint,
    }),
  );
}
