import { createHash } from "node:crypto";
import { isAbsolute, join } from "node:path";
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
        const content = JSON.stringify([...used]);
        await files.writeAtomic(path, `${sealOf(content)}\n${content}`, true);
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
    const [seal, content] = [bytes.subarray(0, sealLength), bytes.subarray(sealLength + 1)];
    // Something else than we wrote could have any shape: it is written anew.
    if (decode(seal) !== sealOf(content)) return new Map();
    const entries: readonly (readonly [string, DocumentFacts])[] = JSON.parse(decode(content));
    return new Map(entries);
  } catch {
    // None yet, or one that may not be read.
    return new Map();
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Stands before the content, and tells whether it is as it was written. */
function sealOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url");
}

/** Signs of a digest of SHA-256 in base64url. */
const sealLength = 43;

/** A cache that keeps nothing. */
export const noCache: FactsCache = { find: () => null, keep: () => undefined, save: async () => undefined };

/** Where programs of this user keep caches, by the system's custom; null when the system names no place, or half of one. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const base =
    env["XDG_CACHE_HOME"] ?? env["LOCALAPPDATA"] ?? (env["HOME"] === undefined ? "" : join(env["HOME"], ".cache"));
  return isAbsolute(base) ? join(base, "wt-audit") : null;
}
