import type { ErrorObject } from "ajv";
import { diagnose, type Place } from "../files/diagnostics.js";
import { suggest } from "../files/suggest.js";
import type { YamlSource } from "../files/yaml-source.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { collapseAlternatives, isObject } from "./alternatives.js";
import { explainError, knownKeys } from "./explain-error.js";

type Path = readonly (string | number)[];

/** The errors of a validator (allErrors, verbose) as diagnostics with places in the file; not sorted yet. */
export function describeErrors(errors: readonly ErrorObject[], source: YamlSource): readonly Diagnostic[] {
  const telling = collapseAlternatives(errors);
  const otherKind = telling.find(
    ({ keyword, instancePath, data }) => keyword === "const" && instancePath === "/schema" && typeof data === "string",
  );
  // A file of another kind breaks every rule of this one; only the one matters.
  const wanted = otherKind === undefined ? withoutEchoes(telling) : [otherKind];
  return wanted.map((error) => {
    const path = toPath(error.instancePath, source.value);
    const { code, message, hint } = explainError(error, path);
    return diagnose(code, source.file, placeOf(error, path, source), message, hint);
  });
}

/** A misspelt key is also a missing one; the first says it all. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const missing = new Set(errors.filter(({ keyword }) => keyword === "required").map(missingKey));
  const meant = new Set(
    errors.filter(({ keyword }) => keyword === "additionalProperties").map((error) => meantKey(error, missing)),
  );
  return errors.filter((error) => error.keyword !== "required" || !meant.has(missingKey(error)));
}

function missingKey(error: ErrorObject): string {
  return `${error.instancePath}/${error.params["missingProperty"]}`;
}

function meantKey(error: ErrorObject, missing: ReadonlySet<string>): string | null {
  const candidates = knownKeys(error.parentSchema);
  if (!candidates.some((key) => missing.has(`${error.instancePath}/${key}`))) return null;
  return `${error.instancePath}/${suggest(String(error.params["additionalProperty"]), candidates)}`;
}

function placeOf(error: ErrorObject, path: Path, source: YamlSource): Place {
  if (error.keyword === "additionalProperties")
    return source.locate([...path, String(error.params["additionalProperty"])], "key");
  if (error.propertyName !== undefined) return source.locate([...path, error.propertyName], "key");
  const isAboutKeys = error.keyword === "required" || error.keyword === "anyOf";
  return source.locate(path, isAboutKeys ? "key" : "value");
}

/** From a JSON pointer; its digits are an index only where the value is a list. */
function toPath(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) {
      path.push(Number(key));
      value = value[Number(key)];
    } else {
      path.push(key);
      value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }
  }
  return path;
}
