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

/** Wrong by the schema, by a rule of its own, and by a name. */
const wrongThrice = emptyAudit
  .replace("employs-staff", "employs-staf")
  .replace("to: 2026-12-31", "to: 2025-12-31")
  .replace("responses: {}", "responses:\n  bord-lead: { rating: mett }");
const citing = (requirement: string, path: string) =>
  emptyAudit.replace(
    "responses: {}",
    `responses:\n  ${requirement}:\n    rating: met\n    evidence: [{ title: Policy, path: ${path}, reviewed: 2026-03-01 }]`,
  );
const superseded = emptyAudit.replace("working-together-2023", "working-together-2018");
const supersededReason =
  /Working Together to Safeguard Children.* was in force until \d+ [A-Z][a-z]+ 20\d\d, before the period of the audit began\./;

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
    stderr: /Write a day of the calendar/,
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
  ...["check", "report", "audit --answers -"].map((command) => ({
    title: `${command} tells what is wrong by schema, by rule and by name at once`,
    args: command.split(" "),
    files: { "audit.yaml": wrongThrice },
    stdin: "schema: answers/1\nresponses: {}\n",
    code: 2,
    stdout: "",
    stderr:
      /^audit\.yaml:5:44: error unknown-fact[\s\S]*audit\.yaml:6:\d+: error days-out-of-order[\s\S]*audit\.yaml:8:3: error unknown-requirement[\s\S]*audit\.yaml:8:\d+: error wrong-value[\s\S]*wt-audit: audit\.yaml cannot be used as it is\n$/,
  })),
  {
    title: "tells an edition that is not shipped beside what the schema refuses",
    args: ["check"],
    files: {
      "audit.yaml": emptyAudit.replace("working-together-2023", "working-together-2032").replace("name:", "nam:"),
    },
    code: 2,
    stdout: "",
    stderr: /audit\.yaml:2:12: error unknown-checklist[\s\S]*audit\.yaml:4:3: error unknown-key/,
  },
  {
    title: "tells evidence that could not be looked at beside a name that is not known",
    args: ["check"],
    files: { "audit.yaml": citing("bord-lead", "policies"), "policies/safeguarding.md": "# Policy\n" },
    code: 2,
    stdout: "",
    stderr:
      /audit\.yaml:8:3: error unknown-requirement[\s\S]*audit\.yaml:10:\d+: error not-a-file[\s\S]*wt-audit: audit\.yaml cannot be used as it is\n$/,
  },
  {
    title: "evidence alone that could not be looked at is no fault of the audit",
    args: ["check"],
    files: { "audit.yaml": citing("board-lead", "policies"), "policies/safeguarding.md": "# Policy\n" },
    code: 2,
    stdout: "",
    stderr: /^audit\.yaml:10:\d+: error not-a-file: .*\n.*\nwt-audit: the evidence could not be looked at\n$/,
  },
  {
    title: "an edition superseded before the period began does not pass",
    args: ["check", "-f", "json", "--today", "2026-11-21"],
    files: { "audit.yaml": superseded },
    code: 1,
    stderr: supersededReason,
  },
  {
    title: "an edition superseded before the period began is judged by its gaps when it is named",
    args: ["check", "-f", "json", "--checklist", "working-together-2018", "--today", "2026-11-21"],
    files: { "audit.yaml": superseded },
    code: 1,
    stderr: /^Failed: \d+ gaps at or above error\.\n$/,
  },
  ...["check", "report"].map((command) => ({
    title: `${command} refuses an audit against another edition than the one named`,
    args: [command, "--checklist", "working-together-2026"],
    files: { "audit.yaml": emptyAudit },
    code: 2,
    stdout: "",
    stderr: "wt-audit: audit.yaml is an audit against working-together-2023, not working-together-2026\n",
  })),
  {
    title: "a bare option that there is not is named",
    args: ["--bogus"],
    code: 2,
    stdout: "",
    stderr: /^error: unknown option '--bogus'\n/,
  },
  {
    title: "a bare option of the walk starts the walk, which needs a terminal",
    args: ["--redo"],
    code: 2,
    stdout: "",
    stderr:
      /^wt-audit: the walk asks questions, and there is no terminal to ask them in\nTo run it unattended, give the answers in a file:\n {2}wt-audit audit --answers answers\.yaml\n/,
  },
  {
    title: "init says nothing with -q",
    args: ["init", "new", "--name", "Riverside", "-q"],
    code: 0,
    stdout: "",
    stderr: "",
  },
  {
    title: "init says what it wrote",
    args: ["init", "new", "--name", "Riverside", "--today", "2026-11-21"],
    code: 0,
    stdout: "",
    stderr: "Wrote new/audit.yaml for working-together-2026.\nNext: wt-audit audit new/audit.yaml\n",
  },
  { title: "demo says nothing more with -q", args: ["demo", "-q"], code: 0, stdout: /made-up|Riverside/, stderr: "" },
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
    title: "an overlay that is not there does not pass",
    args: ["check"],
    files: { "audit.yaml": emptyAudit.replace("organisation:", "overlays: [anytown.yaml]\norganisation:") },
    code: 2,
    stdout: "",
    stderr: /^audit\.yaml:3:12: error overlay-missing: There is no overlay "anytown\.yaml"\./,
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
      if (typeof stdout === "string") expect(outcome.stdout).toBe(stdout);
      else if (stdout !== undefined) expect(outcome.stdout).toMatch(stdout);
      if (typeof stderr === "string") expect(outcome.stderr).toBe(stderr);
      else if (stderr !== undefined) expect(outcome.stderr).toMatch(stderr);
      expect(outcome.code).toBe(code);
    } finally {
      remove();
    }
  });
});
