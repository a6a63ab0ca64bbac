import type { ErrorObject } from "ajv";

/** A value that fits none of several alternatives makes an error for each; these are boiled down to what helps. */
export function collapseAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === "propertyNames") continue;
    if (error.keyword !== "anyOf") kept.push(error);
    else kept.push(...mostTelling(error, takeBranches(kept, error)));
  }
  return kept;
}

/** Removes from the end of the list the errors of the alternatives: the validator reports them just before the whole. */
function takeBranches(errors: ErrorObject[], whole: ErrorObject): readonly ErrorObject[] {
  const prefixes = [whole.schemaPath, ...referencesIn(whole.schema)];
  let first = errors.length;
  while (first > 0 && isBranch(errors[first - 1], whole, prefixes)) first -= 1;
  return errors.splice(first);
}

function isBranch(error: ErrorObject | undefined, whole: ErrorObject, prefixes: readonly string[]): boolean {
  if (error === undefined) return false;
  const isWithin = error.instancePath === whole.instancePath || error.instancePath.startsWith(`${whole.instancePath}/`);
  // An alternative that is named is checked apart: where its errors stand in the schema does not tell whose they are.
  const isNamed = prefixes.length > 1;
  return isWithin && (isNamed || prefixes.some((prefix) => error.schemaPath.startsWith(`${prefix}/`)));
}

function referencesIn(alternatives: unknown): readonly string[] {
  if (!Array.isArray(alternatives)) return [];
  return alternatives.flatMap((alternative: unknown) =>
    isObject(alternative) && typeof alternative["$ref"] === "string" ? [alternative["$ref"]] : [],
  );
}

/** Where the value is of the right type for an alternative, what is wrong with it for that one; else the whole. */
function mostTelling(whole: ErrorObject, branches: readonly ErrorObject[]): readonly ErrorObject[] {
  const isKeysMissing = branches.every(
    (branch) => branch.keyword === "required" && branch.instancePath === whole.instancePath,
  );
  if (isKeysMissing)
    return [{ ...whole, params: { anyKeyOf: branches.flatMap(({ params }) => [params["missingProperty"]]) } }];
  const fitting = branches.filter((branch) => branch.keyword !== "type" || branch.instancePath !== whole.instancePath);
  return fitting.length > 0
    ? fitting
    : [{ ...whole, keyword: "type", params: { type: branches.flatMap(({ params }) => params["type"]) } }];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
