import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { main } from "../../src/cli.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import type { Host, Output } from "../../src/host.js";

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly columns?: number;
  /** Whether standard error is a terminal; only in process. */
  readonly terminal?: boolean;
}

export type Run = (args: readonly string[], options: RunOptions) => Promise<Outcome>;

const bin = fileURLToPath(new URL("../../bin/wt-audit.js", import.meta.url));

/** The built program, as a script runs it: no terminal. */
export const runBuilt: Run = (args, { cwd, stdin = "", env = {} }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH: process.env["PATH"], HOME: cwd, TZ: "UTC", ...env },
    });
    const collected = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (collected.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (collected.stderr += text));
    child.on("error", reject).on("close", (code) => resolve({ code, ...collected }));
    child.stdin.on("error", () => undefined).end(stdin);
  });

/** The same command line in this process, over a host of our own. */
export const runInProcess: Run = async (args, { cwd, stdin = "", env = {}, columns, terminal = false }) => {
  const [out, err] = [collector(columns ?? null), collector(columns ?? null)];
  const host: Host = {
    cwd,
    env,
    today: () => "2026-11-21",
    stdin: { isTerminal: false, readAll: async () => new TextEncoder().encode(stdin) },
    stdout: out.output,
    stderr: { ...err.output, isTerminal: terminal },
    files: nodeFileSystem,
    openPrompter: () => Promise.reject(new Error("no terminal here")),
  };
  const code = await main(args, host);
  return { code, stdout: out.text(), stderr: err.text() };
};

export function collector(columns: number | null): { readonly output: Output; readonly text: () => string } {
  let collected = "";
  return {
    output: {
      isTerminal: false,
      columns,
      write: async (text) => {
        collected += typeof text === "string" ? text : new TextDecoder().decode(text);
      },
    },
    text: () => collected,
  };
}

/** Every way to run a case: they must agree. */
export const runners = [
  { name: "in process", run: runInProcess },
  { name: "built", run: runBuilt },
] as const;
