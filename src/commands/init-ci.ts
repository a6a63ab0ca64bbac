import { dirname, join, resolve } from "node:path";
import { documentKindOf } from "../evidence/reading/document-kind.js";
import {
  type CiHost,
  type CiParts,
  configText,
  githubWorkflowText,
  gitlabJobText,
  namesAudit,
  namesPolicies,
  isCheckedIn,
  preCommitConfigText,
  preCommitHookText,
} from "../files/ci-files.js";
import { githubYearText, gitlabYearText } from "../files/ci-year.js";
import { describeFileError } from "../files/file-problem.js";
import { configName, findConfig } from "../files/find-config.js";
import { wayFrom, wayInto } from "../files/folder-tree.js";
import { isThere, makeFolder } from "../files/place.js";
import { findPolicyFolders } from "../files/policy-folders.js";
import { fileLimit } from "../files/read-text.js";
import { findTop } from "../files/repository-top.js";
import { saveNewFile } from "../files/save-file.js";
import type { Host } from "../host.js";

export interface InitCiOptions {
  /** Where the audit file is, or will be. */
  readonly folder: string;
  readonly ci: CiHost;
  readonly say: (line: string) => Promise<void>;
  /** Whether the audit could be started: it needs a name. */
  readonly hasName: boolean;
  /** Writes the audit file, called what it is given, and returns the line that says so. */
  readonly startAudit: (shown: string) => Promise<string>;
}

/** The folder in which the check runs, and the person who is told what is written there. */
interface Repository {
  readonly root: string;
  readonly host: Host;
  readonly say: (line: string) => Promise<void>;
}

/** A repository whose config is known. */
interface Configured extends Repository {
  readonly parts: CiParts;
}

/**
 * Writes what is needed to check an audit on a host: the audit file, .wt-audit.yaml and the host's own file, each unless
 * it is there. Throws UserError when one cannot be written.
 */
export async function initCi({ folder, ci, say, hasName, startAudit }: InitCiOptions, host: Host): Promise<void> {
  const home = resolve(host.cwd, folder);
  const repository: Repository = { root: await findRoot(home, host), host, say };
  const audit = join(home, "audit.yaml");
  const shownAudit = wayFrom(host.cwd, audit);
  const config = await findConfig({ cwd: repository.root, files: host.files }, { above: false });
  // A config says itself which audit it means, and there need not be one here.
  const isThereAlready = await isThere(audit, host.files);
  const policies = await policyPatterns(repository);
  // Policies can be checked by themselves; an audit is started once somebody names the organisation.
  const isOfPolicies = !isThereAlready && !hasName && policies.length > 0;
  if (isThereAlready) await say(keptLine(shownAudit));
  else if (config === null && !isOfPolicies) await say(await startAudit(shownAudit));
  const text = configText({ audit: isOfPolicies ? null : wayFrom(repository.root, audit), policies });
  await write(join(repository.root, configName), text, repository);
  const read = config === null ? text : await readThere(config, host);
  const hasAudit = namesAudit(read ?? "");
  await writers[ci]({ ...repository, parts: { hasPolicies: namesPolicies(read ?? ""), hasAudit } });
  if (hasAudit) await say(`Next: wt-audit audit${shownAudit === "audit.yaml" ? "" : ` ${shownAudit}`}`);
  await say(
    `${hasAudit ? "Then" : "Next"}: wt-audit check; and commit these files${ci === "pre-commit" ? ", and run: pre-commit install" : ""}.`,
  );
}

const writers = {
  github: writeGithub,
  gitlab: writeGitlab,
  "pre-commit": writePreCommit,
} as const satisfies Readonly<Record<CiHost, (repository: Configured) => Promise<void>>>;

/** What is run through the year is a workflow of its own: it needs an audit, and its run has a page of its own. */
async function writeGithub(repository: Configured): Promise<void> {
  const { root, parts } = repository;
  const workflows = join(root, ".github", "workflows");
  await write(join(workflows, "safeguarding.yml"), githubWorkflowText(parts), repository);
  if (parts.hasAudit) await write(join(workflows, "safeguarding-year.yml"), githubYearText, repository);
}

/** GitLab has one file for all jobs; beside one that is there, the job goes into a file that it can include. */
async function writeGitlab(repository: Configured): Promise<void> {
  const { root, host, say, parts } = repository;
  const own = join(root, ".gitlab-ci.yml");
  const text = `${gitlabJobText(parts)}${parts.hasAudit ? gitlabYearText : ""}`;
  const there = await readThere(own, host);
  if (there === null) return write(own, text, repository);
  if (isCheckedIn(there)) return say(keptLine(wayFrom(host.cwd, own)));
  await write(join(root, ".gitlab", "safeguarding.yml"), text, repository);
  if (there.includes(".gitlab/safeguarding.yml")) return;
  await say(`${wayFrom(host.cwd, own)} is yours and was not changed. To run the job, add to it:`);
  await say("include:\n  - local: .gitlab/safeguarding.yml");
}

async function writePreCommit(repository: Repository): Promise<void> {
  const { root, host, say } = repository;
  const path = join(root, ".pre-commit-config.yaml");
  const there = await readThere(path, host);
  if (there === null) return write(path, preCommitConfigText, repository);
  if (isCheckedIn(there)) return say(keptLine(wayFrom(host.cwd, path)));
  await say(`${wayFrom(host.cwd, path)} is yours and was not changed. To run the hook, add under its repos:`);
  await say(preCommitHookText.trimEnd());
}

async function policyPatterns({ root, host }: Repository): Promise<readonly string[]> {
  const folders = await findPolicyFolders(root, (name) => documentKindOf(name) !== null, host.files);
  return folders.map((name) => `${name}/**`);
}

/** Writes a file unless it is there, and says which. */
async function write(path: string, text: string, { host, say }: Repository): Promise<void> {
  const shown = wayFrom(host.cwd, path);
  if (await isThere(path, host.files)) return say(keptLine(shown));
  await makeFolder(dirname(path), shown, host.files);
  await saveNewFile(path, shown, text, host.files);
  await say(`Wrote ${shown}.`);
}

function keptLine(shown: string): string {
  return `Kept ${shown}: it was there already.`;
}

/** What a file says, null when there is none. One that cannot be read is there all the same. */
async function readThere(path: string, host: Host): Promise<string | null> {
  try {
    return new TextDecoder().decode(await host.files.read(path, fileLimit));
  } catch (error) {
    const problem = describeFileError(error, path, "read");
    if (problem === null) throw error;
    return problem.code === "file-missing" ? null : "";
  }
}

/** The nearest folder upwards that is a repository of git; else the current folder if this one is in it; else this one. */
async function findRoot(folder: string, host: Host): Promise<string> {
  const top = await findTop(folder, host.files);
  return top ?? (wayInto(host.cwd, folder) === null ? folder : host.cwd);
}
