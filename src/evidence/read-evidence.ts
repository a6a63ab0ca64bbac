import { createHash } from "node:crypto";
import { dirname, extname, isAbsolute, join, relative, sep } from "node:path";
import type { FileSystem } from "../files/file-system.js";
import type { Audit } from "../model/audit.js";
import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.js";
import type { EvidenceReading, EvidenceReadings } from "../model/evidence.js";
import { isBlank } from "./blank.js";
import { findPassage } from "./passage.js";

/** Bytes of one evidence document that are read at most. */
export const evidenceLimit = 64 * 1024 * 1024;
/** Bytes of a text document beyond which it is digested but not read. */
const textLimit = 4 * 1024 * 1024;

const textEndings = new Set([".md", ".markdown", ".txt", ".text", ".rst", ".adoc", ".asciidoc", ".html", ".htm"]);
const markdownEndings = new Set([".md", ".markdown"]);

/** A document that could not be looked at, which is no gap: the job could not be done. */
export interface EvidenceProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

/** What stands at a path of the audit file, such as `policies/safeguarding.md#accountability`. */
export async function readEvidence(
  path: string,
  folder: string,
  files: FileSystem,
): Promise<EvidenceReading | EvidenceProblem> {
  const [file = "", anchor] = path.split("#", 2);
  const full = join(folder, ...file.split("/"));
  try {
    if (!(await isInside(full, folder, files))) {
      return problem(
        "path-outside",
        `"${file}" leads out of the folder of the audit`,
        "Copy the document into the folder of the audit, or give its location instead of a path.",
      );
    }
    const status = await files.status(full);
    if (status.kind !== "file")
      return problem(
        "not-a-file",
        `"${file}" is ${status.kind === "folder" ? "a folder" : "no document"}`,
        "Cite the document itself.",
      );
    if (status.size > evidenceLimit)
      return problem(
        "too-large",
        `"${file}" is larger than 64 MiB`,
        "Cite a smaller document, or give its location instead of a path.",
      );
    return readingOf(await files.read(full, evidenceLimit), file, anchor);
  } catch (error) {
    return whyNot(error, file);
  }
}

/** Every document that the audit cites, each read once, and those that could not be looked at. */
export async function readCited(
  audit: Audit,
  auditFile: string,
  files: FileSystem,
): Promise<{ readonly readings: EvidenceReadings; readonly problems: ReadonlyMap<string, EvidenceProblem> }> {
  const cited = Object.values(audit.responses).flatMap((response) =>
    (response.evidence ?? []).flatMap((evidence) => evidence.path ?? []),
  );
  const readings = new Map<string, EvidenceReading>();
  const problems = new Map<string, EvidenceProblem>();
  for (const path of new Set(cited)) {
    const found = await readEvidence(path, dirname(auditFile), files);
    if ("kind" in found) readings.set(path, found);
    else problems.set(path, found);
  }
  return { readings, problems };
}

/** The diagnostics for what could not be looked at, each at the place where the audit cites it. */
export function citedDiagnostics(
  audit: Audit,
  problems: ReadonlyMap<string, EvidenceProblem>,
  locate: (path: readonly (string | number)[]) => {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  },
): readonly Diagnostic[] {
  return Object.entries(audit.responses).flatMap(([requirement, response]) =>
    (response.evidence ?? []).flatMap((evidence, index) => {
      const found = evidence.path === undefined ? undefined : problems.get(evidence.path);
      return found === undefined
        ? []
        : [{ ...found, severity: "error" as const, ...locate(["responses", requirement, "evidence", index, "path"]) }];
    }),
  );
}

/** Whether the path, links followed, stays in the folder tree. What is not there is inside. */
async function isInside(full: string, folder: string, files: FileSystem): Promise<boolean> {
  const way = relative(await files.realPath(folder), await files.realPath(full));
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function readingOf(bytes: Uint8Array, file: string, anchor: string | undefined): EvidenceReading {
  const ending = extname(file).toLowerCase();
  const text = textEndings.has(ending) && bytes.length <= textLimit ? decode(bytes) : null;
  if (text === null) return { kind: "present", read: false, blank: bytes.length === 0, sha256: digest(bytes) };
  const passage = anchor === undefined || !markdownEndings.has(ending) ? null : findPassage(text, decodeAnchor(anchor));
  if (anchor !== undefined && markdownEndings.has(ending) && passage === null) {
    return { kind: "missing", what: `the document is there, but it has no heading "#${anchor}"` };
  }
  return {
    kind: "present",
    read: true,
    blank: isBlank(passage ?? text),
    sha256: digest(withPlainLineEnds(passage ?? text)),
  };
}

function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** Null when it is not UTF-8 text, whatever its name says. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** So that a checkout on another system changes no digest. */
function withPlainLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function problem(code: DiagnosticCode, message: string, hint: string): EvidenceProblem {
  return { code, message, hint };
}

function whyNot(error: unknown, file: string): EvidenceReading | EvidenceProblem {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG")
    return { kind: "missing", what: "there is no such document" };
  if (code === "EACCES" || code === "EPERM")
    return problem("no-permission", `"${file}" may not be read`, "Ask for permission to read it.");
  if (typeof code === "string")
    return problem("not-readable", `"${file}" could not be read (${code})`, "Try again, or cite a copy of it.");
  throw error;
}
