import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, type FileHandle, open, readlink, realpath, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { notRegular } from "./not-regular.js";

/** The content as the file's, whole or not at all: a temporary file beside it, flushed, then renamed. */
export async function writeAtomic(file: string, content: string | Uint8Array, isPrivate = false): Promise<void> {
  const target = await followLinks(file);
  const before = await statusBefore(target);
  const folder = path.dirname(target);
  // Unpredictable, and opened only when nothing is there: nobody can lay a link in its way.
  const temporary = path.join(folder, `.wt-audit-${randomBytes(9).toString("hex")}.tmp`);
  const handle = await open(temporary, "wx", isPrivate ? 0o600 : 0o666);
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
  if (status.isDirectory()) throw notRegular("EISDIR");
  if (!status.isFile()) throw notRegular("ENOTSUP");
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
