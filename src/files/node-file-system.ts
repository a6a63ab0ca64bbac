import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, type FileHandle, mkdir, open, readdir, readlink, realpath, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import type { FileStatus, FileSystem } from "./file-system.js";

/** Windows has no such flag, and no fifos in the file tree either. */
const withoutBlocking = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  status: readStatus,
  read: readStart,
  list: listFolder,
  realPath: (file) => realpath(file),
  writeAtomic,
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true });
  },
};

async function readStatus(file: string): Promise<FileStatus> {
  const status = await stat(file);
  const kind = status.isFile() ? "file" : status.isDirectory() ? "folder" : "other";
  return { kind, size: status.size };
}

async function readStart(file: string, limit: number): Promise<Uint8Array> {
  const handle = await open(file, withoutBlocking);
  try {
    const status = await handle.stat();
    if (status.isDirectory()) throw systemError("EISDIR");
    if (!status.isFile()) throw systemError("ENOTSUP");
    return await readUpTo(handle, limit);
  } finally {
    await handle.close();
  }
}

/** Until the end and not to the stated size: a file may grow meanwhile, and those of /proc state none. */
async function readUpTo(handle: FileHandle, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let left = limit;
  while (left > 0) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(left, 64 * 1024)));
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    left -= bytesRead;
  }
  return Buffer.concat(chunks);
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.map(async (entry) => {
    const leadsToFolder = entry.isSymbolicLink() && (await isFolder(path.join(folder, entry.name)));
    return entry.isDirectory() || leadsToFolder ? `${entry.name}/` : entry.name;
  });
  return (await Promise.all(names)).toSorted();
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then((status) => status.isDirectory(), () => false);
}

async function writeAtomic(file: string, content: string | Uint8Array): Promise<void> {
  const target = await followLinks(file);
  const before = await statusBefore(target);
  const folder = path.dirname(target);
  // Unpredictable, and opened only when nothing is there: nobody can lay a link in its way.
  const temporary = path.join(folder, `.wt-audit-${randomBytes(9).toString("hex")}.tmp`);
  const handle = await open(temporary, "wx", 0o666);
  try {
    await fill(handle, content, before);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await flushFolder(folder);
}

async function fill(handle: FileHandle, content: string | Uint8Array, before: Ownership | null): Promise<void> {
  try {
    if (before !== null) {
      // Only an administrator may give a file to its owner; for all others the owner is the same anyway.
      await handle.chown(before.uid, before.gid).catch(() => undefined);
      await handle.chmod(before.mode & 0o7777);
    }
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

interface Ownership {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

/** Null when there is no file yet. Rejects when something stands there that must not be replaced. */
async function statusBefore(target: string): Promise<Ownership | null> {
  const status = await stat(target).catch(nullWhenMissing);
  if (status === null) return null;
  if (status.isDirectory()) throw systemError("EISDIR");
  if (!status.isFile()) throw systemError("ENOTSUP");
  // A rename would get round a write protection that somebody put there on purpose.
  await access(target, constants.W_OK);
  return status;
}

/** The file that links lead to, so that it is written and the link stays; it need not be there yet. */
async function followLinks(file: string): Promise<string> {
  const real = await realpath(file).catch(nullWhenMissing);
  if (real !== null) return real;
  const next = await readlink(file).catch(() => null);
  return next === null ? file : followLinks(path.resolve(await realpath(path.dirname(file)), next));
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** So that the rename outlasts a power cut; not every system lets a folder be opened. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}

function systemError(code: "EISDIR" | "ENOTSUP"): Error {
  return Object.assign(new Error(`${code}: not a regular file`), { code });
}
