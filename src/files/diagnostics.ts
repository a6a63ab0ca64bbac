import { UserError } from "../errors.js";
import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.js";

/** A place in a text; both count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** More than this is scrolled past, not read. */
const mostShown = 100;

export function diagnose(
  code: DiagnosticCode,
  file: string,
  place: Place | null,
  message: string,
  hint: string | null = null,
): Diagnostic {
  return { code, severity: "error", file, line: place?.line ?? null, column: place?.column ?? null, message, hint };
}

/** File by file, then by line and column, each once, at most `limit` and a last one that says how many more there are. */
export function arrange(diagnostics: readonly Diagnostic[], limit = mostShown): readonly Diagnostic[] {
  const seen = new Set<string>();
  const files = new Map<string, number>();
  const distinct = diagnostics.filter(({ code, file, line, column, message }) => {
    if (!files.has(file)) files.set(file, files.size);
    const key = JSON.stringify([code, file, line, column, message]);
    return !seen.has(key) && seen.add(key);
  });
  const rank = ({ file }: Diagnostic) => files.get(file) ?? 0;
  const sorted = distinct.toSorted(
    (a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  const next = sorted[limit];
  if (next === undefined) return sorted;
  return [...sorted.slice(0, limit), moreOf(next, sorted.length - limit)];
}

/** Says how many are not shown, at the first of them. */
export function moreOf(next: Diagnostic, count: number): Diagnostic {
  const message = `${count} more ${count === 1 ? "problem" : "problems"} from here on.`;
  return { ...next, message, hint: "Put these right first, then run it again." };
}

/** The error to throw when a file cannot be used. */
export function refusal(file: string, diagnostics: readonly Diagnostic[]): UserError {
  return new UserError(`${file} cannot be used as it is`, arrange(diagnostics));
}
