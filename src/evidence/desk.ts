import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { saysAgainst } from "../engine/evidence-rules.js";
import type { FileSystem } from "../files/file-system.js";
import type { Day } from "../model/day.js";
import type { EvidenceCheck, EvidenceDesk } from "../model/evidence.js";
import type { FactsReader } from "./document.js";
import { readEvidence } from "./read-evidence.js";

/** How a desk reads documents. */
export interface DeskReading {
  readonly passages: EvidenceDesk["passages"];
  readonly facts: FactsReader;
  readonly today: Day;
}

/** Looks up documents in the folder tree of the audit. Without `reading`, only whether they are there and not blank. */
export function createEvidenceDesk(
  folder: string,
  files: FileSystem,
  reading: DeskReading | null = null,
): EvidenceDesk {
  return {
    passages: reading?.passages ?? (async () => []),
    complete: (typed) => complete(typed, folder, files),
    inspect: (typed) => inspect(typed, folder, files, reading),
  };
}

async function complete(typed: string, folder: string, files: FileSystem): Promise<readonly string[]> {
  const path = typed.replaceAll("\\", "/");
  const cut = path.lastIndexOf("/") + 1;
  const [parent, start] = [path.slice(0, cut), path.slice(cut).toLowerCase()];
  if (isAbsolute(parent) || parent.split("/").includes("..")) return [];
  try {
    const names = await files.list(join(folder, ...parent.split("/")));
    return names
      .filter((name) => name.toLowerCase().startsWith(start) && (start.startsWith(".") || !name.startsWith(".")))
      .map((name) => `${parent}${name}`);
  } catch {
    // A folder that cannot be listed completes to nothing; inspecting the path says why.
    return [];
  }
}

async function inspect(
  typed: string,
  folder: string,
  files: FileSystem,
  reading: DeskReading | null,
): Promise<EvidenceCheck> {
  const path = asWritten(typed, folder);
  if (path === null)
    return refused(typed, "It is outside the folder of the audit. Copy it there, or give its location instead.");
  const found = await readEvidence(path, folder, files, reading?.facts);
  if (!("kind" in found)) return refused(path, `${found.message} ${found.hint}`);
  if (found.kind === "missing") return { ...refused(path, `It cannot be cited: ${found.what}.`), reading: found };
  const warnings = [
    ...(found.blank ? ["It holds no content, or nothing but placeholders: it will be a gap until it has some."] : []),
    ...(found.read || found.blank
      ? []
      : ["It is there, but its text could not be read: it counts as attested, not as verified."]),
    ...(reading === null ? [] : saysAgainst(found, reading.today)).map((against) => `It will be a gap: ${against}`),
  ];
  return { path, problem: null, warnings, sha256: found.sha256, reading: found };
}

/** The path as the audit file writes it; null when it leaves the folder of the audit. */
function asWritten(typed: string, folder: string): string | null {
  // A file dragged into a terminal comes in quotes.
  const [file = "", ...anchor] = typed
    .trim()
    .replace(/^(["'])(.*)\1$/u, "$2")
    .split("#");
  const native = sep === "/" ? file : file.replaceAll("/", sep);
  const way = relative(folder, resolve(folder, native));
  if (way === "" || way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return [way.split(sep).join("/"), ...anchor].join("#");
}

function refused(path: string, problem: string): EvidenceCheck {
  return { path, problem, warnings: [], sha256: null, reading: null };
}
