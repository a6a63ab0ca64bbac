import { createHash, hash } from "node:crypto";
import { isAbsolute, join } from "node:path";
import type { FileSystem } from "../files/file-system.js";
import type { DocumentFacts } from "../model/document-facts.js";
import { type KeptBrief, type KeptFacts, packFacts, unpackFacts } from "./kept-facts.js";

/** Bytes of a cache that is read; a larger one is begun anew. */
const limit = 64 * 1024 * 1024;

/** From so many documents on, a few that are new are written beside the others instead of all anew. */
const many = 64;
/** What share of them may lie beside. */
const few = 1 / 8;

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
  return `${kind} ${hash("sha256", bytes, "base64url")}`;
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
  const [path, besidePath] = [join(folder, `facts-${name}.json`), join(folder, `facts-${name}-new.json`)];
  const known = await readKept(path, files);
  const beside = known.size < many ? new Map<string, KeptFacts>() : await readKept(besidePath, files);
  const used = new Map<string, KeptFacts>();
  const found = new Map<string, DocumentFacts>();
  let isNew = false;
  return {
    find: (key) => {
      const before = found.get(key);
      if (before !== undefined) return before;
      const kept = known.get(key) ?? beside.get(key) ?? null;
      if (kept === null) return null;
      const facts = unpackFacts(kept);
      used.set(key, kept);
      found.set(key, facts);
      return facts;
    },
    keep: (key, facts) => {
      isNew = true;
      used.set(key, packFacts(facts));
    },
    save: async () => {
      const isMany = known.size >= many;
      if (!isNew && (isMany || used.size === known.size)) return;
      const added = [...used].filter(([key]) => !known.has(key));
      const isFew = isMany && added.length <= known.size * few;
      try {
        await files.makeFolder(folder);
        await files.writeAtomic(isFew ? besidePath : path, renderKept(isFew ? added : [...used]), true);
      } catch {
        // A full or read-only disk only makes the next run slower.
      }
    },
  };
}

/** After the seal, a line that tells of each document its key, its facts in brief and the bytes of its words; then those words. */
type Head = readonly (readonly [string, KeptBrief, number])[];

function renderKept(entries: readonly (readonly [string, KeptFacts])[]): Uint8Array {
  const head: Head = entries.map(([key, { brief, words }]) => [key, brief, words.length]);
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...entries.map(([, { words }]) => words)]);
  return Buffer.concat([Buffer.from(`${sealOf(content)}\n`), content]);
}

/** Stands before the content, and tells whether it is as it was written. */
function sealOf(content: Uint8Array): string {
  return hash("sha256", content, "base64url");
}

/** Signs of a digest of SHA-256 in base64url. */
const sealLength = 43;

async function readKept(path: string, files: FileSystem): Promise<ReadonlyMap<string, KeptFacts>> {
  try {
    const bytes = await files.read(path, limit + 1);
    if (bytes.length > limit) return new Map();
    return parseKept(bytes);
  } catch {
    // None yet, or one that may not be read.
    return new Map();
  }
}

function parseKept(bytes: Uint8Array): ReadonlyMap<string, KeptFacts> {
  const known = new Map<string, KeptFacts>();
  const [seal, content] = [bytes.subarray(0, sealLength), bytes.subarray(sealLength + 1)];
  // Something else than we wrote could have any shape: it is written anew.
  if (decode(seal) !== sealOf(content)) return known;
  const end = content.indexOf(10);
  const head: Head = JSON.parse(decode(content.subarray(0, end)));
  let at = end + 1;
  for (const [key, brief, length] of head) {
    known.set(key, { brief, words: content.subarray(at, at + length) });
    at += length;
  }
  return known;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A cache that keeps nothing. */
export const noCache: FactsCache = { find: () => null, keep: () => undefined, save: async () => undefined };

/** Where programs of this user keep caches, by the system's custom; null when the system names no place, or half of one. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const base =
    env["XDG_CACHE_HOME"] ?? env["LOCALAPPDATA"] ?? (env["HOME"] === undefined ? "" : join(env["HOME"], ".cache"));
  return isAbsolute(base) ? join(base, "wt-audit") : null;
}
