import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { UserError } from "../errors.js";
import { changedThrough } from "./changed-files-through.js";

/** Bytes that git may tell; a list of some half a million files. */
const mostTold = 64 * 1024 * 1024;

/**
 * The files below a folder that differ from what they were at a revision: changed, new, renamed (both names), deleted,
 * those that git does not track and does not ignore, and all of these as links lead to them. Paths count from the
 * folder, with forward slashes. Throws UserError when git cannot tell.
 */
export async function changedFiles(folder: string, revision: string): Promise<ReadonlySet<string>> {
  const commit = commitOf(folder, revision);
  const listing = ["--name-only", "-z", "--no-renames", "--ignore-submodules=all", "--relative"];
  const differing = ask(folder, ["diff", ...listing, commit, "--", "."], withoutFilters(folder));
  const untracked = ask(folder, ["ls-files", "-z", "--others", "--exclude-standard", "--", "."]);
  const indexed = namesIn(ask(folder, ["ls-files", "-z", "--stage", "--", "."]));
  return new Set(changedThrough(folder, new Set([...namesIn(differing), ...namesIn(untracked)]), indexed));
}

/**
 * The files below a folder of which git watches the content: tracked, and not marked as assumed to be unchanged or left
 * out of the work tree. None within a submodule: those are of another repository.
 */
export function watchedFiles(folder: string): ReadonlySet<string> {
  const listed = namesIn(ask(folder, ["ls-files", "-z", "-v", "--cached", "--", "."]));
  return new Set(listed.flatMap((line) => (line.startsWith("H ") ? [line.slice(2)] : [])));
}

/** The top folder of the repository that a folder is in, in the system's form. Throws UserError when it is in none. */
export function topOf(folder: string): string {
  return resolve(ask(folder, ["rev-parse", "--show-toplevel"]).replace(/\r?\n$/u, ""));
}

/** Throws UserError when the revision is not there. */
function commitOf(folder: string, revision: string): string {
  ask(folder, ["rev-parse", "--show-toplevel"]);
  // No revision begins with a dash, and git would take it for an option.
  const isName = revision.trim() !== "" && !revision.startsWith("-") && !revision.includes("\0");
  const found = isName ? run(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]) : null;
  const commit = found?.stdout.trim() ?? "";
  if (found?.status !== 0 || !/^[0-9a-f]{40,64}$/u.test(commit))
    throw new UserError(`git knows no revision ${JSON.stringify(revision)}`, [], hintForRevision(folder));
  return commit;
}

function hintForRevision(folder: string): string {
  const isShallow = run(folder, ["rev-parse", "--is-shallow-repository"]).stdout.trim() === "true";
  return isShallow
    ? "This copy of the repository is shallow: fetch all of its history (in GitHub Actions: fetch-depth: 0)."
    : "Check its name; in CI, fetch all of the history (in GitHub Actions: fetch-depth: 0).";
}

function namesIn(output: string): readonly string[] {
  return output.split("\0").filter((name) => name !== "");
}

function ask(folder: string, args: readonly string[], env: Environment = {}): string {
  const { status, stdout, stderr } = run(folder, args, env);
  if (status === 0) return stdout;
  const told = stderr.split("\n").find((line) => line.trim() !== "") ?? "It gave no reason.";
  throw new UserError(
    "git could not tell which files have changed",
    [],
    `It says: ${told}\n--changed-since needs a git repository; without it, all documents are checked.`,
  );
}

/** Runs git without a shell, and so that it writes nothing. Throws UserError when there is no git. */
function run(
  folder: string,
  args: readonly string[],
  env: Environment = {},
): Pick<ReturnType<typeof spawnText>, "status" | "stdout" | "stderr"> {
  const done = spawnText(folder, args, env);
  if (done.error === undefined) return done;
  const code = "code" in done.error ? String(done.error.code) : done.error.message;
  throw new UserError(
    `git could not be run (${code})`,
    [],
    "Install git, or leave --changed-since out: all documents are then checked.",
  );
}

type Environment = Readonly<Record<string, string>>;

/**
 * Settings by which git runs none of the programs that a repository names to filter files. What they would have filtered
 * then counts as changed, which is checked once too often rather than not at all.
 */
function withoutFilters(folder: string): Environment {
  const { stdout } = run(folder, ["config", "--null", "--name-only", "--get-regexp", "^filter\\."]);
  const filters = new Set(namesIn(stdout).map((key) => key.slice(0, key.lastIndexOf("."))));
  const first = Number(process.env["GIT_CONFIG_COUNT"] ?? "0") || 0;
  const settings = [...filters].flatMap((filter) => [
    [`${filter}.clean`, ""],
    [`${filter}.process`, ""],
    [`${filter}.required`, "false"],
  ]);
  return Object.fromEntries([
    ["GIT_CONFIG_COUNT", String(first + settings.length)],
    ...settings.flatMap(([key = "", value = ""], index) => [
      [`GIT_CONFIG_KEY_${first + index}`, key],
      [`GIT_CONFIG_VALUE_${first + index}`, value],
    ]),
  ]);
}

function spawnText(folder: string, args: readonly string[], env: Environment) {
  return spawnSync("git", ["-c", "core.fsmonitor=false", "--no-pager", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: mostTold,
    shell: false,
    windowsHide: true,
    // Without the last, Windows would run a git.exe that lies in the repository.
    env: {
      ...process.env,
      ...env,
      LC_ALL: "C",
      GIT_OPTIONAL_LOCKS: "0",
      // What a partial copy lacks would be fetched from wherever its settings say, by programs that they name.
      GIT_NO_LAZY_FETCH: "1",
      NoDefaultCurrentDirectoryInExePath: "1",
    },
  });
}
