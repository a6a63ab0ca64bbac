import type { Reporter } from "./reporter.js";
import { type Section, sectionsOf } from "./sections.js";
import { countsLines } from "./terminal-counts.js";
import { formLines } from "./terminal-form.js";
import { gapsLines } from "./terminal-gaps.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";
import { listedLines } from "./terminal-listed.js";
import { notAskedLines } from "./terminal-not-asked.js";
import { openingLines } from "./terminal-opening.js";
import { standardsLines } from "./terminal-standards.js";
import { verdictLines } from "./terminal-verdict.js";

/** The gap report for a terminal of `width` columns. */
export const renderTerminal: Reporter = (report, options) => {
  const page = pageFor(options);
  return finish(sectionsOf(report).flatMap((section) => linesOf(section, page)));
};

function linesOf(section: Section, page: Page): readonly string[] {
  switch (section.kind) {
    case "opening":
      return openingLines(section, page);
    case "counts":
      return countsLines(section, page);
    case "form":
      return formLines(section, page);
    case "standards":
      return standardsLines(section, page);
    case "gaps":
      return gapsLines(section, page);
    case "waived":
    case "baseline":
    case "documents":
      return listedLines(section, page);
    case "not-asked":
      return notAskedLines(section, page);
    case "verdict":
      return verdictLines(section, page);
  }
}
