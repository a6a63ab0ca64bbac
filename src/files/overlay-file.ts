import { join } from "node:path";
import { UserError } from "../errors.js";
import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.js";
import type { OverlayFile } from "../model/overlay.js";
import { isObject } from "../schema/alternatives.js";
import { findProblems } from "../schema/validate.js";
import { diagnose } from "./diagnostics.js";
import { checkEvidencePath } from "./evidence-path.js";
import { describeFileError } from "./file-problem.js";
import type { FileSystem } from "./file-system.js";
import { wayInto } from "./folder-tree.js";
import { fileLimit, readText } from "./read-text.js";
import { quote } from "./wording.js";
import { parseYaml, type YamlSource } from "./yaml-source.js";

/** Where overlays are read. */
export interface OverlayFolder {
  /** Absolute; nothing outside its tree is read. */
  readonly folder: string;
  /** What is put before a path of the folder where it is shown: "safeguarding/", or nothing. */
  readonly shownIn: string;
  readonly files: FileSystem;
}

/** Says what is wrong with a file at the place where it is named. */
export type SayAt = (code: DiagnosticCode, message: string, hint: string | null) => Diagnostic;

export interface LoadedOverlay {
  readonly overlay: OverlayFile;
  readonly source: YamlSource;
  /** From the folder, with forward slashes. */
  readonly written: string;
  /** Absolute, links followed. */
  readonly path: string;
}

type PathProblem = Pick<Diagnostic, "code" | "message" | "hint">;

/** What is wrong with the path of an overlay as it is written, whatever the disk holds. Null when nothing is. */
export function checkOverlayPath(written: string): PathProblem | null {
  const hint = "Write it from the folder of the audit file, with forward slashes: anytown-2026.yaml.";
  if (/^~(?:\/|$)/u.test(written))
    return { code: "path-form", message: `${quote(written)} begins at a home folder.`, hint };
  // A # is a part of the name here: there are no headings in an overlay.
  const problem = checkEvidencePath(written.replaceAll("#", "_"));
  if (problem === null) return null;
  if (problem.code === "path-outside") return outside(written, "leaves the folder of the audit file");
  return { code: problem.code, message: problem.message, hint };
}

function outside(written: string, how: string): PathProblem {
  const hint = "Put the overlay beside the audit file or below it.";
  return { code: "path-outside", message: `${quote(written)} ${how}.`, hint };
}

/** Reads one overlay and holds it to its schema: the overlay, or all that is wrong. */
export async function readOverlay(
  written: string,
  say: SayAt,
  where: OverlayFolder,
): Promise<LoadedOverlay | readonly Diagnostic[]> {
  const problem = checkOverlayPath(written);
  if (problem !== null) return [say(problem.code, problem.message, problem.hint)];
  const full = join(where.folder, ...written.split("/"));
  const shownAs = `${where.shownIn}${written}`;
  try {
    const [root, path] = await Promise.all([where.files.realPath(where.folder), where.files.realPath(full)]);
    if (wayInto(root, path) === null) {
      const { code, message, hint } = outside(written, "is a link that leaves the folder of the audit file");
      return [say(code, message, hint)];
    }
    const source = await parseYaml(await readText(full, shownAs, where.files, fileLimit), shownAs);
    const problems = await findOverlayProblems(source);
    return isOverlay(source.value, problems) ? { overlay: source.value, source, written, path } : problems;
  } catch (error) {
    return diagnosticsOf(error, shownAs).map((found) =>
      found.line === null ? unreadable(found, written, say) : found,
    );
  }
}

async function findOverlayProblems(source: YamlSource): Promise<readonly Diagnostic[]> {
  const { value, file } = source;
  const stated = isObject(value) ? value["schema"] : undefined;
  if (stated === "overlay/1") return findProblems("overlay", source);
  const message = stated === undefined ? "The file does not say that it is an overlay." : "This is no overlay.";
  const place = source.locate(["schema"], "value");
  return [diagnose("unknown-schema", file, place, message, "An overlay begins with schema: overlay/1.")];
}

function diagnosticsOf(error: unknown, shownAs: string): readonly Diagnostic[] {
  if (error instanceof UserError) return error.diagnostics;
  const problem = describeFileError(error, shownAs, "read");
  if (problem === null) throw error;
  return [problem];
}

function unreadable({ code, message, hint }: Diagnostic, written: string, say: SayAt): Diagnostic {
  if (code === "file-missing")
    return say(
      "overlay-missing",
      `There is no overlay ${quote(written)}.`,
      "Check the path; it counts from the audit file.",
    );
  const meant = code === "not-a-file" ? "Name the file of an overlay." : hint;
  return say(code, `${quote(written)} cannot be read. ${message}`, meant);
}

/** The type comes from the schema, so what the schema finds no fault with is of the type. */
function isOverlay(_value: unknown, problems: readonly Diagnostic[]): _value is OverlayFile {
  return problems.length === 0;
}
