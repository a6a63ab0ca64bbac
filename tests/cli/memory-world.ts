import { posix } from "node:path";
import type { FileSystem } from "../../src/files/file-system.js";
import type { Host } from "../../src/host.js";
import type { Prompter } from "../../src/walk/prompter.js";
import { collector } from "./run.js";

export const home = "/home/riverside";

export interface WorldOptions {
  /** The system's refusal to write there; null: it may. */
  readonly refuse?: (path: string) => string | null;
  /** Who answers; without one there is no terminal. */
  readonly prompter?: Prompter;
  readonly stdin?: string;
}

/** A disk in memory, which may refuse, and a host over it. Names are relative to `home`, or absolute. */
export function memoryWorld(files: Readonly<Record<string, string>>, options: WorldOptions = {}) {
  const at = (name: string) => posix.resolve(home, name);
  const disk = new Map(Object.entries(files).map(([name, text]) => [at(name), text]));
  const [out, err] = [collector(null), collector(null)];
  const { prompter, refuse = () => null } = options;
  const isTerminal = prompter !== undefined;
  const textAt = (path: string) => disk.get(path) ?? fail("ENOENT");
  const fileSystem: FileSystem = {
    status: async (path) => ({ kind: "file", size: Buffer.byteLength(textAt(path)) }),
    read: async (path, limit) => Buffer.from(textAt(path)).subarray(0, limit),
    list: async () => [],
    realPath: async (path) => (path === home || disk.has(path) ? path : fail("ENOENT")),
    writeAtomic: async (path, content) => {
      const code = refuse(path);
      if (code !== null) fail(code);
      disk.set(path, typeof content === "string" ? content : new TextDecoder().decode(content));
    },
    makeFolder: async () => undefined,
    alone: (_path, work) => work(),
  };
  const host: Host = {
    cwd: home,
    env: {},
    today: () => "2026-11-21",
    stdin: { isTerminal, readAll: async () => new TextEncoder().encode(options.stdin ?? "") },
    stdout: out.output,
    stderr: { ...err.output, isTerminal },
    files: fileSystem,
    openPrompter: async () => prompter ?? Promise.reject(new Error("no terminal here")),
  };
  return {
    host,
    stdout: out.text,
    stderr: err.text,
    names: () => [...disk.keys()].toSorted(),
    text: (name: string) => disk.get(at(name)) ?? null,
    write: (name: string, text: string) => void disk.set(at(name), text),
    remove: (name: string) => void disk.delete(at(name)),
  };
}

function fail(code: string): never {
  throw Object.assign(new Error(`${code}: the disk in memory refuses`), { code });
}
