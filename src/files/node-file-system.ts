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
  realPath: async (file) => realpathSync.native(file),
  writeAtomic: async (file, content, isPrivate) =>
    (await import("./write-atomic.js")).writeAtomic(file, content, isPrivate),
  alone: async (file, work) => (await import("./alone.js")).alone(file, work),
  makeFolder: async (folder) => void mkdirSync(folder, { recursive: true }),
};

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
    return readUpTo(handle, limit);
  } finally {
    closeSync(handle);
  }
}

/** Until the end and not to the stated size: a file may grow meanwhile, and those of /proc state none. */
function readUpTo(handle: number, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let left = limit;
  while (left > 0) {
    const buffer = Buffer.alloc(Math.min(left, 64 * 1024));
    const bytesRead = readSync(handle, buffer);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    left -= bytesRead;
  }
  return Buffer.concat(chunks);
}

function listFolder(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.map((entry) => (isFolder(folder, entry) ? `${entry.name}/` : entry.name)).toSorted();
}

function isFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(path.join(folder, entry.name)).isDirectory();
  } catch {
    return false;
  }
}
