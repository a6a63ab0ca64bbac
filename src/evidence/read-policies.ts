import { basename, dirname, join, posix } from "node:path";
import { placesOf } from "../engine/link-places.js";
import type { BrokenLink, ReadDocument } from "../engine/scan-finding.js";
import { diagnose } from "../files/diagnostics.js";
import type { LeftDocument } from "../files/document-harvest.js";
import type { FileSystem } from "../files/file-system.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { DocumentFacts } from "../model/document-facts.js";
import { isOwnReport } from "./own-report.js";
import { documentKindOf } from "./reading/document-kind.js";

/** Bytes of one document that are read at most. */
const documentLimit = 64 * 1024 * 1024;

/** Reads the bytes of a document into facts, or says in a sentence why they cannot be read. */
export type DocumentReader = (bytes: Uint8Array, file: string) => Promise<DocumentFacts | string>;

export interface ReadPolicies {
  readonly documents: readonly ReadDocument[];
  /** Reports of this tool, which are no policies whatever words they hold. */
  readonly own: readonly LeftDocument[];
  /** Documents that could not be read: the job could not be done. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads policy documents, each by itself. `paths` are relative to `root`, with forward slashes; `isDeclared` tells those
 * that somebody says are policies.
 */
export async function readPolicies(
  paths: readonly string[],
  root: string,
  read: DocumentReader,
  files: FileSystem,
  isDeclared: (path: string) => boolean = () => true,
): Promise<ReadPolicies> {
  const isThere = createLookup(root, files);
  const documents: ReadDocument[] = [];
  const own: LeftDocument[] = [];
  const problems: Diagnostic[] = [];
  for (const file of paths) {
    const found = await readOne(file, root, read, files);
    if (found === null) own.push({ file, reason: "It is a report of wt-audit, and no policy." });
    else if (typeof found === "string") problems.push(diagnose("unreadable-document", file, null, found, mendDocument));
    else
      documents.push({
        file,
        facts: found,
        isDeclared: isDeclared(file),
        brokenLinks: await brokenAmong(found, file, isThere),
      });
  }
  return { documents, own, problems };
}

/** Names of folders and files in which organisations keep policies. */
const policyPlace =
  /polic|procedure|safeguard|protection|whistle|recruit|conduct|handbook|complaint|allegation|induction|supervis|behaviour|code[-_ ]of/iu;

/** Whether a document is kept where policies are, by the names of its file, its folders and the folder that is read. */
export function isKeptAsPolicy(path: string, root: string): boolean {
  return policyPlace.test(`${basename(root)}/${path}`);
}

const mendDocument = "Put a sound copy in its place, or leave it out of what is read.";

/** Null for a report of this tool; a sentence for what cannot be read. */
async function readOne(
  file: string,
  root: string,
  read: DocumentReader,
  files: FileSystem,
): Promise<DocumentFacts | string | null> {
  try {
    const bytes = await files.read(join(root, ...file.split("/")), documentLimit + 1);
    if (isOwnReport(bytes)) return null;
    return bytes.length > documentLimit ? "It is larger than 64 MiB." : await read(bytes, file);
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string")
      return `It could not be read (${error.code}).`;
    throw error;
  }
}

/** Whether something stands at a path below the root; each path is looked at once. */
function createLookup(root: string, files: FileSystem) {
  const known = new Map<string, Promise<boolean>>();
  const look = async (path: string): Promise<boolean> => {
    try {
      await files.status(join(root, ...path.split("/")));
      return true;
    } catch {
      return false;
    }
  };
  return async (path: string): Promise<boolean> => {
    for (const candidate of placesOf(path)) {
      const found = known.get(candidate) ?? look(candidate);
      known.set(candidate, found);
      if (await found) return true;
    }
    return false;
  };
}

function isDocumentLink(target: string): boolean {
  return documentKindOf(target) !== null || /\.(?:docm?|odt|rtf|xlsx?|pptx?)$/iu.test(target);
}

async function brokenAmong(
  { links }: DocumentFacts,
  file: string,
  isThere: (path: string) => Promise<boolean>,
): Promise<ReadDocument["brokenLinks"]> {
  const broken: BrokenLink[] = [];
  for (const { target, line } of links) {
    // A page's address without an ending is the site's to resolve, not ours.
    if (!isDocumentLink(target)) continue;
    const path = posix.normalize(posix.join(dirname(file), target));
    // What lies outside is not looked at.
    if (path.startsWith("../") || path === "..") continue;
    if (!(await isThere(path))) broken.push({ target, path, line });
  }
  return broken;
}
