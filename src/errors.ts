import type { Diagnostic } from "./model/diagnostic.js";

/** How the program ends; see the README for what each means to a script. */
export const ExitCode = { passed: 0, gaps: 1, failed: 2, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** A mistake of the user, or a file that cannot be used: the job cannot be done, exit 2. */
export class UserError extends Error {
  override readonly name = "UserError";
  constructor(
    message: string,
    /** All that is wrong with the files, when files are what is wrong. */
    readonly diagnostics: readonly Diagnostic[] = [],
    /** What to do next; null when the message says it all. */
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}

/** The person stopped at a prompt with Ctrl-C: exit 130. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
