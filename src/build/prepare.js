// Builds what an installation from the repository needs: dist is not kept in it. npm runs this script when it packs the
// folder, and when it installs from git. In the latter, asked for a global installation, it forgets our dependencies.
import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What is said goes to standard error: on standard output, `npm pack` prints the name of the package alone. */
const run = (command) => execSync(command, { cwd: root, stdio: ["ignore", 2, "inherit"] });

if (!existsSync(`${root}node_modules/typescript`)) run("npm ci --no-global --include=dev --ignore-scripts");
run("npm run --silent build");
