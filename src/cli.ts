import { ExitCode, Interrupted, UserError } from "./errors.js";
import { hasTerminal, type Host } from "./host.js";
import { createProgram, isUsageProblem } from "./program.js";
import { version } from "./files/version.js";

/** Runs one command line. Never throws; whatever goes wrong ends in an exit code and a message. */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await run(argv, host);
  } catch (error) {
    // Where not even standard error can be written, the exit code is all that is left.
    return explain(error, host).catch(() => ExitCode.failed);
  }
}

async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const { program, result, printed } = createProgram(host, argv);
  if (argv.length === 0 && !hasTerminal(host)) {
    await host.stderr.write(program.helpInformation());
    return ExitCode.failed;
  }
  try {
    await program.parseAsync(startsWalk(argv) ? ["audit", ...argv] : argv, { from: "user" });
  } catch (error) {
    if (!isUsageProblem(error)) throw error;
    result.code = error.exitCode === 0 ? ExitCode.passed : ExitCode.failed;
  }
  await host.stdout.write(printed.out);
  await host.stderr.write(printed.err);
  return result.code;
}

/** Without a command, the walk: the first word, if any, is an option of it. */
function startsWalk([first]: readonly string[]): boolean {
  return first === undefined || (first.startsWith("-") && !["-h", "--help", "-V", "--version"].includes(first));
}

async function explain(error: unknown, host: Host): Promise<ExitCode> {
  if (error instanceof Interrupted) return ExitCode.interrupted;
  if (error instanceof UserError) {
    const { renderProblem } = await import("./reporters/problem.js");
    await host.stderr.write(renderProblem(error));
    return ExitCode.failed;
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await host.stderr.write(
    `wt-audit: this is a fault of ours, not of your files. Nothing was passed or failed.\n` +
      `Please report it with the command you ran and the lines below (they name no answers):\n` +
      `wt-audit ${version}\n${what}\n`,
  );
  return ExitCode.bug;
}
