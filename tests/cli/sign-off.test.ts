import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { script } from "../walk/scripted-prompter.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { memoryWorld } from "./memory-world.js";
import { runners } from "./run.js";

const answered = emptyAudit.replace(
  "responses: {}",
  `# Kept by hand.
responses:
  board-lead: { rating: not-met, assessed: { on: 2026-11-02, by: Manager } }
  whistleblowing: { rating: not-met, to-confirm: The edition changed., assessed: { on: 2026-11-02 } }`,
);

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder({ "audit.yaml": answered });
});
afterEach(() => made.remove());

const file = () => readFileSync(join(made.folder, "audit.yaml"), "utf8");
const write = (text: string) => writeFileSync(join(made.folder, "audit.yaml"), text);
const entries = async () => (await parseAudit(file(), "audit.yaml")).audit["sign-off"];

describe.each(runners)("$name", ({ run }) => {
  const sign = (...args: readonly string[]) =>
    run(["sign-off", "--today", "2026-11-21", ...args], { cwd: made.folder });
  const report = async (...args: readonly string[]) =>
    (await run(["report", "--today", "2026-11-21", "--plain", ...args], { cwd: made.folder })).stdout;
  const signedOff = async () => JSON.parse(await report("-f", "json")).audit.signOff;

  it("adds an entry with the digest of what is signed, and says what is open", async () => {
    const { code, stdout, stderr } = await sign(
      "--role",
      "Chair of trustees",
      "--minute",
      "2026-11-20/7",
      "--on",
      "2026-11-20",
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(
      /^Signed off in audit\.yaml: Chair of trustees, 20 November 2026\.\n\d+ of \d+ are unanswered, and 1 of \d+ waits to be confirmed; the entry says that the board has seen the audit as it stands\.\n$/u,
    );
    expect(await entries()).toEqual([
      {
        role: "Chair of trustees",
        on: "2026-11-20",
        minute: "2026-11-20/7",
        content: expect.stringMatching(/^[0-9a-f]{64}$/u),
      },
    ]);
    expect(file()).toContain("# Kept by hand.");
  });

  it("shows in the report that nothing changed, and after a change what did", async () => {
    await sign("--role", "Chair of trustees", "--on", "2026-11-20", "-q");
    expect(await report()).toContain("Chair of trustees, 20 November 2026; unchanged since");
    write(`# Another comment.\n${file()}`);
    expect(await signedOff()).toMatchObject([{ changed: "no", since: [] }]);
    write(
      file().replace("rating: not-met, assessed: { on: 2026-11-02, by", "rating: met, assessed: { on: 2026-11-21, by"),
    );
    expect(await signedOff()).toMatchObject([{ changed: "yes", since: ["board-lead"] }]);
    expect(await report()).toContain("changed since: board-lead");
  });

  it("is not added twice", async () => {
    await sign("--role", "Chair");
    const once = file();
    expect((await sign("--role", "Chair")).stderr).toMatch(
      /^It is signed off so already: Chair, 21 November 2026\.\n/u,
    );
    expect(file()).toBe(once);
    await sign("--role", "Head");
    expect(await entries()).toHaveLength(2);
  });

  it("on a day before an answer was given carries no digest, and says so", async () => {
    const { code, stderr } = await sign("--role", "Chair", "--on", "2026-11-01");
    expect(code).toBe(0);
    expect(stderr).toContain(
      "2 answers are of a later day than 1 November 2026; the entry carries no digest, and reports will say that the answers changed since.",
    );
    expect(await entries()).toEqual([{ role: "Chair", on: "2026-11-01" }]);
    expect(await signedOff()).toMatchObject([{ changed: "yes", since: ["board-lead", "whistleblowing"] }]);
  });

  it.each([
    [["--role", "Chair", "--on", "2026-11-22"], "22 November 2026 has not come yet"],
    [["--role", "Chair", "--on", "2025-12-31"], "31 December 2025 lies before the period of the audit"],
    [["--role", "  "], "the role is empty"],
    [["--role", "Chair", "--minute", ""], "the minute is empty"],
    [["--minute", "7"], "required option '--role <role>' not specified"],
    [["-", "--role", "Chair"], "the audit is saved to its file, and standard input is none"],
    [["other.yaml", "--role", "Chair"], "other.yaml: error file-missing"],
  ])("refuses %j, and changes nothing", async (args, message) => {
    const { code, stderr } = await sign(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(file()).toBe(answered);
  });

  it("does not fail a check for what changed since", async () => {
    await sign("--role", "Chair", "-q");
    const check = () => run(["check", "--today", "2026-11-21", "-f", "json"], { cwd: made.folder });
    const before = JSON.parse((await check()).stdout).verdict;
    write(
      file().replace(
        "rating: not-met, assessed: { on: 2026-11-02, by",
        "rating: not-met, note: Soon., assessed: { on: 2026-11-02, by",
      ),
    );
    expect(JSON.parse((await check()).stdout).verdict).toEqual(before);
  });

  it("an unattended walk that changes answers says that the sign-off is of earlier ones", async () => {
    await sign("--role", "Chair", "-q");
    const { stderr } = await run(["audit", "--answers", "-", "--today", "2026-11-21"], {
      cwd: made.folder,
      stdin: "schema: answers/1\nresponses: { safe-recruitment: { rating: not-met } }\n",
    });
    expect(stderr).toContain("The sign-off (Chair, 21 November 2026) is of earlier answers.");
  });
});

describe("in a terminal", () => {
  const signed = `${answered}\nsign-off: [{ role: Chair, on: 2026-11-20 }]\n`;

  async function walk(text: string, ...replies: readonly string[]) {
    const world = memoryWorld({ "audit.yaml": text }, { prompter: script(...replies).prompter });
    await main(["audit", "--only", "safe-recruitment"], world.host);
    return world.stderr();
  }

  it("a walk that changes an answer says at its end that the sign-off is of earlier ones", async () => {
    expect(await walk(signed, "Manager", "n", "", "n")).toContain("(Chair, 20 November 2026) is of earlier answers.");
  });

  it("says it when it is interrupted, too", async () => {
    expect(await walk(signed, "Manager", "n")).toContain("is of earlier answers.");
  });

  it("says nothing when no answer changed, or nothing was signed", async () => {
    expect(await walk(signed, "Manager", "q")).not.toContain("is of earlier answers.");
    expect(await walk(answered, "Manager", "n", "", "n")).not.toContain("is of earlier answers.");
  });

  it("an audit that somebody else changes meanwhile is not signed", async () => {
    const world = memoryWorld({ "audit.yaml": answered });
    const { host } = world;
    const theirs = answered.replace("rating: not-met", "rating: met");
    const files = {
      ...host.files,
      alone: <Result>(path: string, work: () => Promise<Result>) => {
        world.write("audit.yaml", theirs);
        return host.files.alone(path, work);
      },
    };
    expect(await main(["sign-off", "--role", "Chair"], { ...host, files })).toBe(2);
    expect(world.text("audit.yaml")).toBe(theirs);
  });
});
