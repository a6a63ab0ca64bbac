import { sep } from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";

/** A file that was found and is not read. */
export interface LeftDocument {
  readonly file: string;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** What a walk brings home. */
export interface Harvest {
  /** A document; of several names of one, its own is kept rather than that of a link. */
  keep(path: string, real: string): void;
  leave(path: string, reason: string): void;
  /** A file or folder that the system does not let us look at. */
  refuse(path: string, problem: Diagnostic): void;
  results(): {
    readonly documents: readonly string[];
    readonly left: readonly LeftDocument[];
    readonly refused: readonly Diagnostic[];
  };
}

export function createHarvest(): Harvest {
  /** Names by real path. */
  const documents = new Map<string, string>();
  const left = new Map<string, string>();
  const refused = new Map<string, Diagnostic>();
  return {
    keep: (path, real) => {
      const isOwn = (name: string): boolean => real.split(sep).join("/").endsWith(`/${name}`);
      const before = documents.get(real);
      if (before === undefined || (!isOwn(before) && isOwn(path))) documents.set(real, path);
    },
    leave: (path, reason) => void left.set(path, reason),
    refuse: (path, problem) => {
      left.delete(path);
      refused.set(path, problem);
    },
    results: () => ({
      documents: [...documents.values()].toSorted(),
      left: [...left].map(([file, reason]) => ({ file, reason })).toSorted((a, b) => (a.file < b.file ? -1 : 1)),
      refused: [...refused.values()],
    }),
  };
}
