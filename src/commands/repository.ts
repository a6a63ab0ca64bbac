import { dirname, relative, resolve } from "node:path";
import { UserError } from "../errors.js";
import { checkRequirements, type LoadedConfig, pathIn, readConfig, waiversOf } from "../files/config-file.js";
import { checkWithoutAudit } from "../files/config-reach.js";
import { arrange, diagnose } from "../files/diagnostics.js";
import type { FoundDocuments } from "../files/find-documents.js";
import { isThere } from "../files/place.js";
import { readShippedProfile, shippedIds } from "../files/shipped.js";
import { quote } from "../files/wording.js";
import type { Host } from "../host.js";
import type { Day } from "../model/day.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Waiver } from "../engine/waivers.js";
import { isObject } from "../schema/alternatives.js";
import type { ConfigFile } from "../schema/config.gen.js";
import type { CheckOptions } from "./conclude.js";
import type { PolicyScanner } from "./policies.js";
import { inspect, type Inspected } from "./read-report.js";

/** An audit that is to be checked, as it was named. */
export interface AuditTarget {
  readonly file: string;
  /** The host in whose folder the name counts. */
  readonly host: Host;
  readonly inspected: Inspected;
}

/** What is checked together. */
export interface Repository {
  /** The folder from which paths of documents count; of the config or, without one, the current one. */
  readonly folder: string;
  /** Null: checked without one. */
  readonly loaded: LoadedConfig | null;
  /** What the config says; nothing where there is none. */
  readonly config: Omit<ConfigFile, "schema">;
  /** Null: only policies are checked. */
  readonly audit: AuditTarget | null;
  /** Null: no policies are named. */
  readonly documents: FoundDocuments | null;
  readonly waivers: readonly Waiver[];
}

/** Opens all that a check is about. Throws UserError with everything that is wrong with the config and the audit. */
export async function openRepository(
  { file, today, maxAge, minAssured, inForce }: CheckOptions,
  configPath: string | null,
  host: Host,
  scanner: PolicyScanner,
): Promise<Repository> {
  const loaded = configPath === null ? null : await load(configPath, today ?? host.today(), host);
  const folder = loaded?.folder ?? host.cwd;
  const config: Repository["config"] = loaded?.config ?? {};
  const target = await findAudit(file, loaded, host);
  const documents = await findPolicies(config, folder, host, scanner);
  const looked = target === null || "problems" in target ? null : await attempt(target);
  const inspected = looked instanceof UserError ? null : looked;
  const isItsAudit = await isAuditOf(loaded, file, host);
  const problems = [
    ...(loaded?.problems ?? []),
    ...(target !== null && "problems" in target ? target.problems : []),
    ...placeProblems(documents, loaded),
    ...(loaded !== null && target === null ? checkWithoutAudit(loaded.source) : []),
    ...(loaded !== null && isItsAudit && inspected?.layered != null
      ? checkRequirements(loaded.source, inspected.layered.checklist)
      : []),
  ];
  if (loaded !== null && problems.length > 0) {
    const others = looked instanceof UserError ? looked.diagnostics : (inspected?.problems ?? []);
    throw new UserError(`${loaded.source.file} cannot be used as it is`, [...arrange(problems), ...arrange(others)]);
  }
  if (looked instanceof UserError) throw looked;
  const given = { "--max-age": maxAge, "--min-assured": minAssured, "--in-force": inForce };
  const [option] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (target === null && option !== undefined) {
    throw new UserError(`${option} is about an audit, and none is named`, [], "Leave it out, or name the audit.");
  }
  const waivers = loaded === null ? [] : waiversOf(loaded);
  return {
    folder,
    loaded,
    config,
    audit: target === null || inspected === null || "problems" in target ? null : { ...target, inspected },
    documents,
    // A waiver of a requirement was approved for the config's audit, and not for another.
    waivers: isItsAudit ? waivers : waivers.filter(({ requirement }) => requirement === null),
  };
}

/** A config that was named is shown as it was; one that was found has its name from its own folder, as all else has. */
async function load(path: string, today: Day, host: Host): Promise<LoadedConfig> {
  const full = resolve(host.cwd, path);
  const shownAs = full === path ? relative(dirname(path), path) : path;
  const [profile, editions] = await Promise.all([readShippedProfile(), shippedIds()]);
  return readConfig(full, shownAs, { cwd: host.cwd, files: host.files, today, profile, editions });
}

type Target = Omit<AuditTarget, "inspected"> | { readonly problems: readonly Diagnostic[] };

/** Null: there is none to check. */
async function findAudit(file: string | undefined, loaded: LoadedConfig | null, host: Host): Promise<Target | null> {
  if (file !== undefined) return { file, host };
  if (loaded === null) return { file: "audit.yaml", host };
  const { source, folder } = loaded;
  const written = isObject(source.value) ? source.value["audit"] : undefined;
  if (typeof written !== "string" || written.trim() === "") return null;
  if (loaded.problems.length === 0 && !(await isThere(pathIn(loaded, written), host.files))) {
    const message = `There is no audit ${quote(written)}.`;
    const hint = "Check the path, which counts from the folder of the config; to start an audit: wt-audit init.";
    const place = source.locate(["audit"], "value");
    return { problems: [diagnose("file-missing", source.file, place, message, hint)] };
  }
  return { file: written, host: { ...host, cwd: folder } };
}

/** What is wrong is kept, to be told with all else that is. */
async function attempt({ file, host }: Omit<AuditTarget, "inspected">): Promise<Inspected | UserError> {
  try {
    return await inspect(file, host);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Whether the file is the audit of the config: named there, or the only one there can be. */
async function isAuditOf(loaded: LoadedConfig | null, file: string | undefined, host: Host): Promise<boolean> {
  const written = loaded?.config?.audit;
  if (loaded === null || file === undefined || written === undefined) return true;
  const real = (path: string): Promise<string> => host.files.realPath(path).catch(() => path);
  return (await real(resolve(host.cwd, file === "-" ? "audit.yaml" : file))) === (await real(pathIn(loaded, written)));
}

/** Null: none are named, or they cannot be read here. */
async function findPolicies(
  { policies, exclude = [] }: Repository["config"],
  folder: string,
  { files }: Host,
  scanner: PolicyScanner,
): Promise<FoundDocuments | null> {
  if (policies === undefined) return null;
  const { findDocuments } = await import("../files/find-documents.js");
  return findDocuments(policies, exclude, folder, files, scanner.isDocument);
}

/** The problems of patterns at their places in the config; those of folders as they are. */
function placeProblems(documents: FoundDocuments | null, loaded: LoadedConfig | null): readonly Diagnostic[] {
  if (documents === null || loaded === null) return [];
  const { source, config } = loaded;
  const places = new Map(
    [
      ...(config?.exclude ?? []).map((written, index) => [written, ["exclude", index]] as const),
      ...(config?.policies ?? []).map((written, index) => [written, ["policies", index]] as const),
    ].map(([written, path]) => [written, source.locate(path, "value")] as const),
  );
  return documents.problems.map((problem) => {
    const place = places.get(problem.file);
    return place === undefined ? problem : { ...problem, file: source.file, ...place };
  });
}
