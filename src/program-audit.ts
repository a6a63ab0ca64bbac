import { type Command, Option } from "commander";
import type { Host } from "./host.js";
import {
  addLookOptions,
  checklistOption,
  colourOption,
  type End,
  formatOption,
  maxAgeOption,
  overlayOption,
  parseCount,
  parseDay,
  parseList,
  plainOption,
  quietOption,
  todayOption,
} from "./options.js";

/** What starts an audit, answers it, carries it on, and has others look at it. */
export function addAuditCommands(program: Command, host: Host, end: End): void {
  program
    .command("init")
    .argument("[folder]", "where to put audit.yaml", ".")
    .description("start an audit file, and what checks it in CI")
    .addOption(new Option("--ci <host>", "write what checks it there, too").choices(["github", "gitlab", "pre-commit"]))
    .option("--name <name>", "the name of the organisation")
    .option("--reference <text>", "your own reference for it")
    .option("--from <day>", "first day of the period (default: 1 January)", parseDay)
    .option("--to <day>", "last day of the period (default: 31 December)", parseDay)
    .addOption(checklistOption("the edition to audit against (default: the one in force)"))
    .addOption(overlayOption())
    .addOption(todayOption())
    .addOption(quietOption())
    .action(async (folder, options) => end((await import("./commands/init.js")).init({ folder, ...options }, host)));
  const audit = program
    .command("audit")
    .argument("[file]", "the audit file", "audit.yaml")
    .description("the interactive walk; resumes by itself")
    .option("--only <ids>", "ask only these requirements (comma-separated)", parseList)
    .option("--standard <ids>", "ask only these standards (comma-separated)", parseList)
    .option("--redo", "ask again what is answered already")
    .option("--answers <file>", "take the answers from a file, ask nothing")
    .addOption(checklistOption("the edition to audit against (default: the one in force)"));
  addLookOptions(audit).action(async (file, options) =>
    end((await import("./commands/audit.js")).audit({ file, ...options }, host)),
  );
  addMigrateCommand(program, host, end);
  addReviewCommand(program, host, end);
  addBoardCommands(program, host, end);
}

function addMigrateCommand(program: Command, host: Host, end: End): void {
  const migrate = program
    .command("migrate")
    .argument("[file]", "the audit file, or - for standard input", "audit.yaml")
    .description("carry an audit to another edition: nothing that was answered is lost")
    .requiredOption("--to <edition>", "the edition, such as working-together-2026")
    .option("-o, --output <file>", "write a new file, and leave the audit as it is")
    .option("--dry-run", "write nothing, and say what would become of the answers")
    .addOption(overlayOption())
    .option("--no-overlays", "leave out the overlays that the audit names")
    .addOption(formatOption("terminal or json"));
  addLookOptions(migrate).action(async (file, options) =>
    end((await import("./commands/migrate.js")).migrate({ file, ...options }, host)),
  );
}

/** The start of the next audit. */
function addReviewCommand(program: Command, host: Host, end: End): void {
  program
    .command("review")
    .argument("[file]", "the audit file, which stays as it is (default: the config's, or audit.yaml)")
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

/** What others than those who answered do with an audit. */
function addBoardCommands(program: Command, host: Host, end: End): void {
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
