import { isAtLeast } from "../model/gap.js";
import type { Gap } from "../model/report.js";
import { escapeTerminal } from "./escape.js";
import { gapsSection } from "./gaps-section.js";
import { editionNotices } from "./opening-section.js";
import type { Reporter } from "./reporter.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";
import { noticeLines } from "./terminal-opening.js";
import { outcomeLines } from "./terminal-verdict.js";
import { verdictSection } from "./verdict-section.js";
import { countBySeverity, describeWaived } from "./wording.js";

/** What `check` prints: a line a gap that counts, as a compiler would, then the verdict and its reasons. */
export const renderVerdict: Reporter = (report, options) => {
  const page = pageFor(options);
  const counted = report.gaps.filter((gap) => !gap.waived);
  const atGate = counted.filter((gap) => isAtLeast(gap.severity, report.verdict.failOn));
  const below = counted.filter((gap) => !atGate.includes(gap));
  return finish([
    ...atGate.map((gap) => gapLine(gap, page)),
    "",
    ...[...notListed(below), ...describeWaived(report.gaps)].flatMap((sentence) => page.text(sentence)),
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

function notListed(below: readonly Gap[]): readonly string[] {
  return below.length === 0 ? [] : [`Below the gate, not listed: ${countBySeverity(below).join(", ")}.`];
}
