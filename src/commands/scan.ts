import { resolve } from "node:path";
import { type ExitCode, UserError } from "../errors.js";
import { isSiteMachinery } from "../evidence/site-machinery.js";
import { isKeptAsPolicy } from "../evidence/read-policies.js";
import { documentKindOf } from "../evidence/reading/document-kind.js";
import { changedDocuments } from "../files/changed-documents.js";
import { findDocuments, type FoundDocuments } from "../files/find-documents.js";
import { readShippedProfile } from "../files/shipped.js";
import { didYouMean } from "../files/suggest.js";
import type { Host } from "../host.js";
import type { Facts } from "../model/audit.js";
import { usualGate } from "../model/gate.js";
import type { Severity } from "../model/report.js";
import type { Scan } from "../model/scan.js";
import { allScanFormats, isHostFormat, renderScan } from "../reporters/scan-reporters.js";
import { alertsOfScan } from "../engine/alerts.js";
import { alertsFor } from "./host-alerts.js";
import { tellOnGithub } from "./github-summary.js";
import { type OutputOptions, tellVerdict, wantedFormats, writeWanted } from "./output.js";
import { withoutProgress } from "./progress.js";
import { scanSet } from "./scan-set.js";

export interface ScanOptions extends OutputOptions {
  /** Files and folders; none: the current folder. */
  readonly paths: readonly string[];
  readonly checklist?: string;
  /** Kinds of organisation, as the profile names them. */
  readonly sector?: readonly string[];
  readonly failOn?: Severity;
  readonly changedSince?: string;
  readonly today?: string;
  /** False with --no-cache. */
  readonly cache?: boolean;
}

/** Reads policy documents, without an audit: what they state, and what is wrong with them. */
export async function scan(options: ScanOptions, host: Host): Promise<ExitCode> {
  wantedFormats(options.format, allScanFormats);
  const { documents, left } = await findPolicies(options.paths.length === 0 ? ["."] : options.paths, host);
  const result = await scanSet(
    {
      root: host.cwd,
      documents,
      left,
      isDeclared: (path) => options.paths.includes(path) || isKeptAsPolicy(path, host.cwd),
      checklist: options.checklist ?? null,
      facts: await factsOf(options.sector ?? []),
      today: options.today ?? host.today(),
      failOn: options.failOn ?? usualGate.failOn,
      changed:
        options.changedSince === undefined
          ? null
          : await changedDocuments(host.cwd, options.changedSince, documents, host.files),
      isKept: options.cache !== false,
    },
    withoutProgress(options, host),
  );
  if (documents.every((file) => result.left.some((one) => one.file === file)))
    throw new UserError(
      "there is no policy to read: what was found are reports of wt-audit",
      [],
      "Name the folder or the documents that are your policies.",
    );
  const inputs = documents.map((file) => resolve(host.cwd, file));
  return concludeScan(result, { ...options, inputs, folder: host.cwd }, host);
}

/** How a scan is to be written, and what it was made from. */
export interface ScanOutput extends OutputOptions {
  /** Absolute paths that no output may overwrite. */
  readonly inputs: readonly string[];
  /** The folder from which the scan's paths count. */
  readonly folder: string;
}

/** Writes a scan in every format that is asked for, and says how it ended. */
export async function concludeScan(result: Scan, options: ScanOutput, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, allScanFormats);
  const isForHosts = wanted.some(({ format }) => isHostFormat(format));
  const alerts = isForHosts ? await alertsFor(alertsOfScan(result), options.folder, host) : null;
  await writeWanted(wanted, (format, render) => renderScan(format, { scan: result, alerts }, render), options, host);
  if (alerts !== null && wanted.some(({ format }) => format === "github")) await tellOnGithub(alerts, host);
  return tellVerdict(result.verdict, wanted, options, host);
}

/** The documents at the paths given. Throws UserError when there is none, or one cannot be looked at. */
async function findPolicies(paths: readonly string[], host: Host): Promise<FoundDocuments> {
  const isDocument = (file: string): boolean =>
    documentKindOf(file) !== null && (paths.includes(file) || !isSiteMachinery(file));
  const found = await findDocuments(paths, [], host.cwd, host.files, isDocument, { mayLeave: true });
  if (found.problems.length > 0) throw new UserError("not everything could be looked at", found.problems);
  if (found.documents.length === 0)
    throw new UserError(
      "there is no document to read",
      [],
      "Name the folder of your policies: wt-audit scan policies. Read are Markdown, HTML, reStructuredText, AsciiDoc, text, Word and PDF.",
    );
  return found;
}

/** The kinds of organisation as facts. Throws UserError for one that the profile does not know. */
async function factsOf(sectors: readonly string[]): Promise<Facts> {
  if (sectors.length === 0) return {};
  const { facts } = await readShippedProfile();
  const known = facts.find((fact) => fact.id === "sector")?.choices?.map((choice) => choice.value) ?? [];
  const stray = sectors.find((sector) => !known.includes(sector));
  if (stray === undefined) return { sector: [...sectors] };
  const hint = didYouMean(stray, known, `Known: ${known.join(", ")}.`);
  throw new UserError(`there is no kind of organisation "${stray}"`, [], hint);
}
