import type { Field } from "../../model/document.js";
import { countLineEnds } from "./block-writer.js";

/** A text parted from the front matter above it. */
export interface FrontMatter {
  readonly fields: readonly Field[];
  /** The text, empty lines in place of the front matter, so that its lines keep their numbers. */
  readonly body: string;
}

const closing = { "---": /^(?:---|\.\.\.)[ \t]*$/mu, "+++": /^\+\+\+[ \t]*$/mu } as const;

/** Front matter that is never closed, and what merely stands between two rules, is body text. */
export async function splitFrontMatter(text: string): Promise<FrontMatter> {
  const opening = /^(---|\+\+\+)[ \t]*\n/u.exec(text);
  const none = { fields: [], body: text };
  if (opening === null) return none;
  const isToml = opening[1] === "+++";
  const rest = text.slice(opening[0].length);
  const end = closing[isToml ? "+++" : "---"].exec(rest);
  if (end === null) return none;
  const inside = rest.slice(0, end.index);
  const fields = await readFields(inside, isToml);
  if (fields === null) return none;
  const after = end.index + end[0].length;
  return { fields, body: "\n".repeat(1 + countLineEnds(rest.slice(0, after))) + rest.slice(after) };
}

async function readFields(inside: string, isToml: boolean): Promise<readonly Field[] | null> {
  if (inside.trim() === "") return [];
  if (isToml) {
    const { parseTomlFields } = await import("./toml-fields.js");
    return parseTomlFields(inside, 2);
  }
  const { parseYamlFields } = await import("./yaml-fields.js");
  return parseYamlFields(inside, 2);
}
