import { main } from "./cli.js";
import { ExitCode } from "./errors.js";
import type { Host } from "./host.js";
import { createHost } from "./node-host.js";

/** Runs the command line of a Node process; nothing else does. */
export async function run(process: NodeJS.Process): Promise<void> {
  const host = openHost(process);
  process.exitCode = host === null ? ExitCode.failed : await main(process.argv.slice(2), host);
}

/** Null when the current folder has been removed: there is nowhere to work. */
function openHost(process: NodeJS.Process): Host | null {
  try {
    return createHost(process);
  } catch {
    process.stderr.write("wt-audit: the folder you are in is not there any more\n");
    return null;
  }
}
