import type { Style } from "./paint.js";
import {
  describeShares,
  type Share,
  shareInfo,
  shares,
  type StandardRow,
  type StandardsSection,
} from "./standards-section.js";
import type { Page } from "./terminal-layout.js";

/** What a requirement is drawn with; each share has a mark of its own. */
const cells = {
  met: "\u2588",
  partlyMet: "\u2593",
  notMet: "\u2591",
  unanswered: "\u00B7",
  notApplicable: "-",
} as const satisfies Record<Share, string>;

const styles = {
  met: "good",
  partlyMet: "caution",
  notMet: "bad",
  unanswered: "faint",
  notApplicable: "faint",
} as const satisfies Record<Share, keyof Page["paint"]>;

export function standardsLines(section: StandardsSection, page: Page): readonly string[] {
  const used = shares.filter((share) => section.rows.some((row) => row.counts[share] > 0));
  const legend = used.flatMap((share) =>
    page.text(shareInfo[share], { indent: 2, lead: `${cells[share].repeat(2)} ` }),
  );
  return [
    ...page.heading(section.title),
    ...section.rows.flatMap((row) =>
      page.plain ? page.text(`${row.title}: ${describeShares(row)}`) : rowLines(row, page),
    ),
    ...(page.plain || used.length === 0 ? [] : ["", ...page.text("Two columns a requirement:"), ...legend]),
    ...(section.notAsked === null ? [] : ["", ...page.text(section.notAsked, { style: page.paint.faint })]),
  ];
}

function rowLines(row: StandardRow, page: Page): readonly string[] {
  return [
    ...page.text(row.title),
    ...barLines(row, page).map((line) => `  ${line}`),
    ...page.text(describeShares(row), { indent: 2, style: page.paint.faint }),
  ];
}

/** A bar longer than the page goes on in the next line. */
function barLines(row: StandardRow, page: Page): readonly string[] {
  const bar = shares.flatMap((share) => {
    const style: Style = page.paint[styles[share]];
    return Array.from({ length: row.counts[share] }, () => ({ share, style }));
  });
  const room = Math.floor((page.width - 2) / 2);
  const starts = Array.from({ length: Math.ceil(bar.length / room) }, (_, index) => index * room);
  return starts.map((start) => shares.map((share) => paintRun(bar.slice(start, start + room), share)).join(""));
}

function paintRun(bar: readonly { readonly share: Share; readonly style: Style }[], share: Share): string {
  const run = bar.filter((cell) => cell.share === share);
  return run[0]?.style(cells[share].repeat(run.length * 2)) ?? "";
}
