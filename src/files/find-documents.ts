import { isAbsolute, join, resolve } from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import { diagnose } from "./diagnostics.js";
import { faultOfPattern, isPattern, parseExclusion, parsePattern, tidy } from "./document-patterns.js";
import type { LeftDocument } from "./document-harvest.js";
import { createFolderWalk, type FolderWalk, type Look } from "./folder-walk.js";
import type { FileSystem } from "./file-system.js";
import { wayFrom, wayInto } from "./folder-tree.js";
import { describeFileError } from "./file-problem.js";
import { quote } from "./wording.js";

export interface FoundDocuments {
  /** Paths from the root with forward slashes, sorted; each document once, whatever links lead to it. */
  readonly documents: readonly string[];
  /** What was found and is not read. */
  readonly left: readonly LeftDocument[];
  /** What cannot be looked up; `file` is the pattern or path as it was given, or a folder that cannot be read. */
  readonly problems: readonly Diagnostic[];
}

export interface FindOptions {
  /** Whether what is named may lie outside the root, as what a person types may; its paths then begin with `..`. */
  readonly mayLeave?: boolean;
}

/**
 * Looks up the documents that paths, folders and patterns lead to: a folder means all that lies in it. Hidden files and
 * folders, `.git` and `node_modules` count only where they are named; no link is followed out of the root. Throws
 * UserError when there is far too much to look through.
 */
export async function findDocuments(
  patterns: readonly string[],
  exclude: readonly string[],
  root: string,
  files: FileSystem,
  isDocument: (file: string) => boolean,
  { mayLeave = false }: FindOptions = {},
): Promise<FoundDocuments> {
  const isExcluded = parseExclusion(exclude.filter((written) => faultOfPattern(written) === null));
  const walk = createFolderWalk(root, files, { isDocument, isExcluded });
  const problems: Diagnostic[] = exclude.flatMap((written) => {
    const fault = faultOfPattern(written);
    return fault === null ? [] : [diagnose("path-form", written, null, fault, fromRoot)];
  });
  for (const written of patterns) {
    const looks = await lookUp(written, root, files, walk, mayLeave);
    problems.push(...looks);
  }
  const { documents, left, refused } = walk.results();
  return { documents, left, problems: [...problems, ...refused] };
}

const fromRoot = "Write it from the folder, with forward slashes: policies/**/*.md.";

/** Walks where the text leads to; what is wrong with it otherwise. */
async function lookUp(
  written: string,
  root: string,
  files: FileSystem,
  walk: FolderWalk,
  mayLeave: boolean,
): Promise<readonly Diagnostic[]> {
  const wrong = (code: Diagnostic["code"], message: string, hint: string) => [
    diagnose(code, written, null, message, hint),
  ];
  if (written === "") return wrong("path-form", "An empty path names nothing.", "For the current folder, write a dot.");
  const native = mayLeave ? resolve(root, written) : join(root, ...written.split("/"));
  const path = mayLeave ? (wayInto(root, native) ?? wayFrom(root, native)) : tidy(written);
  const fault = mayLeave && !isPattern(written) ? null : faultOfPattern(written);
  if (fault !== null) return wrong("path-form", fault, fromRoot);
  try {
    const { kind } = await files.status(native);
    const outcome = await walk.named(path, kind, { mayLeave: mayLeave && isOutside(path) });
    return outcome === null ? [] : explain(outcome, written, wrong);
  } catch (error) {
    const problem = describeFileError(error, written, "read");
    if (problem === null) throw error;
    if (problem.code !== "file-missing" || !isPattern(written)) return [problem];
  }
  const outcome = await walk.matching(parsePattern(written));
  return outcome === null ? [] : explain(outcome, written, wrong);
}

function isOutside(path: string): boolean {
  return path === ".." || path.startsWith("../") || isAbsolute(path);
}

function explain(
  look: Look,
  written: string,
  wrong: (code: Diagnostic["code"], message: string, hint: string) => readonly Diagnostic[],
): readonly Diagnostic[] {
  const name = quote(written);
  switch (look) {
    case "outside":
      return wrong("path-outside", `${name} is a link that leads out of the folder.`, "Put the document itself there.");
    case "special":
      return wrong("not-a-file", `${name} is a pipe, a socket or a device.`, "Name a document or a folder.");
    case "unread":
      return wrong(
        "nothing-matched",
        `${name} is of a kind that is not read.`,
        "Save it as Word, PDF, HTML, Markdown or plain text.",
      );
    case "none":
      return wrong(
        "nothing-matched",
        `${name} leads to no document.`,
        "Check the path or pattern, and what is excluded.",
      );
    case "only-unread":
      return wrong(
        "nothing-matched",
        `${name} leads to no document of a kind that is read.`,
        "Save the documents as Word, PDF, HTML, Markdown or plain text.",
      );
  }
}
