/** What stands at a path, links followed. */
export interface FileStatus {
  readonly kind: "file" | "folder" | "other";
  /** Bytes. */
  readonly size: number;
}

/**
 * The disk. Paths are absolute, in the system's own form.
 * Failures reject with Node's error, its `code` (ENOENT, EACCES, ENOSPC ...) intact.
 */
export interface FileSystem {
  status(path: string): Promise<FileStatus>;
  /** The first `limit` bytes, or all when there are fewer. Never blocks on a pipe. */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** Names in the folder, sorted; folders end in a slash. */
  list(path: string): Promise<readonly string[]>;
  /** Those of them that are regular files and no links; where it is left out, each must be looked at to tell. */
  plainFiles?(path: string): Promise<ReadonlySet<string>>;
  /** The path with every link followed. */
  realPath(path: string): Promise<string>;
  /**
   * Writes a temporary file beside it, flushes it, renames it: the old content or the new, never half. A private file
   * that is new can be read by its owner alone.
   */
  writeAtomic(path: string, content: string | Uint8Array, isPrivate?: boolean): Promise<void>;
  /** Runs the work while no other wt-audit runs any on the same file. */
  alone<Result>(path: string, work: () => Promise<Result>): Promise<Result>;
  /** Makes the folder and those above it. */
  makeFolder(path: string): Promise<void>;
}
