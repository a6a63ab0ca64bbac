import { describe, expect, it } from "vitest";
import { emptyAudit, withFolder } from "./fixture.js";
import { runners } from "./run.js";

interface Case {
  readonly title: string;
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly code: number;
  readonly stdout?: string | RegExp;
  readonly stderr?: string | RegExp;
}

const broken = emptyAudit.replace("responses: {}", "respones: {}\nnote: [");

const cases: readonly Case[] = [
  { title: "prints the help", args: ["--help"], code: 0, stdout: /^Usage: wt-audit /, stderr: "" },
  { title: "prints the version alone", args: ["--version"], code: 0, stdout: /^\d+\.\d+\.\d+\n$/, stderr: "" },
  {
    title: "prints the help of a command",
    args: ["check", "--help"],
    code: 0,
    stdout: /--fail-on <severity>/,
    stderr: "",
  },
  {
    title: "without a command and a terminal prints the help as an error",
    args: [],
    code: 2,
    stdout: "",
    stderr: /^Usage: wt-audit /,
  },
  { title: "knows a mistyped command", args: ["reprot"], code: 2, stdout: "", stderr: /Did you mean report\?/ },
  {
    title: "knows a mistyped option",
    args: ["check", "--fail-no", "note"],
    code: 2,
    stdout: "",
    stderr: /Did you mean --fail-on\?/,
  },
  {
    title: "refuses a day that does not exist",
    args: ["check", "--today", "2026-02-30"],
    code: 2,
    stdout: "",
    stderr: /must exist/,
  },
  {
    title: "refuses a severity that there is not",
    args: ["check", "--fail-on", "fatal"],
    code: 2,
    stdout: "",
    stderr: /error, warning, note/,
  },
  {
    title: "refuses a percentage above 100",
    args: ["check", "--min-assured", "101"],
    code: 2,
    stdout: "",
    stderr: /0 to 100/,
  },
  {
    title: "check without an audit does not pass",
    args: ["check"],
    code: 2,
    stdout: "",
    stderr: /audit\.yaml: error file-missing/,
  },
  { title: "report without an audit does not pass", args: ["report"], code: 2, stdout: "", stderr: /file-missing/ },
  {
    title: "check of an unanswered audit fails",
    args: ["check", "--today", "2026-11-21"],
    files: { "audit.yaml": emptyAudit },
    code: 1,
    stdout: /audit\.yaml:7:1 error unanswered board-lead: /,
    stderr: "",
  },
  {
    title: "report of an unanswered audit passes, whatever the gaps",
    args: ["report", "--today", "2026-11-21"],
    files: { "audit.yaml": emptyAudit },
    code: 0,
    stdout: /Declared 0% to 100%/,
    stderr: "",
  },
  {
    title: "reads standard input",
    args: ["check", "-", "--today", "2026-11-21"],
    stdin: emptyAudit,
    code: 1,
    stdout: /standard input:7:1 error unanswered/,
    stderr: "",
  },
  {
    title: "an empty standard input does not pass",
    args: ["check", "-"],
    stdin: "",
    code: 2,
    stdout: "",
    stderr: /error empty/,
  },
  {
    title: "tells all that is wrong with a file at once",
    args: ["check"],
    files: {
      "audit.yaml": emptyAudit
        .replace("employs-staff", "employs-staf")
        .replace("name:", "nam:")
        .replace("to: 2026-12-31", "to: 2026-13-31"),
    },
    code: 2,
    stdout: "",
    stderr: /audit\.yaml:4:3: error unknown-key[\s\S]*Did you mean name\?[\s\S]*audit\.yaml:6:\d+: error not-a-day/,
  },
  {
    title: "a file that is no YAML does not pass",
    args: ["check"],
    files: { "audit.yaml": broken },
    code: 2,
    stdout: "",
    stderr: /yaml-syntax/,
  },
  {
    title: "a mistyped requirement does not pass",
    args: ["check"],
    files: { "audit.yaml": emptyAudit.replace("responses: {}", "responses:\n  bord-lead: { rating: met }") },
    code: 2,
    stdout: "",
    stderr: /audit\.yaml:8:3: error unknown-requirement[\s\S]*Did you mean board-lead\?/,
  },
  {
    title: "a mistyped fact does not pass",
    args: ["check"],
    files: { "audit.yaml": emptyAudit.replace("employs-staff", "employs-staf") },
    code: 2,
    stdout: "",
    stderr: /unknown-fact[\s\S]*Did you mean employs-staff\?/,
  },
  {
    title: "a mistyped rating does not pass",
    args: ["check"],
    files: { "audit.yaml": emptyAudit.replace("responses: {}", "responses:\n  board-lead: { rating: mett }") },
    code: 2,
    stdout: "",
    stderr: /audit\.yaml:8:\d+: error wrong-value[\s\S]*Did you mean met\?/,
  },
  {
    title: "an edition that is not shipped does not pass",
    args: ["check"],
    files: { "audit.yaml": emptyAudit.replace("working-together-2023", "working-togther-2023") },
    code: 2,
    stdout: "",
    stderr: /audit\.yaml:2:12: error unknown-checklist[\s\S]*Did you mean working-together-2023\?/,
  },
  {
    title: "overlays, which are not read yet, do not pass",
    args: ["check"],
    files: { "audit.yaml": emptyAudit.replace("organisation:", "overlays: [anytown.yaml]\norganisation:") },
    code: 2,
    stdout: "",
    stderr: /overlay-unsupported/,
  },
  {
    title: "the walk without a terminal says how to go on",
    args: ["audit"],
    code: 2,
    stdout: "",
    stderr: /no terminal[\s\S]*--answers/,
  },
  {
    title: "the walk does not read standard input",
    args: ["audit", "-"],
    code: 2,
    stdout: "",
    stderr: /standard input/,
  },
  {
    title: "an unknown format is refused",
    args: ["report", "-f", "htlm"],
    code: 2,
    stdout: "",
    stderr: /Did you mean html\?/,
  },
  {
    title: "two formats to one place are refused",
    args: ["demo", "-f", "json", "-f", "csv"],
    code: 2,
    stdout: "",
    stderr: /two formats go to standard output/,
  },
  { title: "lists the schemas", args: ["schema"], code: 0, stdout: /^audit\nanswers\n/, stderr: "" },
  { title: "prints a schema", args: ["schema", "audit"], code: 0, stdout: /"urn:wt-audit:schema:audit:1"/, stderr: "" },
  { title: "knows a mistyped schema", args: ["schema", "audti"], code: 2, stdout: "", stderr: /Did you mean audit\?/ },
  {
    title: "lists the editions",
    args: ["checklist", "list", "--today", "2026-11-21"],
    code: 0,
    stdout: /working-together-2026/,
    stderr: "",
  },
  {
    title: "shows an edition",
    args: ["checklist", "show", "working-together-2013"],
    code: 0,
    stdout: /board-lead/,
    stderr: "",
  },
  {
    title: "knows a mistyped edition",
    args: ["checklist", "show", "working-together-2081"],
    code: 2,
    stdout: "",
    stderr: /Did you mean working-together-2018\?/,
  },
  {
    title: "refuses a shell that it cannot complete",
    args: ["completion", "tcsh"],
    code: 2,
    stdout: "",
    stderr: /bash, zsh, fish/,
  },
  { title: "starts an audit file only with a name", args: ["init"], code: 2, stdout: "", stderr: /needs the name/ },
  {
    title: "does not write over an audit file",
    args: ["init", "--name", "Riverside Youth Project"],
    files: { "audit.yaml": emptyAudit },
    code: 2,
    stdout: "",
    stderr: /file-exists/,
  },
];

describe.each(runners)("$name", ({ run }) => {
  it.each(cases)("$title", async ({ args, files, stdin, env, code, stdout, stderr }) => {
    const { folder, remove } = withFolder(files);
    try {
      const outcome = await run(args, {
        cwd: folder,
        ...(stdin === undefined ? {} : { stdin }),
        ...(env === undefined ? {} : { env }),
      });
      if (stdout !== undefined)
        expect(outcome.stdout).toMatch(typeof stdout === "string" ? new RegExp(`^${stdout}$`) : stdout);
      if (stderr !== undefined)
        expect(outcome.stderr).toMatch(typeof stderr === "string" ? new RegExp(`^${stderr}$`) : stderr);
      expect(outcome.code).toBe(code);
    } finally {
      remove();
    }
  });
});
