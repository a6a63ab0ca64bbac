import { join } from "node:path";
import type { FileSystem } from "./file-system.js";

/** What folders of policies are called. */
const policyName = /^(?:policies|policy|safeguarding)\/$/iu;
const docsName = /^docs?\/$/iu;

/** How many folders deep a document is looked for. */
const depth = 4;

/** The folders that are called policies, in the root or its docs, and hold documents: from the root, with forward slashes. */
export async function findPolicyFolders(
  root: string,
  isDocument: (name: string) => boolean,
  files: FileSystem,
): Promise<readonly string[]> {
  const names = await namesIn(root, files);
  const candidates = names.filter((name) => policyName.test(name));
  for (const docs of names.filter((name) => docsName.test(name)))
    candidates.push(
      ...(await namesIn(join(root, docs), files)).filter((name) => policyName.test(name)).map((name) => docs + name),
    );
  const found: string[] = [];
  for (const folder of candidates)
    if (await hasDocument(join(root, folder), depth, isDocument, files)) found.push(folder.replace(/\/$/u, ""));
  return found;
}

async function hasDocument(
  folder: string,
  left: number,
  isDocument: (name: string) => boolean,
  files: FileSystem,
): Promise<boolean> {
  const names = await namesIn(folder, files);
  if (names.some((name) => !name.endsWith("/") && isDocument(name))) return true;
  if (left === 1) return false;
  for (const name of names.filter((some) => some.endsWith("/") && !some.startsWith(".")))
    if (await hasDocument(join(folder, name), left - 1, isDocument, files)) return true;
  return false;
}

/** What is in a folder; nothing when it cannot be listed. */
async function namesIn(folder: string, files: FileSystem): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch {
    return [];
  }
}
