import type { Command } from "commander";
import type { Host } from "./host.js";
import {
  colourOption,
  type End,
  formatOption,
  maxAgeOption,
  parseCount,
  parseDay,
  parseList,
  plainOption,
  quietOption,
  todayOption,
} from "./options.js";

/** What others than those who answered do with an audit. */
export function addBoardCommands(program: Command, host: Host, end: End): void {
  program
    .command("moderate")
    .argument("[file]", "the audit file", "audit.yaml")
    .description("a second person goes through the ratings; resumes by itself")
    .option("--only <ids>", "only these requirements (comma-separated)", parseList)
    .option("--standard <ids>", "only these standards (comma-separated)", parseList)
    .option("--redo", "ask again what is moderated already")
    .option("--sample <count>", "only a sample of so many answers", parseCount)
    .option("--seed <text>", "what the sample is drawn by (default: the organisation and the period)")
    .option("--list", "print the sample, ask nothing")
    .option("--answers <file>", "take the moderated ratings from a file, ask nothing")
    .addOption(formatOption("with --list: terminal, markdown or json"))
    .addOption(maxAgeOption())
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .addOption(quietOption())
    .action(async (file, options) =>
      end((await import("./commands/moderate.js")).moderate({ file, ...options }, host)),
    );
  program
    .command("sign-off")
    .argument("[file]", "the audit file", "audit.yaml")
    .description("record that the board, or whoever answers for it, signed the audit off")
    .requiredOption("--role <role>", "who signs: a role, never a name")
    .option("--minute <text>", "where it is minuted")
    .option("--on <day>", "the day it was signed (default: today)", parseDay)
    .addOption(todayOption())
    .addOption(quietOption())
    .action(async (file, options) => end((await import("./commands/sign-off.js")).signOff({ file, ...options }, host)));
}
