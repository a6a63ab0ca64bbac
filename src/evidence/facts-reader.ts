import type { KnownWords } from "../engine/scan-statements.js";
import { readReadingRules, readShippedLexicon } from "../files/shipped.js";
import type { FileSystem } from "../files/file-system.js";
import type { FactsReader } from "./document.js";
import { cacheFolder, type FactsCache, factsKey, noCache, openFactsCache } from "./facts-cache.js";
import type { DocumentReader } from "./read-policies.js";
import { documentKindOf } from "./reading/document-kind.js";

/** Reads documents into facts, each content once; what was read before comes from the cache. */
export interface FactsLibrary {
  /** Requirements whose words documents are looked through for. */
  readonly words: KnownWords;
  readonly read: DocumentReader;
  /** For documents that an audit cites: those of a kind that is not read are null. */
  readonly cited: FactsReader;
  /** Keeps what was read for the next run. */
  save(): Promise<void>;
}

/** What the library needs of the world. */
export interface LibraryHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
}

/** The library for the documents of a folder. `isKept`: whether what is read is kept for the next run. */
export async function openLibrary(root: string, isKept: boolean, { env, files }: LibraryHost): Promise<FactsLibrary> {
  const rules = await readReadingRules();
  const folder = cacheFolder(env);
  const cache = isKept && folder !== null ? await openFactsCache(folder, root, rules.id, files) : noCache;
  const read = createReader(cache);
  const lookedFor = new Set(rules.stated);
  return {
    words: {
      stated: lookedFor,
      ofEngland: new Set(rules.ofEngland),
      needed: new Map(Object.entries(rules.needed)),
    },
    read,
    cited: async (bytes, file) => {
      if (documentKindOf(file) === null) return null;
      const facts = await read(bytes, file);
      return typeof facts === "string" ? facts : { facts, lookedFor };
    },
    save: () => cache.save(),
  };
}

/** All that reads text, patterns and words is loaded only when a document is new. */
function createReader(cache: FactsCache): DocumentReader {
  let reading: Promise<DocumentReader> | null = null;
  return async (bytes, file) => {
    const kind = documentKindOf(file);
    if (kind === null) return "This kind of file is not read.";
    const key = factsKey(bytes, kind);
    const known = cache.find(key);
    if (known !== null) return known;
    reading ??= import("./read-facts.js").then(async ({ createFactsReader }) =>
      createFactsReader(await readShippedLexicon()),
    );
    const facts = await (await reading)(bytes, file);
    if (typeof facts !== "string") cache.keep(key, facts);
    return facts;
  };
}
