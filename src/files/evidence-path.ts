import type { DiagnosticCode } from "../model/diagnostic.js";
import { quote } from "./wording.js";

export interface PathProblem {
  readonly code: Extract<DiagnosticCode, "path-form" | "path-outside">;
  readonly message: string;
  readonly hint: string;
}

const relative = "Write it from the folder of the audit file, with forward slashes: policies/safeguarding.md.";

/** What is wrong with a path of evidence as it is written, whatever the disk holds. Null when nothing is. */
export function checkEvidencePath(written: string): PathProblem | null {
  const [path = ""] = written.split("#");
  const message = faultOf(path);
  if (message !== null) return { code: "path-form", message: `${quote(written)} ${message}.`, hint: hintFor(path) };
  if (!leavesFolder(path)) return null;
  return {
    code: "path-outside",
    message: `${quote(written)} leaves the folder of the audit file.`,
    hint: "Keep the evidence beside the audit file or below it, or cite it with location instead of path.",
  };
}

function faultOf(path: string): string | null {
  // oxlint-disable-next-line no-control-regex -- finding them is the purpose
  if (/[\u0000-\u001f\u007f]/.test(path)) return "holds a control character";
  if (path.trim() === "") return "names no file";
  if (/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(path)) return "is an address, not a path";
  if (/^[A-Za-z]:/.test(path)) return "begins with the letter of a drive";
  if (path.includes("\\")) return "has backslashes";
  return path.startsWith("/") ? "begins at the root of the disk" : null;
}

function hintFor(path: string): string {
  return path.includes("://") ? "Cite what is not a file with location instead of path." : relative;
}

function leavesFolder(path: string): boolean {
  let depth = 0;
  for (const part of path.split("/")) {
    if (part === "..") depth -= 1;
    else if (part !== "" && part !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
