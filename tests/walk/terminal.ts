import { PassThrough, Writable } from "node:stream";
import xterm from "@xterm/headless";
import { createInquirerPrompter } from "../../src/walk/inquirer-prompter.js";

/** A terminal in memory with an inquirer prompter in it. */
export function openTerminal(columns: number, rows: number, colour = false) {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
    scrollback: 500,
  });
  const input = new PassThrough();
  const written: string[] = [];
  const output = Object.assign(
    new Writable({
      write: (chunk: Buffer, _encoding, next) => {
        written.push(chunk.toString());
        terminal.write(chunk, next);
      },
    }),
    { columns, rows, isTTY: true },
  );
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await new Promise<void>((resolve) => terminal.write("", resolve));
  };
  return {
    prompter: createInquirerPrompter({ input, output, colour }),
    input,
    written,
    /** Types, one key at a time. */
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        input.write(key);
        await settle();
      }
    },
    /** Everything on the screen and above it, without blank lines at the end. */
    screen: async () => {
      await settle();
      const buffer = terminal.buffer.active;
      const lines = Array.from(
        { length: buffer.length },
        (_, index) => buffer.getLine(index)?.translateToString(true) ?? "",
      );
      return lines.join("\n").trimEnd();
    },
  };
}

export const key = {
  up: "\u001B[A",
  down: "\u001B[B",
  enter: "\r",
  tab: "\t",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
  clear: "\u0015",
} as const;
