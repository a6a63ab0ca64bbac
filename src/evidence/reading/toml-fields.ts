import { parse } from "smol-toml";
import type { Field } from "../../model/document.js";
import { flattenFields, type LineOfKey, readFieldLines } from "./field-values.js";

const longest = 64 * 1024;

/** The fields of front matter; of what is no TOML, as many as its lines tell. Null: it is no list of keys at all. */
export function parseTomlFields(text: string, firstLine: number): readonly Field[] | null {
  return parseWhole(text, firstLine) ?? readFieldLines(text, "=", firstLine);
}

function parseWhole(text: string, firstLine: number): readonly Field[] | null {
  if (text.length > longest) return null;
  try {
    return flattenFields(parse(text, { maxDepth: 16 }), linesOf(text, firstLine));
  } catch {
    return null;
  }
}

/** Where each key stands, as far as a look at the lines tells; a key that they do not show stands on the first. */
function linesOf(text: string, firstLine: number): LineOfKey {
  const lines = new Map<string, number>();
  let table = "";
  for (const [index, line] of text.split("\n").entries()) {
    const head = /^[ \t]*\[{1,2}([^[\]]{1,200})\]/u.exec(line);
    if (head?.[1] !== undefined) table = `${plainKey(head[1])}.`;
    const equals = line.indexOf("=");
    const key = head === null && equals > 0 ? `${table}${plainKey(line.slice(0, equals))}` : null;
    if (key !== null && !lines.has(key)) lines.set(key, firstLine + index);
  }
  return (path) => {
    const names = path.filter((part) => typeof part === "string");
    for (let length = names.length; length > 0; length -= 1) {
      const line = lines.get(names.slice(0, length).join("."));
      if (line !== undefined) return line;
    }
    return firstLine;
  };
}

function plainKey(key: string): string {
  return key.replace(/["' \t]/gu, "");
}
