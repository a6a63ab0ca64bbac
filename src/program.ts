import { Command, CommanderError } from "commander";
import { ExitCode } from "./errors.js";
import { version } from "./files/version.js";
import type { Host } from "./host.js";
import {
  colourOption,
  type End,
  formatOption,
  plainOption,
  quietOption,
  reportFormats,
  todayOption,
} from "./options.js";
import { addActionCommands } from "./program-actions.js";
import { addAuditCommands } from "./program-audit.js";
import { addChecklistCommands } from "./program-checklist.js";
import { addReportCommands } from "./program-report.js";

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

/** Every command, a page for each kind (program-*.ts); the handlers load when they are called. */
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
  addReportCommands(program, host, end);
  addActionCommands(program, host, end);
  addChecklistCommands(program, host, end);
  addToolCommands(program, host, end);
  return { program, result, printed };
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
