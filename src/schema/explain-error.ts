import type { ErrorObject } from "ajv";
import { didYouMean } from "../files/suggest.js";
import { describeKind, describePath, listWords, quote } from "../files/wording.js";
import type { DiagnosticCode } from "../model/diagnostic.js";
import { isObject } from "./alternatives.js";
import { explainDay } from "./explain-day.js";

export interface Explanation {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string | null;
}

/** What the patterns of our schemas ask for. */
const patterns = new Map<string, string>([
  ["^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case letters, digits and single hyphens"],
  ["^[0-9a-f]{8}$", "8 digits or letters a to f"],
  ["^[0-9a-f]{64}$", "64 digits or letters a to f"],
  ["^[A-Za-z0-9][A-Za-z0-9._-]*$", "letters, digits, dots, hyphens and underscores"],
  ["^\\d{4}(-\\d{2}(-\\d{2})?)?$", "a year, a month or a day: 2026, 2026-11 or 2026-11-21"],
]);

const typeWords = new Map<unknown, string>([
  ["string", "text"],
  ["boolean", "true or false"],
  ["integer", "a whole number"],
  ["number", "a number"],
  ["array", "a list"],
  ["object", "a mapping"],
  ["null", "null"],
]);

/** An error of the validator in plain English, with what to do about it. */
export function explainError(error: ErrorObject, path: readonly (string | number)[]): Explanation {
  const subject = path.length === 0 ? "The file" : describePath(path);
  switch (error.keyword) {
    case "additionalProperties":
      return explainUnknownKey(String(error.params["additionalProperty"]), error.parentSchema, path);
    case "required":
      return explainMissing([String(error.params["missingProperty"])], subject);
    case "anyOf":
      return explainMissing(textsIn(error.params["anyKeyOf"]), subject);
    case "type":
      return explainType(error.params["type"], error.data, subject);
    case "enum":
      return explainChoice(textsIn(error.params["allowedValues"]), error.data, subject);
    case "const":
      return explainConstant(error.params["allowedValue"], error.data, path);
    case "pattern":
      return explainPattern(String(error.params["pattern"]), error, subject);
    case "format":
      return explainFormat(String(error.params["format"]), String(error.data), subject);
    case "minItems":
      return explainSize(Number(error.params["limit"]), "item", subject);
    case "minProperties":
      return explainSize(Number(error.params["limit"]), "key", subject);
    default:
      return { code: "wrong-value", message: `${subject} ${error.message ?? "is not allowed"}.`, hint: null };
  }
}

/** The keys that the schema of the error knows. */
export function knownKeys(schema: unknown): readonly string[] {
  const properties = isObject(schema) ? schema["properties"] : undefined;
  return isObject(properties) ? Object.keys(properties) : [];
}

function explainUnknownKey(key: string, schema: unknown, path: readonly (string | number)[]): Explanation {
  const known = knownKeys(schema);
  const where = path.length === 0 ? "this file" : describePath(path);
  const hint = didYouMean(key, known, `The keys known here: ${known.join(", ")}.`);
  return { code: "unknown-key", message: `${quote(key)} is not a key of ${where}.`, hint };
}

function explainMissing(keys: readonly string[], subject: string): Explanation {
  const message = `${subject} has no ${listWords(keys)}.`;
  return {
    code: keys[0] === "schema" ? "unknown-schema" : "missing-key",
    message,
    hint: `Add ${listWords(keys.map((key) => `"${key}: ..."`))}.`,
  };
}

function explainType(wanted: unknown, found: unknown, subject: string): Explanation {
  const types = Array.isArray(wanted) ? wanted : [wanted];
  const words = types.map((type: unknown) => typeWords.get(type) ?? String(type));
  if (found === null) return { code: "wrong-type", message: `${subject} has no value.`, hint: hintForNothing(types) };
  const message = `${subject} must be ${listWords(words)}, not ${describeKind(found)}.`;
  return { code: "wrong-type", message, hint: hintForType(types, found) };
}

function hintForNothing(types: readonly unknown[]): string {
  if (types.includes("object")) return "Write {} when there is nothing yet.";
  if (types.includes("array")) return "Write [] when there is nothing yet.";
  return "Write a value, or remove the key.";
}

function hintForType(types: readonly unknown[], found: unknown): string | null {
  const isPlain = typeof found === "number" || typeof found === "boolean";
  if (isPlain && types.includes("string")) return "Put quotes around it.";
  if (types.includes("array") && !Array.isArray(found))
    return "Begin each item with a dash and a space on a line of its own.";
  if (types.includes("boolean")) return "Write true or false, without quotes.";
  return null;
}

function explainChoice(choices: readonly string[], found: unknown, subject: string): Explanation {
  const listed = `${subject} must be ${listWords(choices)}`;
  if (found === null)
    return {
      code: "wrong-value",
      message: `${listed}; it has no value.`,
      hint: "Write one of these, or remove the key.",
    };
  const hint = typeof found === "string" ? didYouMean(found, choices, null) : null;
  return {
    code: "wrong-value",
    message: `${listed}, not ${typeof found === "object" ? describeKind(found) : quote(found)}.`,
    hint,
  };
}

function explainConstant(wanted: unknown, found: unknown, path: readonly (string | number)[]): Explanation {
  if (path.length !== 1 || path[0] !== "schema") return explainChoice([String(wanted)], found, describePath(path));
  const kind = String(wanted).replace(/\/.*/, "");
  const message = `This is not ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind} file: its schema is ${quote(found)}, not ${quote(wanted)}.`;
  return {
    code: "unknown-schema",
    message,
    hint: didYouMean(String(found), [String(wanted)], "Check that it is the file you mean."),
  };
}

function explainPattern(pattern: string, error: ErrorObject, subject: string): Explanation {
  if (pattern === "\\S")
    return { code: "wrong-value", message: `${subject} is blank.`, hint: "Write something, or remove the key." };
  const form = patterns.get(pattern) ?? `text of the form ${pattern}`;
  const isKey = error.propertyName !== undefined;
  const message = `${isKey ? `The key ${quote(error.propertyName)}` : `${subject}, ${quote(error.data)},`} must be ${form}.`;
  return { code: "wrong-value", message, hint: null };
}

function explainFormat(format: string, text: string, subject: string): Explanation {
  if (format === "duration") {
    const hint = "Write P12M for 12 months, P1Y for a year, P14D for 14 days.";
    return { code: "not-a-duration", message: `${subject}: ${quote(text)} is not a duration.`, hint };
  }
  const { message, hint } = explainDay(text);
  return { code: "not-a-day", message: `${subject}: ${message}`, hint };
}

function explainSize(least: number, unit: string, subject: string): Explanation {
  return {
    code: "wrong-value",
    message: `${subject} must have at least ${least} ${unit}${least === 1 ? "" : "s"}.`,
    hint: null,
  };
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
