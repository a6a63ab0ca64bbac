import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAudit } from "../../src/files/audit-file.js";
import { emptyAudit, withFolder } from "../cli/fixture.js";
import { bin, keys, type Session, start } from "./pty.js";

let made: ReturnType<typeof withFolder>;
let session: Session | null = null;

beforeEach(() => {
  made = withFolder({
    "audit.yaml": `# Kept by hand.\n${emptyAudit}`,
    "policies/safeguarding.md": "# Safeguarding\n\nTell the lead on the same day.\n",
  });
});

afterEach(() => {
  session?.kill();
  session = null;
  made.remove();
});

const speakingUp = `# Speaking up

Agreed by the trustees on 1 March 2026.

## How to raise a concern

Our whistleblowing procedure protects any volunteer who raises a concern about how children are kept safe.
`;

function walk(columns: number, args: readonly string[], env: Record<string, string> = {}): Session {
  session = start(["audit", ...args, "--today", "2026-11-21"], { cwd: made.folder, columns, env });
  return session;
}

async function savedAudit() {
  const text = readFileSync(join(made.folder, "audit.yaml"), "utf8");
  return { text, audit: (await parseAudit(text, "audit.yaml")).audit };
}

async function sayRole(now: Session): Promise<void> {
  await now.see("What is your role?");
  now.press(`Chair${keys.enter}`);
}

describe.each([40, 100])("in a terminal of %i columns", (columns) => {
  it("walks a short audit to its end, back and forth, and shows the report", async () => {
    const now = walk(columns, ["--only", "board-lead,whistleblowing,safe-recruitment"]);
    await sayRole(now);
    await now.see("How would you rate this?");
    now.press("m");
    await now.see("What evidence do you have?");
    now.press("f");
    await now.see("policies/");
    now.press("pol");
    await now.see(/[>*] policies\//u);
    now.press(keys.tab);
    await now.see("  policies/safeguarding.md");
    now.press("saf");
    now.press(keys.tab);
    await now.see("> policies/safeguarding.md");
    now.press(keys.enter);
    await now.see("What is it called?");
    now.press(keys.enter);
    await now.see("last reviewed");
    now.press(`1/3/2026${keys.enter}`);
    await now.see("again?");
    now.press(keys.enter);
    await now.see("more evidence?");
    now.press("d");
    await now.see("anything to add?");
    now.press(keys.enter);

    await now.see(/b {2}Back to the question/u);
    now.press("b");
    await now.see("Keep this answer");
    now.press("k");
    await now.see(/s {2}Skip for now/u);
    now.press("n");
    await now.see(/rate this\? Not met\s[\s\S]*anything to add\?/u);
    now.press(`Nothing is written yet.${keys.enter}`);
    await now.see("as an action?");
    now.press("y");
    await now.see("see to it?");
    now.press(`Chair${keys.enter}`);
    await now.see("By when?");
    now.press(keys.enter);

    await now.see("Safe");
    await now.see("How would you rate this?");
    now.press("a");
    await now.see("Why does it not apply");
    now.press(keys.enter);
    await now.see("A reason is needed");
    now.press(`Nobody works or helps here.${keys.enter}`);
    expect(await now.end()).toBe(0);
    expect(await now.history()).toContain("Safeguarding gap report");

    const { audit, text } = await savedAudit();
    expect(text).toContain("# Kept by hand.");
    expect(audit.responses["board-lead"]).toMatchObject({
      rating: "met",
      evidence: [
        { title: "Safeguarding", path: "policies/safeguarding.md", reviewed: "2026-03-01", "review-due": "2027-03-01" },
      ],
      assessed: { on: "2026-11-21", by: "Chair" },
    });
    expect(audit.responses["board-lead"]?.evidence?.[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(audit.responses["whistleblowing"]).toMatchObject({
      rating: "not-met",
      note: "Nothing is written yet.",
      actions: [{ id: "A1", owner: "Chair", status: "open" }],
    });
    expect(audit.responses["safe-recruitment"]).toMatchObject({
      rating: "not-applicable",
      reason: "Nobody works or helps here.",
    });
  });

  it("ends with 130 at Ctrl-C, keeps what was answered, and goes on where it was", async () => {
    const now = walk(columns, []);
    await sayRole(now);
    await now.see("(1 of");
    now.press("n");
    await now.see("anything to add?");
    now.press(keys.enter);
    await now.see("as an action?");
    now.press("n");
    await now.see("(2 of");
    now.press(keys.ctrlC);
    expect(await now.end()).toBe(130);
    expect(await now.history()).toMatch(/Saved in audit\.yaml: 1 of \d+ answered\.\s+To go on, type/u);
    expect(Object.keys((await savedAudit()).audit.responses)).toEqual(["board-lead"]);

    const again = walk(columns, []);
    await again.see("(2 of");
    await again.see("How would you rate this?");
    again.press("q");
    expect(await again.end()).toBe(0);
  });

  it("shows what a document states, and cites the passage with one key", async () => {
    writeFileSync(join(made.folder, "policies/speaking-up.md"), speakingUp);
    const now = walk(columns, ["--only", "whistleblowing"]);
    await sayRole(now);
    expect(await now.see("Stop here")).toMatch(
      /Found in your documents:\s+- policies\/speaking-up\.md:7, How to\s+raise/u,
    );
    now.press("m");
    await now.see(/ {2}1 {2}policies\/speaking-up\.md/u);
    await now.see(/> f {2}A file/u);
    now.press("1");
    await now.see("What is it called?");
    now.press(keys.enter);
    await now.see("last reviewed");
    now.press(keys.enter);
    await now.see("again?");
    now.press(keys.enter);
    await now.see("more evidence?");
    expect(await now.screen()).not.toMatch(/ 1 {2}policies/u);
    now.press("d");
    await now.see("anything to add?");
    now.press(keys.enter);
    expect(await now.end()).toBe(0);
    expect((await savedAudit()).audit.responses["whistleblowing"]?.evidence).toEqual([
      {
        title: "Speaking up",
        path: "policies/speaking-up.md#how-to-raise-a-concern",
        sha256: createHash("sha256")
          .update(speakingUp.slice(speakingUp.indexOf("## How")))
          .digest("hex"),
      },
    ]);
  });

  it("fits every line into the width", async () => {
    const hostile = speakingUp.replace("who raises", `${"&#x1b;[2J&#x202e;".repeat(3)} ${"w".repeat(400)} who raises`);
    writeFileSync(join(made.folder, "policies/speaking-up.md"), hostile.replace("How to", "&#x1b;]0;owned&#7; How to"));
    const now = walk(columns, ["--only", "whistleblowing"]);
    await sayRole(now);
    await now.see("How would you rate this?");
    const shown = (await now.history()).replaceAll(/\s+/gu, "");
    expect(shown).toMatch(/(?:Foundinyourdocuments|Maybestatedin):/u);
    expect(shown).not.toMatch(/[\u001b\u202e\u0007]/u);
    now.press("?");
    await now.see("What could show it");
    for (const line of (await now.history()).split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
  });
});

it("a wrong key does nothing", async () => {
  const now = walk(80, []);
  await sayRole(now);
  await now.see("How would you rate this?");
  now.press("z5!");
  now.press("?");
  await now.see("What could show it");
  expect((await savedAudit()).audit.responses).toEqual({});
});

it("shows no colour and no symbol in plain mode, and takes a letter and Enter", async () => {
  const now = walk(80, ["--plain", "--only", "board-lead"]);
  await sayRole(now);
  await now.see(/rate this\?/u);
  now.press(`n${keys.enter}`);
  await now.see("anything to add?");
  now.press(keys.enter);
  await now.see(/action\?/u);
  now.press(`n${keys.enter}`);
  expect(await now.end()).toBe(0);
  expect(await now.history()).toMatch(/^[\x20-\x7E\n]*$/u);
});

it("asks without a word of the documents where they cannot be looked through", async () => {
  for (let count = 0; count < 501; count += 1)
    writeFileSync(join(made.folder, `policies/speaking-up-${count}.md`), speakingUp);
  const now = walk(80, ["--only", "whistleblowing,safe-recruitment"]);
  await sayRole(now);
  await now.see("Stop here");
  now.press("s");
  await now.see(/Safe and capable people[\s\S]*Stop here/u);
  const seen = await now.history();
  expect(seen.split("more documents than").length).toBe(2);
  expect(seen).not.toContain("Found in your documents");
});

it("ends with 130 at Ctrl-C while it reads the documents", async () => {
  for (let count = 0; count < 400; count += 1)
    writeFileSync(join(made.folder, `policies/speaking-up-${count}.md`), speakingUp.repeat(40));
  const now = walk(80, ["--only", "whistleblowing"]);
  await sayRole(now);
  await now.see("(not verified)");
  now.press(keys.ctrlC);
  const pressed = performance.now();
  expect(await now.end()).toBe(130);
  expect(performance.now() - pressed).toBeLessThan(1500);
  const seen = await now.history();
  expect(seen).toContain("Saved in audit.yaml: 0 of");
  expect(seen).not.toMatch(/could not be looked|Found in your/u);
});

it("reads no document when the answers come from a file", () => {
  writeFileSync(join(made.folder, "policies/speaking-up.md"), speakingUp);
  writeFileSync(
    join(made.folder, "answers.yaml"),
    "schema: answers/1\nassessor: Chair\nresponses: { whistleblowing: { rating: met } }\n",
  );
  const run = spawnSync(process.execPath, [bin, "audit", "--answers", "answers.yaml"], {
    cwd: made.folder,
    env: { HOME: made.folder },
    encoding: "utf8",
  });
  expect(run.status).not.toBe(2);
  expect(`${run.stdout}${run.stderr}`).not.toContain("documents");
  expect(existsSync(join(made.folder, ".cache"))).toBe(false);
});

it("shows the question that the README shows", async () => {
  const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");
  const [, shown = ""] = /```screen\n([\s\S]*?)\n```/u.exec(readme) ?? [];
  expect(shown).toContain("How would you rate this?");
  writeFileSync(
    join(made.folder, "audit.yaml"),
    emptyAudit.replace("2023", "2026").replace("charity: false", "charity: true"),
  );
  const now = walk(80, []);
  await sayRole(now);
  await now.see("How would you rate this?");
  now.press("n");
  await now.see("anything to add?");
  now.press(keys.enter);
  await now.see("as an action?");
  now.press("n");
  expect(await now.see(/\(2 of[\s\S]*q {2}Stop here/u)).toContain(shown);
});

it("without a file asks for the organisation and its facts first, and leaves out what does not apply", async () => {
  const { folder, remove } = withFolder();
  const now = start(["--today", "2026-11-21"], { cwd: folder, columns: 80, rows: 50 });
  session = now;
  expect(await now.see("What is your organisation called?")).toMatch(/no place to report a concern about a child/u);
  now.press(`Riverside Youth Project${keys.enter}`);
  await sayRole(now);
  await now.see("What kind of organisation");
  now.press(` ${keys.enter}`);
  await now.see("Do you employ anyone?");
  now.press("n");
  await now.see("Do people volunteer for you?");
  now.press("y");
  await now.see("Are you a charity?");
  now.press("n");
  expect(await now.see("left out, because of what you said")).toMatch(/\d+ questions apply to you/u);
  now.press(keys.ctrlC);
  expect(await now.end()).toBe(130);
  const { audit } = await parseAudit(readFileSync(join(folder, "audit.yaml"), "utf8"), "audit.yaml");
  expect(audit.organisation).toEqual({
    name: "Riverside Youth Project",
    facts: { sector: ["voluntary-or-private"], "employs-staff": false, "has-volunteers": true, charity: false },
  });
  remove();
});
