import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../../src/files/version.js";
import { withFolder } from "./fixture.js";

const bin = fileURLToPath(new URL("../../bin/wt-audit.js", import.meta.url));

/** 21 November 2026, for everything that runs. */
export const dayOfTests = { SOURCE_DATE_EPOCH: "1795219200", TZ: "UTC" };

/** What is asked of a small club of volunteers in 2026, but for the lead at board level. */
const covered = [
  "line-of-accountability",
  "culture-of-listening",
  "whistleblowing",
  "escalation-policy",
  "culture-of-safety",
  "information-sharing",
  "designated-practitioner",
  "designated-role-defined",
  "designated-role-resourced",
  "safe-recruitment",
  "supervision-and-support",
  "staff-competence",
  "mandatory-induction",
  "practice-review",
  "allegations-policy",
  "allegation-to-senior-manager",
  "designated-officer-informed",
  "allegation-support",
  "barring-referral",
  "voluntary-general-list",
  "voluntary-respond-and-refer",
  "scope-of-children",
  "inclusive-culture",
];

/** An audit without a gap: one policy of its own, the rest covered by another body. */
export const passingAudit = `schema: audit/1
checklist: working-together-2026
organisation:
  name: Riverside Youth Project
  facts: { sector: [voluntary-or-private], employs-staff: false, has-volunteers: true, charity: false }
period: { from: 2026-01-01, to: 2026-12-31 }
responses:
  board-lead:
    rating: met
    evidence:
      - { title: Safeguarding policy, path: policies/safeguarding.md, reviewed: 2026-03-01, review-due: 2027-03-01 }
    assessed: { on: 2026-11-02, by: Chair of trustees }
${covered
  .map(
    (id) => `  ${id}:
    rating: not-applicable
    reason: The county association does this for us
    assessed: { on: 2026-11-02, by: Chair of trustees }
`,
  )
  .join("")}`;

export const failingAudit = passingAudit.replace("rating: met", "rating: not-met");

export const soundPolicy = `# Safeguarding policy

Approved by the trustees on 1 March 2026. Review due: 1 March 2027.

## Who leads

The vice chair of trustees is our board-level lead for safeguarding. The designated safeguarding lead answers to the
vice chair, and reports to every meeting of the trustees. Anyone who is worried about a child tells the designated
safeguarding lead the same day, or calls the children's social care team of the council; in danger they call 999.
`;

/** A repository of git with the files given, all of them committed; thrown away at the end. */
export function withRepository(files: Readonly<Record<string, string>>): ReturnType<typeof withFolder> {
  const made = withFolder(files);
  initRepository(made.folder);
  commitAll(made.folder);
  return made;
}

export function initRepository(folder: string): void {
  git(folder, "init", "--quiet", "--initial-branch=main");
}

export function commitAll(folder: string): string {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "As it is");
  return git(folder, "rev-parse", "HEAD").trim();
}

function git(folder: string, ...args: readonly string[]): string {
  const person = { NAME: "Chair of trustees", EMAIL: "chair@riverside.example" };
  return execFileSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_AUTHOR_NAME: person.NAME,
      GIT_AUTHOR_EMAIL: person.EMAIL,
      GIT_COMMITTER_NAME: person.NAME,
      GIT_COMMITTER_EMAIL: person.EMAIL,
    },
  });
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script as a host does, with its shell's arguments; npx there knows this version of wt-audit, built, alone. */
export function runScript(
  script: string,
  shell: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Ran {
  const { folder, remove } = withFolder({ script });
  try {
    putProgram(
      join(folder, "bin/npx"),
      `[ "$1" = --yes ] && [ "$2" = "wt-audit@${version}" ] || { echo "npx: no such package: $*" >&2; exit 99; }
shift 2
exec "${process.execPath}" "${bin}" "$@"`,
    );
    const [program = "", ...args] = shell;
    const { status, stdout, stderr } = spawnSync(program, [...args, join(folder, "script")], {
      cwd,
      encoding: "utf8",
      env: { PATH: `${folder}/bin:${process.env["PATH"]}`, HOME: folder, ...dayOfTests, ...env },
    });
    return { code: status, stdout, stderr };
  } finally {
    remove();
  }
}

function putProgram(path: string, script: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
