import { execFileSync } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyAudit, withFolder } from "./fixture.js";
import { type Outcome, runBuilt } from "./run.js";

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder();
});
afterEach(() => made.remove());

interface Hostile {
  readonly title: string;
  readonly make: (folder: string) => void;
  readonly stderr: RegExp;
  /** Whether it is a document that is hostile, and the audit is sound. */
  readonly inEvidence?: true;
}

const write = (content: string | Uint8Array) => (folder: string) => writeFileSync(join(folder, "audit.yaml"), content);
const cite = (path: string) =>
  emptyAudit.replace(
    "responses: {}",
    `responses:\n  board-lead:\n    rating: met\n    evidence: [{ title: Policy, path: ${path}, reviewed: 2026-03-01 }]`,
  );
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
  .split("")
  .map((name, index) => `${name}: &${name} [${`*${"abcdefgh"[index]},`.repeat(9)}]`)
  .join("\n")}\n`;

const files: readonly Hostile[] = [
  {
    title: "a key that stands twice",
    make: write(`${emptyAudit}period: { from: 2026-01-01, to: 2026-12-31 }\n`),
    stderr: /audit\.yaml:8:1: error duplicate-key/,
  },
  { title: "aliases that explode", make: write(bomb), stderr: /audit\.yaml:1:\d+: error yaml-alias/ },
  {
    title: "a key named __proto__",
    make: write(`${emptyAudit}__proto__: { polluted: true }\n`),
    stderr: /audit\.yaml:8:1: error unknown-key.*__proto__/,
  },
  {
    title: "a response named __proto__",
    make: write(emptyAudit.replace("{}", "{ __proto__: { rating: met } }")),
    stderr: /unknown-requirement.*__proto__/,
  },
  {
    title: "a response named constructor",
    make: write(emptyAudit.replace("{}", "{ constructor: { rating: met } }")),
    stderr: /unknown-requirement.*constructor/,
  },
  {
    title: "tabs",
    make: write(emptyAudit.replace("  name:", "\tname:")),
    stderr: /audit\.yaml:4:\d+: error yaml-syntax[\s\S]*spaces/,
  },
  { title: "a NUL byte", make: write(`${emptyAudit}\0`), stderr: /error not-text.*NUL/ },
  { title: "UTF-16", make: write(Buffer.from(`\uFEFF${emptyAudit}`, "utf16le")), stderr: /error not-text.*UTF-16/ },
  {
    title: "bytes that are no UTF-8",
    make: write(Buffer.from([0x61, 0x3a, 0xff, 0xfe, 0xfa])),
    stderr: /error not-text/,
  },
  { title: "an empty file", make: write(""), stderr: /error empty/ },
  { title: "two documents", make: write(`${emptyAudit}---\n${emptyAudit}`), stderr: /error yaml-documents/ },
  { title: "deep nesting", make: write(`a: ${"[".repeat(100_000)}`), stderr: /error (yaml-depth|too-large)/ },
  {
    title: "a day that does not exist",
    make: write(emptyAudit.replace("2026-12-31", "2026-02-30")),
    stderr: /audit\.yaml:6:\d+: error not-a-day/,
  },
  {
    title: "days out of order",
    make: write(emptyAudit.replace("2026-12-31", "2025-12-31")),
    stderr: /error days-out-of-order/,
  },
  {
    title: "50 MB",
    make: (folder) => {
      const file = openSync(join(folder, "audit.yaml"), "w");
      ftruncateSync(file, 50 * 1024 * 1024);
      closeSync(file);
    },
    stderr: /error too-large/,
  },
  { title: "a folder", make: (folder) => mkdirSync(join(folder, "audit.yaml")), stderr: /error not-a-file.*folder/ },
  {
    title: "a fifo",
    make: (folder) => void execFileSync("mkfifo", [join(folder, "audit.yaml")]),
    stderr: /error not-a-file.*pipe/,
  },
  {
    title: "a device",
    make: (folder) => symlinkSync("/dev/zero", join(folder, "audit.yaml")),
    stderr: /error not-a-file/,
  },
  {
    title: "a link that goes round",
    make: (folder) => symlinkSync("audit.yaml", join(folder, "audit.yaml")),
    stderr: /error not-readable/,
  },
  {
    title: "evidence above the folder",
    make: write(cite("../secret.md")),
    stderr: /audit\.yaml:\d+:\d+: error path-outside/,
  },
  { title: "evidence by an absolute path", make: write(cite("/etc/passwd")), stderr: /error path-form/ },
  {
    title: "evidence by a link out of the tree",
    inEvidence: true,
    make: (folder) => {
      write(cite("policies/passwd.md"))(folder);
      mkdirSync(join(folder, "policies"));
      symlinkSync("/etc/passwd", join(folder, "policies/passwd.md"));
    },
    stderr: /audit\.yaml:\d+:\d+: error path-outside/,
  },
  {
    title: "evidence that is a fifo",
    inEvidence: true,
    make: (folder) => {
      write(cite("policy.md"))(folder);
      execFileSync("mkfifo", [join(folder, "policy.md")]);
    },
    stderr: /audit\.yaml:\d+:\d+: error not-a-file/,
  },
  {
    title: "evidence that is a folder",
    inEvidence: true,
    make: (folder) => {
      write(cite("policies"))(folder);
      mkdirSync(join(folder, "policies"));
    },
    stderr: /audit\.yaml:\d+:\d+: error not-a-file/,
  },
];

/** The most memory that any of it may take: Node itself takes some 50 MB. */
const mostKilobytes = 300 * 1024;

/** Runs the built program in the folder, and holds it to its memory. */
async function runHeld(args: readonly string[], stdin = ""): Promise<Outcome> {
  const tell = "process.on('exit',()=>process.stderr.write('maxRSS='+process.resourceUsage().maxRSS))";
  const { code, stdout, stderr } = await runBuilt(args, {
    cwd: made.folder,
    stdin,
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` },
  });
  const [said = "", kilobytes] = stderr.split("maxRSS=");
  expect(Number(kilobytes)).toBeGreaterThan(10 * 1024);
  expect(Number(kilobytes)).toBeLessThan(mostKilobytes);
  return { code, stdout, stderr: said };
}

const names = () => readdirSync(made.folder).toSorted();
const answers = "schema: answers/1\nresponses: { whistleblowing: { rating: not-met } }\n";

describe.each(["check", "report"])("%s", (command) => {
  it.each(files)("refuses $title in 300 MB, and writes nothing", async ({ make, stderr }) => {
    make(made.folder);
    const before = names();
    const outcome = await runHeld([command, "--today", "2026-11-21"]);
    expect(outcome.stderr).toMatch(stderr);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(names()).toEqual(before);
  });
});

describe("audit --answers", () => {
  it.each(files.filter(({ inEvidence }) => inEvidence !== true))(
    "refuses $title in 300 MB, and writes nothing",
    async ({ make, stderr }) => {
      make(made.folder);
      const before = names();
      const outcome = await runHeld(["audit", "--answers", "-"], answers);
      expect(outcome.stderr).toMatch(stderr);
      expect(outcome).toMatchObject({ code: 2, stdout: "" });
      expect(names()).toEqual(before);
    },
  );

  it.each(files.filter(({ inEvidence }) => inEvidence === true))(
    "records an answer beside $title, which it does not open",
    async ({ make }) => {
      make(made.folder);
      const before = names();
      const outcome = await runHeld(["audit", "--answers", "-", "-q"], answers);
      expect(outcome).toEqual({ code: 0, stdout: "", stderr: "" });
      expect(readFileSync(join(made.folder, "audit.yaml"), "utf8")).toContain("whistleblowing:\n    rating: not-met\n");
      expect(names()).toEqual(before);
    },
  );

  it.each(files.filter(({ inEvidence }) => inEvidence !== true))(
    "refuses answers that are $title in 300 MB, and leaves the audit as it is",
    async ({ make }) => {
      make(made.folder);
      renameSync(join(made.folder, "audit.yaml"), join(made.folder, "answers.yaml"));
      write(emptyAudit)(made.folder);
      const outcome = await runHeld(["audit", "--answers", "answers.yaml"]);
      expect(outcome.stderr).toMatch(/^answers\.yaml(:\d+:\d+)?: error /u);
      expect(outcome).toMatchObject({ code: 2, stdout: "" });
      expect(readFileSync(join(made.folder, "audit.yaml"), "utf8")).toBe(emptyAudit);
    },
  );
});

it("reads a byte order mark and Windows line ends as nothing special", async () => {
  writeFileSync(join(made.folder, "audit.yaml"), `\uFEFF${emptyAudit.replaceAll("\n", "\r\n")}`);
  const outcome = await runBuilt(["check", "--today", "2026-11-21"], { cwd: made.folder });
  expect(outcome).toMatchObject({ code: 1, stderr: "" });
});

const megabytes = (count: number) => count * 1024 * 1024;

describe.each([
  ["check", ["check"]],
  ["audit --answers", ["audit", "--answers", "-"]],
] as const)("%s of the worst file of the size that it reads", (_command, args) => {
  it.each([
    ["brackets", `a: ${"[".repeat(megabytes(2) - 10)}`],
    ["dashes", "- ".repeat(megabytes(1) - 10)],
    ["one key again and again", `x: {${"a: 1, ".repeat(340_000)}}`],
    ["aliases and comments", bomb.padEnd(megabytes(2), "# ")],
    [
      "one long word",
      emptyAudit.replace("Riverside Youth Project", "x".repeat(megabytes(2) - 400)).replace("name:", "nam:"),
    ],
    ["quotes", `a: "${'\\"'.repeat(megabytes(1) - 10)}`],
    ["line ends", `${"\n".repeat(megabytes(2) - 400)}${emptyAudit}x: 1\n`],
    ["unknown names", many((index) => `  r${index}: { rating: met }\n`, 4_000)],
    ["wrong evidence", many((index) => `  r${index}: { evidence: [{ titel: 1 }] }\n`, 2_500)],
    [
      "unknown choices",
      emptyAudit.replace("[voluntary-or-private]", `[${many((index) => `p${index}, `, 18_000, "")}]`),
    ],
  ])("ends in 300 MB: %s", async (_what, content) => {
    write(content)(made.folder);
    const { code, stderr } = await runHeld(args);
    expect(stderr).toMatch(/: error (yaml-|too-large|duplicate-key|unknown|wrong)/u);
    expect(code).toBe(2);
  });
});

function many(
  line: (index: number) => string,
  count: number,
  head = emptyAudit.replace("responses: {}\n", "responses:\n"),
): string {
  return `${head}${Array.from({ length: count }, (_, index) => line(index)).join("")}`;
}

it("shows what a note holds of terminal escapes, and sends none", async () => {
  const note = "\\u001b]0;owned\\u0007\\u001b[31mred\\u009b2J";
  const text = emptyAudit
    .replace("name: Riverside Youth Project", `name: "Riverside ${note}"`)
    .replace(
      "responses: {}",
      `responses:\n  board-lead: { rating: not-met, note: "${note}", actions: [{ id: A1, what: "${note}", status: open }] }`,
    );
  writeFileSync(join(made.folder, "audit.yaml"), text);
  for (const format of ["terminal", "markdown", "html", "csv", "json"]) {
    const { code, stdout } = await runBuilt(["report", "-f", format, "--today", "2026-11-21"], { cwd: made.folder });
    expect(code).toBe(0);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/u);
  }
});

it("says that the disk is full, and leaves what was there", async () => {
  const outcome = await runBuilt(["demo", "-f", "html=/dev/full"], { cwd: made.folder });
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toMatch(/dev\/full: error (not-written|not-a-file)/u);
});

it("says that there is no such folder to write to", async () => {
  const outcome = await runBuilt(["demo", "-f", "html=nowhere/report.html"], { cwd: made.folder });
  expect(outcome).toMatchObject({ code: 2, stdout: "" });
  expect(outcome.stderr).toMatch(/nowhere\/report\.html: error not-written/u);
});
