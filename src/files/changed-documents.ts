import { join } from "node:path";
import { changedFiles, topOf, watchedFiles } from "./changed-files.js";
import type { FileSystem } from "./file-system.js";
import { wayFrom, wayInto } from "./folder-tree.js";

/** What git knows of a repository: names count from its top folder. */
interface Knowledge {
  readonly differing: ReadonlySet<string>;
  readonly watched: ReadonlySet<string>;
}

/**
 * Which paths changed since a revision, as documents below a folder are named: those that differ, and every document
 * that is not known to be as it was. That is one which git does not track, as in a submodule or when it is ignored; one
 * whose content git does not look at; and one that a link leads to, where the link or what it leads to changed. Throws
 * UserError when git cannot tell.
 */
export async function changedDocuments(
  folder: string,
  revision: string,
  documents: readonly string[],
  files: Pick<FileSystem, "realPath">,
): Promise<ReadonlySet<string>> {
  const [top, home] = await Promise.all([files.realPath(topOf(folder)), files.realPath(folder)]);
  const known: Knowledge = { differing: await changedFiles(top, revision), watched: watchedFiles(top) };
  const changed = new Set([...known.differing].map((name) => wayFrom(home, join(top, ...name.split("/")))));
  for (const file of documents) {
    const parts = file.split("/");
    const name = wayInto(top, join(home, ...parts));
    // One that has gone meanwhile is told when it is read.
    const place = await files.realPath(join(folder, ...parts)).catch(() => null);
    const real = place === null ? null : wayInto(top, place);
    if (name === null || real === null || !isUnchanged(name, real, known)) changed.add(file);
  }
  return changed;
}

/** Whether a document, by its name and by its real path, is surely what it was. */
function isUnchanged(name: string, real: string, { differing, watched }: Knowledge): boolean {
  if (!watched.has(real) || differing.has(real)) return false;
  const steps = stepsOf(name);
  // A link in the name is itself a file of the repository: it may lead elsewhere than it did.
  return !steps.some((step) => differing.has(step)) && (name === real || steps.some((step) => watched.has(step)));
}

/** The folders that a path leads through, and the path itself. */
function stepsOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_part, index) => parts.slice(0, index + 1).join("/"));
}
