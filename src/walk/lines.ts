import { createInterface } from "node:readline";
import { Interrupted } from "../errors.js";
import { hasEnded, type KeyStream, type SignalSource } from "./streams.js";

/** Lines as they are typed, kept until they are asked for. */
export interface Lines {
  /** The next line. Rejects with Interrupted at Ctrl-C and at the end of input. */
  next(): Promise<string>;
  /** The result of the work. Rejects with Interrupted at Ctrl-C. */
  wait<Result>(work: Promise<Result>): Promise<Result>;
  close(): void;
}

interface Waiting {
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

/** Reads whole lines: the terminal itself echoes and edits, so nothing is redrawn. */
export function openLines(input: KeyStream, signals?: SignalSource): Lines {
  const ready: string[] = [];
  let waiting: Waiting | null = null;
  let isOver = hasEnded(input);
  const end = () => {
    isOver = true;
    waiting?.reject(new Interrupted());
    waiting = null;
  };
  const reader = createInterface({ input, terminal: false, crlfDelay: Infinity });
  reader.on("line", (line) => {
    if (waiting === null) ready.push(line);
    else waiting.resolve(line);
    waiting = null;
  });
  reader.on("close", end);
  const stop = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(new Interrupted()));
  });
  // Nobody may be waiting when it comes.
  stopped.catch(() => undefined);
  const interrupt = () => {
    ready.length = 0;
    stop.abort();
    end();
  };
  signals?.on("SIGINT", interrupt);
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const line = ready.shift();
        if (line !== undefined) resolve(line);
        else if (isOver) reject(new Interrupted());
        else waiting = { resolve, reject };
      }),
    wait: (work) => Promise.race([stopped, work]),
    close: () => {
      signals?.off("SIGINT", interrupt);
      reader.close();
    },
  };
}
