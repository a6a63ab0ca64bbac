import { setImmediate } from "node:timers/promises";
import type { FileSystem } from "../files/file-system.js";

/**
 * The disk for long work beside a conversation: before each look at it others have their turn, so that a key that stops
 * the program is heard. Once stopped, it refuses as the system does: with the code ECANCELED.
 */
export function stoppableFiles(files: FileSystem, signal: AbortSignal): FileSystem {
  const turn = async <Result>(look: () => Promise<Result>): Promise<Result> => {
    await setImmediate();
    if (signal.aborted) throw Object.assign(new Error("ECANCELED: the work was stopped"), { code: "ECANCELED" });
    return look();
  };
  const { plainFiles } = files;
  return {
    ...(plainFiles === undefined ? {} : { plainFiles: (path: string) => turn(() => plainFiles(path)) }),
    status: (path) => turn(() => files.status(path)),
    read: (path, limit) => turn(() => files.read(path, limit)),
    list: (path) => turn(() => files.list(path)),
    realPath: (path) => turn(() => files.realPath(path)),
    writeAtomic: (path, content, isPrivate) => turn(() => files.writeAtomic(path, content, isPrivate)),
    alone: (path, work) => turn(() => files.alone(path, work)),
    makeFolder: (path) => turn(() => files.makeFolder(path)),
  };
}
