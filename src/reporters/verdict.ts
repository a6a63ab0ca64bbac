import { isAtLeast, severityOrder } from "../model/gap.js";
import type { Gap } from "../model/report.js";
import { escapeTerminal } from "./escape.js";
import { gapsSection } from "./gaps-section.js";
import { editionNotices } from "./opening-section.js";
import type { Reporter } from "./reporter.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";
import { noticeLines } from "./terminal-opening.js";
import { outcomeLines } from "./terminal-verdict.js";
import { verdictSection } from "./verdict-section.js";
import { countOf, severityInfo } from "./wording.js";

/** What `check` prints: a line a gap that counts, as a compiler would, then the verdict and its reasons. */
export const renderVerdict: Reporter = (report, options) => {
  const page = pageFor(options);
  const counted = report.gaps.filter((gap) => !gap.waived);
  const atGate = counted.filter((gap) => isAtLeast(gap.severity, report.verdict.failOn));
  const below = counted.filter((gap) => !atGate.includes(gap));
  return finish([
    ...atGate.map((gap) => gapLine(gap, page)),
    "",
    ...notListed(below, report.gaps.length - counted.length).flatMap((sentence) => page.text(sentence)),
    ...editionNotices(report).flatMap((notice) => ["", ...noticeLines(notice, page), ""]),
    ...outcomeLines(verdictSection(report, gapsSection(report)), page),
  ]);
};

const styles = { error: "bad", warning: "caution", note: "strong" } as const satisfies Record<
  Gap["severity"],
  keyof Page["paint"]
>;

/** Not wrapped, so that it can be searched: `audit.yaml:41:5 error not-met board-lead: message`. A gap without a place has `-`. */
function gapLine({ kind, severity, requirement, message, location }: Gap, { paint }: Page): string {
  const place = location === null ? "-" : `${location.file}:${location.line}:${location.column}`;
  return `${paint.place(escapeTerminal(place))} ${paint[styles[severity]](severity)} ${kind} ${requirement}: ${escapeTerminal(message)}`;
}

function notListed(below: readonly Gap[], waived: number): readonly string[] {
  const counts = severityOrder.flatMap((severity) => {
    const count = below.filter((gap) => gap.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severityInfo[severity].one)];
  });
  return [
    ...(counts.length === 0 ? [] : [`Below the gate, not listed: ${counts.join(", ")}.`]),
    ...(waived === 0 ? [] : [`Waived, not listed: ${countOf(waived, "gap")}.`]),
  ];
}
