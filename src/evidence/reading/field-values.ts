import type { Field } from "../../model/document.js";

/** Finds the line of a key, given the keys around it, outermost first. */
export type LineOfKey = (path: readonly (string | number)[]) => number;

/** The values of a mapping, one field each: nested keys joined by full stops, the values of a list by commas. */
export function flattenFields(value: unknown, lineOf: LineOfKey): readonly Field[] {
  return flatten(value, [], "", lineOf);
}

function flatten(value: unknown, path: readonly (string | number)[], key: string, lineOf: LineOfKey): readonly Field[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const scalars = items.filter((item) => !isCollection(item)).map(renderScalar);
    const nested = items.flatMap((item, index) =>
      isCollection(item) ? flatten(item, [...path, index], key, lineOf) : [],
    );
    const own =
      scalars.length > 0 || items.length === 0 ? [{ key, value: scalars.join(", "), line: lineOf(path) }] : [];
    return [...own, ...nested];
  }
  if (!isCollection(value)) return [{ key, value: renderScalar(value), line: lineOf(path) }];
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, [...path, name], key === "" ? name : `${key}.${name}`, lineOf),
  );
}

function isCollection(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/** A day as YYYY-MM-DD, whatever time stands behind it. */
function renderScalar(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? renderDate(value) : String(value).trim();
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ][ \t]{0,9}\d{1,2}:.*)?$/u.exec(text);
  if (day === null) return text;
  const [, year = "", month = "", date = ""] = day;
  return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}

function renderDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

/** What a broken text still says: its lines that are a key, a mark and a value. Null when the first, or
 * many, are something else. */
export function readFieldLines(text: string, mark: ":" | "=", firstLine: number): readonly Field[] | null {
  const lines = text.split("\n").map((line, index) => ({ line, number: firstLine + index }));
  const own = lines.filter(({ line }) => /^[^\s#-]/u.test(line));
  const fields = own.flatMap(({ line, number }) => {
    const at = line.indexOf(mark);
    const key = line.slice(0, Math.max(0, at)).trim();
    if (!/^["'\p{L}_][^:=]{0,80}$/u.test(key) || key.split(/\s+/u).length > 5) return [];
    const value = renderScalar(unquote(line.slice(at + 1).trim()));
    return [{ key: unquote(key), value, line: number }];
  });
  const isMostly = fields[0]?.line === own[0]?.number && fields.length * 3 >= own.length * 2;
  return fields.length > 0 && isMostly ? fields : null;
}

function unquote(text: string): string {
  const quote = text[0];
  return (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote) ? text.slice(1, -1) : text;
}
