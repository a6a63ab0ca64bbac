import type { Audit } from "../model/audit.js";
import { isObject } from "../schema/alternatives.js";
import { findProblems } from "../schema/validate.js";
import { refusal } from "./diagnostics.js";
import { checkOwnRules } from "./own-rules.js";
import { readInput, type ReadingHost } from "./read-input.js";
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
  const problems = [...(await findProblems("audit", source)), ...checkOwnRules(source)];
  if (problems.length > 0 || !isAudit(source.value)) throw refusal(shownAs, problems);
  return { audit: source.value, source };
}

/** The types are made from the schemas: what the schema finds no fault with has the type. */
function isAudit(value: unknown): value is Audit {
  return isObject(value);
}
