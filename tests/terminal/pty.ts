import { fileURLToPath } from "node:url";
import pty from "@lydell/node-pty";
import headless from "@xterm/headless";

export const bin = fileURLToPath(new URL("../../bin/wt-audit.js", import.meta.url));

export const keys = {
  enter: "\r",
  down: "\x1B[B",
  up: "\x1B[A",
  tab: "\t",
  escape: "\x1B",
  ctrlC: "\x03",
  ctrlD: "\x04",
};

/** A program in a real pseudo-terminal, and the screen that a person would see. */
export interface Session {
  readonly pid: number;
  press(text: string): void;
  /** Resolves when the text is on the screen; rejects with the screen when it does not come. */
  see(text: string | RegExp): Promise<string>;
  screen(): Promise<string>;
  /** All that has scrolled by, and the screen. */
  history(): Promise<string>;
  /** The exit code; rejects with the screen when the program does not end. */
  end(): Promise<number>;
  kill(): void;
}

export interface SessionOptions {
  readonly cwd: string;
  readonly columns: number;
  readonly rows?: number;
  readonly env?: Record<string, string>;
}

/** Runs the built program in a pseudo-terminal. */
export function start(args: readonly string[], { cwd, columns, rows = 40, env = {} }: SessionOptions): Session {
  const terminal = new headless.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const child = pty.spawn(process.execPath, [bin, ...args], {
    cwd,
    cols: columns,
    rows,
    name: "xterm-256color",
    env: { PATH: process.env["PATH"] ?? "", HOME: cwd, TERM: "xterm-256color", ...env },
  });
  let raw = "";
  child.onData((data) => {
    raw += data;
    terminal.write(data);
  });
  const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));
  const lines = async (from: number): Promise<string> => {
    await new Promise<void>((resolve) => terminal.write("", resolve));
    const { active } = terminal.buffer;
    const texts = Array.from(
      { length: active.length - from },
      (_, row) => active.getLine(from + row)?.translateToString(true) ?? "",
    );
    return texts.join("\n").trimEnd();
  };
  const screen = () => lines(terminal.buffer.active.baseY);
  return {
    pid: child.pid,
    press: (text) => child.write(text),
    screen,
    history: () => lines(0),
    see: async (text) => {
      for (let tries = 0; tries < 400; tries += 1) {
        const now = await screen();
        if (typeof text === "string" ? now.includes(text) : text.test(now)) return now;
        await pause(25);
      }
      throw new Error(`"${text}" did not come. The screen:\n${await screen()}\n(${raw.length} characters written)`);
    },
    end: async () => {
      const code = await Promise.race([ended, pause(15_000).then(() => null)]);
      if (code === null) throw new Error(`the program did not end. The screen:\n${await screen()}`);
      return code;
    },
    kill: () => child.kill("SIGKILL"),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
