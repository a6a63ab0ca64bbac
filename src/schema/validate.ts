import { createRequire } from "node:module";
import type { ValidateFunction } from "ajv";
import { arrange, diagnose } from "../files/diagnostics.js";
import type { YamlSource } from "../files/yaml-source.js";
import { describeKind } from "../files/wording.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isObject } from "./alternatives.js";
import { describeErrors } from "./problems.js";

/** The published schemas. */
export const schemaNames = [
  "audit",
  "answers",
  "edition",
  "overlay",
  "practice",
  "profile",
  "scales",
  "lexicon",
  "checklist",
  "checklists",
  "diff",
  "carry",
  "actions",
  "comparison",
  "report",
  "sample",
  "scan",
  "config",
  "baseline",
] as const;
export type SchemaName = (typeof schemaNames)[number];

/** Validators are made by the build. Wherever this module ends up, it is two folders below the root. */
const load = createRequire(import.meta.url);

/** Everything that is wrong with the file by its schema, and with its YAML; sorted, empty when it is valid. */
export async function validateAs(name: SchemaName, source: YamlSource): Promise<readonly Diagnostic[]> {
  return arrange(await findProblems(name, source));
}

/** The same, all of them and in no order, to be put together with others. */
export async function findProblems(name: SchemaName, source: YamlSource): Promise<readonly Diagnostic[]> {
  const { value, problems, file } = source;
  if (!isObject(value)) {
    const message = `The file must be a mapping of keys, not ${describeKind(value)}.`;
    return [
      ...problems,
      diagnose("wrong-type", file, source.locate([], "value"), message, `Begin it with "schema: ${name}/1".`),
    ];
  }
  const { default: validate }: { readonly default: ValidateFunction } = load(
    `../../dist/bundle/validators/${name}.cjs`,
  );
  if (validate(value)) return problems;
  const irregular = new Set(problems.map(({ line, column }) => `${line}:${column}`));
  // Where the YAML itself is refused, its value is made up and what the schema says of it is noise.
  const telling = describeErrors(validate.errors ?? [], source).filter(
    ({ line, column }) => !irregular.has(`${line}:${column}`),
  );
  return [...problems, ...telling];
}
