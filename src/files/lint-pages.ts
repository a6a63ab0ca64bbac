import { readFileSync } from "node:fs";
import type { LintCode } from "../engine/lint-codes.js";

/** Shipped as they are; both src/files and dist/bundle lie two folders below the root. */
const folder = new URL("../../checklists/lint/", import.meta.url);

/** The page of a rule of the linter: what it means, why it matters, how to mend it, and two examples. Markdown. */
export function readLintPage(code: LintCode): string {
  return readFileSync(new URL(`${code}.md`, folder), "utf8");
}
