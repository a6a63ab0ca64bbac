import type { Alert, Alerts } from "../model/alert.js";
import type { AlertReporter } from "./alert-reporter.js";
import { alertsIn, describePlace, newAlerts, tally, titlesOf } from "./alert-selection.js";
import { escapeComment } from "./escape.js";
import { countOf, severityInfo } from "./wording.js";

/** By this a bot finds its own comment again, to replace it. */
const marker = "<!-- wt-audit -->";

/** GitHub takes 65,536 characters; what a bot adds around it must fit as well. */
const commentLimit = 59_000;

/** GitHub takes 1 MiB; a character has at most three bytes. */
const summaryLimit = 300_000;

/** A comment for a pull request, in Markdown: the verdict, why, and what is new. Below 60,000 characters, whatever was found. */
export const renderComment: AlertReporter = (alerts) => `${marker}\n\n${page(alerts, commentLimit)}`;

/** The page that GitHub shows of a run, in Markdown; below 1 MiB. */
export function githubSummary(alerts: Alerts): string {
  return page(alerts, summaryLimit);
}

interface Part {
  /** Null: listed openly under what comes before. */
  readonly title: string | null;
  readonly isCollapsed: boolean;
  readonly items: readonly string[];
}

/** A part gets at most half of what is left, so that a long one leaves room for those that follow. */
function page(alerts: Alerts, limit: number): string {
  const blocks = [`## ${alerts.title}: ${alerts.passed ? "PASSED" : "FAILED"}`];
  let room = limit;
  for (const part of partsOf(alerts)) {
    const block = blockOf(part, room / 2);
    blocks.push(block);
    room -= block.length;
  }
  return `${blocks.join("\n\n")}\n`;
}

function partsOf(alerts: Alerts): readonly Part[] {
  const titleOf = titlesOf(alerts);
  const found = newAlerts(alerts);
  const waived = alertsIn(alerts).filter((alert) => alert.state === "waived");
  const known = alertsIn(alerts).filter((alert) => alert.state === "known");
  const ofSeverity = (severity: Alert["severity"]): Part => {
    const of = found.filter((alert) => alert.severity === severity);
    return {
      title: `New: ${countOf(of.length, severityInfo[severity].one)}`,
      isCollapsed: severity !== "error",
      items: of.map((alert) => describe(alert, titleOf(alert), alert.hint)),
    };
  };
  const list = (items: readonly string[]): Part => ({ title: null, isCollapsed: false, items });
  return [
    list([...alerts.reasons.map((reason) => text(reason)), ...(found.length === 0 ? ["Nothing new was found."] : [])]),
    ofSeverity("error"),
    ofSeverity("warning"),
    ofSeverity("note"),
    {
      title: `Waived: ${tally(waived)}`,
      isCollapsed: true,
      items: waived.map((alert) => describe(alert, titleOf(alert), alert.justification)),
    },
    list(known.length === 0 ? [] : [`Known, and in the baseline: ${tally(known)}.`]),
    { title: "In figures", isCollapsed: true, items: alerts.summary.map((line) => text(line)) },
  ].filter((part) => part.items.length > 0);
}

function describe(alert: Alert, title: string, rest: string | null): string {
  const why = rest === null ? "" : ` ${text(rest)}`;
  return `**${text(title)}**: ${text(describeSubject(alert))}. ${text(alert.message)}${why}`;
}

/** The requirement and its place, or the document with its line. */
function describeSubject(alert: Alert): string {
  const place = describePlace(alert);
  if (place === null) return alert.subject;
  return alert.place?.file === alert.subject ? place : `${alert.subject} (${place})`;
}

/** How many characters of any one text are told. */
const longest = 400;

function text(raw: string): string {
  if (raw.length <= longest) return escapeComment(raw);
  // A cut through a character that takes two units leaves half of it.
  return escapeComment(`${raw.slice(0, longest).replace(/\p{Cs}$/u, "")}\u2026`);
}

function blockOf({ title, isCollapsed, items }: Part, room: number): string {
  const list = fitting(items, room).join("\n");
  if (title === null) return list;
  return isCollapsed ? `<details><summary>${title}</summary>\n\n${list}\n\n</details>` : `### ${title}\n\n${list}`;
}

/** As many as fit, and how many more there are. */
function fitting(items: readonly string[], room: number): readonly string[] {
  let length = 0;
  const fits = items.findIndex((item) => {
    length += item.length + "- \n".length;
    return length > room;
  });
  if (fits === -1) return items.map((item) => `- ${item}`);
  return [...items.slice(0, fits).map((item) => `- ${item}`), `- and ${items.length - fits} more`];
}
