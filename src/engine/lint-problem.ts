import type { Severity } from "../model/report.js";
import type { ProblemCode } from "./lint-codes.js";

export type Path = readonly (string | number)[];

/** Something wrong in the data itself, beyond its schema; `path` leads to the place in the file. */
export interface LintProblem {
  readonly code: ProblemCode;
  /** An error makes the file unsound; a warning is a matter of craft. */
  readonly severity: Severity;
  readonly path: Path;
  readonly message: string;
  readonly hint: string | null;
  /** The place in another file that it is about, too. */
  readonly other?: OtherPlace;
  /** An id that there is not, and those that may have been meant. */
  readonly unknown?: { readonly id: string; readonly among: readonly string[] };
}

/** What an overlay is held to: what a shipped edition asks, or what stands in another overlay. */
export type OtherPlace =
  | { readonly edition: string; readonly requirement: string }
  | { readonly overlay: string; readonly path: Path };

/** What makes a file unsound. */
export function problem(code: ProblemCode, path: Path, message: string, hint: string | null = null): LintProblem {
  return { code, severity: "error", path, message, hint };
}

/** What is sound, and badly made. */
export function warning(code: ProblemCode, path: Path, message: string, hint: string): LintProblem {
  return { code, severity: "warning", path, message, hint };
}

/** An id, or what serves as one, and where it stands. */
export interface Named {
  readonly id: string | number;
  readonly path: Path;
}

/** Each that stands earlier in the list already. */
export function findRepeated<Item extends Named>(list: readonly Item[]): readonly Item[] {
  const seen = new Set<string | number>();
  return list.filter(({ id }) => seen.has(id) || !seen.add(id));
}

/** The ids that a list holds twice. */
export function repeatedIds(list: readonly Named[]): readonly LintProblem[] {
  return findRepeated(list).map(({ id, path }) => problem("duplicate-id", path, `The id "${id}" stands twice.`));
}
