import { closeSync, openSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds between two looks, and looks until the work is done without: a lock must not cost an answer. */
const interval = 20;
const looks = 500;

/**
 * Runs the work while no other process runs any on the same file. Two that save at once would each find the file
 * unchanged, and the second would write over the first.
 */
export async function alone<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const lock = path.join(path.dirname(file), `.${path.basename(file)}.lock`);
  const isOurs = await take(lock);
  try {
    return await work();
  } finally {
    if (isOurs) remove(lock);
  }
}

/** False where no lock can be had: in a folder that cannot be written, the work itself will say so. */
async function take(lock: string): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    try {
      closeSync(openSync(lock, "wx"));
      sign(lock);
      return true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) return false;
      if (isAbandoned(lock)) remove(lock);
      else await pause(interval);
    }
  }
  return false;
}

/** Says whose the lock is. On a full disk it is ours all the same, and is given back like any other. */
function sign(lock: string): void {
  try {
    writeFileSync(lock, String(process.pid));
  } catch {
    // Others then wait as long as they do for a lock whose owner they cannot ask.
  }
}

/** Milliseconds after which a lock is left over, whoever has the number of its owner by now: no work takes as long. */
const leftOver = 60_000;

/** Whether the process that took the lock was killed before it could give it back. */
function isAbandoned(lock: string): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > leftOver) return true;
    const owner = Number(readFileSync(lock, "utf8"));
    if (!Number.isInteger(owner) || owner <= 0) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

function remove(lock: string): void {
  try {
    unlinkSync(lock);
  } catch {
    // Another process has removed it already.
  }
}
