import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type { FileStatus, FileSystem } from "./file-system.js";
import { notRegular } from "./not-regular.js";

/** Windows has no such flag, and no fifos in the file tree either. */
const withoutBlocking = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The real disk. Reading is done at once, not in the background: a command reads a dozen small files one after the
 * other, and to wait for each costs more than to read it.
 */
export const nodeFileSystem: FileSystem = {
  status: async (file) => readStatus(file),
  read: async (file, limit) => readStart(file, limit),
  list: async (folder) => listFolder(folder),
  plainFiles: async (folder) => plainFiles(folder),
  realPath: async (file) => realpathSync.native(file),
  writeAtomic: async (file, content, isPrivate) =>
    (await import("./write-atomic.js")).writeAtomic(file, content, isPrivate),
  alone: async (file, work) => (await import("./alone.js")).alone(file, work),
  makeFolder: async (folder) => makeFolders(folder),
};

/** Level by level: Node never comes back from making folders below some of the system's, such as /proc. */
function makeFolders(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EEXIST" && readStatus(folder).kind === "folder") return;
    if (code !== "ENOENT" || path.dirname(folder) === folder) throw error;
    makeFolders(path.dirname(folder));
    mkdirSync(folder);
  }
}

function readStatus(file: string): FileStatus {
  const status = statSync(file);
  const kind = status.isFile() ? "file" : status.isDirectory() ? "folder" : "other";
  return { kind, size: status.size };
}

function readStart(file: string, limit: number): Uint8Array {
  const handle = openSync(file, withoutBlocking);
  try {
    const status = fstatSync(handle);
    if (status.isDirectory()) throw notRegular("EISDIR");
    if (!status.isFile()) throw notRegular("ENOTSUP");
    return readUpTo(handle, limit, status.size);
  } finally {
    closeSync(handle);
  }
}

/** Until the end and not to the stated size: a file may grow meanwhile, and those of /proc state none. */
function readUpTo(handle: number, limit: number, size: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let left = limit;
  // One byte more than is stated, so that one look tells that there is no more.
  let next = size > 0 ? size + 1 : chunk;
  while (left > 0) {
    const buffer = Buffer.allocUnsafeSlow(Math.min(left, next));
    const bytesRead = readSync(handle, buffer);
    chunks.push(buffer.subarray(0, bytesRead));
    if (bytesRead === 0 || (chunks.length === 1 && bytesRead === size)) break;
    left -= bytesRead;
    next = chunk;
  }
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

/** Bytes that are read at once where the size is not known. */
const chunk = 64 * 1024;

function listFolder(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.map((entry) => (isFolder(folder, entry) ? `${entry.name}/` : entry.name)).toSorted();
}

function plainFiles(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  return new Set(entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])));
}

function isFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(path.join(folder, entry.name)).isDirectory();
  } catch {
    return false;
  }
}
