import { UserError } from "../../src/errors.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";

/** The diagnostics that a refusal carries. */
export async function problemsOf(work: Promise<unknown>): Promise<readonly Diagnostic[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error.diagnostics;
    throw error;
  }
  return [];
}

/** "2:1 duplicate-key", one for each. */
export function briefly(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ line, column, code }) => (line === null ? code : `${line}:${column} ${code}`));
}
