/** A value as it may stand in a message: in quotes, on one line, and short. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const short = text.length > 60 ? `${text.slice(0, 56)}..."` : text;
  return short.replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, "\ufffd");
}

/** "met, partly-met or not-met". */
export function listWords(words: readonly string[], last: "and" | "or" = "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** What kind of value this is, in words: "a number". */
export function describeKind(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  const kinds = { string: "text", number: "a number", boolean: value === true ? "true" : "false", object: "a mapping" };
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean" || kind === "object" ? kinds[kind] : kind;
}

/** "responses.board-lead.evidence[1].path", counted from 1 as people do. */
export function describePath(path: readonly (string | number)[]): string {
  const parts = path.map((part, index) =>
    typeof part === "number" ? `[${part + 1}]` : `${index === 0 ? "" : "."}${plain(part)}`,
  );
  return parts.join("");
}

function plain(key: string): string {
  return /^[\w-]{1,60}$/.test(key) ? key : quote(key);
}
