import type { Scan } from "../model/scan.js";
import { escapeMarkdown as text } from "./escape.js";
import { type FindingGroup, type ResultGroup, scanSections } from "./scan-sections.js";

/** What a scan found, for wherever Markdown is read. */
export function renderScanMarkdown(scan: Scan): string {
  const sections = scanSections(scan);
  const { word, reasons } = sections.outcome;
  const blocks = [
    `# ${text(sections.title)}`,
    sections.opening.map(text).join("\n"),
    ...(sections.notice === null ? [] : [`> ${text(sections.notice)}`]),
    `**${word}**. ${text(sections.counts)}`,
    ...(reasons.length === 0 ? [] : [list(reasons.map(text))]),
    ...sections.results.flatMap(resultBlocks),
    "## What is wrong with them",
    ...(sections.findings.length === 0 ? [text(sections.noFindings)] : sections.findings.flatMap(findingBlocks)),
    ...(sections.left.length === 0 ? [] : ["## Not read", list(sections.left.map(text))]),
    `_${text(sections.caution)}_`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function resultBlocks({ title, entries }: ResultGroup): readonly string[] {
  const items = entries.map((entry) => {
    const passages = entry.passages.map(
      ({ place, excerpt, reason }) => `  - ${text(place)}: "${text(excerpt)}" ${text(reason)}`,
    );
    const reason = entry.reason === null ? "" : `. ${text(entry.reason)}`;
    return [`**${text(entry.title)}**${reason}`, ...passages].join("\n");
  });
  return [`## ${text(title)}`, list(items)];
}

function findingBlocks({ title, severity, hint, entries }: FindingGroup): readonly string[] {
  return [`### ${text(title)} (${severity})`, text(hint), list(entries.map(text))];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
