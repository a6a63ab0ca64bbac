import { basename, dirname, posix, resolve } from "node:path";
import { statementInfo } from "../engine/alert-rules.js";
import type { Waiver } from "../engine/waivers.js";
import type { Host } from "../host.js";
import { type Checklist, requirementsOf } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { findingInfo } from "../model/finding-code.js";
import { gapInfo } from "../model/gap.js";
import type { Profile } from "../model/profile.js";
import { isObject } from "../schema/alternatives.js";
import type { ConfigFile, ConfigWaiver } from "../schema/config.gen.js";
import { findProblems } from "../schema/validate.js";
import { checkFacts } from "./audit-checks.js";
import { checkConfigPaths } from "./config-paths.js";
import { checkBesideAudit, checkExpiry } from "./config-reach.js";
import { diagnose } from "./diagnostics.js";
import { fileLimit, readText } from "./read-text.js";
import { didYouMean } from "./suggest.js";
import { quote } from "./wording.js";
import { parseYaml, type YamlSource } from "./yaml-source.js";

export interface LoadedConfig {
  readonly source: YamlSource;
  /** Absolute; its paths count from it. */
  readonly folder: string;
  /** Its own path. */
  readonly path: string;
  /** Null when something is wrong with it: `problems` says what. */
  readonly config: ConfigFile | null;
  readonly problems: readonly Diagnostic[];
}

export interface ConfigWorld extends Pick<Host, "cwd" | "files"> {
  readonly profile: Profile;
  readonly today: Day;
  /** Ids of the shipped editions. */
  readonly editions: readonly string[];
}

/**
 * Reads a config with all that is wrong with it but for the ids of requirements: see `checkRequirements`. Throws
 * UserError when it cannot be read or is no YAML.
 */
export async function readConfig(path: string, shownAs: string, world: ConfigWorld): Promise<LoadedConfig> {
  const source = await parseYaml(await readText(path, shownAs, world.files, fileLimit), shownAs);
  const folder = dirname(path);
  const problems = [
    ...(await findProblems("config", source)),
    ...checkNames(source, world),
    ...checkWaivers(source),
    ...checkExpiry(source, world.today),
    ...checkBesideAudit(source),
    ...(await checkConfigPaths(source, folder, world.files)),
  ];
  return { source, folder, path, config: isConfig(source.value, problems) ? source.value : null, problems };
}

/** Waivers of requirements that the edition of the audit does not have. */
export function checkRequirements(source: YamlSource, checklist: Checklist): readonly Diagnostic[] {
  const known = requirementsOf(checklist).map((requirement) => requirement.id);
  return waiversIn(source).flatMap(({ requirement }, index) => {
    if (typeof requirement !== "string" || known.includes(requirement)) return [];
    const hint = didYouMean(requirement, known, `To see them all: wt-audit checklist show ${checklist.id}.`);
    const message = `${checklist.id} has no requirement ${quote(requirement)}.`;
    return [at(source, ["waivers", index, "requirement"], "unknown-requirement", message, hint)];
  });
}

/** The waivers of a config, each with its place. */
export function waiversOf({ config, source, path }: LoadedConfig): readonly Waiver[] {
  return (config?.waivers ?? []).map((waiver: ConfigWaiver, index) => ({
    requirement: waiver.requirement ?? null,
    gap: waiver.gap ?? null,
    file: waiver.file === undefined ? null : posix.normalize(waiver.file),
    finding: waiver.finding ?? null,
    reason: waiver.reason,
    approvedBy: waiver["approved-by"],
    expires: waiver.expires,
    location: { file: basename(path), ...source.locate(["waivers", index], "value") },
  }));
}

/** A path of the config, absolute. */
export function pathIn({ folder }: LoadedConfig, written: string): string {
  return resolve(folder, ...written.split("/"));
}

type Path = readonly (string | number)[];

function at(
  source: YamlSource,
  path: Path,
  code: Diagnostic["code"],
  message: string,
  hint: string | null,
): Diagnostic {
  return diagnose(code, source.file, source.locate(path, "value"), message, hint);
}

/** Ids of editions and facts that there are not. */
function checkNames(source: YamlSource, { editions, profile }: ConfigWorld): readonly Diagnostic[] {
  const root = isObject(source.value) ? source.value : {};
  const { checklist, facts } = root;
  const unknown = typeof checklist === "string" && checklist.trim() !== "" && !editions.includes(checklist);
  return [
    ...(unknown
      ? [
          at(
            source,
            ["checklist"],
            "unknown-checklist",
            `No edition ${quote(checklist)} is shipped.`,
            didYouMean(checklist, editions, `Shipped: ${editions.join(", ")}.`),
          ),
        ]
      : []),
    ...(isObject(facts) ? checkFacts(facts, ["facts"], source, profile) : []),
  ];
}

/** What a schema cannot say of waivers: the kinds and codes that there are, one thing each, none twice. */
function checkWaivers(source: YamlSource): readonly Diagnostic[] {
  const first = new Map<string, number>();
  return waiversIn(source).flatMap((waiver, index) => {
    const path = ["waivers", index];
    return [
      ...checkKind(waiver["gap"], { ...gapInfo, ...statementInfo }, "kind of gap", [...path, "gap"], source),
      ...checkKind(waiver["finding"], findingInfo, "finding", [...path, "finding"], source),
      ...checkOneThing(waiver, path, source),
      ...checkOnce(waiver, path, source, first),
    ];
  });
}

function checkKind(
  kind: unknown,
  info: Readonly<Record<string, unknown>>,
  what: string,
  path: Path,
  source: YamlSource,
): readonly Diagnostic[] {
  if (typeof kind !== "string" || kind.trim() === "") return [];
  if (kind === "waiver-expired") {
    const hint = "Close the gap, or give its own waiver a later day once it is approved again.";
    return [at(source, path, "wrong-value", "A waiver that has expired cannot be waived.", hint)];
  }
  if (Object.hasOwn(info, kind)) return [];
  const known = Object.keys(info).filter((each) => each !== "waiver-expired");
  const hint = didYouMean(kind, known, `They are: ${known.join(", ")}.`);
  return [at(source, path, "wrong-value", `There is no ${what} ${quote(kind)}.`, hint)];
}

function checkOneThing(waiver: Readonly<Record<string, unknown>>, path: Path, source: YamlSource) {
  const keys = ["requirement", "gap", "file", "finding"].filter((key) => Object.hasOwn(waiver, key));
  const isOfBoth = keys.some((key) => key === "requirement" || key === "gap") && keys.some(isOfDocuments);
  if (!isOfBoth) return [];
  const hint = "Write two waivers: one with requirement and gap, one with file and finding.";
  const message = `A waiver is for a gap or for a finding, not for both: this one has ${keys.join(", ")}.`;
  return [at(source, path, "wrong-value", message, hint)];
}

function isOfDocuments(key: string): boolean {
  return key === "file" || key === "finding";
}

function checkOnce(
  { requirement, gap, file, finding }: Readonly<Record<string, unknown>>,
  path: Path,
  source: YamlSource,
  first: Map<string, number>,
): readonly Diagnostic[] {
  const place = typeof file === "string" ? posix.normalize(file) : file;
  const key = JSON.stringify([requirement, gap, place, finding]);
  const { line } = source.locate(path, "value");
  const before = first.get(key);
  if (before === undefined) {
    first.set(key, line);
    return [];
  }
  const message = `A waiver for the same stands already in line ${before}.`;
  return [at(source, path, "duplicate-waiver", message, "Keep the one that holds.")];
}

/** Each as a mapping, an empty one where it is none, so that the places stay. */
function waiversIn(source: YamlSource): readonly Readonly<Record<string, unknown>>[] {
  const waivers = isObject(source.value) ? source.value["waivers"] : undefined;
  return Array.isArray(waivers) ? waivers.map((waiver: unknown) => (isObject(waiver) ? waiver : {})) : [];
}

/** The type comes from the schema, so what the schema finds no fault with is of the type. */
function isConfig(_value: unknown, problems: readonly Diagnostic[]): _value is ConfigFile {
  return problems.length === 0;
}
