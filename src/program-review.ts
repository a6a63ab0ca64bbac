import type { Command } from "commander";
import type { Host } from "./host.js";
import {
  checklistOption,
  colourOption,
  type End,
  formatOption,
  overlayOption,
  parseDay,
  plainOption,
  quietOption,
  todayOption,
} from "./options.js";

/** The start of the next audit. */
export function addReviewCommand(program: Command, host: Host, end: End): void {
  program
    .command("review")
    .argument("[file]", "the audit file, which stays as it is", "audit.yaml")
    .description("start the next audit from this one: answers come forward to be confirmed")
    .option("-o, --output <file>", "the new file, beside the audit (default: audit-YEAR.yaml)")
    .option("--from <day>", "first day of the new period (default: the day after the old one ends)", parseDay)
    .option("--to <day>", "last day of the new period (default: as long as the old one)", parseDay)
    .addOption(checklistOption("the edition to audit against (default: the one in force then)"))
    .addOption(overlayOption())
    .option("--no-overlays", "leave out the overlays that the audit names")
    .option("--dry-run", "write nothing, and say what would come forward")
    .addOption(formatOption("terminal or json"))
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .addOption(quietOption())
    .action(async (file, options) => end((await import("./commands/review.js")).review({ file, ...options }, host)));
}
