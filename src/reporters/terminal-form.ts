import { describeRest, type FormGroup, type FormRow, type FormSection } from "./form-section.js";
import type { Page } from "./terminal-layout.js";

export function formLines({ title, notes, total, groups }: FormSection, page: Page): readonly string[] {
  return [
    ...page.heading(title),
    ...notes.flatMap((note) => page.text(note)),
    ...(total === null ? [] : ["", ...page.text(total, { style: page.paint.strong })]),
    ...groups.flatMap((group) => groupLines(group, page)),
  ];
}

function groupLines({ title, rows }: FormGroup, page: Page): readonly string[] {
  return [...page.subheading(title), ...rows.flatMap((row) => rowLines(row, page))];
}

/** Beneath one another and not in columns: the same on a narrow screen, on a wide one and read aloud. */
function rowLines(row: FormRow, page: Page): readonly string[] {
  const { reference, title, rating, score, doubt } = row;
  const told = [rating, ...(score === "" ? [] : [score])].join(". ");
  return [
    ...page.text(reference === "" ? title : `${reference} ${title}`),
    ...page.text(`${told}${doubt === null ? "" : ` (${doubt})`}`, { indent: 4, style: page.paint.strong }),
    ...page.text(describeRest(row), { indent: 4, style: page.paint.faint }),
  ];
}
