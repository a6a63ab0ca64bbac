import { main } from "./cli.js";
import { createHost } from "./node-host.js";

/** Runs the command line of a Node process; nothing else does. */
export async function run(process: NodeJS.Process): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), createHost(process));
}
