import { dirname, resolve } from "node:path";
import type { FileSystem } from "../files/file-system.js";
import type { Audit } from "../model/audit.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { EvidenceReading, EvidenceReadings } from "../model/evidence.js";
import type { FactsReader } from "./document.js";
import { createEvidenceReader, type EvidenceProblem } from "./evidence-reader.js";

/** What stands at one path of the audit file. For several, make a reader, which reads each file once. */
export async function readEvidence(
  path: string,
  folder: string,
  files: FileSystem,
  readFacts: FactsReader | null = null,
): Promise<EvidenceReading | EvidenceProblem> {
  return createEvidenceReader(folder, files, readFacts).read(path);
}

/** Every document that the audit cites, each read once, and those that could not be looked at. */
export async function readCited(
  audit: Audit,
  auditFile: string,
  files: FileSystem,
  readFacts: FactsReader | null = null,
): Promise<{ readonly readings: EvidenceReadings; readonly problems: ReadonlyMap<string, EvidenceProblem> }> {
  const cited = Object.values(audit.responses).flatMap((response) =>
    (response.evidence ?? []).flatMap((evidence) => evidence.path ?? []),
  );
  const reader = createEvidenceReader(dirname(auditFile), files, readFacts);
  const itself = await realPathOf(auditFile, files);
  const readings = new Map<string, EvidenceReading>();
  const problems = new Map<string, EvidenceProblem>();
  for (const path of new Set(cited)) {
    const found = (await leadsTo(itself, path, dirname(auditFile), files)) ? provesNothing : await reader.read(path);
    if ("kind" in found) readings.set(path, found);
    else problems.set(path, found);
  }
  return { readings, problems };
}

/** Whether the path leads to the audit itself, also by a link, and with a `#` in its name. */
async function leadsTo(itself: string, path: string, folder: string, files: FileSystem): Promise<boolean> {
  const names = new Set([path, path.split("#")[0] ?? ""]);
  const real = await Promise.all([...names].map((name) => realPathOf(resolve(folder, name), files)));
  return real.includes(itself);
}

/** The path with links followed; as it is when nothing is there. */
async function realPathOf(path: string, files: FileSystem): Promise<string> {
  try {
    return await files.realPath(path);
  } catch {
    return path;
  }
}

const provesNothing: EvidenceProblem = {
  code: "wrong-value",
  message: "The audit cites itself, which proves nothing.",
  hint: "Cite the document or record that shows it.",
};

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
