import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withFolder } from "./fixture.js";
import type { Outcome, Run, RunOptions } from "./run.js";

/** A policy in whose text nothing is wrong on the day of the tests. */
export const soundPolicy = `# Safeguarding policy

Approved by the trustees on 1 March 2026. Review due: 1 March 2027.

## Who leads

The vice chair of trustees is our board-level lead for safeguarding.

Anyone who is worried about a child tells the designated safeguarding lead, on 020 7946 0000, the same day.
`;

export const overduePolicy = soundPolicy.replace("1 March 2027", "1 September 2026");

/** A folder of policies, with a cache beside it that no user has. */
export function withPolicies(files: Readonly<Record<string, string | Uint8Array>>) {
  const made = withFolder(Object.fromEntries(Object.entries(files).map(([name, text]) => [`work/${name}`, text])));
  const folder = join(made.folder, "work");
  mkdirSync(folder, { recursive: true });
  const cache = join(made.folder, "cache");
  return {
    folder,
    cache,
    remove: made.remove,
    at: (name: string) => join(folder, name),
    /** Runs there on 21 November 2026. */
    run: (run: Run, args: readonly string[], env: NonNullable<RunOptions["env"]> = {}): Promise<Outcome> =>
      run([...args, "--today", "2026-11-21"], {
        cwd: folder,
        env: { XDG_CACHE_HOME: cache, GIT_CEILING_DIRECTORIES: made.folder, ...env },
      }),
  };
}
