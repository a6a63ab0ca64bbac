import type { ActionEntry, Finding, GapEntry, GapGroup, GapsSection } from "./gaps-section.js";
import type { Page } from "./terminal-layout.js";

export function gapsLines(section: GapsSection, page: Page): readonly string[] {
  return [
    ...page.heading(section.title),
    ...page.text(section.summary),
    ...(section.references === null ? [] : page.text(section.references)),
    ...section.groups.flatMap((group) => groupLines(group, page)),
  ];
}

const marks = { error: "\u2716", warning: "\u25B2", note: "\u25CF" } as const satisfies Record<
  GapGroup["severity"],
  string
>;
const styles = { error: "bad", warning: "caution", note: "strong" } as const satisfies Record<
  GapGroup["severity"],
  keyof Page["paint"]
>;

function groupLines({ severity, title, meaning, entries }: GapGroup, page: Page): readonly string[] {
  const lead = page.plain ? "" : `${marks[severity]} `;
  return [
    "",
    ...page.text(`${lead}${title}`, { style: page.paint[styles[severity]] }),
    ...page.text(meaning, { style: page.paint.faint }),
    ...entries.flatMap((entry) => ["", ...entryLines(entry, page)]),
  ];
}

function entryLines(entry: GapEntry, page: Page): readonly string[] {
  const lead = `${entry.number}. `;
  const indent = lead.length;
  return [
    ...page.text(`${entry.title} (${entry.requirement})${describeMark(entry)}`, { lead, style: page.paint.strong }),
    ...page.text(`${entry.standard}. ${entry.force}.`, { indent, style: page.paint.faint }),
    ...(entry.askedBy === null ? [] : page.entry("Asked by", entry.askedBy, indent)),
    ...page.entry("Reference", entry.reference, indent),
    ...entry.findings.flatMap((finding) => page.entry("Found", describeFinding(finding), indent)),
    ...entry.remedies.flatMap((remedy) => page.entry("Remedy", remedy, indent)),
    ...entry.actions.flatMap((action) =>
      page.entry(action.overdue ? "Action, OVERDUE" : "Action", describeAction(action), indent),
    ),
  ];
}

/** "Not met. The trustees have named nobody. audit.yaml:41". */
function describeFinding(finding: Finding): string {
  const { kind, message, location } = finding;
  return `${kind}${describeMark(finding)}. ${message}${location === null ? "" : ` (${location})`}`;
}

function describeMark({ mark }: Finding | GapEntry): string {
  return mark === null ? "" : ` [${mark}]`;
}

/** "A1, Appoint a trustee (Chair, due 31 January 2027, open)". */
function describeAction({ id, what, owner, due, status }: ActionEntry): string {
  return `${id}, ${what} (${owner}, ${due}, ${status})`;
}
