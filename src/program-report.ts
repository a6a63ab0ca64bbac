import type { Command } from "commander";
import type { Host } from "./host.js";
import {
  addLookOptions,
  checklistOption,
  colourOption,
  type End,
  failOnOption,
  formatOption,
  maxAgeOption,
  parseList,
  parsePercent,
  plainOption,
  quietOption,
  reportFormats,
  todayOption,
} from "./options.js";

const checkFormats = "terminal, markdown, json, junit, sarif, github, gitlab, or of an audit html or csv";

/** What judges an audit, and reads policies. */
export function addReportCommands(program: Command, host: Host, end: End): void {
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
  addCompareCommand(program, host, end);
  addScanCommand(program, host, end);
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
