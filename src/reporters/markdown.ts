import type { CountsSection, CountTable } from "./counts-section.js";
import { escapeMarkdown } from "./escape.js";
import type { ActionEntry, Finding, GapEntry, GapsSection } from "./gaps-section.js";
import { formBlocks } from "./markdown-form.js";
import { listedBlocks } from "./markdown-listed.js";
import { table } from "./markdown-table.js";
import type { NotAskedSection } from "./not-asked-section.js";
import type { DutyEntry, OpeningSection } from "./opening-section.js";
import type { Reporter } from "./reporter.js";
import { type Section, sectionsOf } from "./sections.js";
import { shareInfo, shares, type StandardsSection } from "./standards-section.js";
import type { VerdictSection } from "./verdict-section.js";
import { capitalise } from "./wording.js";

/** The gap report for a page on GitHub, or wherever Markdown with tables is read. */
export const renderMarkdown: Reporter = (report) => `${sectionsOf(report).flatMap(blocksOf).join("\n\n")}\n`;

/** The blocks of a section, to be parted by blank lines. */
function blocksOf(section: Section): readonly string[] {
  switch (section.kind) {
    case "opening":
      return openingBlocks(section);
    case "counts":
      return countsBlocks(section);
    case "form":
      return formBlocks(section);
    case "standards":
      return standardsBlocks(section);
    case "gaps":
      return gapsBlocks(section);
    case "waived":
    case "baseline":
    case "documents":
      return listedBlocks(section);
    case "not-asked":
      return notAskedBlocks(section);
    case "verdict":
      return verdictBlocks(section);
  }
}

const text = escapeMarkdown;

function openingBlocks(section: OpeningSection): readonly string[] {
  return [
    `# ${text(section.title)}`,
    list(section.entries.map((entry) => `**${text(entry.term)}:** ${text(entry.text)}`)),
    `## ${text(section.inShort.title)}`,
    `**${section.inShort.word}**`,
    list(section.inShort.points.map(text)),
    ...section.notices.map((notice) => `> **${text(notice.title)}**\n>\n> ${text(notice.text)}`),
    `## ${text(section.dutiesTitle)}`,
    section.duties.length === 0 ? text(section.noDuties) : list(section.duties.map(describeDuty)),
  ];
}

function describeDuty({ title, force, law, summary, doubt }: DutyEntry): string {
  return `**${text(title)}.** ${text(`${force}: ${law}. ${summary}`)}${doubt === null ? "" : ` ${text(doubt)}`}`;
}

function countsBlocks(section: CountsSection): readonly string[] {
  const scores = section.scores.map(({ name, value, meaning }) => [
    `**${text(name)}**`,
    `**${text(value)}**`,
    text(meaning),
  ]);
  return [
    `## ${text(section.title)}`,
    text(section.scope),
    table(["Score", "Value", "What it means"], ["left", "right", "left"], scores),
    ...section.tables.flatMap(countBlocks),
  ];
}

function countBlocks({ title, heading, rows }: CountTable): readonly string[] {
  const cells = rows.map(({ label, count, meaning }) => [text(label), String(count), text(meaning)]);
  return [`### ${text(title)}`, table([text(heading), "Count", "What it means"], ["left", "right", "left"], cells)];
}

function standardsBlocks(section: StandardsSection): readonly string[] {
  const head = ["Standard", "Asked", ...shares.map((share) => capitalise(shareInfo[share]))];
  const cells = section.rows.map((row) => [
    text(row.title),
    String(row.asked),
    ...shares.map((share) => String(row.counts[share])),
  ]);
  return [
    `## ${text(section.title)}`,
    ...(cells.length === 0 ? [] : [table(head, ["left", ...head.slice(1).map(() => "right" as const)], cells)]),
    ...(section.notAsked === null ? [] : [text(section.notAsked)]),
  ];
}

function gapsBlocks(section: GapsSection): readonly string[] {
  return [
    `## ${text(section.title)}`,
    text(section.summary),
    ...(section.references === null ? [] : [text(section.references)]),
    ...section.groups.flatMap(({ title, meaning, entries }) => [
      `### ${text(title)}`,
      text(meaning),
      ...entries.flatMap(entryBlocks),
    ]),
  ];
}

function entryBlocks(entry: GapEntry): readonly string[] {
  return [
    `#### ${entry.number}. ${text(entry.title)}${describeMark(entry)}`,
    list([
      `**Requirement:** ${text(entry.requirement)}, ${text(entry.standard)}`,
      `**Force:** ${text(entry.force)}`,
      ...(entry.askedBy === null ? [] : [`**Asked by:** ${text(entry.askedBy)}`]),
      `**Reference:** ${text(entry.reference)}`,
      ...entry.findings.map(describeFinding),
      ...entry.remedies.map((remedy) => `**Remedy:** ${text(remedy)}`),
      ...entry.actions.map(describeAction),
    ]),
  ];
}

function describeFinding(finding: Finding): string {
  const { kind, message, location } = finding;
  const place = location === null ? "" : ` (${text(location)})`;
  return `**Found:** ${text(kind)}${describeMark(finding)}. ${text(message)}${place}`;
}

function describeMark({ mark }: Finding | GapEntry): string {
  return mark === null ? "" : ` (${mark})`;
}

function describeAction({ id, what, owner, due, status, overdue }: ActionEntry): string {
  return `**Action ${text(id)}${overdue ? ", overdue" : ""}:** ${text(what)} (${[owner, due, status].map(text).join(", ")})`;
}

function notAskedBlocks(section: NotAskedSection): readonly string[] {
  return [
    `## ${text(section.title)}`,
    ...(section.parts.length === 0 ? [text(section.none)] : []),
    ...section.parts.flatMap(({ title, groups }) => [
      `### ${text(title)}`,
      ...groups.flatMap(({ answers, reasons }) => [
        ...(answers === null ? [] : [text(answers)]),
        list(reasons.map(({ reason, titles }) => `**${text(titles.join("; "))}**: ${text(reason)}`)),
      ]),
    ]),
  ];
}

function verdictBlocks(section: VerdictSection): readonly string[] {
  return [
    `## ${text(section.title)}`,
    `**${section.word}.** ${text(section.gate)}`,
    ...(section.reasons.length === 0 ? [] : [list(section.reasons.map(text))]),
    `### ${text(section.nextTitle)}`,
    section.next.map((step, index) => `${index + 1}. ${text(step)}`).join("\n"),
  ];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
