import { type Command, Option } from "commander";
import type { Host } from "./host.js";
import {
  collect,
  colourOption,
  type End,
  formatOption,
  parseDay,
  parseDuration,
  parseForces,
  parseList,
  plainOption,
  quietOption,
  todayOption,
} from "./options.js";

const aboutActions = `
With --due or --overdue the exit code is 1 when anything is listed, 0 when nothing
is: for a schedule that chases people. Without them it is 0. An audit that cannot
be read is 2, and nothing is listed.
A file that is called add, done or move: write ./add.`;

/** The action plan: its list, and what changes it. */
export function addActionCommands(program: Command, host: Host, end: End): void {
  const actions = program
    .command("actions")
    .argument("[files...]", "audit files (default: the config's, or audit.yaml)")
    .description("the action plan: list, filter, calendar; and add, done, move")
    .helpCommand(false)
    .enablePositionalOptions()
    .addHelpText("after", aboutActions)
    .option("--due <duration>", "those due within a time, such as P30D, and overdue ones", parseDuration)
    .option("--overdue", "those that are overdue")
    .option("--owner <text>", "those of an owner whose role holds this text")
    .option("--requirement <ids>", "those for these requirements (comma-separated)", parseList)
    .option("--force <forces>", "those for must, should, local or practice (comma-separated)", parseForces)
    .addOption(new Option("--all", "closed actions too").conflicts(["due", "overdue"]))
    .addOption(formatOption("terminal, markdown, csv, json or ics (a calendar)"))
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .addOption(quietOption())
    .action(async (files, options) =>
      end((await import("./commands/actions.js")).actions({ files, ...options }, host)),
    );
  changePlan(
    actions
      .command("add")
      .argument("<requirement>", "the id of the requirement it is for, as reports show it, such as board-lead"),
  )
    .description("take on an action")
    .requiredOption("--what <text>", "what will be done; never name a child")
    .option("--owner <role>", "who will see to it: a role, not a name")
    .option("--due <day>", "by when, YYYY-MM-DD", parseDay)
    .addOption(new Option("--priority <priority>", "how pressing it is").choices(["high", "medium", "low"]))
    .option("--measure <text>", "how its success will be told")
    .action(async (requirement, options) =>
      end((await import("./commands/actions-add.js")).addAction({ requirement, ...options }, host)),
    );
  changePlan(actions.command("done").argument("<id>", "the action, such as A1"))
    .description("close an action with what shows that it was done")
    .option("--evidence <path>", "a document, from the folder of the audit; repeat for several", collect)
    .option("--location <text>", "where the evidence is, when it is no file")
    .option("--on <day>", "when it was done (default: today)", parseDay)
    .action(async (id, options) =>
      end((await import("./commands/actions-done.js")).closeAction({ id, ...options }, host)),
    );
  changePlan(actions.command("move").argument("<id>", "the action, such as A1"))
    .description("set another day for an action")
    .requiredOption("--due <day>", "by when, YYYY-MM-DD", parseDay)
    .option("--why <text>", "why it was moved; kept in its progress")
    .action(async (id, options) =>
      end((await import("./commands/actions-move.js")).postponeAction({ id, ...options }, host)),
    );
}

/** What every change of an action plan can be told. */
function changePlan(command: Command): Command {
  return command
    .option("--file <file>", "the audit file (default: the config's, or audit.yaml)")
    .addOption(todayOption())
    .addOption(quietOption());
}
