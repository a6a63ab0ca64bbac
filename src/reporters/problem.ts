import type { Diagnostic } from "../model/diagnostic.js";
import { escapeTerminal } from "./escape.js";

interface Problem {
  readonly message: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly hint: string | null;
}

/** A mistake of the user for standard error: every diagnostic with its place, then what to do. */
export function renderProblem({ message, diagnostics, hint }: Problem): string {
  const lines = [
    ...diagnostics.flatMap(diagnosticLines),
    `wt-audit: ${escapeTerminal(message)}`,
    ...(hint === null ? [] : hint.split("\n").map(escapeTerminal)),
  ];
  return `${lines.join("\n")}\n`;
}

/** One diagnostic as compilers print it: file:line:column, severity, code, message; the hint under it. */
export function diagnosticLines({ file, line, column, severity, code, message, hint }: Diagnostic): readonly string[] {
  const place = [file, line, column].filter((part) => part !== null).join(":");
  return [
    escapeTerminal(`${place}: ${severity} ${code}: ${message}`),
    ...(hint === null ? [] : [escapeTerminal(`    ${hint}`)]),
  ];
}
