import { resolve } from "node:path";
import { type ReadSet, settle, settleDocuments } from "../engine/settle.js";
import { type ExitCode, UserError } from "../errors.js";
import { wayFrom } from "../files/folder-tree.js";
import type { Host } from "../host.js";
import { allScanFormats } from "../reporters/scan-reporters.js";
import { checkFormats, type CheckOptions, conclude } from "./conclude.js";
import { judgeOptions, withConfig } from "./judge.js";
import { type KeptBaseline, openBaseline, settleWith } from "./keep-baseline.js";
import { wantedFormats } from "./output.js";
import type { PolicyRequest, PolicyScanner } from "./policies.js";
import { judgeInspected } from "./read-report.js";
import { type AuditTarget, openRepository, type Repository } from "./repository.js";
import { tellUnread, tellUnused, tellWhere } from "./tell-repository.js";

/** A check with a config, a baseline or both. `configPath` is as it was given, or absolute; null: there is none. */
export async function checkRepository(
  given: CheckOptions,
  configPath: string | null,
  host: Host,
  scanner: PolicyScanner,
): Promise<ExitCode> {
  const repository = await openRepository(given, configPath, host, scanner);
  const options = withConfig(given, repository.config.gate ?? {});
  const baseline = await openBaseline(options, repository, host);
  const subject: Subject = { repository, options, changed: await changedIn(repository, options, host), baseline };
  await tellWhere(repository, options, host);
  await tellUnread(repository, options, host);
  const { audit, documents } = repository;
  if (audit !== null) return checkAudit(subject, audit, host, scanner);
  if (documents === null) throw new UserError("there is nothing to check");
  return checkPolicies(subject, host, scanner);
}

interface Subject {
  readonly repository: Repository;
  readonly options: CheckOptions;
  /** Null: all files count. */
  readonly changed: ReadonlySet<string> | null;
  readonly baseline: KeptBaseline | null;
}

async function changedIn(
  { folder, documents }: Repository,
  { changedSince }: CheckOptions,
  { files }: Host,
): Promise<ReadonlySet<string> | null> {
  if (changedSince === undefined) return null;
  if (documents === null)
    throw new UserError(
      "--changed-since is about policies, and none are named",
      [],
      "Name them in .wt-audit.yaml (policies: [policies/**/*.md]), or leave it out: gaps of the audit always count.",
    );
  const { changedDocuments } = await import("../files/changed-documents.js");
  return changedDocuments(folder, changedSince, documents.documents, files);
}

async function checkAudit(
  { repository, options, changed, baseline }: Subject,
  { file, host: there, inspected }: AuditTarget,
  host: Host,
  scanner: PolicyScanner,
): Promise<ExitCode> {
  const { waivers, documents: found } = repository;
  const judging = judgeOptions(options, host);
  const judged = await judgeInspected(inspected, file, judging, there);
  const { checklist, organisation } = judged.opened.audit;
  const of = { checklist, facts: organisation.facts, today: judging.today };
  const documents = found === null ? null : await scanner.scanPolicies(requestOf(repository, of), host);
  const audit = wayFrom(baseline?.folder ?? repository.folder, judged.path);
  const rest = { documents, audit, gate: judging.gate, editionProblem: judged.editionProblem };
  const report = await settleWith(
    (agreed) => settle(judged.report, { ...agreed, ...rest }),
    { waivers, changed },
    audit,
    baseline,
    options,
    host,
  );
  await tellUnused(report.waivers, options, host);
  const inputs = [...judged.inputs, ...inputsOf(repository, baseline)];
  return conclude({ report, inputs, folder: repository.folder }, options, host);
}

async function checkPolicies(
  { repository, options, changed, baseline }: Subject,
  host: Host,
  scanner: PolicyScanner,
): Promise<ExitCode> {
  const { config, waivers } = repository;
  refuseReportFormats(options);
  const today = options.today ?? host.today();
  const of = { checklist: options.checklist ?? config.checklist ?? null, facts: config.facts ?? {}, today };
  const settled = async (read: ReadSet) => {
    const found = await settleWith(
      (agreed) => ({ gaps: [], ...settleDocuments(read, agreed, today) }),
      { waivers, changed },
      null,
      baseline,
      options,
      host,
    );
    await tellUnused(found.waivers, options, host);
    return found;
  };
  const inputs = inputsOf(repository, baseline);
  return scanner.checkPolicies({ ...requestOf(repository, of), options, inputs, changed, settle: settled }, host);
}

/** Formats of the audit's report are refused before anything is written. */
function refuseReportFormats({ format }: CheckOptions): void {
  const stray = wantedFormats(format, checkFormats).find(
    (wanted) => !allScanFormats.some((name) => name === wanted.format),
  );
  if (stray === undefined) return;
  throw new UserError(
    `the format ${stray.format} is one of the report of an audit, and the config names none`,
    [],
    `Of policies alone there are: ${allScanFormats.join(", ")}.`,
  );
}

function requestOf(
  { folder, documents }: Repository,
  of: Pick<PolicyRequest, "checklist" | "facts" | "today">,
): PolicyRequest {
  return { root: folder, documents: documents?.documents ?? [], left: documents?.left ?? [], ...of };
}

/** What no output may overwrite. */
function inputsOf({ folder, loaded, documents }: Repository, baseline: KeptBaseline | null): readonly string[] {
  return [
    ...(loaded === null ? [] : [loaded.path]),
    ...(baseline === null ? [] : [baseline.path]),
    ...(documents?.documents ?? []).map((file) => resolve(folder, ...file.split("/"))),
  ];
}
