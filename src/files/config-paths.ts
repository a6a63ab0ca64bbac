import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import { isObject } from "../schema/alternatives.js";
import { diagnose } from "./diagnostics.js";
import { checkEvidencePath } from "./evidence-path.js";
import type { FileSystem } from "./file-system.js";
import { wayInto } from "./folder-tree.js";
import { quote } from "./wording.js";
import type { YamlSource } from "./yaml-source.js";

/** A text of the config that names a file, or some. */
interface NamedPath {
  readonly path: readonly (string | number)[];
  readonly written: string;
  /** Whether it is read or written, so that links count too. */
  readonly isOpened: boolean;
}

/** Paths and patterns that lead out of the folder of the config, as they are written or by a link. */
export async function checkConfigPaths(
  source: YamlSource,
  folder: string,
  files: FileSystem,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { path, written, isOpened } of pathsIn(source.value)) {
    const problem = checkWritten(written) ?? (isOpened ? await checkLinks(written, folder, files) : null);
    if (problem !== null)
      found.push(diagnose(problem.code, source.file, source.locate(path, "value"), problem.message, problem.hint));
  }
  return found;
}

function pathsIn(value: unknown): readonly NamedPath[] {
  if (!isObject(value)) return [];
  const listed = (key: string, of: (item: unknown) => unknown, ...rest: readonly string[]): readonly NamedPath[] => {
    const list = value[key];
    return Array.isArray(list)
      ? list.flatMap((item: unknown, index) => named(of(item), [key, index, ...rest], false))
      : [];
  };
  return [
    ...named(value["audit"], ["audit"], true),
    ...named(value["baseline"], ["baseline"], true),
    ...listed("policies", (item) => item),
    ...listed("exclude", (item) => item),
    ...listed("waivers", (item) => (isObject(item) ? item["file"] : undefined), "file"),
  ];
}

function named(written: unknown, path: NamedPath["path"], isOpened: boolean): readonly NamedPath[] {
  return typeof written === "string" && written.trim() !== "" ? [{ path, written, isOpened }] : [];
}

type PathProblem = Pick<Diagnostic, "code" | "message" | "hint">;

const keepInside = "Name what lies in the folder of the config, or put the config higher up.";
const relative = "Write it from the folder of the config, with forward slashes: policies/safeguarding.md.";

function checkWritten(written: string): PathProblem | null {
  if (/^~(?:\/|$)/u.test(written))
    return { code: "path-form", message: `${quote(written)} begins at a home folder.`, hint: relative };
  // A # is a part of the name here: there are no headings in these paths.
  const problem = checkEvidencePath(written.replaceAll("#", "_"));
  if (problem === null) return null;
  if (problem.code === "path-outside")
    return { code: "path-outside", message: `${quote(written)} leaves the folder of the config.`, hint: keepInside };
  const { message } = problem;
  return { code: "path-form", message, hint: relative };
}

/** What is not there yet leads nowhere; whatever reads it will say so. */
async function checkLinks(written: string, folder: string, files: FileSystem): Promise<PathProblem | null> {
  const real = await files.realPath(join(folder, ...written.split("/"))).catch(() => null);
  if (real === null || wayInto(await files.realPath(folder), real) !== null) return null;
  return {
    code: "path-outside",
    message: `${quote(written)} is a link that leaves the folder of the config.`,
    hint: "Put the file itself there.",
  };
}
