import type { Day } from "./model/day.js";
import type { FileSystem } from "./files/file-system.js";
import type { Prompter } from "./walk/prompter.js";

/** A stream that the program writes to. */
export interface Output {
  /** Resolves when the text is handed on, also when the reader has gone away; rejects when it cannot be. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns; null when it is no terminal. */
  readonly columns: number | null;
}

export interface Input {
  readonly isTerminal: boolean;
  /** All of standard input, at most `limit` bytes and one more. */
  readAll(limit: number): Promise<Uint8Array>;
}

/** Whether there is a person to ask: questions go to standard error, so that the report can go elsewhere. */
export function hasTerminal({ stdin, stderr }: Pick<Host, "stdin" | "stderr">): boolean {
  return stdin.isTerminal && stderr.isTerminal;
}

/** The outside world as one argument. Tests give their own. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today in the place where the program runs. */
  today(): Day;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: FileSystem;
  /** Questions and answers in the terminal. `plain`: no redraw and no symbols. */
  openPrompter(options: { readonly plain: boolean; readonly colour: boolean }): Promise<Prompter>;
}
