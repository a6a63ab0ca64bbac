import { stripVTControlCharacters } from "node:util";

/** What a person typed or pasted, as it is kept: no control characters, no white space around it or doubled inside. */
export function tidy(typed: string): string {
  return stripVTControlCharacters(typed)
    .replaceAll(/\p{Cc}/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
