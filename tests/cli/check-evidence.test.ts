import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { p, wordOf } from "../evidence/reading/word-fixture.js";
import { overduePolicy, soundPolicy, withPolicies } from "./policy-folder.js";
import { passingAudit } from "./riverside-repository.js";
import { runBuilt, runners } from "./run.js";

let made: ReturnType<typeof withPolicies> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

const policy = "policies/safeguarding.md";
const word = "policies/safeguarding.docx";
const citing = (path: string) => passingAudit.replace(policy, path);
const wordPolicy = (...texts: readonly string[]) =>
  wordOf([p("Safeguarding policy", '<w:pStyle w:val="Heading1"/>'), ...texts.map((text) => p(text))].join(""));
const leads = "The vice chair of trustees is our board-level lead for safeguarding.";

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly audit?: string;
  readonly code: number;
  /** The lines of the gaps that fail. */
  readonly gaps: readonly string[];
  readonly stderr?: RegExp;
}

const at = (path: string) => `"Safeguarding policy" (${path})`;

const cases: readonly Case[] = [
  { title: "a policy that is sound passes", files: { [policy]: soundPolicy }, code: 0, gaps: [] },
  {
    title: "a draft is not ratified",
    files: { [policy]: soundPolicy.replace("Approved by the trustees on 1 March 2026.", "Status: draft.") },
    code: 1,
    gaps: [
      `warning evidence-unratified board-lead: ${at(policy)}: it says on line 3 that it is a draft, or not approved.`,
    ],
  },
  {
    title: "one whose own review has passed is out of date, though the audit says otherwise",
    files: { [policy]: overduePolicy },
    code: 1,
    gaps: [
      `warning evidence-out-of-date board-lead: ${at(policy)}: it says on line 3 that its review was due by 1 September 2026.`,
    ],
  },
  {
    title: "one that sends people to the LSCB is superseded",
    files: { [policy]: `${soundPolicy}\nReport it to the Local Safeguarding Children Board (LSCB) as well.\n` },
    code: 1,
    gaps: [`warning evidence-superseded board-lead: ${at(policy)}: it speaks of "`],
  },
  {
    title: "one that tells of the LSCB as history is not",
    files: {
      [policy]: `${soundPolicy}\nSafeguarding partners replaced the former Local Safeguarding Children Board in 2019.\n`,
    },
    code: 0,
    gaps: [],
  },
  {
    title: "one that states something else is told, and fails nothing",
    files: { [policy]: soundPolicy.replace(leads, "We meet on Mondays, and we wear blue.") },
    code: 0,
    gaps: [],
  },
  {
    title: "a Word file is read as well",
    audit: citing(word),
    files: { [word]: wordPolicy("Approved by the trustees on 1 March 2026. Review due: 1 September 2026.", leads) },
    code: 1,
    gaps: [
      `warning evidence-out-of-date board-lead: ${at(word)}: it says in paragraph 2 that its review was due by 1 September 2026.`,
    ],
  },
  {
    title: "a Word file that holds nothing but its heading is blank",
    audit: citing(word),
    files: { [word]: wordPolicy() },
    code: 1,
    gaps: [`error evidence-blank board-lead: ${at(word)}: it holds no content, or nothing but placeholders.`],
  },
  {
    title: "a Word file that is broken cannot be judged",
    audit: citing(word),
    files: { [word]: "PK\u0003\u0004broken" },
    code: 2,
    gaps: [],
    stderr:
      /^audit\.yaml:\d+:\d+: error unreadable-document: "policies\/safeguarding\.docx" could not be read\. The Word/u,
  },
  {
    title: "a Word file that is broken and large cannot be judged",
    audit: citing(word),
    files: { [word]: `PK\u0003\u0004${"broken".repeat(900_000)}` },
    code: 2,
    gaps: [],
    stderr: /error unreadable-document/u,
  },
  {
    title: "a PDF that is broken cannot be judged",
    audit: citing("policies/safeguarding.pdf"),
    files: { "policies/safeguarding.pdf": "%PDF-1.4\n%%EOF" },
    code: 2,
    gaps: [],
    stderr: /error unreadable-document: "policies\/safeguarding\.pdf" could not be read\. The PDF is damaged/u,
  },
];

describe.each(runners)("$name: the evidence of an answer", ({ run }) => {
  it.each(cases)("$title", async ({ files, audit = passingAudit, code, gaps, stderr }) => {
    made = withPolicies({ "audit.yaml": audit, ...files });
    const outcome = await made.run(run, ["check", "--fail-on", "warning"]);
    if (stderr === undefined) expect(outcome.stderr).toBe("");
    else expect(outcome.stderr).toMatch(stderr);
    const told = outcome.stdout
      .split("\n")
      .flatMap((line) => /^audit\.yaml:\d+:\d+ ((?:error|warning) .*)$/u.exec(line)?.[1] ?? []);
    expect(told.map((line, index) => line.slice(0, gaps[index]?.length ?? 200))).toEqual(gaps);
    expect(outcome.code).toBe(code);
  });
});

describe("evidence that does not state what is asked", () => {
  const silent = soundPolicy.replace(leads, "We meet on Mondays, and we wear blue.");

  it("is a note at its place, and fails a check at --fail-on note", async () => {
    made = withPolicies({ "audit.yaml": passingAudit, [policy]: silent });
    const { code, stdout } = await made.run(runBuilt, ["check", "--fail-on", "note"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^audit\.yaml:\d+:\d+ note evidence-off-topic board-lead: No document cited was found to state this\./mu,
    );
  });

  it("is none where the passage that is cited states it", async () => {
    made = withPolicies({ "audit.yaml": citing(`${policy}#who-leads`), [policy]: soundPolicy });
    expect((await made.run(runBuilt, ["check", "--fail-on", "note"])).stdout).not.toContain("evidence-off-topic");
  });

  it("is told where only another passage of the document states it", async () => {
    const text = soundPolicy.replace("## Who leads", "## Kit\n\nWe wear blue on all of our trips.\n\n## Who leads");
    made = withPolicies({ "audit.yaml": citing(`${policy}#kit`), [policy]: text });
    expect((await made.run(runBuilt, ["check", "--fail-on", "note"])).stdout).toContain(
      "note evidence-off-topic board-lead",
    );
  });
});

describe("a repository with policies", () => {
  const config = "schema: config/1\naudit: audit.yaml\npolicies: [policies/**]\n";
  const files = {
    ".wt-audit.yaml": config,
    "audit.yaml": passingAudit,
    [policy]: soundPolicy,
    "policies/conduct.md": overduePolicy.replace("Safeguarding", "Conduct"),
    "policies/rota.xlsx": "x",
  };
  const overdue = "Its review was due on 1 September 2026.";

  it("fails for what is wrong with a document that nothing cites, and names what is not read", async () => {
    made = withPolicies(files);
    const { code, stdout, stderr } = await made.run(runBuilt, ["check"]);
    expect([code, stderr]).toEqual([1, "Not read: policies/rota.xlsx. This kind of file is not read.\n"]);
    expect(stdout).toContain(`policies/conduct.md:3 error review-overdue: ${overdue}`);
  });

  it("passes when it is mended", async () => {
    made = withPolicies({ ...files, "policies/conduct.md": soundPolicy.replace("Safeguarding", "Conduct") });
    expect((await made.run(runBuilt, ["check"])).code).toBe(0);
  });

  it("has the documents in its report", async () => {
    made = withPolicies(files);
    const { stdout } = await made.run(runBuilt, ["check", "-f", "json", "-q"]);
    expect(JSON.parse(stdout).documents).toMatchObject([
      { file: "policies/conduct.md", unit: "line", findings: [{ code: "review-overdue", line: 3, message: overdue }] },
      { file: policy, findings: [] },
    ]);
  });

  it("does not pass with a document that cannot be read, cited or not", async () => {
    made = withPolicies({ ...files, "policies/broken.docx": "PK\u0003\u0004broken" });
    const { code, stdout, stderr } = await made.run(runBuilt, ["check"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("policies/broken.docx: error unreadable-document");
  });

  it("does not pass when its patterns lead to no document", async () => {
    made = withPolicies({ ...files, ".wt-audit.yaml": config.replace("policies/**", "polices/**/*.md") });
    const { code, stderr } = await made.run(runBuilt, ["check"]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^\.wt-audit\.yaml:3:\d+: error nothing-matched/u)]);
  });

  it.each<readonly [string, RegExp]>([
    ["junit", /name="Policy documents"[\s\S]*<testcase[^>]*name="policies\/conduct\.md"[\s\S]*<failure/u],
    ["sarif", /"ruleId": ?"finding\/review-overdue"[\s\S]*"uri": ?"policies\/conduct\.md"/u],
    ["github", /^::error file=policies\/conduct\.md,line=3,title=Review overdue::policies\/conduct\.md: Its review/mu],
    ["gitlab", /"check_name": ?"finding\/review-overdue"/u],
    ["markdown", /Review overdue[\s\S]*policies\/conduct\.md/u],
    ["csv", /evidence|requirement/u],
    ["html", /policies\/conduct\.md/u],
  ])("tells of its documents in %s", async (format, told) => {
    made = withPolicies(files);
    const { code, stdout } = await made.run(runBuilt, ["check", "-q", "-f", format]);
    expect(code).toBe(1);
    expect(stdout).toMatch(told);
  });

  it("gives several formats in one run", async () => {
    made = withPolicies(files);
    const formats = ["junit=a.xml", "sarif=b.sarif", "gitlab=c.json", "github"].flatMap((format) => ["-f", format]);
    const env = { GITHUB_STEP_SUMMARY: made.at("summary.md") };
    const { code, stderr } = await made.run(runBuilt, ["check", ...formats], env);
    expect(code).toBe(1);
    expect(stderr).toContain("Wrote a.xml\nWrote b.sarif\nWrote c.json\n");
    for (const name of ["a.xml", "b.sarif", "c.json", "summary.md"])
      expect(readFileSync(made.at(name), "utf8")).toContain("conduct.md");
  });

  it("without an audit is checked for what its policies state and what is wrong with them", async () => {
    const { "audit.yaml": _none, ...rest } = files;
    made = withPolicies({ ...rest, ".wt-audit.yaml": config.replace("audit: audit.yaml\n", "") });
    const { code, stdout } = await made.run(runBuilt, ["check"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^What the policies state\n/u);
    writeFileSync(made.at("policies/conduct.md"), soundPolicy.replace("Safeguarding", "Conduct"));
    expect((await made.run(runBuilt, ["check"])).code).toBe(0);
  });

  it("knows what is in its baseline, and fails on what is new", async () => {
    made = withPolicies({ ...files, ".wt-audit.yaml": `${config}baseline: known.json\n` });
    expect((await made.run(runBuilt, ["check", "--update-baseline", "-q"])).code).toBe(0);
    expect((await made.run(runBuilt, ["check", "-q"])).code).toBe(0);
    writeFileSync(made.at("policies/new.md"), overduePolicy.replace("Safeguarding", "Lone working"));
    const { code, stdout } = await made.run(runBuilt, ["check", "-q"]);
    expect(code).toBe(1);
    expect(stdout).toContain("policies/new.md:3 error review-overdue");
    expect(stdout).not.toContain("policies/conduct.md:3 error");
  });

  it("takes a waiver of a finding, with who approved it", async () => {
    const waiver =
      "waivers:\n  - { file: policies/conduct.md, finding: review-overdue, reason: It is rewritten, approved-by: Chair, expires: 2026-12-31 }\n";
    made = withPolicies({ ...files, ".wt-audit.yaml": `${config}${waiver}` });
    const { code, stdout } = await made.run(runBuilt, ["check", "-q", "-f", "markdown"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Chair");
  });
});
