import { readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { wayInto } from "./folder-tree.js";

/**
 * Further names of what changed: git tells of a link and not of what it leads to, and of a repository within another not
 * what changed in it, so that all of that counts. `indexed` are the lines of `git ls-files --stage`.
 */
export function changedThrough(
  folder: string,
  changed: ReadonlySet<string>,
  indexed: readonly string[],
): readonly string[] {
  const ofMode = (mode: string): readonly string[] =>
    indexed.flatMap((line) => (line.startsWith(mode) ? [line.slice(line.indexOf("\t") + 1)] : []));
  const within = [...ofMode("160000"), ...[...changed].filter((name) => name.endsWith("/"))];
  const all = [...changed, ...within.flatMap((path) => filesBelow(folder, path.replace(/\/$/u, "")))];
  return [...all, ...ofMode("120000").flatMap((link) => throughLink(folder, link, all))];
}

/** All that lies in a folder; nothing when it is not there. */
function filesBelow(folder: string, path: string): readonly string[] {
  try {
    const names = readdirSync(join(folder, path), { recursive: true, encoding: "utf8" });
    return names.map((name) => `${path}/${name.split(sep).join("/")}`);
  } catch {
    return [];
  }
}

/** The changed files that a link leads to, by the names that they have through it. */
function throughLink(folder: string, link: string, changed: readonly string[]): readonly string[] {
  try {
    const target = wayInto(realpathSync.native(folder), realpathSync.native(join(folder, link)));
    if (target === null) return [];
    const below = target === "" ? "" : `${target}/`;
    return changed.flatMap((name) => {
      if (name === target) return [link];
      return name.startsWith(below) ? [`${link}/${name.slice(below.length)}`] : [];
    });
  } catch {
    return [];
  }
}
