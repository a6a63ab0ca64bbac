import { join, posix } from "node:path";
import { UserError } from "../errors.js";
import type { DocumentPattern } from "./document-patterns.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { diagnose } from "./diagnostics.js";
import { describeFileError } from "./file-problem.js";
import type { FileStatus, FileSystem } from "./file-system.js";
import { createHarvest, type Harvest } from "./document-harvest.js";
import { wayFrom, wayInto } from "./folder-tree.js";

/** Files and folders that are looked through at most. */
export const mostEntries = 50_000;

/** Why a path or pattern led to no document. */
export type Look = "outside" | "special" | "unread" | "none" | "only-unread";

/** Looks through folders, and keeps what it finds. Each answer is null where documents were found. */
export interface FolderWalk extends Pick<Harvest, "results"> {
  /** A file or folder that was named. */
  named(path: string, kind: FileStatus["kind"], options: { readonly mayLeave: boolean }): Promise<Look | null>;
  matching(pattern: DocumentPattern): Promise<Look | null>;
}

export interface WalkRules {
  readonly isDocument: (file: string) => boolean;
  readonly isExcluded: (path: string) => boolean;
}

/** What people write policies in and this tool does not read; all else that lies in a folder is no policy. */
const likeDocuments =
  /\.(?:docm?|dotx?|odt|ott|rtf|pages|wpd|wps|xlsx?|xlsm|ods|numbers|csv|pptx?|odp|key|eml|msg|epub|mobi|tex|textile|org|mediawiki|wiki|xps|gdoc|one)$/iu;

/** What a walk is looking for. */
interface Wish {
  /** Absolute, links followed: nothing is taken from outside of it. */
  readonly boundary: string;
  readonly matches: (path: string) => boolean;
  readonly seesHidden: boolean;
  readonly seesModules: boolean;
}

/** Where it looks, and what it has found so far. */
interface Ground extends WalkRules {
  readonly files: FileSystem;
  readonly at: (path: string) => string;
  /** The shortest way to it: what lies elsewhere may lead back. */
  readonly nameOf: (path: string) => string;
  readonly harvest: Harvest;
  readonly list: (folder: string) => Promise<readonly string[]>;
}

export function createFolderWalk(root: string, files: FileSystem, rules: WalkRules): FolderWalk {
  const at = (path: string): string => join(root, ...path.split("/"));
  const harvest = createHarvest();
  const nameOf = (path: string): string => (path.startsWith("..") ? wayFrom(root, at(path)) : path);
  const ground: Ground = { ...rules, files, at, nameOf, harvest, list: createListing(files, at) };
  return {
    named: async (path, kind, { mayLeave }) => {
      const real = await files.realPath(at(path));
      const boundary = mayLeave ? (kind === "folder" ? real : join(real, "..")) : await files.realPath(root);
      if (wayInto(boundary, real) === null) return "outside";
      if (kind === "folder")
        return through(path, { boundary, matches: () => true, seesHidden: false, seesModules: false }, ground);
      return rules.isExcluded(path) ? "none" : take(path, boundary, ground);
    },
    matching: async (pattern) => {
      const status = await files.status(at(pattern.base)).catch(() => null);
      if (status?.kind !== "folder") return "none";
      const { base, matches, seesHidden, seesModules } = pattern;
      return through(base, { boundary: await files.realPath(root), matches, seesHidden, seesModules }, ground);
    },
    results: harvest.results,
  };
}

/** Names in folders, each listed once. Throws UserError when there are far too many. */
function createListing(files: FileSystem, at: Ground["at"]): Ground["list"] {
  const known = new Map<string, readonly string[]>();
  let entries = 0;
  return async (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const names = await files.list(at(folder));
    entries += names.length;
    if (entries > mostEntries)
      throw new UserError(
        `there are more than ${mostEntries.toLocaleString("en-GB")} files and folders to look through`,
        [],
        "Name the folder in which the policies are, or exclude what is none.",
      );
    known.set(folder, names);
    return names;
  };
}

/** Looks through a folder and all below it; folders that links lead to come last, so that own names come first. */
async function through(base: string, wish: Wish, ground: Ground): Promise<Look | null> {
  const seen = new Set<string>();
  const links: string[] = [];
  const waiting = [base];
  let outcome: Look | null = "none";
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop() ?? links.shift()) {
    const folder = next;
    const opened = await attempt(folder, () => open(folder, wish, seen, ground), ground);
    for (const name of opened?.names ?? []) {
      const bare = name.replace(/\/$/u, "");
      const path = folder === "" ? bare : `${folder}/${bare}`;
      if (isPassedOver(bare, path, wish, ground)) continue;
      if (name.endsWith("/")) ((await isLink(path, ground)) ? links : waiting).push(path);
      else if (isOfInterest(path, wish, ground)) {
        // Node puts this sign where a name is no UTF-8: there the look tells what is wrong.
        if (opened?.plain.has(name) === true && ground.isDocument(path) && !name.includes("\uFFFD")) {
          ground.harvest.keep(ground.nameOf(path), join(opened.real, name));
          outcome = null;
          continue;
        }
        const found = await attempt(path, () => takeFound(path, wish.boundary, ground), ground);
        // What cannot be opened is a problem of its own.
        if (found === null || (found === undefined && ground.isDocument(path))) outcome = null;
        else if (outcome === "none") outcome = "only-unread";
      }
    }
  }
  return outcome;
}

interface OpenFolder {
  /** Links followed. */
  readonly real: string;
  readonly names: readonly string[];
  /** Names of files that are no links, so that there is no more to find out about them. */
  readonly plain: ReadonlySet<string>;
}

/** The names in a folder; null when a link has led to it already, or leads out. */
async function open(folder: string, { boundary }: Wish, seen: Set<string>, ground: Ground): Promise<OpenFolder | null> {
  const real = await ground.files.realPath(ground.at(folder));
  if (wayInto(boundary, real) === null) {
    ground.harvest.leave(folder, leadsOut);
    return null;
  }
  if (seen.has(real)) return null;
  seen.add(real);
  const names = await ground.list(folder);
  return { real, names, plain: (await ground.files.plainFiles?.(ground.at(folder))) ?? new Set() };
}

/** Takes a file in that was not named itself. Undefined: it goes by the name of a document, and cannot be opened as one. */
async function takeFound(path: string, boundary: string, ground: Ground): Promise<Look | null | undefined> {
  const found = await take(path, boundary, ground);
  const fault = found === "outside" || found === "special" ? faults[found] : null;
  if (fault === null || !ground.isDocument(path)) return found;
  ground.harvest.refuse(path, diagnose(fault.code, path, null, fault.message, fault.hint));
  return undefined;
}

const leadsOut = "It is a link that leads out of the folder.";
const isSpecial = "It is a pipe, a socket or a device.";
const leadsNowhere = "It is a link that leads to nothing.";

const faults = {
  outside: { code: "path-outside", message: leadsOut, hint: "Put the document itself there, or take the link away." },
  special: { code: "not-a-file", message: isSpecial, hint: "Put a document there, or take it away." },
  nowhere: {
    code: "file-missing",
    message: leadsNowhere,
    hint: "Put the document itself there, or take the link away.",
  },
} as const satisfies Record<string, Pick<Diagnostic, "code" | "message" | "hint">>;

/** Takes a file in. Null: it is a document that is read. */
async function take(
  path: string,
  boundary: string,
  { files, at, nameOf, harvest, isDocument }: Ground,
): Promise<Look | null> {
  const real = await files.realPath(at(path));
  if (wayInto(boundary, real) === null) {
    harvest.leave(path, leadsOut);
    return "outside";
  }
  if ((await files.status(at(path))).kind !== "file") {
    harvest.leave(path, isSpecial);
    return "special";
  }
  if (!isDocument(path)) {
    harvest.leave(path, "This kind of file is not read.");
    return "unread";
  }
  harvest.keep(nameOf(path), real);
  return null;
}

function isPassedOver(name: string, path: string, { seesHidden, seesModules }: Wish, { isExcluded }: Ground): boolean {
  if (name === ".git" || (name.startsWith(".") && !seesHidden)) return true;
  return (name === "node_modules" && !seesModules) || isExcluded(path);
}

function isOfInterest(path: string, { matches }: Wish, { isDocument }: Ground): boolean {
  return (isDocument(path) || likeDocuments.test(path)) && matches(path);
}

/** Whether a folder is a link to another; what cannot be told is found out on opening it. */
async function isLink(path: string, { files, at }: Ground): Promise<boolean> {
  const parent = await files.realPath(at(posix.dirname(path))).catch(() => "");
  const real = await files.realPath(at(path)).catch(() => "");
  return real !== join(parent, posix.basename(path));
}

function nameless(path: string): Diagnostic {
  const message = "Its name is not written in UTF-8, so it cannot be opened.";
  return diagnose("not-readable", path, null, message, "Give it a name in plain letters.");
}

/** Undefined when the system refuses: that is told, since what is not seen is not checked. */
async function attempt<Result>(
  path: string,
  work: () => Promise<Result>,
  { harvest, isDocument }: Ground,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    const problem = describeFileError(error, path === "" ? "." : path, "read");
    if (problem === null) throw error;
    // Node puts this sign where a name is no UTF-8, and then finds nothing of that name.
    if (problem.code === "file-missing" && path.includes("\uFFFD")) harvest.refuse(path, nameless(path));
    else if (problem.code === "file-missing" && isDocument(path))
      harvest.refuse(path, diagnose("file-missing", path, null, leadsNowhere, faults.nowhere.hint));
    else if (problem.code === "file-missing") harvest.leave(path, leadsNowhere);
    else harvest.refuse(path, problem);
    return undefined;
  }
}
