import { posix } from "node:path";
import type { FileStatus, FileSystem } from "../../src/files/file-system.js";

/** What stands at a path of the fake disk: text or bytes, a folder, a device, a link, or the system's refusal. */
export type Entry =
  | string
  | Uint8Array
  | { readonly kind: "folder" | "other" }
  | { readonly link: string }
  | { readonly refuse: string }
  | { readonly size: number };

export const root = "/home/riverside";

/** A disk in memory. Paths are relative to `root`; folders above a file are there by themselves. */
export function fakeFiles(
  entries: Readonly<Record<string, Entry>>,
): FileSystem & { readonly reads: readonly string[] } {
  const disk = new Map(Object.entries(entries).map(([path, entry]) => [posix.join(root, path), entry]));
  const reads: string[] = [];

  function follow(path: string): string {
    const entry = disk.get(path);
    return typeof entry === "object" && "link" in entry ? follow(posix.resolve(posix.dirname(path), entry.link)) : path;
  }

  function look(path: string): Exclude<Entry, { readonly link: string }> {
    const entry = disk.get(follow(path));
    if (entry === undefined) {
      if ([...disk.keys()].some((other) => other.startsWith(`${path}/`)) || path === root) return { kind: "folder" };
      throw refusal("ENOENT");
    }
    if (typeof entry === "object" && "refuse" in entry) throw refusal(entry.refuse);
    if (typeof entry === "object" && "link" in entry) throw refusal("ELOOP");
    return entry;
  }

  return {
    reads,
    async status(path): Promise<FileStatus> {
      const entry = look(path);
      if (typeof entry === "string") return { kind: "file", size: Buffer.byteLength(entry) };
      if (entry instanceof Uint8Array) return { kind: "file", size: entry.length };
      if ("size" in entry) return { kind: "file", size: entry.size };
      return { kind: "kind" in entry ? entry.kind : "other", size: 0 };
    },
    async read(path, limit) {
      reads.push(posix.relative(root, path));
      const entry = look(path);
      if (typeof entry === "string") return new TextEncoder().encode(entry).subarray(0, limit);
      if (entry instanceof Uint8Array) return entry.subarray(0, limit);
      throw refusal("EISDIR");
    },
    async list(path) {
      look(path);
      const inside = [...disk.keys()]
        .filter((other) => other.startsWith(`${path}/`))
        .map((other) => other.slice(path.length + 1));
      const names = inside.map((name) => (name.includes("/") ? `${name.split("/")[0]}/` : name));
      return [...new Set(names)].toSorted();
    },
    async realPath(path) {
      look(path);
      return follow(path);
    },
    async writeAtomic() {
      throw refusal("EROFS");
    },
    alone: (_path, work) => work(),
    async makeFolder() {
      throw refusal("EROFS");
    },
  };
}

function refusal(code: string): Error {
  return Object.assign(new Error(`${code}: the fake disk refuses`), { code });
}
