import type { Audit } from "../model/audit.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { findProblems } from "../schema/validate.js";
import { refusal } from "./diagnostics.js";
import { checkOwnRules } from "./own-rules.js";
import { readInput, type ReadingHost } from "./read-input.js";
import { findScoreProblems } from "./score-checks.js";
import { parseYaml, type YamlSource } from "./yaml-source.js";

/** An audit and the text it was read from. */
export interface LoadedAudit {
  readonly audit: Audit;
  readonly source: YamlSource;
}

/** Reads an audit file; `-` is standard input. Throws UserError with everything that the file alone shows to be wrong. */
export async function readAudit(file: string, host: ReadingHost): Promise<LoadedAudit> {
  const { text, shownAs } = await readInput(file, host);
  return parseAudit(text, shownAs);
}

/** The audit that a text holds. Throws as `readAudit` does. */
export async function parseAudit(text: string, shownAs: string): Promise<LoadedAudit> {
  const source = await parseYaml(text, shownAs);
  const problems = await findAuditProblems(source);
  const audit = auditOf(source, problems);
  if (audit === null) throw refusal(shownAs, problems);
  return { audit, source };
}

/** Everything that the file alone shows to be wrong, unsorted. */
export async function findAuditProblems(source: YamlSource): Promise<readonly Diagnostic[]> {
  return [
    ...(await findProblems("audit", source)),
    ...checkOwnRules(source),
    ...(await findScoreProblems(source, true)),
  ];
}

/** The audit that a source holds; null when its own problems, as `findAuditProblems` gives them, are any. */
export function auditOf({ value }: YamlSource, problems: readonly Diagnostic[]): Audit | null {
  return isAudit(value, problems) ? value : null;
}

/** The type comes from the schema, so what the schema finds no fault with is of the type. */
function isAudit(_value: unknown, problems: readonly Diagnostic[]): _value is Audit {
  return problems.length === 0;
}
