import { createHash } from "node:crypto";
import { join } from "node:path";
import type { FileSystem } from "../files/file-system.js";
import type { DocumentFacts } from "../model/document-facts.js";

/** Bytes of a cache that is read; a larger one is begun anew. */
const limit = 64 * 1024 * 1024;

/** What was read before, by the digest of what was read. Safe to delete at any time. */
export interface FactsCache {
  /** What the same bytes of the same kind told before; null: they are new. */
  find(key: string): DocumentFacts | null;
  keep(key: string, facts: DocumentFacts): void;
  /** Writes what this run used, when any of it is new; what cannot be written is let go. */
  save(): Promise<void>;
}

/** The key of a document: the same bytes, read by the same rules as the same kind, give the same facts. */
export function factsKey(bytes: Uint8Array, kind: string): string {
  return createHash("sha256").update(kind).update("\0").update(bytes).digest("base64url");
}

/**
 * The cache of a folder of policies. `rules` tells one way of reading from another, so that a newer version never takes
 * what an older one found.
 */
export async function openFactsCache(
  folder: string,
  root: string,
  rules: string,
  files: FileSystem,
): Promise<FactsCache> {
  const name = createHash("sha256").update(rules).update("\0").update(root).digest("hex").slice(0, 24);
  const path = join(folder, `facts-${name}.json`);
  const known = await readKnown(path, files);
  const used = new Map<string, DocumentFacts>();
  let isNew = false;
  return {
    find: (key) => {
      const facts = known.get(key) ?? null;
      if (facts !== null) used.set(key, facts);
      return facts;
    },
    keep: (key, facts) => {
      isNew = true;
      used.set(key, facts);
    },
    save: async () => {
      if (!isNew && used.size === known.size) return;
      try {
        await files.makeFolder(folder);
        await files.writeAtomic(path, JSON.stringify([...used]), true);
      } catch {
        // A full or read-only disk only makes the next run slower.
      }
    },
  };
}

async function readKnown(path: string, files: FileSystem): Promise<ReadonlyMap<string, DocumentFacts>> {
  try {
    const bytes = await files.read(path, limit + 1);
    if (bytes.length > limit) return new Map();
    const entries: readonly (readonly [string, DocumentFacts])[] = JSON.parse(new TextDecoder().decode(bytes));
    return new Map(entries);
  } catch {
    // None yet, or one that was cut short: it is written anew.
    return new Map();
  }
}

/** A cache that keeps nothing. */
export const noCache: FactsCache = { find: () => null, keep: () => undefined, save: async () => undefined };

/** Where programs of this user keep caches, by the system's custom; null when the system names no place. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const base =
    env["XDG_CACHE_HOME"] ?? env["LOCALAPPDATA"] ?? (env["HOME"] === undefined ? "" : join(env["HOME"], ".cache"));
  return base === "" ? null : join(base, "wt-audit");
}
