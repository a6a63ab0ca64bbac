import { dirname, resolve, sep } from "node:path";
import { buildReport, editionProblem } from "../engine/report.js";
import type { Gate } from "../model/gate.js";
import { UserError } from "../errors.js";
import { openLibrary } from "../evidence/facts-reader.js";
import { citedDiagnostics, readCited } from "../evidence/read-evidence.js";
import { checkNames } from "../files/audit-checks.js";
import { auditOf, findAuditProblems, type LoadedAudit } from "../files/audit-file.js";
import { arrange, diagnose, refusal } from "../files/diagnostics.js";
import { digestOf } from "../files/digest.js";
import { readInput } from "../files/read-input.js";
import {
  editionInForce,
  readShippedChecklist,
  readShippedProfile,
  shippedIds,
  shippedIndex,
} from "../files/shipped.js";
import { didYouMean } from "../files/suggest.js";
import { parseYaml, type YamlSource } from "../files/yaml-source.js";
import { openProgress } from "./progress.js";
import { composeFor } from "./report-for.js";
import type { Host } from "../host.js";
import type { Audit } from "../model/audit.js";
import type { Day } from "../model/day.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { EvidenceReadings } from "../model/evidence.js";
import type { Composed, Layers } from "../model/overlay.js";
import type { Report } from "../model/report.js";
import { isObject } from "../schema/alternatives.js";
import { version } from "../files/version.js";

export interface JudgeOptions {
  readonly today: Day;
  /** How old an answer may be, an ISO 8601 duration. */
  readonly maxAge: string;
  /** The edition that the audit must be against; null: any. */
  readonly checklist: string | null;
  readonly gate: Gate;
  /** Id of the overlay whose form is wanted, of those of the audit; null: all that the audit is held to. */
  readonly form: string | null;
}

/** An audit with all it is judged against. */
export interface Opened extends LoadedAudit, Composed {
  readonly layers: Layers;
  /** Absolute paths that no output may overwrite: the audit, its overlays, and what it cites. */
  readonly inputs: readonly string[];
}

/** A report, and what it was made from. */
export interface Judged {
  readonly report: Report;
  /** Absolute paths that no output may overwrite. */
  readonly inputs: readonly string[];
  /** The audit's absolute path. */
  readonly path: string;
  /** Why the edition is not the one to audit against; null: it is. */
  readonly editionProblem: string | null;
  readonly opened: Opened;
}

/** Reads an audit file and what it names. Throws UserError with everything that is wrong. */
export async function openAudit(file: string, host: Host): Promise<Opened> {
  const { source, audit, layered, overlayFiles, problems } = await inspect(file, host);
  if (audit === null || layered === null || problems.length > 0) throw refusal(source.file, problems);
  return { audit, source, ...layered, inputs: inputsOf(audit, auditPath(file, host), overlayFiles) };
}

/** The report of an audit file, its evidence read. Throws UserError with everything that is wrong with either. */
export async function readReport(file: string, options: JudgeOptions, host: Host): Promise<Judged> {
  return judgeInspected(await inspect(file, host), file, options, host);
}

/** The same of an audit that was inspected. */
export async function judgeInspected(
  { source, audit, layered, overlayFiles, problems }: Inspected,
  file: string,
  options: JudgeOptions,
  host: Host,
): Promise<Judged> {
  const path = auditPath(file, host);
  const cited = audit === null ? noEvidence : await readEvidenceOf(audit, source, path, host);
  if (audit === null || layered === null || problems.length > 0)
    throw refusal(source.file, [...problems, ...cited.diagnostics]);
  if (cited.diagnostics.length > 0)
    throw new UserError("the evidence could not be looked at", arrange(cited.diagnostics));
  if (options.checklist !== null && options.checklist !== audit.checklist) {
    throw new UserError(`${source.file} is an audit against ${audit.checklist}, not ${options.checklist}`);
  }
  const { checklist, profile, scale } = await composeFor(options.form, layered);
  const { today, maxAge, gate } = options;
  const inForce = gate.inForce === true ? editionInForce(await shippedIndex(), today) : null;
  const found = { audit, readings: cited.readings, digest: digestOf, locate: placeIn(source) };
  const inputs = inputsOf(audit, path, overlayFiles);
  const given = { ...found, checklist, profile, scale, today, maxAge, gate, inForce, version };
  return {
    report: buildReport(given),
    inputs,
    path,
    editionProblem: editionProblem(given),
    opened: { audit, source, ...layered, inputs },
  };
}

/** Where evidence is counted from: the audit file, or, for standard input, one in the current folder. */
function auditPath(file: string, host: Host): string {
  return resolve(host.cwd, file === "-" ? "audit.yaml" : file);
}

/** An audit file as far as it could be read, with all that is wrong with it. */
export interface Inspected extends Held {
  readonly source: YamlSource;
  /** Null when the file alone is wrong. */
  readonly audit: Audit | null;
}

/** All that the file says, and all that is wrong with it. Throws UserError when it is no YAML at all. */
export async function inspect(file: string, host: Host): Promise<Inspected> {
  const { text, shownAs } = await readInput(file, host);
  const source = await parseYaml(text, shownAs);
  const shipped = await holdToChecklist(source, file, host);
  const own = await findAuditProblems(source);
  return { ...shipped, source, audit: auditOf(source, own), problems: [...own, ...shipped.problems] };
}

/** The checklist of an audit, and the layers that it is made of. */
interface Layered extends Composed {
  readonly layers: Layers;
}

interface Held {
  /** Null when the audit names an edition that is not shipped, or none, or overlays that cannot be used. */
  readonly layered: Layered | null;
  /** Absolute paths of the overlays that were read. */
  readonly overlayFiles: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/** What the file names, held to the edition, the overlays over it, and the profile. */
async function holdToChecklist(source: YamlSource, file: string, host: Host): Promise<Held> {
  const ids = await shippedIds();
  const { checklist: id, overlays = [] } = isObject(source.value) ? source.value : {};
  if (typeof id !== "string") return { layered: null, overlayFiles: [], problems: [] };
  if (!ids.includes(id)) return { layered: null, overlayFiles: [], problems: [unknownChecklist(id, ids, source)] };
  const [edition, profile] = await Promise.all([readShippedChecklist(id), readShippedProfile()]);
  const base = { layers: { edition, profile, overlays: [] }, checklist: edition, profile };
  const held =
    Array.isArray(overlays) && overlays.length > 0
      ? await layOver(base.layers, overlays, source, file, host)
      : { layered: base, overlayFiles: [], problems: [] };
  if (held.layered === null) return held;
  const { checklist, profile: facts } = held.layered;
  return { ...held, problems: checkNames(source, checklist, facts) };
}

/** The overlays that an audit names, over its edition. Loaded only for an audit that has some. */
async function layOver(
  { edition, profile }: Layers,
  overlays: readonly unknown[],
  source: YamlSource,
  file: string,
  host: Host,
): Promise<Held> {
  const { overlaysNamedIn, readLayers } = await import("../files/read-overlays.js");
  const named = overlaysNamedIn(source, overlays);
  const where = { folder: dirname(auditPath(file, host)), shownIn: shownFolder(file), files: host.files };
  const read = await readLayers(named, edition, profile, await shippedIds(), where);
  const layered = read.layered === null ? null : { layers: read.layered.layers, ...read.layered.composed };
  return { layered, overlayFiles: read.paths, problems: read.problems };
}

/** What stands before the name of an audit file as it was given. */
function shownFolder(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf("/"), file.lastIndexOf(sep)) + 1);
}

function unknownChecklist(id: string, ids: readonly string[], source: YamlSource): Diagnostic {
  const hint = didYouMean(id, ids, `Shipped: ${ids.join(", ")}.`);
  const message = `No edition ${JSON.stringify(id)} is shipped.`;
  return diagnose("unknown-checklist", source.file, source.locate(["checklist"], "value"), message, hint);
}

interface CitedEvidence {
  readonly readings: EvidenceReadings;
  readonly diagnostics: readonly Diagnostic[];
}

const noEvidence: CitedEvidence = { readings: new Map(), diagnostics: [] };

/** Every document that the audit cites, and what could not be looked at. `path` is that of the audit. */
export async function readEvidenceOf(
  audit: Audit,
  source: YamlSource,
  path: string,
  host: Host,
): Promise<CitedEvidence> {
  const library = await openLibrary(dirname(path), true, host);
  const cited = Object.values(audit.responses).flatMap(({ evidence = [] }) =>
    evidence.flatMap((one) => one.path ?? []),
  );
  const progress = openProgress(new Set(cited.map((each) => each.split("#")[0])).size, "documents", host);
  const { readings, problems } = await readCited(audit, path, host.files, async (bytes, file) => {
    await progress.step();
    return library.cited(bytes, file);
  });
  await progress.end();
  await library.save();
  return { readings, diagnostics: citedDiagnostics(audit, problems, placeIn(source)) };
}

function placeIn(source: YamlSource) {
  return (path: readonly (string | number)[]) => ({ file: source.file, ...source.locate(path, "value") });
}

function inputsOf(audit: Audit, path: string, overlayFiles: readonly string[]): readonly string[] {
  return [path, ...overlayFiles, ...citedFiles(audit, path)];
}

/** What was answered before and put into the archive cites documents, too. */
function citedFiles({ responses, archive = [] }: Audit, auditFile: string): readonly string[] {
  const all = [...Object.values(responses), ...archive.map(({ response }) => response)];
  const cited = all.flatMap(({ evidence = [], actions = [] }) => [
    ...evidence,
    ...actions.flatMap((action) => action.evidence ?? []),
  ]);
  const paths = cited.flatMap(({ path }) => (path === undefined ? [] : [path, path.split("#")[0] ?? ""]));
  return paths.map((path) => resolve(dirname(auditFile), path));
}
