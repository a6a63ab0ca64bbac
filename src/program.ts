import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { ExitCode } from "./errors.js";
import type { Host } from "./host.js";
import { isDay, isDuration } from "./model/day.js";
import { version } from "./version.js";

export interface Program {
  readonly program: Command;
  /** How the command ended; passed until one says otherwise. */
  readonly result: { code: ExitCode };
  /** What commander printed: help, version, usage errors. */
  readonly printed: { out: string; err: string };
}

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
  const end = async (code: Promise<ExitCode>): Promise<void> => void (result.code = await code);

  program
    .command("init")
    .argument("[folder]", "where to put audit.yaml", ".")
    .description("start an audit file")
    .option("--name <name>", "the name of the organisation")
    .option("--reference <text>", "your own reference for it")
    .option("--from <day>", "first day of the period (default: 1 January)", parseDay)
    .option("--to <day>", "last day of the period (default: 31 December)", parseDay)
    .addOption(checklistOption())
    .addOption(todayOption())
    .action(async (folder, options) => end((await import("./commands/init.js")).init({ folder, ...options }, host)));

  program
    .command("audit")
    .argument("[file]", "the audit file", "audit.yaml")
    .description("the interactive walk; resumes by itself")
    .option("--only <ids>", "ask only these requirements (comma-separated)", parseList)
    .option("--standard <ids>", "ask only these standards (comma-separated)", parseList)
    .option("--redo", "ask again what is answered already")
    .option("--answers <file>", "take the answers from a file, ask nothing")
    .addOption(checklistOption())
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .action(async (file, options) => end((await import("./commands/audit.js")).audit({ file, ...options }, host)));

  program
    .command("report")
    .argument("[file]", "the audit file, or - for standard input", "audit.yaml")
    .description("the gap report")
    .addOption(formatOption("terminal, markdown, html, json or csv"))
    .addOption(failOnOption())
    .addOption(maxAgeOption())
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .addOption(quietOption())
    .action(async (file, options) => end((await import("./commands/report.js")).report({ file, ...options }, host)));

  program
    .command("check")
    .argument("[file]", "the audit file, or - for standard input", "audit.yaml")
    .description("the gate, for CI: fails on gaps and fails closed")
    .addOption(formatOption("terminal, markdown, html, json or csv"))
    .addOption(failOnOption())
    .addOption(maxAgeOption())
    .option("--min-assured <percent>", "the lowest assured score that passes", parsePercent)
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .addOption(quietOption())
    .action(async (file, options) => end((await import("./commands/check.js")).check({ file, ...options }, host)));

  addChecklistCommands(program, host, end);

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
    .addOption(formatOption("terminal, markdown, html, json or csv"))
    .addOption(todayOption())
    .addOption(plainOption())
    .addOption(colourOption())
    .action(async (options) => end((await import("./commands/demo.js")).demo(options, host)));

  return { program, result, printed };
}

function addChecklistCommands(program: Command, host: Host, end: (code: Promise<ExitCode>) => Promise<void>): void {
  const checklist = program.command("checklist").description("the editions and what they ask: list, show, lint").helpCommand(false);
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
    .argument("<id>", "an edition, such as working-together-2023")
    .description("everything an edition asks, and how to audit it")
    .addOption(formatOption("terminal, markdown or json"))
    .addOption(plainOption())
    .addOption(colourOption())
    .action(async (id, options) => end((await import("./commands/checklist-show.js")).checklistShow({ id, ...options }, host)));
  checklist
    .command("lint")
    .argument("<files...>", "edition, practice, profile, scales or lexicon files")
    .description("check the files of a checklist")
    .action(async (files) => end((await import("./commands/checklist-lint.js")).checklistLint({ files }, host)));
}

/** Whether commander stopped the run: for help, for the version, or because the words were off. */
export function isUsageProblem(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}

function formatOption(choices: string): Option {
  return new Option("-f, --format <format[=file]>", `${choices}; repeat for several`).argParser(
    (value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value],
  );
}

function failOnOption(): Option {
  return new Option("--fail-on <severity>", "the mildest gap that fails").choices(["error", "warning", "note"]).default("error");
}

function maxAgeOption(): Option {
  return new Option("--max-age <duration>", "how old an answer may be, such as P12M").argParser(parseDuration).default("P12M");
}

function todayOption(): Option {
  return new Option("--today <day>", "the day to judge by, YYYY-MM-DD").argParser(parseDay);
}

function checklistOption(): Option {
  return new Option("--checklist <id>", "the edition to audit against (default: the one in force)");
}

function plainOption(): Option {
  return new Option("--plain", "no redraw and no symbols, for screen readers and logs");
}

function colourOption(): Option {
  return new Option("--no-color", "no colour (also NO_COLOR)");
}

function quietOption(): Option {
  return new Option("-q, --quiet", "say nothing on standard error but errors");
}

function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("A day is written YYYY-MM-DD and must exist.");
  return text;
}

function parseDuration(text: string): string {
  if (!isDuration(text)) throw new InvalidArgumentError("A duration is written as ISO 8601 has it, such as P12M or P1Y.");
  return text;
}

function parsePercent(text: string): number {
  const percent = Number(text);
  if (!/^\d{1,3}(\.\d+)?$/u.test(text) || percent > 100) throw new InvalidArgumentError("A percentage is a number from 0 to 100.");
  return percent;
}

function parseList(text: string): readonly string[] {
  const ids = text.split(",").map((id) => id.trim()).filter((id) => id !== "");
  if (ids.length === 0) throw new InvalidArgumentError("Name at least one id.");
  return ids;
}
