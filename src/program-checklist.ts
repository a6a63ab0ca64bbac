import { type Command, Option } from "commander";
import type { Host } from "./host.js";
import { colourOption, type End, formatOption, plainOption, quietOption, todayOption } from "./options.js";

const diffFormats = "terminal, markdown, html or json";

/** What shows checklists, compares them, and helps their authors. */
export function addChecklistCommands(program: Command, host: Host, end: End): void {
  const checklist = program
    .command("checklist")
    .description("the editions and what they ask: list, show, diff, lint, new")
    .helpCommand(false);
  checklist
    .command("list")
    .description("the shipped editions")
    .addOption(formatOption("terminal or json"))
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .action(async (options) => end((await import("./commands/checklist-list.js")).checklistList(options, host)));
  checklist
    .command("show")
    .argument("<id>", "an edition, such as working-together-2023, or the file of an overlay")
    .description("everything an edition or an overlay asks, and how to audit it")
    .addOption(formatOption("terminal, markdown or json"))
    .addOption(plainOption())
    .addOption(colourOption())
    .action(async (id, options) =>
      end((await import("./commands/checklist-show.js")).checklistShow({ id, ...options }, host)),
    );
  addDiffCommand(checklist, host, end);
  checklist
    .command("lint")
    .argument("[files...]", "edition, overlay, practice, profile, scales or lexicon files")
    .description("check the files of a checklist, your own form's too")
    .addOption(
      new Option("--fail-on <severity>", "the mildest problem that fails (default: warning)").choices([
        "error",
        "warning",
        "note",
      ]),
    )
    .option("--explain <rule>", "tell about a rule, instead of checking files")
    .action(async (files, options) =>
      end((await import("./commands/checklist-lint.js")).checklistLint({ files, ...options }, host)),
    );
  checklist
    .command("new")
    .argument("<id>", "its name in small letters and digits, such as anytown-2026")
    .description("start a form of your own: an overlay, with comments that teach its parts")
    .option("--extends <id>", "the edition, or the overlay beside it, that it adds to (default: the edition in force)")
    .option("--title <title>", "what the form is called")
    .option("-o, --output <file>", "where to write it (default: ID.yaml here)")
    .addOption(todayOption())
    .addOption(quietOption())
    .action(async (id, options) =>
      end((await import("./commands/checklist-new.js")).checklistNew({ id, ...options }, host)),
    );
}

function addDiffCommand(checklist: Command, host: Host, end: End): void {
  checklist
    .command("diff")
    .argument("<from>", "an edition, such as working-together-2018, or the file of an overlay")
    .argument("<to>", "the edition, or the file, to compare it with")
    .description("what changed from one checklist to another")
    .addOption(formatOption(diffFormats))
    .option("--all", "list what did not change, too")
    .addOption(plainOption())
    .addOption(colourOption())
    .action(async (from, to, options) =>
      end((await import("./commands/checklist-diff.js")).checklistDiff({ from, to, ...options }, host)),
    );
}
