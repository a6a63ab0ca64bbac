import type { Host } from "../host.js";

/** How far a long job is, told on standard error. */
export interface Progress {
  /** One more is done. */
  step(): Promise<void>;
  /** Takes away what was told. */
  end(): Promise<void>;
}

/** Fewer than these are done before anybody could read how far it is. */
const many = 20;

const silent: Progress = { step: async () => {}, end: async () => {} };

/** "Reading 12 of 140 documents", drawn over itself; only in a terminal, and only when there are many. */
export function openProgress(total: number, what: string, { stderr }: Pick<Host, "stderr">): Progress {
  if (total <= many || !stderr.isTerminal) return silent;
  let done = 0;
  return {
    step: () => stderr.write(`\rReading ${(done += 1)} of ${total} ${what}`),
    end: () => stderr.write("\r\u001B[K"),
  };
}

/** The host for a job that is to say nothing of how far it is: with --quiet, and with --plain, which redraws nothing. */
export function withoutProgress(options: { readonly quiet?: boolean; readonly plain?: boolean }, host: Host): Host {
  if (options.quiet !== true && options.plain !== true) return host;
  const { stderr } = host;
  return { ...host, stderr: { write: (text) => stderr.write(text), isTerminal: false, columns: stderr.columns } };
}
