import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { p, wordOf } from "../evidence/reading/word-fixture.js";
import { pdfOf, show } from "../evidence/reading/pdf-fixture.js";
import { overduePolicy, soundPolicy, withPolicies } from "./policy-folder.js";
import { commitAll, initRepository } from "./riverside-repository.js";
import { type Run, runBuilt, runInProcess, runners } from "./run.js";

let made: ReturnType<typeof withPolicies> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

interface Case {
  readonly title: string;
  readonly args?: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly make?: (at: (name: string) => string) => void;
  readonly code: number;
  readonly stdout?: string | RegExp;
  readonly stderr?: string | RegExp;
}

const sound = { "policies/safeguarding.md": soundPolicy };
const overdue = { "policies/safeguarding.md": overduePolicy };

const cases: readonly Case[] = [
  {
    title: "passes a sound folder",
    files: sound,
    code: 0,
    stdout:
      /Board-level safeguarding lead \(board-lead\)\n {2}policies\/safeguarding\.md:7, Safeguarding policy > Who leads\n {4}"The vice chair[\s\S]*\nPASSED\n/u,
    stderr: "",
  },
  {
    title: "takes none of its own reports for a policy",
    args: ["scan"],
    files: { ...sound, "gaps.html": '<meta name="generator" content="wt-audit 0.1.0"><p>Whistleblowing procedure</p>' },
    code: 0,
    stdout: /Not read\n• gaps\.html: It is a report of wt-audit, and no policy\.\n/u,
    stderr: "",
  },
  {
    title: "passes nothing where there are only its own reports",
    args: ["scan", "gaps.html"],
    files: { "gaps.html": '<meta name="generator" content="wt-audit 0.1.0">' },
    code: 2,
    stdout: "",
    stderr: /no policy to read: what was found are reports of wt-audit/u,
  },
  { title: "reads the current folder when none is named", args: ["scan"], files: sound, code: 0, stderr: "" },
  {
    title: "reads one document that is named",
    args: ["scan", "policies/safeguarding.md"],
    files: { ...sound, "policies/old.md": overduePolicy },
    code: 0,
    stdout: /looked for in 1\s+document\./u,
    stderr: "",
  },
  {
    title: "fails where a review is overdue",
    files: overdue,
    code: 1,
    stdout:
      /policies\/safeguarding\.md:3: Its review was due on 1 September 2026\.[\s\S]*FAILED\n• 1 finding at or above error\./u,
    stderr: "",
  },
  {
    title: "fails at --fail-on warning where something is not found",
    args: ["scan", "policies", "--fail-on", "warning"],
    files: sound,
    code: 1,
    stdout: /FAILED\n• \d+ requirements are not found\./u,
    stderr: "",
  },
  {
    title: "refuses a folder without a document",
    args: ["scan"],
    files: { "photo.png": "x" },
    code: 2,
    stdout: "",
    stderr: /leads to no document/u,
  },
  {
    title: "refuses a folder whose documents are all of a kind that is not read",
    args: ["scan", "policies"],
    files: { "policies/policy.odt": "x" },
    code: 2,
    stdout: "",
    stderr: /leads to no document of a kind that is read\.\n {4}Save the documents as Word/u,
  },
  {
    title: "refuses a path that is not there, though another is",
    args: ["scan", "policies", "polices"],
    files: sound,
    code: 2,
    stdout: "",
    stderr: /^polices: error file-missing/u,
  },
  {
    title: "names a Word file, a PDF and a text that cannot be read, all at once",
    files: {
      ...sound,
      "policies/a.docx": "PK\u0003\u0004broken",
      "policies/b.pdf": "%PDF-1.4\n%%EOF",
      "policies/c.md": new Uint8Array([97, 0, 255, 254, 1]),
    },
    code: 2,
    stdout: "",
    stderr:
      /^policies\/a\.docx: error unreadable-document: The Word document is damaged[\s\S]*\npolicies\/b\.pdf: error unreadable-document: The PDF is damaged[\s\S]*\npolicies\/c\.md: error unreadable-document: The document is not text[\s\S]*\nwt-audit: not every document could be read\n$/u,
  },
  {
    title: "knows a mistyped kind of organisation",
    args: ["scan", "policies", "--sector", "polise"],
    files: sound,
    code: 2,
    stdout: "",
    stderr: 'wt-audit: there is no kind of organisation "polise"\nDid you mean police?\n',
  },
  {
    title: "knows a mistyped edition",
    args: ["scan", "policies", "--checklist", "working-together-2081"],
    files: sound,
    code: 2,
    stdout: "",
    stderr: /there is no checklist "working-together-2081"\nDid you mean working-together-2018\?/u,
  },
  {
    title: "reads against the edition that is named",
    args: ["scan", "policies", "--checklist", "working-together-2018"],
    files: sound,
    code: 0,
    stdout: /^What the policies state\n─+\n\nWorking Together to Safeguard Children 2018: /u,
    stderr: "",
  },
  {
    title: "asks more of a kind of organisation that is named",
    args: ["scan", "policies", "--sector", "police", "-f", "json"],
    files: sound,
    code: 0,
    stdout: /"notAsked": \d+/u,
    stderr: "Passed\n",
  },
  {
    title: "refuses --changed-since outside of git",
    args: ["scan", "policies", "--changed-since", "HEAD"],
    files: sound,
    code: 2,
    stdout: "",
    stderr: /git could not tell which files have changed\n[\s\S]*--changed-since needs a git repository/u,
  },
  {
    title: "refuses two formats to standard output",
    args: ["scan", "policies", "-f", "json", "-f", "sarif"],
    files: sound,
    code: 2,
    stdout: "",
    stderr: /two formats go to standard output/u,
  },
  {
    title: "knows a mistyped format",
    args: ["scan", "policies", "-f", "jsno"],
    files: sound,
    code: 2,
    stdout: "",
    stderr: /Did you mean json\?/u,
  },
  {
    title: "has no HTML, and says which formats there are",
    args: ["scan", "policies", "-f", "html"],
    files: sound,
    code: 2,
    stdout: "",
    stderr: /Formats: terminal, markdown, json, junit, sarif, github, gitlab\./u,
  },
  {
    title: "does not write over a document that it reads",
    args: ["scan", "policies", "-f", "markdown=policies/safeguarding.md"],
    files: sound,
    code: 2,
    stdout: "",
    stderr: /policies\/safeguarding\.md is what the report is made from, and is not overwritten/u,
  },
  {
    title: "refuses a link out of the folder that is named",
    args: ["scan", "policies/passwd.md"],
    files: sound,
    make: (at) => symlinkSync("/etc/passwd", at("policies/passwd.md")),
    code: 2,
    stdout: "",
    stderr: /^policies\/passwd\.md: error path-outside/u,
  },
  {
    title: "refuses a document that is a link out of the folder, or a fifo, wherever it comes across it",
    files: sound,
    make: (at) => {
      symlinkSync("/etc/passwd", at("policies/passwd.md"));
      symlinkSync("/etc", at("policies/etc"));
      execFileSync("mkfifo", [at("policies/pipe.md")]);
    },
    code: 2,
    stdout: "",
    stderr:
      /^policies\/passwd\.md: error path-outside: It is a link that leads out of the folder\.\n[^\n]*\npolicies\/pipe\.md: error not-a-file: It is a pipe, a socket or a device\.\n/u,
  },
  {
    title: "refuses a fifo that is named, and does not wait for it",
    args: ["scan", "pipe.md"],
    make: (at) => execFileSync("mkfifo", [at("pipe.md")]),
    code: 2,
    stdout: "",
    stderr: /^pipe\.md: error not-a-file: "pipe\.md" is a pipe/u,
  },
  {
    title: "says nothing on standard error with -q",
    args: ["scan", "policies", "-q", "-f", "json"],
    files: overdue,
    code: 1,
    stderr: "",
  },
  {
    title: "says in a word how it ended where the page is not shown",
    args: ["scan", "policies", "-f", "json"],
    files: overdue,
    code: 1,
    stderr: "Failed: 1 finding at or above error.\n",
  },
];

describe.each(runners)("$name: scan", ({ run }) => {
  it.each(cases)("$title", async ({ args = ["scan", "policies"], files = {}, make, code, stdout, stderr }) => {
    made = withPolicies(files);
    make?.(made.at);
    const outcome = await made.run(run, args);
    if (typeof stderr === "string") expect(outcome.stderr).toBe(stderr);
    else if (stderr !== undefined) expect(outcome.stderr).toMatch(stderr);
    if (typeof stdout === "string") expect(outcome.stdout).toBe(stdout);
    else if (stdout !== undefined) expect(outcome.stdout).toMatch(stdout);
    expect(outcome.code).toBe(code);
  });
});

async function scanned(run: Run, ...args: readonly string[]) {
  const { stdout } = (await made?.run(run, ["scan", ...args, "-f", "json", "-q"])) ?? { stdout: "" };
  return JSON.parse(stdout);
}

describe("the formats of a scan", () => {
  it.each(["json", "junit", "sarif", "gitlab", "github", "markdown"])(
    "%s goes to a file, and the page to the screen",
    async (format) => {
      made = withPolicies(overdue);
      const { code, stdout, stderr } = await made.run(runBuilt, [
        "scan",
        "policies",
        "-f",
        "terminal",
        "-f",
        `${format}=out.x`,
      ]);
      expect([code, stderr]).toEqual([1, "Wrote out.x\n"]);
      expect(stdout).toMatch(/^What the policies state\n/u);
      expect(readFileSync(made.at("out.x"), "utf8")).toContain("policies/safeguarding.md");
    },
  );

  it("github adds its page to what earlier steps left in the summary", async () => {
    made = withPolicies({ ...overdue, "summary.md": "# Before\n" });
    const env = { GITHUB_STEP_SUMMARY: made.at("summary.md") };
    const { code, stdout } = await made.run(runBuilt, ["scan", "policies", "-f", "github"], env);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "::error file=policies/safeguarding.md,line=3,title=Review overdue::policies/safeguarding.md: Its review was due on 1 September 2026.",
    );
    expect(readFileSync(made.at("summary.md"), "utf8")).toMatch(/^# Before\n[\s\S]*wt-audit scan/u);
  });

  it("sarif and gitlab point to the line, and to nothing that is not there", async () => {
    made = withPolicies(overdue);
    const sarif = JSON.parse((await made.run(runBuilt, ["scan", "policies", "-f", "sarif", "-q"])).stdout);
    const found = sarif.runs[0].results.find((one: { ruleId: string }) => one.ruleId === "finding/review-overdue");
    expect(found.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: "policies/safeguarding.md" },
      region: { startLine: 3 },
    });
    const gitlab = JSON.parse((await made.run(runBuilt, ["scan", "policies", "-f", "gitlab", "-q"])).stdout);
    expect(gitlab).toContainEqual(
      expect.objectContaining({
        check_name: "finding/review-overdue",
        location: { path: "policies/safeguarding.md", lines: { begin: 3 } },
      }),
    );
  });
});

describe("--changed-since", () => {
  it("tells only what is wrong with documents that changed, and reads them all", async () => {
    made = withPolicies({
      "policies/old.md": overduePolicy.replace("Safeguarding", "Whistleblowing"),
      "policies/b.md": soundPolicy,
    });
    initRepository(made.folder);
    commitAll(made.folder);
    expect((await scanned(runBuilt, "policies", "--changed-since", "HEAD")).documents).toEqual([]);
    writeFileSync(made.at("policies/b.md"), overduePolicy);
    writeFileSync(made.at("policies/new.md"), "# Draft: conduct\n\nThis is a draft. Be kind to each other.\n");
    const { documents, summary, verdict } = await scanned(runBuilt, "policies", "--changed-since", "HEAD");
    expect(documents.map(({ file }: { file: string }) => file)).toEqual(["policies/b.md", "policies/new.md"]);
    expect([summary.documents.read, verdict.passed]).toEqual([3, false]);
  });

  it("of a revision that is not there does not pass", async () => {
    made = withPolicies(sound);
    initRepository(made.folder);
    commitAll(made.folder);
    for (const revision of ["nowhere", "--output=stolen", ""]) {
      const { code, stderr } = await made.run(runBuilt, ["scan", "policies", `--changed-since=${revision}`]);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/git knows no revision|argument missing/u)]);
    }
  });
});

describe("one document in every kind of file", () => {
  const statement = "The vice chair of trustees is our board-level lead for safeguarding.";
  const approval = "Approved by the trustees on 1 March 2026. Review due: 1 March 2027.";
  const kinds: readonly (readonly [string, string | Uint8Array, string, number])[] = [
    ["policy.md", `# Safeguarding policy\n\n${approval}\n\n${statement}\n`, "line", 5],
    ["policy.rst", `Safeguarding policy\n===================\n\n${approval}\n\n${statement}\n`, "line", 6],
    ["policy.adoc", `= Safeguarding policy\n\n${approval}\n\n${statement}\n`, "line", 5],
    ["policy.html", `<h1>Safeguarding policy</h1>\n<p>${approval}</p>\n<p>${statement}</p>\n`, "line", 3],
    ["policy.txt", `SAFEGUARDING POLICY\n\n${approval}\n\n${statement}\n`, "line", 5],
    [
      "policy.docx",
      wordOf(p("Safeguarding policy", '<w:pStyle w:val="Heading1"/>') + p(approval) + p(statement)),
      "paragraph",
      3,
    ],
    ["policy.pdf", pdfOf([show(20, 750, "Safeguarding policy"), show(10, 700, approval, statement)]), "page", 2],
  ];

  it.each(kinds)("is read: %s", async (name, content, unit, line) => {
    made = withPolicies({ [name]: content });
    const { requirements, documents } = await scanned(runBuilt, name);
    const lead = requirements.find(({ id }: { id: string }) => id === "board-lead");
    expect(lead).toMatchObject({ result: "found", passages: [{ file: name, line, unit }] });
    expect(documents).toMatchObject([{ file: name, reviewDue: "2027-03-01", ratified: true }]);
  });

  it("is read as a set: what one leaves out another states", async () => {
    made = withPolicies(Object.fromEntries(kinds.map(([name, content]) => [name, content])));
    const { summary, documents } = await scanned(runBuilt);
    expect(summary.documents.read).toBe(7);
    expect(documents.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      "asciidoc",
      "html",
      "markdown",
      "pdf",
      "plain",
      "rst",
      "word",
    ]);
  });
});

describe("hostile names and texts", () => {
  const raw = /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
  // A raw escape makes a file one that is no text; one that is spelt does not.
  const evil =
    "&#27;[2J&#x1B;]0;owned&#7; ::error::forged \u202E ##[error]x @board <script>alert(1)</script> | `x` ]]> \u009B31m";
  const names = [
    "a 'quoted' \"name\".md",
    "b\n::error::forged.md",
    "c\u001B[31m.md",
    "d \u202E e.md",
    "-f.md",
    "$(touch x).md",
    "#1 100%.md",
    "__proto__.md",
  ];

  it.each(["terminal", "markdown", "json", "junit", "sarif", "github", "gitlab"])(
    "nothing of them does any harm in %s",
    async (format) => {
      const text = `# Safeguarding policy ${evil}\n\nDraft ${evil}\n\nThe vice chair of trustees ${evil} is our board-level lead for safeguarding ${evil}.\n\n[gone ${evil}](gone${encodeURIComponent("\u001B[2J")}.md) Review due: 1 September 2026.\n`;
      made = withPolicies(Object.fromEntries(names.map((name) => [`policies/${name}`, text])));
      for (const run of [runBuilt, runInProcess]) {
        const { code, stdout, stderr } = await made.run(run, ["scan", "-f", format, "-q"]);
        expect([code, stderr]).toEqual([1, ""]);
        expect(stdout).not.toMatch(raw);
        const commands = stdout.split("\n").filter((line) => /^\s*(?:::|##\[)/u.test(line));
        expect(
          commands.filter((line) => format !== "github" || !/^::(?:error|warning|notice) (?:file|title)=/u.test(line)),
        ).toEqual([]);
      }
    },
  );

  it("a document that cannot be read is named harmlessly", async () => {
    made = withPolicies({ "c\u001B[31m\n::error::x.docx": "PK broken" });
    const { code, stdout, stderr } = await made.run(runBuilt, ["scan"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toMatch(raw);
    expect(stderr).not.toMatch(/^\s*::/mu);
    expect(stderr).toContain("c\\u001b[31m");
  });

  it("data about a child is never told again, in any format", async () => {
    const text = `${soundPolicy}\nName: Rosalind Quibble, date of birth 04/05/2014, NHS number 943 476 5919.\n`;
    made = withPolicies({ "policies/a.md": text });
    for (const format of ["terminal", "markdown", "json", "junit", "sarif", "github", "gitlab"]) {
      const { code, stdout, stderr } = await made.run(runBuilt, ["scan", "-f", format]);
      expect(code).toBe(1);
      expect(stdout).toContain("NHS number");
      expect(stdout + stderr).not.toMatch(/Quibble|2014|943|5919/u);
    }
  });

  it("a folder above that is named is read, and its paths lead there", async () => {
    made = withPolicies({ "policies/a.md": soundPolicy, "sub/b.md": "# B\n" });
    mkdirSync(made.at("sub/deep"));
    const there = { ...made, folder: dirname(made.at("sub/b.md")) };
    const { stdout } = await runBuilt(["scan", "../policies", "-f", "json", "--today", "2026-11-21"], {
      cwd: there.folder,
      env: { XDG_CACHE_HOME: made.cache },
    });
    expect(JSON.parse(stdout).documents).toMatchObject([{ file: "../policies/a.md" }]);
  });
});
