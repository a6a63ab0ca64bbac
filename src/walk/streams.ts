/** Where keys come from; `process.stdin` is one. */
export type KeyStream = NodeJS.ReadableStream & { readonly readableEnded?: boolean; readonly destroyed?: boolean };

/** Where the conversation is shown; `process.stderr` is one. */
export type Screen = NodeJS.WritableStream & {
  readonly columns?: number;
  readonly rows?: number;
  readonly isTTY?: boolean;
};

/** Who tells of Ctrl-C while no key is being read; `process` is one. */
export interface SignalSource {
  on(signal: "SIGINT", listener: () => void): unknown;
  off(signal: "SIGINT", listener: () => void): unknown;
}

export function hasEnded(input: KeyStream): boolean {
  return input.readableEnded === true || input.destroyed === true;
}
