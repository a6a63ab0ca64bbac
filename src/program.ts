import { Command, CommanderError, Option } from "commander";
import { ExitCode } from "./errors.js";
import type { Host } from "./host.js";
import {
  checklistOption,
  colourOption,
  type End,
  failOnOption,
  formatOption,
  maxAgeOption,
  overlayOption,
  parseDay,
  parseList,
  parsePercent,
  plainOption,
  quietOption,
  todayOption,
} from "./options.js";
import { addBoardCommands } from "./program-board.js";
import { version } from "./files/version.js";
import { addReviewCommand } from "./program-review.js";
import { addActionCommands } from "./program-actions.js";

export interface Program {
  readonly program: Command;
  /** How the command ended; passed until one says otherwise. */
  readonly result: { code: ExitCode };
  /** What commander printed: help, version, usage errors. */
  readonly printed: { out: string; err: string };
}

const reportFormats = "terminal, markdown, html, json or csv";
const diffFormats = "terminal, markdown, html or json";
const checkFormats = "terminal, markdown, json, junit, sarif, github, gitlab, or of an audit html or csv";

const examples = `
Start here:
  wt-audit                     walk your organisation through the checklist
  wt-audit demo                see the gap report of a made-up charity
  wt-audit report -f html=gaps.html
                               the gap report as one web page
  wt-audit check               pass or fail, for a script or CI

Exit codes: 0 passed, 1 gaps at or above the gate, 2 could not do the job,
70 a fault of ours, 130 interrupted (your answers are saved).

This is no place to report a concern about a child. In danger now: call 999.`;

/** Every command, option and example on one page; the handlers load when they are called. */
export function createProgram(host: Host): Program {
  const result: Program["result"] = { code: ExitCode.passed };
  const printed = { out: "", err: "" };
  const program = new Command("wt-audit")
    .description("A self-audit of safeguarding arrangements against Working Together to Safeguard Children.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help, or a command's")
    .helpCommand(false)
    // What stands behind the name of a command is its own: --due says another thing behind actions and actions move.
    .enablePositionalOptions()
    .addHelpText("after", examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void (printed.out += text),
      writeErr: (text) => void (printed.err += text),
      getOutHelpWidth: () => host.stdout.columns ?? 80,
      getErrHelpWidth: () => host.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const end: End = async (code) => void (result.code = await code);
  addAuditCommands(program, host, end);
  addMigrateCommand(program, host, end);
  addReviewCommand(program, host, end);
  addReportCommands(program, host, end);
  addCompareCommand(program, host, end);
  addActionCommands(program, host, end);
  addBoardCommands(program, host, end);
  addScanCommand(program, host, end);
  addChecklistCommands(program, host, end);
  addToolCommands(program, host, end);
  return { program, result, printed };
}

function addAuditCommands(program: Command, host: Host, end: End): void {
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

/** The day, and how what is printed looks. */
function addLookOptions(command: Command): Command {
  const options = [todayOption(), plainOption(), colourOption(), quietOption()];
  return options.reduce((each, option) => each.addOption(option), command);
}

function addReportCommands(program: Command, host: Host, end: End): void {
  const report = program.command("report").description("the gap report");
  addJudgingOptions(report.argument("[file]", "the audit file, or - for standard input", "audit.yaml"), reportFormats)
    .option("--for <overlay>", "the return for one of the audit's overlays, in its form and on its scale")
    .action(async (file, options) => end((await import("./commands/report.js")).report({ file, ...options }, host)));
  const check = program.command("check").description("the gate, for CI: fails on gaps, and fails closed");
  addJudgingOptions(
    check.argument("[file]", "the audit file, or - for standard input (default: the config's, or audit.yaml)"),
    checkFormats,
  )
    .option("--min-assured <percent>", "the lowest assured score that passes", parsePercent)
    .option("--in-force", "fail when the audit's edition is not the one in force")
    .option("--config <file>", "the config (default: .wt-audit.yaml here or above)")
    .option("--no-config", "check without a config")
    .option("--baseline <file>", "the gaps and findings that are known (default: the config's)")
    .option("--update-baseline", "write today's gaps and findings to the baseline")
    .option("--changed-since <revision>", "tell findings only in documents that changed since a git revision")
    .action(async (file, options) => end((await import("./commands/check.js")).check({ file, ...options }, host)));
}

function addCompareCommand(program: Command, host: Host, end: End): void {
  program
    .command("compare")
    .argument("<old>", "the older audit")
    .argument("<new>", "the newer audit")
    .argument("[more...]", "further audits, for a trend")
    .description("what changed since the board last saw it")
    .addOption(formatOption("terminal, markdown, html or json"))
    .option("--any-organisation", "compare audits of different organisations, too")
    .addOption(maxAgeOption())
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .addOption(quietOption())
    .action(async (older, newer, more, options) =>
      end((await import("./commands/compare.js")).compare({ files: [older, newer, ...more], ...options }, host)),
    );
}

/** How an audit is to be judged and shown. */
function addJudgingOptions(command: Command, formats: string): Command {
  const judging = command
    .addOption(formatOption(formats))
    .addOption(checklistOption("the edition that the audit must be against, superseded or not"))
    .addOption(failOnOption())
    .addOption(maxAgeOption());
  return addLookOptions(judging);
}

function addScanCommand(program: Command, host: Host, end: End): void {
  program
    .command("scan")
    .argument("[paths...]", "files and folders of policies (default: the current folder)")
    .description("read policy documents: what they state, what is wrong with them")
    .addOption(formatOption("terminal, markdown, json, junit, sarif, github or gitlab"))
    .option("--sector <kinds>", "what kind of organisation you are (comma-separated)", parseList)
    .addOption(checklistOption("the edition to look for (default: the one in force)"))
    .addOption(failOnOption())
    .option("--changed-since <rev>", "tell only what is wrong with files that changed since a git revision")
    .option("--no-cache", "read every document anew")
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .addOption(quietOption())
    .action(async (paths, options) => end((await import("./commands/scan.js")).scan({ paths, ...options }, host)));
}

function addChecklistCommands(program: Command, host: Host, end: End): void {
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

function addToolCommands(program: Command, host: Host, end: End): void {
  program
    .command("schema")
    .argument("[name]", "audit, answers, report ...; none lists them")
    .description("print a JSON Schema")
    .action(async (name) => end((await import("./commands/schema.js")).schema({ name }, host)));
  program
    .command("completion")
    .argument("<shell>", "bash, zsh or fish")
    .description("print a script that completes wt-audit in your shell")
    .action(async (shell) => end((await import("./commands/completion.js")).completion({ shell, program }, host)));
  program
    .command("demo")
    .description("the gap report of the bundled example, nothing asked")
    .addOption(formatOption(reportFormats))
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .addOption(quietOption())
    .action(async (options) => end((await import("./commands/demo.js")).demo(options, host)));
}

/** Whether commander stopped the run: for help, for the version, or because the words were off. */
export function isUsageProblem(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}
